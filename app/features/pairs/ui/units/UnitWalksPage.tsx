// How the walks at a unit and below it stand: how many, how far, where they stop. No names, and nothing about few people.
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { sortByName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { DataTable, EmptyState, Facts, Page, PageHead, Section, TabSwitch } from '#app/ui/index.ts'
import type { UnitWalksView } from '../../unit-walks-view.ts'
import { FunnelPicture } from './FunnelPicture.tsx'

type Props = UnitWalksView & { beside?: ReactNode }

/** `beside`: what rooms above tell of the same walks. */
export function UnitWalksPage({ unit, above, path, choices, least, here, modules, below, beside }: Props) {
  const address = `/units/${unit.id}/pairs`
  return (
    <Page>
      <PageHead
        title={m.pairs_unit_title()}
        lead={m.pairs_unit_lead({ unit: unit.name })}
        crumbs={[
          ...above.map((place) => ({ to: `/units/${place.id}`, label: place.name })),
          { to: `/units/${unit.id}`, label: unit.name },
          { label: m.pairs_unit_title() },
        ]}
      />
      {choices.length > 1 ? (
        <TabSwitch
          label={m.pairs_unit_paths()}
          items={choices.map((one) => ({
            to: `${address}?path=${one.pathId}&version=${one.version}`,
            label: m.pairs_unit_path({ title: one.title, version: one.version }),
            current: one.pathId === path.id && one.version === path.version,
          }))}
        />
      ) : null}
      <p>
        <Link to={addressOf(path.id)}>{path.title}</Link>
      </p>
      {here.all === 0 ? (
        <EmptyState id="none" title={m.pairs_unit_none()}>
          {m.pairs_unit_none_text({ least })}
        </EmptyState>
      ) : (
        <>
          <Section id="stand" title={m.pairs_unit_stand()}>
            <Facts items={standFacts(here)} />
          </Section>
          <Section id="far" title={m.pairs_unit_far()}>
            <div className="sl-stack">
              <p className="sl-meta">{m.pairs_unit_far_text()}</p>
              <FunnelPicture all={here.all} modules={modules} />
              <DataTable
                caption={<span className="sl-hidden">{m.pairs_unit_far()}</span>}
                stack
                rows={modules}
                rowKey={(row) => row.id}
                columns={[
                  { key: 'module', label: m.pairs_module(), cell: (row) => `${row.number}. ${row.title}` },
                  { key: 'walked', label: m.pairs_unit_walked(), numeric: true, cell: (row) => atLeast(row.walked) },
                  {
                    key: 'joint',
                    label: m.pairs_unit_joint(),
                    numeric: true,
                    cell: (row) => (row.hasJoint ? atLeast(row.joint) : m.pairs_unit_no_joint()),
                  },
                ]}
              />
            </div>
          </Section>
        </>
      )}
      {below.length > 0 ? <Below below={below} search={`?path=${path.id}&version=${path.version}`} /> : null}
      {beside}
      <p className="sl-meta">{m.pairs_unit_rule({ least })}</p>
    </Page>
  )
}

function Below({ below, search }: { below: UnitWalksView['below']; search: string }) {
  return (
    <Section id="below" title={m.pairs_unit_below()}>
      <DataTable
        caption={<span className="sl-hidden">{m.pairs_unit_below()}</span>}
        rows={sortByName(below, (row) => row.name)}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'unit',
            label: m.pairs_unit(),
            cell: (row) => (
              <Link to={`/units/${row.id}/pairs${search}`} lang={row.language}>
                {row.name}
              </Link>
            ),
          },
          { key: 'all', label: m.pairs_unit_all(), numeric: true, cell: (row) => atLeast(row.all) },
          { key: 'way', label: m.pairs_unit_under_way(), numeric: true, cell: (row) => atLeast(row.states.under_way) },
          { key: 'finished', label: m.pairs_unit_finished(), numeric: true, cell: (row) => atLeast(row.states.finished) },
          { key: 'ended', label: m.pairs_unit_ended(), numeric: true, cell: (row) => atLeast(row.states.ended) },
        ]}
      />
    </Section>
  )
}

function standFacts({ all, states, talks, months, talksHeld }: UnitWalksView['here']) {
  return [
    { term: m.pairs_unit_all(), value: atLeast(all) },
    { term: m.pairs_unit_under_way(), value: atLeast(states.under_way) },
    { term: m.pairs_unit_paused(), value: atLeast(states.paused) },
    { term: m.pairs_unit_finished(), value: atLeast(states.finished) },
    { term: m.pairs_unit_ended(), value: atLeast(states.ended) },
    { term: m.pairs_unit_talked(), value: atLeast(talks.held) },
    ...(talksHeld === null ? [] : [{ term: m.pairs_unit_talks(), value: m.pairs_unit_talks_share({ tenths: talksHeld }) }]),
    ...(months === null ? [] : [{ term: m.pairs_unit_months(), value: m.pairs_unit_months_count({ count: months }) }]),
  ]
}

function atLeast(count: number): string {
  return count > 0 ? m.pairs_unit_at_least({ count }) : m.pairs_unit_few()
}
