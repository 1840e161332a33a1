// Ticking an activity off on one's own track.
import { CheckmarkCircleIcon } from '@navikt/aksel-icons'
import { Form } from '@remix-run/react'
import { useKeeping } from '#app/features/paths/ui/kept.ts'
import { formatDay } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { Notice, Section, SubmitButton } from '#app/ui/index.ts'
import type { WorkLine } from '../work-view.ts'
import { WorkWords } from './work/Work.tsx'

type Props = {
  address: string
  /** Null while it is still to do. */
  doneAt: Date | null
  /** Done at work: it counts by itself, as long as it is there. */
  work: WorkLine | null
}

export function DoneSection({ address, doneAt, work }: Props) {
  return (
    <Section id="done" title={m.pairs_done_title()}>
      {doneAt ? (
        <p className="sl-path-why">
          <CheckmarkCircleIcon aria-hidden className="sl-path-done" />
          <span>{m.paths_done_on({ day: formatDay(dayAt(doneAt, HOME_ZONE)) })}</span>
        </p>
      ) : null}
      {work ? (
        <p className="sl-path-why">
          <CheckmarkCircleIcon aria-hidden className="sl-path-done" />
          <span>
            <WorkWords work={work} name="" /> {m.pairs_work_by_itself()}
          </span>
        </p>
      ) : null}
      {work && !doneAt ? null : <DoneForm address={address} isDone={doneAt !== null} />}
    </Section>
  )
}

/** On the other one's track, of two who walk together. */
export function OthersStep({ name }: { name: string }) {
  return (
    <Notice>
      <p>{m.pairs_done_others({ name })}</p>
    </Notice>
  )
}

function DoneForm({ address, isDone }: { address: string; isDone: boolean }) {
  const keep = useKeeping()
  return (
    <Form method="post" action={keep(`${address}/${isDone ? 'reopening' : 'done'}`)} preventScrollReset>
      <SubmitButton variant={isDone ? 'quiet' : 'primary'}>{isDone ? m.pairs_done_undo() : m.pairs_done_mark()}</SubmitButton>
    </Form>
  )
}
