// The page the two fill in together: what is written, who stands behind it, and the talk it comes from.
import { CheckmarkCircleIcon, CircleIcon } from '@navikt/aksel-icons'
import { Form as PlainForm } from '@remix-run/react'
import type { Block } from '#app/features/paths/rules/shape.ts'
import { PassageText } from '#app/features/paths/ui/PassageText.tsx'
import { addressOf, trackName, tracks } from '#app/features/paths/ui/words.ts'
import { UnsentWords } from '#app/http/TypedWords.tsx'
import { formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import {
  CardSection,
  Columns,
  Fold,
  Form,
  HiddenField,
  Page,
  PageHead,
  RowList,
  Section,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  useSlForm,
} from '#app/ui/index.ts'
import type { GoalView, LinkChoices } from '../queries/goal-links.server.ts'
import type { PairBrief } from '../queries/walk.server.ts'
import { MOST_GOALS } from '../rules/goals.ts'
import type { JointStanding } from '../rules/joint.ts'
import { Goals, measureOptions } from './Goals.tsx'
import { PairFaces, SeenByLeader } from './WalkParts.tsx'
import { WrittenParts } from './WrittenParts.tsx'
import { jointAddress, otherName, pairCrumb, standingWords } from './words.ts'

type Words = { time: string; mandate: string; notes: string }
type TypedGoal = { text: string; measure: string; unitId: string }
type Step = Words & { goals: GoalView[]; typed: TypedGoal[]; language: string; version: number; writtenAt: Date }

export type JointStepPageProps = {
  pair: PairBrief
  module: { id: string; title: string; joint: { title: string; text: Block[]; ask: string[] } }
  standing: JointStanding
  canWrite: boolean
  /** What goals can be measured by; null for those who only read. */
  choices: LinkChoices | null
  isAssignment: boolean
  confirmed: readonly ('resource_person' | 'leader')[]
  step: Step | null
  /** What saving answered when it was refused. */
  result: unknown
}

export function JointStepPage(props: JointStepPageProps) {
  const { pair, module, standing, canWrite, confirmed, step, choices, isAssignment, result } = props
  return (
    <Page>
      <PageHead
        title={module.joint.title}
        pair={<PairFaces pair={pair} large />}
        facts={[standingWords(standing, otherName(pair))]}
        crumbs={[
          pairCrumb(pair),
          { to: addressOf(pair.pathId, module.id), label: module.title },
          { label: m.pairs_joint_title() },
        ]}
      />
      <Columns
        label={m.pairs_joint_talk()}
        side={
          <>
            {step ? <TalkAbout joint={module.joint} /> : null}
            <SeenByLeader pair={pair} />
          </>
        }
      >
        {step ? (
          <Confirming pair={pair} moduleId={module.id} {...{ step, confirmed, canWrite }} />
        ) : (
          <TalkAbout joint={module.joint} />
        )}
        {choices ? <Writing {...{ step, choices, isAssignment, result }} /> : <UnsentWords result={result} />}
      </Columns>
    </Page>
  )
}

/** What the talk is about: read before anything is written, at hand afterwards. */
function TalkAbout({ joint }: { joint: JointStepPageProps['module']['joint'] }) {
  return (
    <CardSection id="ask" title={m.pairs_joint_talk()}>
      <PassageText blocks={joint.text} />
      <ul className="sl-list">
        {joint.ask.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </CardSection>
  )
}

type ConfirmingProps = Pick<JointStepPageProps, 'pair' | 'confirmed' | 'canWrite'> & { step: Step; moduleId: string }

function Confirming({ pair, moduleId, step, confirmed, canWrite }: ConfirmingProps) {
  return (
    <CardSection id="stands" title={m.pairs_joint_stands()} tone="meet">
      <Saved step={step} />
      <p className="sl-meta">{m.pairs_joint_saved({ when: formatInstant(step.writtenAt) })}</p>
      <ul className="sl-path-seen">
        {tracks.map((track) => {
          const name = (track === 'leader' ? pair.leader : pair.resourcePerson) ?? trackName(track)
          const done = confirmed.includes(track)
          return (
            <li key={track}>
              {done ? <CheckmarkCircleIcon aria-hidden className="sl-path-done" /> : <CircleIcon aria-hidden />}
              <span>{done ? m.pairs_joint_confirmed_by({ name }) : m.pairs_joint_not_confirmed_by({ name })}</span>
            </li>
          )
        })}
      </ul>
      {canWrite && !confirmed.includes(pair.me) ? (
        <PlainForm method="post" action={jointAddress(pair.id, moduleId, 'confirmation')} className="sl-stack-s">
          <input type="hidden" name="version" value={step.version} />
          <div>
            <SubmitButton>{m.pairs_joint_confirm()}</SubmitButton>
          </div>
          <p className="sl-meta">{m.pairs_joint_confirm_text()}</p>
        </PlainForm>
      ) : null}
    </CardSection>
  )
}

function Saved({ step }: { step: Step }) {
  const parts = [
    { label: m.pairs_joint_time(), text: step.time },
    { label: m.pairs_joint_mandate(), text: step.mandate },
    { label: m.pairs_notes(), text: step.notes },
  ]
  return (
    <div className="sl-stack">
      <div className="sl-stack-s">
        <h3>{m.pairs_joint_goals()}</h3>
        <Goals goals={step.goals} language={step.language} />
      </div>
      <WrittenParts parts={parts} language={step.language} level="h3" />
    </div>
  )
}

type WriteProps = Pick<JointStepPageProps, 'step' | 'result' | 'isAssignment'> & { choices: LinkChoices }

/** Once something is written the form folds away: what stands is read and confirmed without it. */
function Writing(props: WriteProps) {
  if (props.step) {
    return (
      <Fold summary={m.pairs_joint_change()} open={props.result !== undefined}>
        <WriteForm {...props} />
      </Fold>
    )
  }
  return (
    <Section id="write" title={m.pairs_joint_write()}>
      <WriteForm {...props} />
    </Section>
  )
}

function WriteForm({ step, choices, isAssignment, result }: WriteProps) {
  const unitId = choices.units[0]?.value ?? ''
  const [form, fields] = useSlForm<Words & { version: string; goals: TypedGoal[] }>(result, {
    id: 'joint',
    defaultValue: {
      ...{ time: step?.time, mandate: step?.mandate, notes: step?.notes },
      goals: step?.typed ?? [{ text: '', measure: '', unitId }],
    },
  })
  return (
    <Form form={form}>
      {/* After a refusal the page shows what is saved: saving again is then done in full view of it. */}
      <HiddenField field={fields.version} value={String(step?.version ?? 0)} />
      <RowList
        form={form}
        list={fields.goals}
        label={m.pairs_joint_goals()}
        help={m.pairs_joint_goal_help()}
        add={m.pairs_joint_goal_add()}
        most={MOST_GOALS}
      >
        {(row, number) => {
          const goal = row.getFieldset()
          return (
            <>
              <TextArea field={goal.text} label={m.pairs_joint_goal({ number })} voice />
              <SelectField
                field={goal.measure}
                label={m.pairs_joint_measure()}
                help={m.pairs_joint_measure_help()}
                empty={m.pairs_joint_measure_none()}
                options={measureOptions(choices, String(goal.measure.initialValue ?? ''))}
              />
              <SelectField field={goal.unitId} label={m.pairs_joint_measure_unit()} options={choices.units} />
            </>
          )
        }}
      </RowList>
      {isAssignment ? (
        <>
          <TextField
            field={fields.time}
            label={m.pairs_joint_time()}
            help={m.pairs_joint_time_help()}
            maxLength={300}
            optional
          />
          <TextArea field={fields.mandate} label={m.pairs_joint_mandate()} help={m.pairs_joint_mandate_help()} voice optional />
        </>
      ) : null}
      <TextArea field={fields.notes} label={m.pairs_notes()} rows={5} voice optional />
      <div>
        <SubmitButton variant={step ? 'secondary' : 'primary'}>{m.pairs_save()}</SubmitButton>
      </div>
    </Form>
  )
}
