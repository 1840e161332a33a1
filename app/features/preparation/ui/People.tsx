import { m } from '#app/paraglide/messages.js'
import { Who } from '#app/ui/index.ts'
import type { PreparationPage } from '../queries/find-preparation.server.ts'

/** Who takes part on a side, with what they do and where they come from. */
export function People({ page, side }: { page: Pick<PreparationPage, 'participants'>; side: 'host' | 'guest' }) {
  const people = page.participants.filter((person) => person.side === side)
  if (people.length === 0) return <p>{m.preparation_participants_none()}</p>
  return (
    <ul className="sl-prep__people">
      {people.map((person) => {
        const about = [person.profession, person.organisation, person.joined ? '' : m.preparation_participant_invited()]
        return (
          <li key={person.id}>
            <Who name={person.name} side={side} about={about.filter(Boolean).join(', ')} />
          </li>
        )
      })}
    </ul>
  )
}
