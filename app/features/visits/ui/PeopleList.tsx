// Everybody who takes part, side by side, with what their coordinators can do.

import { PersonPlusIcon } from '@navikt/aksel-icons'
import { Form as PlainForm } from '@remix-run/react'
import { formatShortDay } from '#app/i18n/format.ts'
import { dayAt } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Notice, Section, SubmitButton, Who } from '#app/ui/index.ts'
import type { PersonThere, VisitPage } from '../queries/visit-page.server.ts'
import type { Waiting } from '../queries/waiting.server.ts'
import { isOver } from '../rules/moves.ts'
import type { Side } from '../rules/words.ts'
import { sidesName, unitWithCountry } from './words.ts'

type Props = {
  page: VisitPage
  confirmed: ReadonlyMap<string, Date>
  /** Whose invitation has not been answered. */
  waiting: readonly Waiting[]
}

/** `renewed`: the participant whose invitation has just been sent again. */
export function PeopleList({ page, confirmed, waiting, renewed }: Props & { renewed: string | null }) {
  const told = page.people.find((person) => person.id === renewed)
  return (
    <Section id="people" title={m.visits_people_title()}>
      <div className="sl-stack">
        {told ? <Notice tone="success">{m.visits_people_renewed({ name: told.name })}</Notice> : null}
        <p className="sl-measure sl-lede">{m.visits_people_lead()}</p>
      </div>
      <div className="sl-cards sl-cards--wide">
        <SidePeople side="host" unit={page.host.name} {...{ page, confirmed, waiting }} />
        <SidePeople side="guest" unit={page.guests.map(unitWithCountry).join(', ')} {...{ page, confirmed, waiting }} />
      </div>
    </Section>
  )
}

function SidePeople({ side, unit, page, confirmed, waiting }: Props & { side: Side; unit: string }) {
  const { visit, me } = page
  const people = page.people.filter((person) => person.side === side)
  const mayInvite = me.coordinates === side && !isOver(visit)
  return (
    <section className="sl-card sl-stack" aria-labelledby={`people-${side}`}>
      <h3 id={`people-${side}`}>{m.visits_people_of({ side: sidesName(side), unit })}</h3>
      {people.length === 0 ? <p className="sl-meta">{m.visits_who_nobody_host()}</p> : null}
      <ul className="sl-stack">
        {people.map((person) => {
          const open = waiting.find((one) => one.participantId === person.id)
          return (
            <li key={person.id} className="sl-stack-s">
              <Who name={person.name} side={side} about={aboutOf(person, confirmed.get(person.id), open, visit.timeZone)} />
              <PersonActions person={person} page={page} mayRenew={open?.mayRenew ?? false} />
            </li>
          )
        })}
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

function aboutOf(person: PersonThere, read: Date | undefined, open: Waiting | undefined, zone: string): string {
  const parts = [
    person.profession,
    person.organisation,
    person.isCoordinator ? m.visits_who_coordinator() : '',
    person.hasAccepted ? '' : waitingWords(open, zone),
    read ? m.visits_people_rules_read({ day: formatShortDay(dayAt(read, zone)) }) : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

function waitingWords(open: Waiting | undefined, zone: string): string {
  if (!open) return m.visits_people_waiting()
  if (open.hasExpired) return m.visits_people_waiting_expired()
  return m.visits_people_waiting_until({ day: formatShortDay(dayAt(open.expiresAt, zone)) })
}

type Acting = { person: PersonThere; page: VisitPage; mayRenew: boolean }

function PersonActions({ person, page: { visit, me }, mayRenew }: Acting) {
  if (isOver(visit)) return null
  const base = `/visits/${visit.id}/people/${person.id}`
  const mayRemove = person.isMe || me.coordinates === person.side || me.coordinates === 'host'
  const mayHandOver = me.coordinates === person.side && person.hasAccepted
  if (!mayRemove && !mayHandOver && !mayRenew) return null
  return (
    <div className="sl-row">
      {mayRenew ? (
        <PlainForm method="post" action={`${base}/renewal`}>
          <SubmitButton variant="quiet" size="small" aria-label={`${m.visits_people_renew()}: ${person.name}`}>
            {m.visits_people_renew()}
          </SubmitButton>
        </PlainForm>
      ) : null}
      {mayRenew ? (
        <ButtonLink to={`${base}/correction`} variant="quiet" size="small" about={person.name}>
          {m.visits_people_correct()}
        </ButtonLink>
      ) : null}
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
