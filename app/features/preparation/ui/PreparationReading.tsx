// The preparation to read: the hosts' page, and the guests' once it is sent. Goals of both sides stand side by side.
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Facts, Section } from '#app/ui/index.ts'
import type { FormField } from '../definition.ts'
import { fieldsOf } from '../definition.ts'
import type { PreparationPage } from '../queries/find-preparation.server.ts'
import { knownValue } from './FormSections.tsx'
import { GoalCard } from './GoalCard.tsx'
import { ImprovementWorkCard } from './ImprovementWorkCard.tsx'
import { People } from './People.tsx'

type Props = {
  page: PreparationPage
  /** The hosts' own goals as a form, when the reader writes them. */
  ownGoals?: ReactNode
}

export function PreparationReading({ page, ownGoals }: Props) {
  const locale = getLocale()
  const fields = fieldsOf(page.form, 'guest')
  const works = fields.find((field) => field.type === 'works')
  const parts = works?.type === 'works' ? works.parts : []
  const mayEdit = (side: 'host' | 'guest') => page.side === side && page.ownState !== 'over' && page.ownState !== 'waiting'
  return (
    <>
      {fields
        .filter((field) => ['PRE01', 'PRE04'].includes(field.id))
        .map((field) => (
          <Answer key={field.id} field={field} page={page} />
        ))}
      <Section id="goals" title={m.preparation_goals_both()}>
        <div className="sl-grid sl-grid--2">
          {(['guest', 'host'] as const).map((side) => {
            const goals = page.goals.filter((goal) => goal.side === side)
            return (
              <div key={side} className="sl-stack">
                <h3>{side === 'guest' ? m.preparation_goals_guests() : m.preparation_goals_hosts()}</h3>
                {side === 'host' && ownGoals
                  ? ownGoals
                  : goals.map((goal) => (
                      <GoalCard
                        key={goal.id}
                        goal={goal}
                        readerLanguage={locale}
                        editTo={mayEdit(side) ? `/visits/${page.visitId}/goals/${goal.id}` : undefined}
                      />
                    ))}
                {goals.length === 0 && !(side === 'host' && ownGoals) ? (
                  <p className="sl-meta">
                    {side === 'guest' ? m.preparation_goals_none_guest() : m.preparation_goals_none_host()}
                  </p>
                ) : null}
                {mayEdit(side) && !(side === 'host' && ownGoals) ? (
                  <p>
                    <Link to={`/visits/${page.visitId}/goals/new`}>{m.preparation_add_goal()}</Link>
                  </p>
                ) : null}
              </div>
            )
          })}
        </div>
      </Section>
      <Section
        id="works"
        title={m.preparation_works_brought()}
        action={
          mayEdit('guest') ? (
            <Link to={`/visits/${page.visitId}/preparation/changes?add=work#PRE03`}>{m.preparation_add_work()}</Link>
          ) : undefined
        }
      >
        {page.works.length === 0 ? <p className="sl-meta">{m.preparation_works_none()}</p> : null}
        <div className="sl-grid">
          {page.works.map((work) => (
            <ImprovementWorkCard
              key={work.id}
              work={work}
              parts={parts}
              editTo={mayEdit('guest') ? `/visits/${page.visitId}/preparation/changes#PRE03` : undefined}
            />
          ))}
        </div>
      </Section>
      <Section
        id="people"
        title={m.preparation_goals_guests()}
        action={
          page.may.write ? <Link to={`/visits/${page.visitId}/people`}>{m.preparation_participants_change()}</Link> : undefined
        }
      >
        <div className="sl-stack">
          <People page={page} side="guest" />
          <Facts
            items={fields.flatMap((field) =>
              field.type === 'known' ? [{ term: field.text[locale], value: knownValue(page, field.known) }] : [],
            )}
          />
        </div>
      </Section>
      {fields
        .filter((field) => field.id === 'PRE08')
        .map((field) => (
          <Answer key={field.id} field={field} page={page} />
        ))}
      <p className="sl-meta">
        {page.answers.PRE09?.text === 'yes' ? m.preparation_rules_read() : m.preparation_rules_not_read()}
      </p>
    </>
  )
}

/** Questions to the guests, said to the one who reads the answers. */
const readingTitles: Record<string, () => string> = {
  PRE01: m.preparation_read_PRE01,
  PRE04: m.preparation_read_PRE04,
}

function Answer({ field, page }: { field: FormField; page: PreparationPage }) {
  const answer = page.answers[field.id]
  return (
    <Section id={field.id} title={readingTitles[field.id]?.() ?? field.text[getLocale()]}>
      {answer?.text.trim() ? (
        <p className="sl-voice sl-prep__answer" lang={answer.language}>
          {answer.text}
        </p>
      ) : (
        <p className="sl-meta">{m.preparation_not_written()}</p>
      )}
    </Section>
  )
}
