import { Link } from '@remix-run/react'
import { formatShortDay } from '#app/i18n/format.ts'
import { dayAt } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { CardSection, Checklist } from '#app/ui/index.ts'
import type { ChecklistLine } from '../rules/checklist.ts'

/** What is left before the visit, for this person. */
export function LeftBefore({ visitId, lines, zone }: { visitId: string; lines: readonly ChecklistLine[]; zone: string }) {
  return (
    <CardSection id="left" title={m.visits_left_title()}>
      <Checklist
        items={lines.map((line) => ({
          id: `${line.role}-${line.key}`,
          label: line.text[getLocale()],
          done: line.done,
          note: lineNote(line, zone),
          ...(line.done ? {} : { to: `/visits/${visitId}/${line.section ?? 'checklist'}` }),
        }))}
      />
      <p>
        <Link to={`/visits/${visitId}/checklist`}>{m.visits_left_all()}</Link>
      </p>
    </CardSection>
  )
}

/** "Karin, 20 nov." when done; else how many are, or by when. */
export function lineNote(line: ChecklistLine, zone: string): string {
  if (line.done) {
    if (!line.doneAt) return ''
    const when = formatShortDay(dayAt(line.doneAt, zone))
    return line.doneBy ? m.visits_left_done({ who: line.doneBy, day: when }) : when
  }
  const due = line.dueOn
    ? line.isLate
      ? m.visits_left_late({ day: formatShortDay(line.dueOn) })
      : m.visits_left_by({ day: formatShortDay(line.dueOn) })
    : ''
  const count = line.count ? m.visits_left_count(line.count) : ''
  return [count, due].filter(Boolean).join(' · ')
}
