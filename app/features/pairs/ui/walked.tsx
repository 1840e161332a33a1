// A walk as the path's own pages show it: the next step, what the other one sees, what is done on each track.
import { Link } from '@remix-run/react'
import type { LearningModule } from '#app/features/paths/rules/shape.ts'
import type { ModuleWalked, TrackWalked, Walked } from '#app/features/paths/ui/walked.ts'
import { addressOf, trackName } from '#app/features/paths/ui/words.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Notice, Section } from '#app/ui/index.ts'
import type { PairBrief, Walk } from '../queries/walk.server.ts'
import { countDone, doneKey } from '../rules/progress.ts'
import type { NextView } from '../views.ts'
import type { Walker } from '../words.ts'
import { PlannedDay } from './PlannedDay.tsx'
import { type OwnReflection, ReflectionForm } from './ReflectionForm.tsx'
import { NextWalkStep, OtherPairs, PairFaces, SeenByLeader, WalkTogether } from './WalkParts.tsx'
import { jointAddress, otherName, pairAddress, pairTitle, standingWords } from './words.ts'

type Read = { walk: Walk | null; next: NextView | null }

/** Undefined for visitors. */
export function pathWalked({ walk, next }: Read, pathId: string): Walked | undefined {
  if (!walk) return undefined
  const start = addressOf(pathId, 'start')
  const alone = !walk.pair && walk.others.length === 0
  return {
    begun: next !== null,
    planned: plannedIn(walk),
    first: (
      <>
        <OtherVersion walk={walk} />
        {walk.pair && next ? <NextOnPath next={next} pair={walk.pair} /> : null}
        {alone ? <WalkTogether to={start} /> : null}
      </>
    ),
    beside: (
      <>
        {walk.pair ? (
          <Section id="pair" title={pairTitle(walk.pair)}>
            <p>
              <Link to={pairAddress(walk.pair.id)}>{m.pairs_open()}</Link>
            </p>
            <p>
              <Link to={start}>{m.pairs_walk_start_more()}</Link>
            </p>
            {walk.others.length === 0 ? (
              <p>
                <Link to="/pairs">{m.pairs_list_title()}</Link>
              </p>
            ) : null}
          </Section>
        ) : null}
        <OtherPairs pairs={walk.others} shown={walk.pair} pathId={pathId} />
        {walk.pair ? <SeenByLeader pair={walk.pair} /> : null}
      </>
    ),
  }
}

/** Each module's day, marked where it has passed. */
function plannedIn({ plan }: Walk): Walked['planned'] {
  const days = Object.entries(plan?.days ?? {})
  return Object.fromEntries(
    days.map(([id, until]) => [id, <PlannedDay key={id} until={until} isLate={plan?.late.includes(id) ?? false} spoken />]),
  )
}

/** Who has walked it all is led to the page where that is worth something. */
function NextOnPath({ next, pair }: { next: NextView; pair: PairBrief }) {
  return (
    <>
      <NextWalkStep next={next} pair={pair} toPage />
      {next.kind === 'finished' ? (
        <p>
          <ButtonLink to={pairAddress(pair.id)}>{m.pairs_next_certificate()}</ButtonLink>
        </p>
      ) : null}
    </>
  )
}

type ModuleRead = Read & {
  path: { id: string }
  module: { id: string; tracks: Record<Walker, readonly Pick<LearningModule['tracks'][Walker][number], 'id'>[]> }
  reflection: OwnReflection | null
}

/** Undefined for visitors. */
export function moduleWalked({ walk, next, path, module, reflection }: ModuleRead): ModuleWalked | undefined {
  if (!walk) return undefined
  const { pair } = walk
  return {
    begun: next !== null,
    planned: plannedIn(walk),
    first: pair && next ? <NextWalkStep next={next} pair={pair} toPage /> : null,
    beside: pair ? <SeenByLeader pair={pair} /> : null,
    faces: pair ? <PairFaces pair={pair} large /> : undefined,
    together: pair?.leader ? m.pairs_together({ resource: pair.resourcePerson, leader: pair.leader }) : null,
    tracks: { resource_person: trackWalked(walk, module, 'resource_person'), leader: trackWalked(walk, module, 'leader') },
    joint: pair?.leader ? (
      <div className="sl-row">
        <ButtonLink to={jointAddress(pair.id, module.id)} variant="secondary">
          {m.pairs_next_joint_do()}
        </ButtonLink>
        <span className="sl-meta">{standingWords(walk.joint[module.id] ?? 'unwritten', otherName(pair))}</span>
      </div>
    ) : null,
    reflection: reflection ? (
      <ReflectionForm reflection={reflection} action={addressOf(path.id, module.id, 'reflection')} result={undefined} />
    ) : null,
    complete: Object.keys(walk.joint).filter((moduleId) => walk.joint[moduleId] === 'complete'),
  }
}

function trackWalked(walk: Walk, module: ModuleRead['module'], track: Walker): TrackWalked {
  const name = track === 'leader' ? walk.pair?.leader : walk.pair?.resourcePerson
  const done = walk.done[track]
  return {
    title: name ? m.pairs_track_of({ name, role: trackName(track).toLocaleLowerCase() }) : trackName(track),
    count: m.pairs_track_done(countDone(module, track, new Set(Object.keys(done)))),
    doneAt: Object.fromEntries(
      module.tracks[track].flatMap(({ id }) => {
        const at = done[doneKey(module.id, id)]
        return at ? [[id, at]] : []
      }),
    ),
  }
}

/** That the pair walks another version than newcomers do; what to do about it is on the page of the two. */
function OtherVersion({ walk: { pair, version } }: { walk: Walk }) {
  if (!pair || !version || (!version.newer && !version.withdrawn)) return null
  const { number, withdrawn } = version
  return (
    <Notice tone={withdrawn ? 'warning' : 'info'}>
      <p>
        {withdrawn ? m.pairs_version_path_withdrawn({ number }) : m.pairs_version_path_newer({ number })}{' '}
        <Link to={pairAddress(pair.id)}>{m.pairs_version_see()}</Link>
      </p>
    </Notice>
  )
}
