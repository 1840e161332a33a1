// Visits in lists: what needs somebody as one line with a button, the others as quiet cards.
import { Link } from '@remix-run/react'
import { formatList, formatShortRange } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Card, Chip, Chips, type GlyphShape, Pair, Todo } from '#app/ui/index.ts'
import type { VisitCard } from '../queries/visit-cards.server.ts'
import type { VisitStatus } from '../rules/words.ts'
import { stepWords } from './step-words.ts'
import { inDaysWords, statusName } from './words.ts'

const glyphs: Record<VisitStatus, GlyphShape> = {
  asked: 'asked',
  in_dialogue: 'dialogue',
  confirmed: 'agreed',
  preparing: 'preparing',
  under_way: 'underway',
  evaluating: 'evaluating',
  summarised: 'summarised',
  followed_up: 'parting',
  closed: 'parted',
  declined: 'asked',
  withdrawn: 'asked',
  cancelled: 'asked',
}

/** "Trygg hemgång med Nordvik" for hosts, "… hos Tallbacken" for guests, both for those who look on. */
function cardTitle(card: VisitCard): string {
  const guests = formatList(card.guestNames)
  if (card.side === 'host') return m.visits_home_with({ title: card.title, unit: guests })
  if (card.side === 'guest') return m.visits_home_at({ title: card.title, unit: card.hostName })
  return m.visits_home_of({ title: card.title, guests, host: card.hostName })
}

/** The name of the other side, which steps mention. */
function otherOf(card: VisitCard): string {
  return card.side === 'host' ? formatList(card.guestNames) : card.hostName
}

/** Where the step is done. */
function stepPath(card: VisitCard): string {
  return card.step.section ? `/visits/${card.id}/${card.step.section}` : `/visits/${card.id}`
}

function CardPair({ card }: { card: VisitCard }) {
  return <Pair host={{ name: card.hostPerson }} guest={{ name: card.guestPerson }} />
}

/** Something in a visit that needs this person. */
export function VisitTodo({ card }: { card: VisitCard }) {
  const words = stepWords(card.step.kind, otherOf(card))
  return (
    <Todo
      faces={<CardPair card={card} />}
      title={words.title}
      note={
        <>
          <Link to={`/visits/${card.id}`} lang={card.language}>
            {card.title}
          </Link>
          {' · '}
          {words.why}
        </>
      }
      action={
        <ButtonLink to={stepPath(card)} variant="secondary" size="small" about={card.title}>
          {words.button}
        </ButtonLink>
      }
    />
  )
}

/** A visit as a card: where it stands, what it is, when. */
export function VisitCardItem({ card, level = 3 }: { card: VisitCard; level?: 2 | 3 }) {
  const Heading = `h${level}` as const
  const when = card.startsOn && card.endsOn ? formatShortRange(card.startsOn, card.endsOn) : m.visits_no_days()
  const soon = inDaysWords(card.inDays)
  return (
    <article>
      <Card>
        <Chips>
          <Chip glyph={glyphs[card.status]}>{statusName(card.status, card.direction)}</Chip>
        </Chips>
        <Heading>
          <Link to={`/visits/${card.id}`}>{cardTitle(card)}</Link>
        </Heading>
        <p className="sl-meta">{[when, soon].filter(Boolean).join(' · ')}</p>
      </Card>
    </article>
  )
}
