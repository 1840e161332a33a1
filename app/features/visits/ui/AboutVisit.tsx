import { Link } from '@remix-run/react'
import { formatWeekday } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { CardSection, Chip, Facts, Section, Who } from '#app/ui/index.ts'
import type { VisitPage } from '../queries/visit-page.server.ts'
import { rangeOf } from '../rules/dates.ts'
import { isOver } from '../rules/moves.ts'
import { askingSide } from '../rules/words.ts'
import { facesOf } from './VisitHead.tsx'
import { formName, rangeWords, sideName, unitWithCountry } from './words.ts'

/** The practical facts, with the ways to change them for those who coordinate. */
export function AboutVisit({ page }: { page: VisitPage }) {
  const { visit, kindTitle, guests, me } = page
  const range = rangeOf(visit)
  const base = `/visits/${visit.id}`
  const inside = me.inside ? <Link to={`${base}/dates`}>{range ? rangeWords(range) : m.visits_no_days()}</Link> : null
  const items = [
    { term: m.visits_fact_kind(), value: kindTitle[getLocale()] },
    { term: m.visits_fact_days(), value: inside ?? (range ? rangeWords(range) : m.visits_no_days()) },
    { term: m.visits_fact_form(), value: formName(visit.form) },
    { term: m.visits_fact_group(), value: guests.map(unitWithCountry).join(', ') },
    ...(visit.preparationDueOn ? [{ term: m.visits_fact_due(), value: formatWeekday(visit.preparationDueOn) }] : []),
    ...(visit.meetingUrl
      ? [{ term: m.visits_fact_meeting(), value: <a href={visit.meetingUrl}>{m.visits_fact_meeting_open()}</a> }]
      : []),
  ]
  return (
    <CardSection id="facts" title={m.visits_facts_title()} tone="quiet">
      <Facts items={items} />
      <p className="sl-row">
        {me.coordinates && !isOver(visit) ? <Link to={`${base}/facts`}>{m.visits_change_facts()}</Link> : null}
        {me.inside ? <Link to={`${base}/rules`}>{m.visits_section_rules()}</Link> : null}
        <Link to={`${base}/history`}>{m.visits_section_history()}</Link>
      </p>
    </CardSection>
  )
}

/** What was asked for, or what the host invited to, in the writer's words. */
export function Inquiry({ page }: { page: VisitPage }) {
  const { visit } = page
  const side = askingSide(visit)
  const title = side === 'guest' ? m.visits_inquiry_title() : m.visits_inquiry_title_invited()
  return (
    <Section id="inquiry" title={title}>
      <article className="sl-goal">
        <div className="sl-row sl-row--between">
          <Who name={facesOf(page)[side]} side={side} about={sideName(side)} />
          {visit.language === getLocale() ? null : (
            <Chip tone="quiet">{m.visits_written_in({ language: page.languageName })}</Chip>
          )}
        </div>
        <p className="sl-voice" lang={visit.language}>
          {visit.inquiry}
        </p>
      </article>
    </Section>
  )
}
