import { Form as PlainForm } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { CardSection, Checklist, Section, SubmitButton } from '#app/ui/index.ts'
import type { ChecklistLine } from '../rules/checklist.ts'
import { type ChecklistRole, checklistRoles } from '../rules/reference.ts'
import { lineNote } from './LeftBefore.tsx'
import { useVisit } from './useVisit.ts'

/** One's own list first, then every other role's, so that each sees what the others have left. */
export function ChecklistPage({ lines }: { lines: readonly ChecklistLine[] }) {
  const groups = [
    { id: 'mine', title: m.visits_checklist_mine(), lines: lines.filter((line) => line.isMine) },
    ...checklistRoles.map((role) => ({
      id: role,
      title: roleWords[role](),
      lines: lines.filter((line) => line.role === role && !line.isMine),
    })),
  ]
  return (
    <Section id="checklist" title={m.visits_checklist_title()}>
      <p className="sl-measure sl-lede">{m.visits_checklist_lead()}</p>
      <div className="sl-cards sl-cards--wide">
        {groups
          .filter((group) => group.lines.length > 0)
          .map((group) => (
            <CardSection key={group.id} id={`checklist-${group.id}`} title={group.title} level={3}>
              <Lines lines={group.lines} />
            </CardSection>
          ))}
      </div>
    </Section>
  )
}

const roleWords: Record<ChecklistRole, () => string> = {
  host_coordinator: m.visits_checklist_host_coordinator,
  host: m.visits_checklist_host,
  guest_coordinator: m.visits_checklist_guest_coordinator,
  guest_leader: m.visits_checklist_guest_leader,
  guest: m.visits_checklist_guest,
}

function Lines({ lines }: { lines: readonly ChecklistLine[] }) {
  const { visit } = useVisit()
  return (
    <Checklist
      items={lines.map((line) => ({
        id: `${line.role}-${line.key}`,
        label: line.text[getLocale()],
        done: line.done,
        note: lineNote(line, visit.timeZone),
        ...(line.section && !line.done ? { to: `/visits/${visit.id}/${line.section}` } : {}),
        ...(line.mayTick ? { action: <TickForm line={line} /> } : {}),
      }))}
    />
  )
}

function TickForm({ line }: { line: ChecklistLine }) {
  const word = line.done ? m.visits_checklist_untick() : m.visits_checklist_tick()
  return (
    <PlainForm method="post" preventScrollReset>
      <input type="hidden" name="item" value={line.key} />
      <input type="hidden" name="done" value={line.done ? 'no' : 'yes'} />
      <SubmitButton variant={line.done ? 'quiet' : 'secondary'} size="small" aria-label={`${word}: ${line.text[getLocale()]}`}>
        {word}
      </SubmitButton>
    </PlainForm>
  )
}
