// What an activity asks of somebody who walks: the ticks of a checklist, and practice that the other one signs.
import { CheckmarkCircleIcon } from '@navikt/aksel-icons'
import { useKeeping } from '#app/features/paths/ui/kept.ts'
import { UnsentWords } from '#app/http/TypedWords.tsx'
import { formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { CheckboxGroup, Fold, Form, HiddenField, Section, SubmitButton, TextArea, useSlForm } from '#app/ui/index.ts'
import type { findOwnWorkFor } from '../../queries/practice.server.ts'
import { firstName } from '../words.ts'

export type OwnWorkView = NonNullable<Awaited<ReturnType<typeof findOwnWorkFor>>>
type Practice = Extract<OwnWorkView, { kind: 'practice' }>

/** `address`: the activity's. `items`: those of a checklist. */
export function OwnWork({
  work,
  items,
  address,
}: {
  work: OwnWorkView
  items: readonly { id: string; text: string }[]
  address: string
}) {
  if (work.kind === 'checklist') return <Ticks ticked={work.ticked} items={items} action={`${address}/ticks`} />
  return <PracticeSection practice={work} action={`${address}/practice`} result={undefined} />
}

function Ticks({
  ticked,
  items,
  action,
}: {
  ticked: readonly string[]
  items: readonly { id: string; text: string }[]
  action: string
}) {
  const keep = useKeeping()
  const [form, fields] = useSlForm<{ items: string[] }>(undefined, { id: 'ticks', defaultValue: { items: [...ticked] } })
  return (
    <Section id="items" title={m.paths_checklist()}>
      <Form form={form} action={keep(action)} preventScrollReset>
        <CheckboxGroup
          field={fields.items}
          label={m.pairs_ticks()}
          help={m.pairs_ticks_help()}
          choices={items.map(({ id, text }) => ({ value: id, label: text }))}
        />
        <div>
          <SubmitButton variant="secondary">{m.pairs_save()}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

export function PracticeSection({ practice, action, result }: { practice: Practice; action: string; result: unknown }) {
  const { report, other, canHandIn } = practice
  return (
    <Section id="practice" title={m.pairs_practice()}>
      <div className="sl-stack">
        {report ? <Told report={report} other={other} /> : null}
        {canHandIn ? <HandingIn {...{ report, other, action, result }} /> : <UnsentWords result={result} />}
      </div>
    </Section>
  )
}

function Told({ report, other }: { report: NonNullable<Practice['report']>; other: string }) {
  return (
    <div className="sl-stack-s">
      {report.standing === 'returned' ? null : (
        <p className="sl-voice sl-path-letter" lang={report.language}>
          {report.note}
        </p>
      )}
      {report.standing === 'signed' && report.signedAt ? (
        <p className="sl-path-why">
          <CheckmarkCircleIcon aria-hidden className="sl-path-done" />
          <span>{m.pairs_practice_signed({ name: other, when: formatInstant(report.signedAt) })}</span>
        </p>
      ) : null}
      {report.standing === 'handed_in' ? <p className="sl-meta">{m.pairs_practice_waits({ name: other })}</p> : null}
      {report.standing === 'returned' ? (
        <>
          <p>{m.pairs_practice_returned({ name: other })}</p>
          <p className="sl-voice sl-path-letter" lang={report.returnLanguage}>
            {report.returnNote}
          </p>
        </>
      ) : null}
    </div>
  )
}

type HandInProps = Omit<Practice, 'kind' | 'canHandIn'> & { action: string; result: unknown }

/** While it waits for the other one the form folds away; what was sent back stands in it, to be written on. */
function HandingIn(props: HandInProps) {
  if (props.report?.standing !== 'handed_in') return <HandIn {...props} />
  return (
    <Fold summary={m.pairs_practice_change()} open={props.result !== undefined}>
      <HandIn {...props} />
    </Fold>
  )
}

function HandIn({ report, other, action, result }: HandInProps) {
  const keep = useKeeping()
  const [form, fields] = useSlForm<{ version: string; note: string }>(result, {
    id: 'practice',
    defaultValue: { note: report?.note ?? '' },
  })
  return (
    <Form form={form} action={keep(action)} preventScrollReset>
      <HiddenField field={fields.version} value={String(report?.version ?? 0)} />
      <TextArea
        field={fields.note}
        label={m.pairs_practice_tell()}
        help={m.pairs_practice_tell_help({ name: other })}
        rows={5}
        voice
        required
      />
      <div>
        <SubmitButton variant={report?.standing === 'handed_in' ? 'secondary' : 'primary'}>
          {m.pairs_practice_hand_in({ name: firstName(other) })}
        </SubmitButton>
      </div>
    </Form>
  )
}
