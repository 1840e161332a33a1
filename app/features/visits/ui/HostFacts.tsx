import { formatDayRange } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { CardSection, Facts } from '#app/ui/index.ts'
import type { NewVisitPage } from '../queries/new-visit.server.ts'

/** What the host says of itself and which days are gone, beside the form that asks. */
export function HostFacts({ page: { host, limits } }: { page: NewVisitPage }) {
  const days = (ranges: readonly { startsOn: string; endsOn: string }[]) =>
    ranges.map((range) => formatDayRange(range.startsOn, range.endsOn)).join('; ')
  const items = [
    ...(host.languages.length > 0 ? [{ term: m.visits_host_languages(), value: host.languages.join(', ') }] : []),
    { term: m.visits_host_group(), value: m.visits_host_group_value({ min: host.groupMin, max: limits.groupMax }) },
    { term: m.visits_host_length(), value: m.visits_host_length_value({ min: limits.daysMin, max: limits.daysMax }) },
    { term: m.visits_host_notice(), value: m.visits_host_notice_value({ count: limits.noticeMonths }) },
    ...(limits.closedPeriods.length > 0 ? [{ term: m.visits_host_closed(), value: days(limits.closedPeriods) }] : []),
    ...(limits.taken.length > 0 ? [{ term: m.visits_host_taken(), value: days(limits.taken) }] : []),
  ]
  return (
    <CardSection id="host" title={m.visits_host_about({ unit: host.name })} tone="quiet">
      {host.canShow ? (
        <>
          <h3 className="sl-side-label">{m.visits_host_can_show()}</h3>
          <p className="sl-voice" lang={host.language}>
            {host.canShow}
          </p>
        </>
      ) : null}
      <Facts items={items} />
    </CardSection>
  )
}
