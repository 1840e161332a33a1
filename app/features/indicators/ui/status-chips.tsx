import { m } from '#app/paraglide/messages.js'
import { Chips, type Status as Look, StatusChip } from '#app/ui/index.ts'
import type { Status } from '../rules/status.ts'

const looks = {
  met: 'met',
  not_met: 'not-met',
  no_target: 'no-target',
  no_data: 'no-data',
  hidden: 'hidden',
} as const satisfies Record<Status['name'], Look>

/** The status in text, shape and colour, with "uncertain" beside it when chance could change it. */
export function StatusChips({ status, least }: { status: Status; least: number }) {
  const words = status.name === 'hidden' ? m.indicators_hidden({ least }) : undefined
  return (
    <Chips>
      <StatusChip status={looks[status.name]}>{words}</StatusChip>
      {status.uncertain ? <StatusChip status="unsure" /> : null}
    </Chips>
  )
}
