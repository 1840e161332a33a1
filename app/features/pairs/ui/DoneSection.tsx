// Ticking an activity off on one's own track.
import { CheckmarkCircleIcon } from '@navikt/aksel-icons'
import { Form } from '@remix-run/react'
import { useKeeping } from '#app/features/paths/ui/kept.ts'
import { formatDay } from '#app/i18n/format.ts'
import { dayAt } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { Section, SubmitButton } from '#app/ui/index.ts'

/** `doneAt`: null while it is still to do. */
export function DoneSection({ address, doneAt }: { address: string; doneAt: Date | null }) {
  const keep = useKeeping()
  return (
    <Section id="done" title={m.pairs_done_title()}>
      {doneAt ? (
        <p className="sl-path-why">
          <CheckmarkCircleIcon aria-hidden className="sl-path-done" />
          <span>{m.paths_done_on({ day: formatDay(dayAt(doneAt, 'Europe/Stockholm')) })}</span>
        </p>
      ) : null}
      <Form method="post" action={keep(`${address}/${doneAt ? 'reopening' : 'done'}`)} preventScrollReset>
        <SubmitButton variant={doneAt ? 'quiet' : 'primary'}>{doneAt ? m.pairs_done_undo() : m.pairs_done_mark()}</SubmitButton>
      </Form>
    </Section>
  )
}
