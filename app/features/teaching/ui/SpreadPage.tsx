// How teaching has spread: a sentence, the picture, and the table that holds the same.
import { Link } from '@remix-run/react'
import { formatList, formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, DataTable, EmptyState, Facts, Notice, Page, PageHead, Section, StatusChip } from '#app/ui/index.ts'
import type { Spread, SpreadBox, SpreadRow, UnitSpread } from '../queries/spread.server.ts'
import { type CascadeDrawing, CascadePicture } from './CascadePicture.tsx'
import { groupWords, spreadWords, whoWords } from './spread-words.ts'

type Drawings = { wide: CascadeDrawing; narrow: CascadeDrawing } | null

export function OwnSpreadPage({ spread, drawing }: { spread: Spread; drawing: Drawings }) {
  return (
    <Page>
      <PageHead
        title={m.teaching_tree_title()}
        lead={m.teaching_tree_lead()}
        crumbs={[{ to: '/teaching', label: m.teaching_title() }, { label: m.teaching_tree_title() }]}
      />
      <Chain spread={spread} drawing={drawing} rule={m.teaching_tree_rule_own()} />
    </Page>
  )
}

export function UnitSpreadPage({ view, drawing }: { view: UnitSpread; drawing: Drawings }) {
  const { unit, spread, steps, least } = view
  return (
    <Page>
      <PageHead
        title={m.teaching_unit_title()}
        lead={m.teaching_unit_lead({ unit: unit.name })}
        crumbs={[{ to: `/units/${unit.id}`, label: unit.name, lang: unit.language }, { label: m.teaching_unit_title() }]}
      />
      {spread ? <Chain spread={spread} drawing={drawing} rule={m.teaching_tree_rule_unit()} /> : null}
      {steps ? <Steps steps={steps} least={least} /> : null}
    </Page>
  )
}

function Steps({ steps: { confirmed }, least }: { steps: NonNullable<UnitSpread['steps']>; least: number }) {
  const said =
    confirmed === null ? (
      <StatusChip status="hidden">{m.teaching_hidden()}</StatusChip>
    ) : (
      m.teaching_at_least({ count: formatNumber(confirmed) })
    )
  return (
    <Section id="counts" title={m.teaching_counts()}>
      <div className="sl-stack">
        <Facts items={[{ term: m.teaching_counts_confirmed(), value: said }]} />
        <p className="sl-meta">{m.teaching_counts_rule({ least })}</p>
      </div>
    </Section>
  )
}

function Chain({ spread, drawing, rule }: { spread: Spread; drawing: Drawings; rule: string }) {
  const { totals, rows, page, pages, picture } = spread
  if (!drawing || rows.length === 0) {
    return (
      <EmptyState
        id="none"
        title={m.teaching_tree_none_title()}
        action={
          <ButtonLink to="/teaching" variant="secondary">
            {m.teaching_title()}
          </ButtonLink>
        }
      >
        <p>{m.teaching_tree_none_text()}</p>
      </EmptyState>
    )
  }
  const words = spreadWords(totals)
  return (
    <>
      <Section id="picture" title={m.teaching_tree_picture()}>
        <div className="sl-stack">
          <p className="sl-lead">{words}</p>
          <CascadePicture {...drawing} name={`${words} ${m.teaching_tree_table_follows()}`} />
          {picture.kind === 'boxes' ? <Notice>{m.teaching_tree_drawn_together()}</Notice> : null}
          <p className="sl-meta">{rule}</p>
        </div>
      </Section>
      <Section id="numbers" title={m.teaching_counts()}>
        <div className="sl-stack">
          <Facts
            items={[
              { term: m.teaching_year_sessions(), value: formatNumber(totals.sessions) },
              { term: m.teaching_stated(), value: formatNumber(totals.stated) },
              { term: m.teaching_counts_confirmed(), value: formatNumber(totals.confirmed) },
              { term: m.teaching_visitors_of_these(), value: formatNumber(totals.visitors) },
            ]}
          />
          <p className="sl-meta">{m.teaching_numbers_note()}</p>
        </div>
      </Section>
      {picture.kind === 'boxes' ? (
        <Section id="units" title={m.teaching_tree_table()}>
          <Boxes boxes={picture.boxes} />
        </Section>
      ) : null}
      <Section id="table" title={picture.kind === 'boxes' ? m.teaching_tree_teachers_table() : m.teaching_tree_table()}>
        <Rows rows={rows} />
        {pages > 1 ? <Pages page={page} pages={pages} /> : null}
      </Section>
    </>
  )
}

/** What the picture of a large chain shows, with the units that it draws together. */
function Boxes({ boxes }: { boxes: readonly SpreadBox[] }) {
  const nameOf = (unit: SpreadBox['unit'] | undefined) => unit?.name ?? m.teaching_tree_no_unit()
  const fromOf = ({ from }: SpreadBox) =>
    formatList(from.map(({ at, people }) => `${nameOf(boxes[at]?.unit)} (${formatNumber(people)})`))
  return (
    <DataTable
      caption={m.teaching_tree_units_caption()}
      rows={boxes}
      rowKey={(box) => String(boxes.indexOf(box))}
      columns={[
        { key: 'unit', label: m.teaching_tree_unit(), cell: ({ unit }) => <span lang={unit?.language}>{nameOf(unit)}</span> },
        { key: 'generation', label: m.teaching_tree_generation(), cell: (box) => formatNumber(box.generation), numeric: true },
        { key: 'people', label: m.teaching_tree_people(), cell: (box) => formatNumber(box.people), numeric: true },
        { key: 'from', label: m.teaching_tree_by(), cell: (box) => fromOf(box) || m.teaching_tree_began() },
      ]}
    />
  )
}

function Rows({ rows }: { rows: readonly SpreadRow[] }) {
  return (
    <DataTable
      caption={m.teaching_tree_caption()}
      rows={rows}
      rowKey={(row) => String(row.at)}
      columns={[
        { key: 'who', label: m.teaching_teacher(), cell: whoWords },
        { key: 'generation', label: m.teaching_tree_generation(), cell: (row) => formatNumber(row.generation), numeric: true },
        { key: 'by', label: m.teaching_tree_by(), cell: (row) => (row.by ? whoWords(row.by) : m.teaching_tree_began()) },
        { key: 'reached', label: m.teaching_tree_reached(), cell: (row) => <Reached row={row} /> },
        { key: 'onward', label: m.teaching_tree_onward_label(), cell: (row) => formatNumber(row.onward), numeric: true },
        { key: 'stated', label: m.teaching_stated(), cell: (row) => formatNumber(row.stated), numeric: true },
      ]}
    />
  )
}

function Reached({ row }: { row: SpreadRow }) {
  const teaching = row.directly - row.groups.reduce((sum, { people }) => sum + people, 0)
  const parts = [
    ...row.groups.map((group) =>
      group.names.length > 0 ? `${groupWords(group)} (${formatList(group.names)})` : groupWords(group),
    ),
    ...(teaching > 0 ? [m.teaching_tree_teach_on({ count: teaching })] : []),
    ...(row.visitors > 0 ? [m.teaching_tree_visitors({ count: row.visitors })] : []),
  ]
  return (
    <span>
      {formatNumber(row.directly)}
      {parts.length > 0 ? <span className="sl-meta"> · {parts.join(', ')}</span> : null}
    </span>
  )
}

function Pages({ page, pages }: { page: number; pages: number }) {
  return (
    <nav className="sl-row" aria-label={m.teaching_pages()}>
      {page > 1 ? <Link to={`?page=${page - 1}#table`}>{m.teaching_page_before()}</Link> : null}
      <span>{m.teaching_page_of({ page, pages })}</span>
      {page < pages ? <Link to={`?page=${page + 1}#table`}>{m.teaching_page_after()}</Link> : null}
    </nav>
  )
}
