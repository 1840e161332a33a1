// A unit's register: how many have the training, who they are, and what each of them may supervise today.
import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatList, formatShortDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Chip, DataTable, EmptyState, Page, PageHead, Section, StatusChip, SubmitButton } from '#app/ui/index.ts'
import type { EmployeeView, RegisterPage as Register } from '../queries/register.server.ts'
import { fedIndicator } from '../words.ts'
import { EmployeeFacts } from './EmployeeParts.tsx'
import { ruleWords, shareWords, supervisingWord } from './words.ts'

export function RegisterView({ register }: { register: Register }) {
  const { unit, employees, may } = register
  const own = `/units/${unit.id}/training`
  return (
    <Page>
      <PageHead
        title={m.training_register_title()}
        lead={m.training_register_lead()}
        crumbs={[{ label: unit.name, to: `/units/${unit.id}` }, { label: m.training_register_title() }]}
      >
        {may.keep && employees.length > 0 ? (
          <div className="sl-row">
            <ButtonLink to={`${own}/new`}>{m.training_add()}</ButtonLink>
            <ButtonLink to={`${own}/import`} variant="secondary">
              {m.training_import()}
            </ButtonLink>
            <a href={`${own}.csv`}>{m.training_export()}</a>
          </div>
        ) : null}
      </PageHead>
      {employees.length === 0 ? <Empty own={own} mayKeep={may.keep} /> : <Shares register={register} />}
      {employees.length > 0 ? (
        <Section id="employees" title={m.training_employees()}>
          <Employees register={register} />
        </Section>
      ) : null}
      <p>
        <Link to="/training">{m.training_steps_title()}</Link>
      </p>
    </Page>
  )
}

function Empty({ own, mayKeep }: { own: string; mayKeep: boolean }) {
  return (
    <EmptyState
      id="empty"
      title={m.training_empty_title()}
      action={
        mayKeep ? (
          <div className="sl-row">
            <ButtonLink to={`${own}/new`}>{m.training_add()}</ButtonLink>
            <ButtonLink to={`${own}/import`} variant="secondary">
              {m.training_import()}
            </ButtonLink>
          </div>
        ) : null
      }
    >
      <p>{m.training_empty_text()}</p>
    </EmptyState>
  )
}

function Shares({ register }: { register: Register }) {
  const { count, status, force, basicTitle, unit } = register
  return (
    <Section
      id="count"
      title={m.training_count_title()}
      action={<Link to={`/units/${unit.id}/training/counting`}>{m.training_counting_title()}</Link>}
    >
      <div className="sl-card sl-stack">
        <div className="sl-row sl-row--between">
          <div className="sl-stack-s">
            <p className="sl-value">{count.denominator > 0 ? shareWords(count) : m.indicators_none()}</p>
            <p>{count.denominator > 0 ? m.training_count_text(count) : m.training_count_nobody()}</p>
          </div>
          {status === 'met' ? <StatusChip status="met" /> : null}
          {status === 'not_met' ? <StatusChip status="not-met" /> : null}
        </div>
        <p className="sl-meta">{ruleWords(force.rule, basicTitle)}</p>
        <Told register={register} />
      </div>
    </Section>
  )
}

/** What the indicator has been told, and the way to tell it now. */
function Told({ register: { told, unit, may } }: { register: Register }) {
  return (
    <>
      <p>
        {told ? m.training_told({ ...told, day: formatShortDay(told.onDay) }) : m.training_told_never()}{' '}
        {told && !told.isShown ? m.training_told_waits() : null}
      </p>
      <p className="sl-meta">{m.training_told_when()}</p>
      <div className="sl-row">
        {may.keep ? (
          <Form method="post" action={`/units/${unit.id}/training/count`}>
            <SubmitButton variant="secondary">{m.training_tell_now()}</SubmitButton>
          </Form>
        ) : null}
        <ButtonLink to={`/indicators/${fedIndicator.indicatorId}?unit=${unit.id}`} variant="quiet">
          {m.training_to_indicator()}
        </ButtonLink>
      </div>
    </>
  )
}

function Employees({ register: { employees, unit } }: { register: Register }) {
  return (
    <DataTable
      caption={m.training_employees_caption()}
      rows={employees}
      rowKey={(employee) => employee.id}
      columns={[
        {
          key: 'name',
          label: m.training_name(),
          cell: (employee) => (
            <>
              <Link to={`/units/${unit.id}/training/${employee.id}`}>{employee.name}</Link>{' '}
              {employee.isEmployed ? null : <span className="sl-meta">{employmentWords(employee)}</span>}
            </>
          ),
        },
        { key: 'supervising', label: m.training_supervising(), cell: (employee) => supervisingWord(employee.supervising) },
        {
          key: 'holds',
          label: m.training_holds(),
          cell: ({ holds }) => (holds.length > 0 ? formatList(holds) : m.indicators_none()),
        },
        {
          key: 'entitles',
          label: m.training_entitles_now(),
          cell: ({ entitles }) => (entitles.length > 0 ? formatList(entitles) : m.indicators_none()),
        },
        {
          key: 'counted',
          label: m.training_counted(),
          cell: (employee) => countedWords(employee),
        },
      ]}
    />
  )
}

function countedWords({ isCounted, isTrained }: EmployeeView): ReactNode {
  if (!isCounted) return m.training_not_counted()
  return isTrained ? m.training_trained() : <Chip>{m.training_not_trained()}</Chip>
}

function employmentWords({ employedFrom, employedUntil }: EmployeeView): string {
  if (employedUntil) return m.training_employed_ended({ day: formatShortDay(employedUntil) })
  return employedFrom ? m.training_employed_begins({ day: formatShortDay(employedFrom) }) : ''
}

/** What a colleague sees: the own row, and nobody else's. */
export function OwnRows({ register: { unit, employees } }: { register: Register }) {
  return (
    <Page width="read">
      <PageHead
        title={m.training_own_title()}
        lead={m.training_own_lead({ unit: unit.name })}
        crumbs={[{ label: unit.name, to: `/units/${unit.id}` }, { label: m.training_register_title() }]}
      />
      {employees.map((employee) => (
        <EmployeeFacts key={employee.id} employee={employee} />
      ))}
      <p>
        <Link to="/training">{m.training_steps_title()}</Link>
      </p>
    </Page>
  )
}
