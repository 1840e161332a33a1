// The day of a module in the pair's plan, the same for both, on every list of modules.
import { ClockIcon } from '@navikt/aksel-icons'
import { formatShortDay } from '#app/i18n/format.ts'
import type { Day } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { Chip } from '#app/ui/index.ts'

/** `spoken`: said as a sentence, where no column says what the day is. */
export function PlannedDay({ until, isLate, spoken }: { until: Day | null; isLate: boolean; spoken?: boolean }) {
  if (!until) return null
  const day = formatShortDay(until)
  return (
    <span>
      {spoken ? m.pairs_plan_day({ day }) : day}{' '}
      {isLate ? <Chip icon={<ClockIcon aria-hidden />}>{m.pairs_plan_day_late()}</Chip> : null}
    </span>
  )
}
