// One employee: what is written about them, their courses, and what follows from these today.
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatList, formatShortDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { AskFirst, ButtonLink, Card, Chip, Facts, Page, PageHead, Section } from '#app/ui/index.ts'
import type { EmployeePage, EmployeeView } from '../queries/register.server.ts'
import { standingWords, supervisingWord } from './words.ts'

export function EmployeeOnPage({ page: { unit, employee, wasCounted } }: { page: EmployeePage }) {
  const own = `/units/${unit.id}/training/${employee.id}`
  return (
    <Page width="read">
      <PageHead title={employee.name} crumbs={crumbsTo(unit, employee.name)}>
        <div className="sl-row">
          <ButtonLink to={`${own}/courses/new`}>{m.training_course_add()}</ButtonLink>
          <ButtonLink to={`${own}/edit`} variant="secondary">
            {m.training_change()}
          </ButtonLink>
        </div>
      </PageHead>
      <EmployeeFacts employee={employee} own={own} />
      <AskFirst
        title={m.training_remove_title()}
        text={wasCounted ? m.training_remove_ends() : m.training_remove_erases()}
        action={`${own}/removal`}
        button={wasCounted ? m.training_remove_end() : m.training_remove_erase()}
      />
    </Page>
  )
}

export function crumbsTo(unit: { id: string; name: string }, ...labels: string[]) {
  const own = `/units/${unit.id}`
  return [
    { label: unit.name, to: own },
    { label: m.training_register_title(), to: `${own}/training` },
    ...labels.map((label) => ({ label })),
  ]
}

/** `own`: the address of the row, for those who may change it. */
export function EmployeeFacts({ employee, own }: { employee: EmployeeView; own?: string }) {
  const { email, reference, supervising, employedFrom, employedUntil, entitles, hasAccount } = employee
  const facts: { term: string; value: ReactNode }[] = [
    { term: m.training_entitles_now(), value: entitles.length > 0 ? formatList(entitles) : m.training_entitles_nobody() },
    { term: m.training_supervising(), value: supervisingWord(supervising) },
    ...(employedFrom ? [{ term: m.training_employed_from(), value: formatShortDay(employedFrom) }] : []),
    ...(employedUntil ? [{ term: m.training_employed_until(), value: formatShortDay(employedUntil) }] : []),
    ...(email ? [{ term: m.training_email(), value: <Address email={email} hasAccount={hasAccount} /> }] : []),
    ...(reference ? [{ term: m.training_reference(), value: reference }] : []),
  ]
  return (
    <>
      <Card>
        <Facts items={facts} />
      </Card>
      <Section id="courses" title={m.training_courses()}>
        {employee.courses.length === 0 ? <p>{m.training_courses_none()}</p> : null}
        <div className="sl-stack">
          {employee.courses.map((standing) => (
            <CourseCard key={standing.course.id} standing={standing} own={own} />
          ))}
        </div>
      </Section>
    </>
  )
}

function Address({ email, hasAccount }: { email: string; hasAccount: boolean }) {
  return (
    <>
      {email} {hasAccount ? <Chip>{m.training_has_account()}</Chip> : null}
    </>
  )
}

function CourseCard({ standing, own }: { standing: EmployeeView['courses'][number]; own: string | undefined }) {
  const { course, title, state } = standing
  const { provider, place, note } = course
  const why = standingWords(standing)
  return (
    <article className="sl-card sl-stack-s">
      <h3>{title}</h3>
      <p>
        {[formatShortDay(course.takenOn), provider, place].filter(Boolean).join(' · ')}{' '}
        {state === 'counts' ? null : <Chip>{m.training_not_valid()}</Chip>}
      </p>
      {why ? <p className="sl-meta">{why}</p> : null}
      {note ? <p>{note}</p> : null}
      {own ? (
        <p>
          <Link to={`${own}/courses/${course.id}`}>{m.training_course_change()}</Link>
        </p>
      ) : null}
    </article>
  )
}
