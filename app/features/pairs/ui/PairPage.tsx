// The page of a pair, the same for both: how far they have come, what they have agreed and shared, and what they can change.
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { addressOf, trackName } from '#app/features/paths/ui/words.ts'
import { formatList } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Card, CardSection, Columns, DataTable, Page, PageHead, Section } from '#app/ui/index.ts'
import type { PairView } from '../views.ts'
import { Goals } from './Goals.tsx'
import { PairChanges } from './PairChanges.tsx'
import { PairNotices } from './PairNotices.tsx'
import { PlannedDay } from './PlannedDay.tsx'
import { Talks } from './talks/Talks.tsx'
import { NextWalkStep, PairFaces, SeenByLeader } from './WalkParts.tsx'
import { EarlierVersions, VersionNotice } from './WalkVersion.tsx'
import { jointAddress, otherName, pairAddress, pairTitle, standingWords } from './words.ts'

/** `own`: what only the reader sees of rooms above, in the side column. `certificate`: what the walk earns. `work`: done at work. */
type Slots = { own?: ReactNode; certificate?: ReactNode; work?: ReactNode }

export function PairPage({ own, certificate, work, ...view }: PairView & Slots) {
  const { pair, path, next, modules, agreed, shared, talks, can } = view
  return (
    <Page>
      <PageHead
        title={pairTitle(pair)}
        pair={<PairFaces pair={pair} large />}
        lead={pair.leader ? m.pairs_together({ resource: pair.resourcePerson, leader: pair.leader }) : undefined}
        facts={[
          <span key="unit" lang={pair.unit.language}>
            {pair.unit.name}
          </span>,
        ]}
        crumbs={[
          { to: '/pairs', label: m.pairs_list_title() },
          { to: addressOf(path.id), label: path.title },
          { label: m.pairs_page() },
        ]}
      />
      <PairNotices {...view} />
      <VersionNotice pairId={pair.id} pathId={path.id} version={view.version} />
      <Columns
        label={m.pairs_agreed()}
        side={
          <>
            <SeenByLeader pair={pair} />
            {own}
            <PairChanges {...view} />
          </>
        }
      >
        {next ? <NextWalkStep next={next} pair={pair} /> : null}
        {certificate}
        {view.asksOpinion ? <Opinion pairId={pair.id} pathId={path.id} /> : null}
        <Talks pairId={pair.id} talks={talks} canPlan={can.plan} />
        <Section id="progress" title={m.pairs_progress()}>
          <div className="sl-stack">
            <DataTable
              caption={<span className="sl-hidden">{m.pairs_progress()}</span>}
              columns={[
                {
                  key: 'module',
                  label: m.pairs_module(),
                  cell: (row) => <Link to={`${addressOf(path.id, row.id)}?pair=${pair.id}`}>{row.title}</Link>,
                },
                ...(view.late
                  ? [
                      {
                        key: 'until',
                        label: m.pairs_plan_until(),
                        cell: (row: (typeof modules)[number]) => <PlannedDay until={row.until} isLate={row.isLate} />,
                      },
                    ]
                  : []),
                { key: 'resource', label: trackName('resource_person'), cell: (row) => countWords(row.resource_person) },
                { key: 'leader', label: trackName('leader'), cell: (row) => countWords(row.leader) },
                {
                  key: 'joint',
                  label: m.pairs_joint_title(),
                  cell: (row) => <Link to={jointAddress(pair.id, row.id)}>{standingWords(row.standing, otherName(pair))}</Link>,
                },
              ]}
              rows={modules}
              rowKey={(row) => row.id}
            />
            <PlanLine {...view} />
          </div>
        </Section>
        {work}
        <Section id="agreed" title={m.pairs_agreed()}>
          {agreed.length === 0 ? <p>{m.pairs_agreed_none()}</p> : null}
          <div className="sl-stack">
            {agreed.map((step) => (
              <Card key={step.moduleId} tone="meet">
                <h3>
                  <Link to={jointAddress(pair.id, step.moduleId)}>{step.title}</Link>
                </h3>
                <Goals goals={step.goals} language={step.language} />
              </Card>
            ))}
          </div>
        </Section>
        <Section id="shared" title={m.pairs_shared()}>
          {shared.length === 0 ? <p>{m.pairs_shared_none()}</p> : null}
          <div className="sl-stack">
            {shared.map((one) => (
              <Card key={`${one.moduleId} ${one.by}`} tone="quiet">
                <p className="sl-meta">
                  {one.by} · {one.title}
                </p>
                <p className="sl-voice sl-path-letter" lang={one.language}>
                  {one.text}
                </p>
              </Card>
            ))}
          </div>
        </Section>
        <EarlierVersions pathId={path.id} version={view.version} />
      </Columns>
    </Page>
  )
}

function countWords(count: { done: number; of: number }): string {
  return count.of === 0 ? m.pairs_count_none() : m.pairs_count(count)
}

/** What the plan says of today, kindly; without one that they walk at their own pace. */
function PlanLine({ pair, late, can }: PairView) {
  const behind = late && late.length > 0 ? m.pairs_plan_late({ titles: formatList(late) }) : m.pairs_plan_on_time()
  return (
    <div className="sl-row">
      <p className="sl-grow">{late ? behind : m.pairs_plan_own_pace()}</p>
      {can.plan ? (
        <ButtonLink to={pairAddress(pair.id, 'plan')} variant="secondary" size="small">
          {late ? m.pairs_plan_change() : m.pairs_plan_make()}
        </ButtonLink>
      ) : null}
    </div>
  )
}

/** Asked once the walk is over, of each for themselves: whether the other one has answered is not told. */
function Opinion({ pairId, pathId }: { pairId: string; pathId: string }) {
  return (
    <CardSection id="opinion" title={m.pairs_opinion()}>
      <p>{m.pairs_opinion_text()}</p>
      <p>
        <ButtonLink to={`${addressOf(pathId, 'questionnaire')}?pair=${pairId}`} variant="secondary">
          {m.pairs_opinion_open()}
        </ButtonLink>
      </p>
    </CardSection>
  )
}
