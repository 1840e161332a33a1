// Everybody who takes part, side by side, with what their coordinators can do.

import { PersonPlusIcon } from '@navikt/aksel-icons'
import { Form as PlainForm } from '@remix-run/react'
import { formatShortDay } from '#app/i18n/format.ts'
import { dayAt } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Section, SubmitButton, Who } from '#app/ui/index.ts'
import type { PersonThere, VisitPage } from '../queries/visit-page.server.ts'
import { isOver } from '../rules/moves.ts'
import type { Side } from '../rules/words.ts'
import { sidesName, unitWithCountry } from './words.ts'

type Props = { page: VisitPage; confirmed: ReadonlyMap<string, Date> }

export function PeopleList({ page, confirmed }: Props) {
  return (
    <Section id="people" title={m.visits_people_title()}>
      <p className="sl-measure sl-lede">{m.visits_people_lead()}</p>
      <div className="sl-cards sl-cards--wide">
        <SidePeople side="host" unit={page.host.name} page={page} confirmed={confirmed} />
        <SidePeople side="guest" unit={page.guests.map(unitWithCountry).join(', ')} page={page} confirmed={confirmed} />
      </div>
    </Section>
  )
}

function SidePeople({ side, unit, page, confirmed }: Props & { side: Side; unit: string }) {
  const { visit, me } = page
  const people = page.people.filter((person) => person.side === side)
  const mayInvite = me.coordinates === side && !isOver(visit)
  return (
    <section className="sl-card sl-stack" aria-labelledby={`people-${side}`}>
      <h3 id={`people-${side}`}>{m.visits_people_of({ side: sidesName(side), unit })}</h3>
      {people.length === 0 ? <p className="sl-meta">{m.visits_who_nobody_host()}</p> : null}
      <ul className="sl-stack">
        {people.map((person) => (
          <li key={person.id} className="sl-stack-s">
            <Who name={person.name} side={side} about={aboutOf(person, confirmed.get(person.id), visit.timeZone)} />
            <PersonActions person={person} page={page} />
          </li>
        ))}
      </ul>
      {mayInvite ? (
        <p>
          <ButtonLink
            to={`/visits/${visit.id}/invitation?side=${side}`}
            variant={side === 'guest' ? 'primary' : 'secondary'}
            icon={<PersonPlusIcon aria-hidden />}
          >
            {side === 'guest' ? m.visits_people_invite_guest() : m.visits_people_invite_host()}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  )
}

function aboutOf(person: PersonThere, read: Date | undefined, zone: string): string {
  const parts = [
    person.profession,
    person.organisation,
    person.isCoordinator ? m.visits_who_coordinator() : '',
    person.hasAccepted ? '' : m.visits_people_waiting(),
    read ? m.visits_people_rules_read({ day: formatShortDay(dayAt(read, zone)) }) : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

function PersonActions({ person, page: { visit, me } }: { person: PersonThere; page: VisitPage }) {
  if (isOver(visit)) return null
  const base = `/visits/${visit.id}/people/${person.id}`
  const mayRemove = person.isMe || me.coordinates === person.side || me.coordinates === 'host'
  const mayHandOver = me.coordinates === person.side && person.hasAccepted
  if (!mayRemove && !mayHandOver) return null
  return (
    <div className="sl-row">
      {mayHandOver ? (
        <PlainForm method="post" action={`${base}/coordinator`}>
          <input type="hidden" name="isCoordinator" value={person.isCoordinator ? 'no' : 'yes'} />
          <SubmitButton variant="quiet" size="small" aria-label={`${handOverWord(person)}: ${person.name}`}>
            {handOverWord(person)}
          </SubmitButton>
        </PlainForm>
      ) : null}
      {mayRemove ? (
        <ButtonLink to={`${base}/removal`} variant="quiet" size="small" about={person.name}>
          {person.isMe ? m.visits_people_leave() : m.visits_people_remove()}
        </ButtonLink>
      ) : null}
    </div>
  )
}

function handOverWord(person: PersonThere): string {
  return person.isCoordinator ? m.visits_people_end_coordinator() : m.visits_people_make_coordinator()
}
