// The page of a pair: for somebody who is asked the invitation alone, for the two everything they share.
import { readHasAnswered } from '#app/features/paths/queries/answers.server.ts'
import { readPath } from '#app/features/paths/queries/library.server.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import type { Person } from '#app/kernel/actor.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { allowed } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { canEnd, canMove, canNameLeader, canPause, canResume, canWriteJoint, invitedAs } from '../policy.ts'
import { leaderAsked, leaderNow } from '../rules/pair.ts'
import { countDone } from '../rules/progress.ts'
import { nextView, type PairView } from '../views.ts'
import { readGoalsFor } from './goal-links.server.ts'
import { findPairFor, listColleaguesFor, readProposer } from './pairs.server.ts'
import { readMissing } from './presence.server.ts'
import { listTalksFor } from './talks.server.ts'
import { hasJoint, readVersionWalked } from './version-walked.server.ts'
import { briefOf, findPairWalkFor } from './walk.server.ts'

type Page =
  | { asked: ReturnType<typeof briefOf>; proposer: string | null; path: PairView['path']; view: null }
  | { view: PairView }

/** @throws not_found */
export async function findPairPageFor(
  actor: Person,
  { pairId, locale }: { pairId: string; locale: Locale },
  ctx: Ctx = here(),
): Promise<Page> {
  const pair = await findPairFor(actor, pairId, ctx)
  const whole = await readPath(pair, ctx)
  const language = languageFor(whole.languages, locale)
  const path = { id: whole.id, title: whole.title[language] }
  if (invitedAs(actor, pair)) {
    return { asked: briefOf(actor, pair), proposer: await readProposer(pair, ctx), path, view: null }
  }
  const { walk, steps, shared } = await findPairWalkFor(actor, pairId, ctx)
  const titleOf = (moduleId: string) => whole.modules.find((one) => one.id === moduleId)?.title[language] ?? moduleId
  const dayOf = (instant: Date | null) => instant && dayAt(instant, HOME_ZONE)
  const declined = pair.leaders.at(-1)?.declinedAt && !pair.endedAt ? pair.leaders.at(-1)?.name : null
  const done = { resource_person: keysOf(walk.done.resource_person), leader: keysOf(walk.done.leader) }
  const missing = (await readMissing([pair], ctx)).get(pair.id)
  const isOver = pair.endedAt !== null || walk.next?.kind === 'finished'
  const view: PairView = {
    pair: briefOf(actor, pair),
    path,
    next: nextView(whole, walk.next, locale),
    modules: whole.modules.map((module) => ({
      ...{ id: module.id, title: module.title[language], standing: walk.joint[module.id] ?? 'unwritten' },
      ...{ until: walk.plan?.days[module.id] ?? null, isLate: walk.plan?.late.includes(module.id) ?? false },
      resource_person: countDone(module, 'resource_person', done.resource_person),
      leader: countDone(module, 'leader', done.leader),
    })),
    agreed: await Promise.all(
      steps
        .filter(({ moduleId }) => hasJoint(whole, moduleId))
        .map(async ({ moduleId, goals, language }) => ({
          ...{ moduleId, language, title: titleOf(moduleId) },
          goals: await readGoalsFor(actor, goals, locale, ctx),
        })),
    ),
    version: await readVersionWalked(actor, { pair, path: whole, locale }, ctx),
    talks: await listTalksFor(actor, pair, ctx),
    shared: shared.map((one) => ({ ...one, title: titleOf(one.moduleId) })),
    leaders: pair.leaders.flatMap(({ name, joinedAt, endedAt }) =>
      joinedAt ? [{ name, from: dayAt(joinedAt, HOME_ZONE), to: dayOf(endedAt) }] : [],
    ),
    asked: leaderAsked(pair)?.name ?? null,
    declinedBy: (leaderNow(pair) ? null : declined) ?? null,
    late: walk.plan && walk.plan.late.map(titleOf),
    missing: {
      resourcePerson: missing?.resourcePerson ? pair.resourcePerson.name : null,
      leader: missing?.leader ? (leaderNow(pair)?.name ?? null) : null,
    },
    unitClosed: pair.unit.closedAt !== null,
    pausedOn: dayOf(pair.pausedAt),
    endedOn: dayOf(pair.endedAt),
    asksOpinion: isOver && !(await readHasAnswered(actor.id, { pathId: whole.id, version: whole.version }, ctx)),
    can: {
      plan: canWriteJoint(actor, pair),
      pause: canPause(actor, pair),
      resume: canResume(actor, pair),
      end: canEnd(actor, pair),
      nameLeader: canNameLeader(actor, pair),
      move: canMove(actor, pair),
    },
  }
  return { view }
}

function keysOf(done: Record<string, Date>): Set<string> {
  return new Set(Object.keys(done))
}

/** Whom the pair can ask to be its next manager. @throws not_found, forbidden */
export async function findNextLeadersFor(actor: Person, pairId: string, ctx: Ctx = here()) {
  const pair = await findPairFor(actor, pairId, ctx)
  allowed(canNameLeader(actor, pair), 'pairs_error_not_now')
  const { colleagues } = await listColleaguesFor(actor, pair.unit.id, ctx)
  const taken = [pair.resourcePerson.id, leaderNow(pair)?.personId]
  return { pair: briefOf(actor, pair), unitId: pair.unit.id, colleagues: colleagues.filter((one) => !taken.includes(one.id)) }
}
