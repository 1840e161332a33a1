import { formatDayRange, formatInstant } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { Section } from '#app/ui/index.ts'
import type { HistoryEntry } from '../queries/history.server.ts'
import type { VisitPage } from '../queries/visit-page.server.ts'
import { forms } from '../rules/words.ts'
import { clockReasonWords, formName, movedWords, sideName } from './words.ts'

type Props = { entries: readonly HistoryEntry[]; visit: VisitPage['visit'] }

/** The visit's past, newest first: what happened, when, and why in people's own words. */
export function HistoryList({ entries, visit }: Props) {
  return (
    <Section id="history" title={m.visits_history_title()}>
      <p className="sl-lede">{m.visits_history_lead()}</p>
      <ol className="sl-past sl-measure">
        {entries.toReversed().map((entry) => (
          <li key={`${entry.what}-${entry.id}`}>
            <b>{sentenceOf(entry, visit)}</b>
            <span className="sl-meta">{formatInstant(entry.at, visit.timeZone)}</span>
            <Reason entry={entry} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Reason({ entry }: { entry: HistoryEntry }) {
  if (entry.what !== 'moved' && entry.what !== 'changed') return null
  if (entry.by === null) return <p>{clockReasonWords(entry.reason)}</p>
  return entry.reason ? <p className="sl-voice">{entry.reason}</p> : null
}

function sentenceOf(entry: HistoryEntry, visit: Props['visit']): string {
  const who = entry.by ?? m.visits_history_by_clock()
  switch (entry.what) {
    case 'moved':
      if (entry.from !== null) return movedWords(entry.to, who)
      return visit.direction === 'asked' ? m.visits_history_asked({ who }) : m.visits_history_invited({ who })
    case 'changed':
      if (entry.change === 'title') return m.visits_history_renamed({ who, before: entry.before })
      if (entry.change === 'form') return m.visits_history_form({ who, before: formWord(entry.before) })
      return m.visits_history_dates({ who, before: daysOf(entry.before) })
    case 'proposed':
      return m.visits_history_proposed({ who, count: entry.count })
    case 'marked':
      return m.visits_history_marked({ who, fits: entry.fits, count: entry.count })
    case 'joined':
      return m.visits_history_joined({ name: entry.name, side: sideName(entry.side) })
    case 'left':
      return m.visits_history_left({ name: entry.name })
  }
}

function formWord(before: string): string {
  const form = forms.find((each) => each === before)
  return form ? formName(form) : before
}

function daysOf(before: string): string {
  const [from, to] = before.split('/')
  return from && to ? formatDayRange(from, to) : before
}
