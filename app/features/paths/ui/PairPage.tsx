// The page of a pair, the same for both: how far they have come, what they have agreed and shared, and what they can change.
import { Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Card, Columns, DataTable, Notice, Page, PageHead, Section } from '#app/ui/index.ts'
import type { PairView } from '../views.ts'
import { PairChanges } from './PairChanges.tsx'
import { NextWalkStep, PairFaces, SeenByLeader } from './WalkParts.tsx'
import { addressOf, jointAddress, otherName, pairAddress, pairTitle, standingWords, trackName } from './words.ts'

export function PairPage(view: PairView) {
  const { pair, path, next, modules, agreed, shared } = view
  return (
    <Page>
      <PageHead
        title={pairTitle(pair)}
        pair={<PairFaces pair={pair} large />}
        lead={pair.leader ? m.paths_pair_together({ resource: pair.resourcePerson, leader: pair.leader }) : undefined}
        facts={[
          <span key="unit" lang={pair.unit.language}>
            {pair.unit.name}
          </span>,
        ]}
        crumbs={[{ to: addressOf(path.id), label: path.title }, { label: m.paths_pair_page() }]}
      />
      <PairNotices {...view} />
      <Columns
        label={m.paths_pair_agreed()}
        side={
          <>
            <SeenByLeader pair={pair} />
            <PairChanges {...view} />
          </>
        }
      >
        {next ? <NextWalkStep next={next} pair={pair} /> : null}
        <Section id="progress" title={m.paths_pair_progress()}>
          <DataTable
            caption={m.paths_pair_progress()}
            columns={[
              {
                key: 'module',
                label: m.paths_pair_module(),
                cell: (row) => <Link to={`${addressOf(path.id, row.id)}?pair=${pair.id}`}>{row.title}</Link>,
              },
              { key: 'resource', label: trackName('resource_person'), cell: (row) => m.paths_pair_count(row.resource_person) },
              { key: 'leader', label: trackName('leader'), cell: (row) => m.paths_pair_count(row.leader) },
              {
                key: 'joint',
                label: m.paths_joint_title(),
                cell: (row) => <Link to={jointAddress(pair.id, row.id)}>{standingWords(row.standing, otherName(pair))}</Link>,
              },
            ]}
            rows={modules}
            rowKey={(row) => row.id}
          />
        </Section>
        <Section id="agreed" title={m.paths_pair_agreed()}>
          {agreed.length === 0 ? <p>{m.paths_pair_agreed_none()}</p> : null}
          <div className="sl-stack">
            {agreed.map((step) => (
              <Card key={step.moduleId} tone="meet">
                <h3>
                  <Link to={jointAddress(pair.id, step.moduleId)}>{step.title}</Link>
                </h3>
                <p className="sl-voice sl-path-letter" lang={step.language}>
                  {step.goal}
                </p>
                {step.nextTalkOn ? (
                  <p className="sl-meta">{m.paths_joint_talk_on({ day: formatDay(step.nextTalkOn) })}</p>
                ) : null}
              </Card>
            ))}
          </div>
        </Section>
        <Section id="shared" title={m.paths_pair_shared()}>
          {shared.length === 0 ? <p>{m.paths_pair_shared_none()}</p> : null}
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
      </Columns>
    </Page>
  )
}

function PairNotices({ pair, asked, pausedOn, endedOn, declinedBy, can }: PairView) {
  const words = [
    endedOn ? m.paths_pair_ended({ day: formatDay(endedOn) }) : null,
    pausedOn && !endedOn ? m.paths_pair_paused({ day: formatDay(pausedOn) }) : null,
    pair.status === 'invited' ? m.paths_pair_waits({ name: otherName(pair) }) : null,
    pair.status !== 'invited' && asked ? m.paths_pair_next_leader({ name: asked }) : null,
    declinedBy ? m.paths_pair_declined({ name: declinedBy }) : null,
    pair.status === 'alone' ? m.paths_pair_alone() : null,
  ].filter((text) => text !== null)
  if (words.length === 0) return null
  return (
    <Notice>
      {words.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {pair.status === 'alone' && can.nameLeader ? (
        <p>
          <ButtonLink to={pairAddress(pair.id, 'leader')} variant="secondary">
            {m.paths_leader_ask()}
          </ButtonLink>
        </p>
      ) : null}
    </Notice>
  )
}
