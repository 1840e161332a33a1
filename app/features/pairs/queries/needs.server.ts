// What waits for a person on learning paths: an invitation, a joint step that the other one stands behind, a talk to note.
import { readPath } from '#app/features/paths/queries/library.server.ts'
import { languageFor } from '#app/features/paths/rules/spoken.ts'
import type { Person } from '#app/kernel/actor.ts'
import type { Day } from '#app/kernel/days.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { type Ctx, here, once } from '#db/context.server.ts'
import { canNameLeader, invitedAs, isAskedToGroup, walkerOf } from '../policy.ts'
import { leaderAsked, leaderNow, nameOfOther, type PairFile, pairStatus } from '../rules/pair.ts'
import { isStepDue, talkStanding } from '../rules/talks.ts'
import type { Walker } from '../words.ts'
import { listGroupsFor } from './groups.server.ts'
import { listPairsFor } from './pairs.server.ts'
import { readUnsignedPractice } from './practice.server.ts'
import { readMissing } from './presence.server.ts'
import { readStandings } from './standings.server.ts'
import { readOpenTalks, todayOf } from './talks.server.ts'

export type WalkNeed =
  | { kind: 'answer'; pairId: string; other: string }
  | { kind: 'sign'; pairId: string; other: string; moduleId: string; activityId: string }
  | { kind: 'practise_again'; pairId: string; other: string; pathId: string; moduleId: string; activityId: string }
  | { kind: 'join_group'; groupId: string; name: string }
  | { kind: 'confirm'; pairId: string; other: string; moduleId: string; title: string }
  | { kind: 'note_talk'; pairId: string; other: string; talkId: string; onDay: Day }
  | { kind: 'take_step'; pairId: string; other: string; talkId: string }
  | { kind: 'ask_leader'; pairId: string; other: string }
  | { kind: 'unit_closed'; pairId: string; other: string }

/** Counted in every page's head, so that it is read once a request and ends early for those who walk no path. */
export function listWalkNeedsFor(actor: Person, ctx: Ctx = here()): Promise<WalkNeed[]> {
  return once(ctx, `walk needs ${actor.id} ${getLocale()}`, () => readNeeds(actor, ctx))
}

async function readNeeds(actor: Person, ctx: Ctx): Promise<WalkNeed[]> {
  const pairs = await listPairsFor(actor, {}, ctx)
  const asked = pairs.flatMap((pair): WalkNeed[] => {
    const as = invitedAs(actor, pair)
    return as ? [{ kind: 'answer', pairId: pair.id, other: nameOfOther(pair, as) ?? '' }] : []
  })
  const walked = pairs.flatMap((pair) => {
    const me = walkerOf(actor, pair)
    return me && pairStatus(pair) === 'under_way' ? [{ pair, me, other: nameOfOther(pair, me) ?? '' }] : []
  })
  const waiting = await Promise.all([
    pairsAdrift(actor, pairs, ctx),
    groupsToAnswer(actor, ctx),
    practiceToTend(actor, walked, ctx),
    stepsToConfirm(walked, ctx),
    talksToTend(walked, ctx),
  ])
  return [...asked, ...waiting.flat()]
}

async function groupsToAnswer(actor: Person, ctx: Ctx): Promise<WalkNeed[]> {
  const groups = await listGroupsFor(actor, ctx)
  return groups
    .filter((group) => isAskedToGroup(actor, group))
    .map(({ id, name }) => ({ kind: 'join_group', groupId: id, name }))
}

/** Practice that the other one has told of, and one's own that was sent back; what a former manager told waits for nobody. */
async function practiceToTend(actor: Person, walked: readonly Walked[], ctx: Ctx): Promise<WalkNeed[]> {
  const waiting = await readUnsignedPractice(
    walked.map(({ pair }) => pair.id),
    ctx,
  )
  return waiting.flatMap(({ pairId, personId, returnedAt, pathId, moduleId, activityId }): WalkNeed[] => {
    const walk = walked.find(({ pair }) => pair.id === pairId)
    const walksNow = walk && [walk.pair.resourcePerson.id, leaderNow(walk.pair)?.personId].includes(personId)
    if (!walksNow) return []
    const about = { pairId, other: walk.other, moduleId, activityId }
    const isMine = personId === actor.id
    if (returnedAt) return isMine ? [{ kind: 'practise_again', ...about, pathId }] : []
    return isMine ? [] : [{ kind: 'sign', ...about }]
  })
}

type Walked = { pair: PairFile; me: Walker; other: string }

async function stepsToConfirm(walked: readonly Walked[], ctx: Ctx): Promise<WalkNeed[]> {
  const standings = await readStandings(new Map(walked.map(({ pair, me }) => [pair.id, me])), ctx)
  const waiting = standings.filter(({ standing }) => standing === 'waits_for_me')
  const needs = walked.map(async ({ pair, other }): Promise<WalkNeed[]> => {
    const steps = waiting.filter(({ pairId }) => pairId === pair.id)
    if (steps.length === 0) return []
    const path = await readPath(pair, ctx)
    const language = languageFor(path.languages, getLocale())
    // A step of a module that the present version has not waits for nobody.
    return steps.flatMap(({ moduleId }): WalkNeed[] => {
      const title = path.modules.find(({ id, joint }) => id === moduleId && joint !== null)?.title[language]
      return title === undefined ? [] : [{ kind: 'confirm', pairId: pair.id, other, moduleId, title }]
    })
  })
  return (await Promise.all(needs)).flat()
}

/** Talks whose day has passed without a word, and agreed steps on their day. */
async function talksToTend(walked: readonly Walked[], ctx: Ctx): Promise<WalkNeed[]> {
  const talks = await readOpenTalks(
    walked.map(({ pair }) => pair.id),
    ctx,
  )
  return walked.flatMap(({ pair, other }) => {
    const today = todayOf(pair, ctx)
    return talks
      .filter((talk) => talk.pairId === pair.id)
      .flatMap((talk): WalkNeed[] => [
        ...(talkStanding(talk, today) === 'to_note'
          ? [{ kind: 'note_talk' as const, pairId: pair.id, talkId: talk.id, other, onDay: talk.onDay }]
          : []),
        ...(isStepDue(talk, today) ? [{ kind: 'take_step' as const, pairId: pair.id, talkId: talk.id, other }] : []),
      ])
  })
}

/** Pairs that cannot go on as they are: without a manager, or at a unit that has closed. */
async function pairsAdrift(actor: Person, pairs: readonly PairFile[], ctx: Ctx): Promise<WalkNeed[]> {
  const open = pairs.filter((pair) => walkerOf(actor, pair) !== null && ['under_way', 'alone'].includes(pairStatus(pair)))
  const missing = await readMissing(open, ctx)
  return open.flatMap((pair): WalkNeed[] => {
    const me = walkerOf(actor, pair)
    const need = { pairId: pair.id, other: (me && nameOfOther(pair, me)) ?? '' }
    if (pair.unit.closedAt) return [{ kind: 'unit_closed', ...need }]
    const without = pairStatus(pair) === 'alone' || (missing.get(pair.id)?.leader && !leaderAsked(pair))
    return without && canNameLeader(actor, pair) ? [{ kind: 'ask_leader', ...need }] : []
  })
}
