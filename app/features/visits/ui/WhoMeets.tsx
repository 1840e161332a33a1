import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Section, Who } from '#app/ui/index.ts'
import type { PersonThere, VisitPage } from '../queries/visit-page.server.ts'
import { sidesName } from './words.ts'

/** The people of both sides, coordinators first. */
export function WhoMeets({ page }: { page: VisitPage }) {
  const { visit, host, guests, people, me } = page
  const all = me.inside ? (
    <Link to={`/visits/${visit.id}/people`}>{me.coordinates ? m.visits_who_all() : m.visits_who_see()}</Link>
  ) : null
  return (
    <Section id="who" title={m.visits_who_meets()}>
      <div className="sl-stack">
        <SideList title={`${sidesName('host')}, ${host.name}`} people={people.filter((person) => person.side === 'host')} />
        <SideList
          title={`${sidesName('guest')}, ${guests.map((guest) => guest.name).join(', ')}`}
          people={people.filter((person) => person.side === 'guest')}
        />
        {all ? <p>{all}</p> : null}
      </div>
    </Section>
  )
}

function SideList({ title, people }: { title: string; people: readonly PersonThere[] }) {
  return (
    <div className="sl-stack-s">
      <h3 className="sl-side-label">{title}</h3>
      {people.length === 0 ? <p className="sl-meta">{m.visits_who_nobody_host()}</p> : null}
      {people.map((person) => (
        <Who key={person.id} name={person.name} side={person.side} about={aboutPerson(person)} />
      ))}
    </div>
  )
}

/** "sjuksköterska, samordnar" */
function aboutPerson(person: PersonThere): string {
  const parts = [
    person.profession,
    person.isCoordinator ? m.visits_who_coordinator() : '',
    person.hasAccepted ? '' : m.visits_who_invited(),
  ]
  return parts.filter(Boolean).join(', ')
}
