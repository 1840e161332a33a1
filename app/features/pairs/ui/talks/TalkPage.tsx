// One talk: when, what came of it, and the step that the two agreed on. Both see and write the same.
import { BellIcon, CheckmarkCircleIcon } from '@navikt/aksel-icons'
import { Form as PlainForm } from '@remix-run/react'
import { UnsentWords } from '#app/http/TypedWords.tsx'
import { formatClock, formatDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import {
  ButtonLink,
  CardSection,
  DateField,
  Fold,
  Form,
  HiddenField,
  Page,
  PageHead,
  RadioField,
  Section,
  SubmitButton,
  TextArea,
  useSlForm,
} from '#app/ui/index.ts'
import type { TalkView } from '../../queries/talks.server.ts'
import type { PairBrief } from '../../queries/walk.server.ts'
import { PairFaces } from '../WalkParts.tsx'
import { pairAddress, pairCrumb, talkStandingWords } from '../words.ts'

type Props = { pair: PairBrief; talk: TalkView; can: { move: boolean; note: boolean; plan: boolean }; result: unknown }

export function TalkPage({ pair, talk, can, result }: Props) {
  const own = pairAddress(pair.id, 'talks', talk.id)
  const isNoted = talk.standing === 'held' || talk.standing === 'not_held'
  return (
    <Page width="read">
      <PageHead
        title={m.pairs_talk_title({ day: formatDay(talk.onDay) })}
        pair={<PairFaces pair={pair} large />}
        facts={[talkStandingWords(talk.standing), talk.startsAt ? formatClock(talk.startsAt) : null, talk.place].filter(
          Boolean,
        )}
        crumbs={[pairCrumb(pair), { label: m.pairs_talks() }]}
      />
      {can.move ? (
        <div className="sl-row">
          <ButtonLink to={`${own}/time`} variant="secondary">
            {m.pairs_talk_move()}
          </ButtonLink>
          <a href={`${own}.ics`} download>
            {m.pairs_talk_file()}
          </a>
        </div>
      ) : null}
      {talk.standing === 'ahead' && !can.note ? <p>{m.pairs_talk_waits_for_day()}</p> : null}
      {isNoted ? <Noted talk={talk} own={own} canMark={can.note} /> : null}
      {can.note ? <Noting talk={talk} isNoted={isNoted} result={result} /> : <UnsentWords result={result} />}
      {isNoted && can.plan ? (
        <p>
          <ButtonLink to={pairAddress(pair.id, 'talks', 'new')} variant="secondary">
            {m.pairs_talk_plan()}
          </ButtonLink>
        </p>
      ) : null}
    </Page>
  )
}

function Noted({ talk, own, canMark }: { talk: TalkView; own: string; canMark: boolean }) {
  if (!talk.notes && !talk.nextStep) return null
  return (
    <CardSection id="noted" title={talkStandingWords(talk.standing)} tone="meet">
      {talk.notes ? (
        <p className="sl-voice sl-path-letter" lang={talk.language}>
          {talk.notes}
        </p>
      ) : null}
      {talk.nextStep ? (
        <div className="sl-stack-s">
          <h3>{m.pairs_talk_step()}</h3>
          <p className="sl-voice sl-path-letter" lang={talk.language}>
            {talk.nextStep}
          </p>
          <StepState talk={talk} />
          {canMark ? (
            <PlainForm method="post" action={`${own}/step`}>
              <input type="hidden" name="done" value={talk.nextStepDone ? 'no' : 'yes'} />
              <SubmitButton variant={talk.nextStepDone ? 'quiet' : 'secondary'}>
                {talk.nextStepDone ? m.pairs_talk_step_unmark() : m.pairs_talk_step_mark()}
              </SubmitButton>
            </PlainForm>
          ) : null}
        </div>
      ) : null}
    </CardSection>
  )
}

function StepState({ talk }: { talk: TalkView }) {
  if (!talk.nextStepDone && !talk.nextStepOn) return null
  return (
    <p className="sl-path-why">
      {talk.nextStepDone ? <CheckmarkCircleIcon aria-hidden className="sl-path-done" /> : <BellIcon aria-hidden />}
      <span>
        {talk.nextStepDone ? m.pairs_talk_step_done() : m.pairs_talk_step_reminds({ day: formatDay(talk.nextStepOn ?? '') })}
      </span>
    </p>
  )
}

type NoteProps = { talk: TalkView; isNoted: boolean; result: unknown }

/** Once it is noted the form folds away: what came of the talk is read without it. */
function Noting(props: NoteProps) {
  if (props.isNoted) {
    return (
      <Fold summary={m.pairs_talk_change()} open={props.result !== undefined}>
        <NoteForm {...props} />
      </Fold>
    )
  }
  return (
    <Section id="note-title" title={m.pairs_talk_note()}>
      <NoteForm {...props} />
    </Section>
  )
}

type Words = { version: string; outcome: string; notes: string; nextStep: string; nextStepOn: string | null }

function NoteForm({ talk, isNoted, result }: NoteProps) {
  const { notes, nextStep, nextStepOn, standing } = talk
  const [form, fields] = useSlForm<Words>(result, {
    id: 'note',
    defaultValue: { notes, nextStep, nextStepOn, ...(isNoted ? { outcome: standing } : {}) },
  })
  return (
    <Form form={form}>
      {/* After a refusal the page shows what is saved: saving again is then done in full view of it. */}
      <HiddenField field={fields.version} value={String(talk.version)} />
      <RadioField
        field={fields.outcome}
        label={m.pairs_talk_did_it()}
        row
        choices={[
          { value: 'held', label: m.pairs_talk_yes() },
          { value: 'not_held', label: m.pairs_talk_no() },
        ]}
      />
      <TextArea field={fields.notes} label={m.pairs_notes()} help={m.pairs_talk_notes_help()} rows={5} voice optional />
      <TextArea field={fields.nextStep} label={m.pairs_talk_step()} voice optional />
      <DateField field={fields.nextStepOn} label={m.pairs_talk_step_on()} help={m.pairs_talk_step_on_help()} optional />
      <div>
        <SubmitButton variant={isNoted ? 'secondary' : 'primary'}>{m.pairs_save()}</SubmitButton>
      </div>
    </Form>
  )
}
