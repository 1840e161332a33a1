// What those who walk at a unit and below it have rated: counts by round, or that there are too few to show.
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { UnitWalksLink } from '#app/features/pairs/ui/units/UnitWalksLink.tsx'
import type { Walker } from '#app/features/pairs/words.ts'
import { formatDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { DataTable, EmptyState, Fold, Page, PageHead, Section, StatusChip } from '#app/ui/index.ts'
import type { Distribution, UnitMastery } from '../queries/unit-mastery.server.ts'
import { roundNames } from './words.ts'

type Group = UnitMastery['groups'][number]
type Statement = Group['statements'][number]
type Common = { least: number; steps: UnitMastery['steps']; unitId: string }

export function MasteryOfUnit({ unit, since, least, steps, groups }: UnitMastery) {
  const nothing = groups.every(({ statements }) =>
    statements.every(({ distributions }) => distributions.every(({ people }) => people === 0)),
  )
  const common = { least, steps, unitId: unit.id }
  return (
    <Page>
      <PageHead
        title={m.mastery_unit_title()}
        lead={m.mastery_unit_lead({ unit: unit.name })}
        crumbs={[{ to: `/units/${unit.id}`, label: unit.name }, { label: m.mastery_unit_title() }]}
      />
      <div className="sl-stack-s sl-feedback__rules">
        <p>{m.mastery_unit_period({ day: formatDay(since) })}</p>
        <p className="sl-meta">{m.mastery_unit_rule({ least })}</p>
      </div>
      {nothing ? (
        <EmptyState id="none" title={m.mastery_unit_none()} glyph="evaluating">
          <p>{m.mastery_unit_none_text({ least })}</p>
        </EmptyState>
      ) : (
        groups.map((group) => <OfGroup key={group.walker} {...common} group={group} />)
      )}
    </Page>
  )
}

const groupNames: Record<Walker, () => string> = {
  resource_person: m.mastery_unit_resource_person,
  leader: m.mastery_unit_leader,
}

function OfGroup({ group: { walker, statements }, ...common }: Common & { group: Group }) {
  const main = statements.filter(({ indicatorId }) => indicatorId !== null)
  const rest = statements.filter(({ indicatorId }) => indicatorId === null)
  return (
    <Section id={walker} title={groupNames[walker]()}>
      <div className="sl-stack">
        {main.map((statement) => (
          <OfStatement key={statement.id} {...common} statement={statement} />
        ))}
        <Fold summary={m.mastery_unit_rest()}>
          {rest.map((statement) => (
            <OfStatement key={statement.id} {...common} statement={statement} />
          ))}
        </Fold>
      </div>
    </Section>
  )
}

function OfStatement({ statement, least, steps, unitId }: Common & { statement: Statement }) {
  const { id, text, indicatorId, distributions } = statement
  return (
    <article className="sl-card sl-stack-s" aria-labelledby={`s-${id}`}>
      <h3 id={`s-${id}`} className="sl-feedback__question">
        {text}
      </h3>
      <DataTable
        caption={<span className="sl-hidden">{text}</span>}
        columns={[
          { key: 'round', label: m.mastery_round(), cell: ({ round }) => roundNames[round]() },
          ...steps.map(({ value, label }) => ({
            key: String(value),
            label: `${value} ${label}`,
            cell: ({ people, tally }: Distribution) => (people === 0 ? '–' : (tally[value - 1] ?? 0)),
            numeric: true,
          })),
          { key: 'people', label: m.mastery_unit_people(), cell: (row) => <Answers row={row} least={least} /> },
        ]}
        rows={distributions}
        rowKey={({ round }) => round}
      />
      {indicatorId ? (
        <p className="sl-meta">
          <Link to={`/indicators/${indicatorId}?unit=${unitId}`}>{m.mastery_unit_indicator({ id: indicatorId })}</Link>
        </p>
      ) : null}
    </article>
  )
}

function Answers({ row: { people, tally }, least }: { row: Distribution; least: number }) {
  if (people === 0) return <StatusChip status="hidden">{m.mastery_unit_hidden({ least })}</StatusChip>
  return (
    <span className="sl-rating__answers">
      <Shares tally={tally} people={people} />
      <span>{m.mastery_unit_high({ high: tally[3] + tally[4], people })}</span>
    </span>
  )
}

const WIDTH = 150
const HEIGHT = 16

/** The row as one bar, from 1 to 5; the counts stand beside it. */
function Shares({ tally, people }: Pick<Distribution, 'tally' | 'people'>) {
  const widthOf = (count: number) => (count / people) * WIDTH
  return (
    <svg className="sl-rating__shares" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {([1, 2, 3, 4, 5] as const).map((value) => (
        <rect
          key={value}
          className={`sl-rating__share sl-rating__share--${value}`}
          x={tally.slice(0, value - 1).reduce((sum, count) => sum + widthOf(count), 0)}
          width={widthOf(tally[value - 1] ?? 0)}
          height={HEIGHT}
        />
      ))}
    </svg>
  )
}

/** On the unit's own page: where its walks are told of. */
export function WalksAtUnit({ unitId, children }: { unitId: string; children?: ReactNode }) {
  return (
    <Section id="unit-walks" title={m.mastery_unit_section()}>
      <div className="sl-stack-s">
        <UnitWalksLink unitId={unitId} />
        <MasteryLink unitId={unitId} />
        {children}
      </div>
    </Section>
  )
}

export function MasteryLink({ unitId }: { unitId: string }) {
  return (
    <p>
      <Link to={`/units/${unitId}/mastery`}>{m.mastery_unit_title()}</Link>
    </p>
  )
}
