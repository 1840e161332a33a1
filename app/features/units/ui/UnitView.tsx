// What a unit says of itself, in its own words and language, with the facts a visitor plans by.
import { Link } from '@remix-run/react'
import { countryName, formatDayRange, formatList, languageName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Card, Facts, Notice, Section } from '#app/ui/index.ts'
import { placed } from '#app/ui/placed.ts'
import type { Unit, UnitPage } from '../queries/unit.server.ts'
import { dayCountWords, formWord, groupWords, kindWord } from './unit-words.ts'

type Shown = Pick<UnitPage, 'unit' | 'profile' | 'place' | 'closedPeriods'>

/** "Ward · Örebro · Örebro län · Sweden" */
export function unitFacts({ unit, place }: Pick<Shown, 'unit' | 'place'>): string[] {
  return [kindWord(unit.kind), unit.city, place?.name ?? '', countryName(unit.country)].filter(Boolean)
}

export function UnitWords({ unit, profile }: Pick<Shown, 'unit' | 'profile'>) {
  const words = [
    { id: 'can-show', title: m.units_can_show(), text: profile?.canShow },
    { id: 'struggle', title: m.units_struggle(), text: profile?.struggleWith },
    { id: 'practicalities', title: m.units_practicalities(), text: profile?.practicalities },
  ]
  return words.map(({ id, title, text }) =>
    text ? (
      <Section key={id} id={id} title={title}>
        <Voice text={text} lang={unit.language} />
      </Section>
    ) : null,
  )
}

/** People's own words; an empty line begins a new paragraph. */
function Voice({ text, lang }: { text: string; lang: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter(Boolean)
  return (
    <div className="sl-stack">
      {placed(paragraphs.map((text) => ({ text }))).map((paragraph) => (
        <p key={paragraph.at} className="sl-voice" lang={lang}>
          {paragraph.text}
        </p>
      ))}
    </div>
  )
}

export function VisitTerms({ profile, closedPeriods }: Pick<Shown, 'profile' | 'closedPeriods'>) {
  if (!profile?.isOpen) return null
  const items = [
    { term: m.units_languages(), value: formatList(profile.languages.map(languageName)) },
    { term: m.units_forms(), value: formatList(profile.forms.map(formWord)) },
    { term: m.units_group(), value: groupWords(profile.groupMin, profile.groupMax) },
    { term: m.units_length(), value: dayCountWords(profile.daysMin, profile.daysMax) },
    { term: m.units_notice(), value: m.units_notice_value({ count: profile.noticeMonths }) },
  ]
  const closed = closedPeriods.map((period) => (
    <li key={period.id}>
      {formatDayRange(period.startsOn, period.endsOn)}
      {period.reason ? <span className="sl-meta"> · {period.reason}</span> : null}
    </li>
  ))
  return (
    <Section id="facts" title={m.units_facts()}>
      <Card>
        <Facts items={closed.length > 0 ? [...items, { term: m.units_closed_periods(), value: <ul>{closed}</ul> }] : items} />
      </Card>
    </Section>
  )
}

/** The one primary action of the page, or why there is none. */
export function AskForVisit({ unit, isOpen }: { unit: Pick<Unit, 'id' | 'name'>; isOpen: boolean }) {
  if (!isOpen) return <Notice>{m.units_not_inviting()}</Notice>
  return (
    <ButtonLink to={`/visits/new?host=${unit.id}`} about={unit.name}>
      {m.units_ask()}
    </ButtonLink>
  )
}

export function UnitsBelow({ below }: { below: UnitPage['below'] }) {
  const living = below.filter((unit) => unit.closedAt === null)
  if (living.length === 0) return null
  return (
    <Section id="below" title={m.units_below()}>
      <ul className="sl-list">
        {living.map((unit) => (
          <li key={unit.id}>
            <Link to={`/units/${unit.id}`}>{unit.name}</Link> <span className="sl-meta">{kindWord(unit.kind)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
