import { Form as PlainForm } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { CardSection, Checklist, Section, SubmitButton } from '#app/ui/index.ts'
import type { ChecklistLine } from '../rules/checklist.ts'
import { lineNote } from './LeftBefore.tsx'
import { useVisit } from './useVisit.ts'

type Line = ChecklistLine & { mayTick: boolean }
const groups = ['host', 'guest'] as const

/** Both sides' lists, so that each sees what the other has left. */
export function ChecklistPage({ lines }: { lines: readonly Line[] }) {
  const titles = { host: m.visits_checklist_host(), guest: m.visits_checklist_guest() }
  return (
    <Section id="checklist" title={m.visits_checklist_title()}>
      <p className="sl-measure sl-lede">{m.visits_checklist_lead()}</p>
      <div className="sl-cards sl-cards--wide">
        {groups.map((group) => (
          <CardSection key={group} id={`checklist-${group}`} title={titles[group]} level={3}>
            <Lines lines={lines.filter((line) => line.side === group || line.side === 'both')} />
          </CardSection>
        ))}
      </div>
    </Section>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const { visit } = useVisit()
  return (
    <Checklist
      items={lines.map((line) => ({
        id: line.key,
        label: line.text[getLocale()],
        done: line.done,
        note: lineNote(line, visit.timeZone),
        ...(line.section && !line.done ? { to: `/visits/${visit.id}/${line.section}` } : {}),
        ...(line.mayTick ? { action: <TickForm line={line} /> } : {}),
      }))}
    />
  )
}

function TickForm({ line }: { line: Line }) {
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
