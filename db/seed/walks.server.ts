// Who walks a learning path in the demo world, and how far they have come: played through the commands that people use.
import { issueCertificate } from '#app/features/certificates/commands/issue.server.ts'
import { confirmJointStep, writeJointStep } from '#app/features/pairs/commands/joint-step.server.ts'
import { endPair, pausePair } from '#app/features/pairs/commands/keep-pair.server.ts'
import { noteOpened } from '#app/features/pairs/commands/note-opened.server.ts'
import { markDone, writeReflection } from '#app/features/pairs/commands/own-track.server.ts'
import { acceptPair, startPair } from '#app/features/pairs/commands/pairs.server.ts'
import { planWalk } from '#app/features/pairs/commands/plan.server.ts'
import { planTalk } from '#app/features/pairs/commands/talks.server.ts'
import { proposePlan } from '#app/features/pairs/rules/plan.ts'
import { type Walker, walkers } from '#app/features/pairs/words.ts'
import { shipped } from '#app/features/paths/reference.server.ts'
import type { LearningModule } from '#app/features/paths/rules/shape.ts'
import type { Person } from '#app/kernel/actor.ts'
import { addDays } from '#app/kernel/days.ts'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { actorOf, at, idOf, type Stage } from './play/stage.server.ts'
import { seedGroup, seedOpinions, tellTalks } from './walkers.server.ts'
import { usualGoals, type WalkStory, walks } from './world/walks.ts'

type Two = Record<Walker, Person>

export async function seedWalks(stage: Stage): Promise<void> {
  for (const walk of walks) await tell(walk, stage)
  await seedGroup(stage)
  await seedOpinions(stage)
}

async function tell(walk: WalkStory, stage: Stage): Promise<void> {
  const path = found(shipped[0])
  const two: Two = {
    resource_person: await actorOf(walk.resourcePerson, stage, stage.ctx),
    leader: await actorOf(walk.leader, stage, stage.ctx),
  }
  const pairId = newId()
  const begins = at(stage, addDays(stage.today, -walk.ago), '09:00')
  const start = { id: pairId, pathId: path.id, unitId: idOf(stage.units, walk.at), as: 'leader' as const }
  await startPair(two.leader, { ...start, colleagueId: two.resource_person.id }, begins)
  await acceptPair(two.resource_person, { pairId }, begins)
  const modules = path.modules.filter((one) => walk.all || !one.optional)
  if (walk.planned) {
    const startsOn = addDays(stage.today, -walk.ago)
    const core = path.modules.filter((one) => !one.optional).map((one) => one.id)
    await planWalk(two.leader, { pairId, version: 0, startsOn, days: proposePlan(core, startsOn, []) }, begins)
  }
  const pace = walk.done ? Math.floor((walk.ago - walk.done) / walk.modules) : Math.floor(walk.ago / (walk.modules + 1))
  for (const [index, module] of modules.slice(0, walk.modules).entries()) {
    const ctx = at(stage, addDays(stage.today, -walk.ago + pace * (index + 1)), '14:00')
    for (const walker of walkers) await doTrack(two[walker], path.id, module, module.tracks[walker].length, walker, ctx)
    const goal = walk.goals?.[index] ?? found(usualGoals[path.modules.indexOf(module)])
    await agree(two, walkers, { pairId, module, goal }, ctx)
  }
  await tellTalks(walk, two, pairId, stage)
  await goOn(walk, two, { pairId, pathId: path.id, next: modules[walk.modules] }, stage)
}

/** What is under way now: the next module begun, a talk ahead, thoughts that are shared or not; or the end. */
async function goOn(
  { begun, ends, pauses, certified, resourcePerson }: WalkStory,
  two: Two,
  { pairId, pathId, next }: { pairId: string; pathId: string; next: LearningModule | undefined },
  stage: Stage,
): Promise<void> {
  const ctx = at(stage, addDays(stage.today, -4), '10:00')
  if (certified) await issueCertificate(two[certified], { pairId }, ctx)
  if (ends) return endPair(two.leader, { pairId }, at(stage, addDays(stage.today, -ends), '15:00'))
  if (pauses) return pausePair(two.resource_person, { pairId }, ctx)
  if (!next || !begun) return
  await doTrack(two.resource_person, pathId, next, begun.activities, 'resource_person', ctx)
  const day = { onDay: addDays(stage.today, 3), startsAt: '13:00', place: 'Elsas rum' }
  if (!begun.confirms) return
  await agree(two, ['resource_person'], { pairId, module: next, goal: found(usualGoals[5]) }, ctx)
  await planTalk(two.leader, { pairId, id: newId(), ...day, language: 'sv' }, stage.ctx)
  if (resourcePerson !== 'samira') return
  const about = { pathId, language: 'sv' as const }
  const shared = 'Jag blev lugnare när jag slutade ha alla svar. Tre frågor räckte.'
  await writeReflection(two.resource_person, { ...about, moduleId: 'M2', text: shared, share: pairId }, ctx)
  const own = 'Jag vet inte om jag hinner med det här bredvid helgerna. Fundera innan jag säger något.'
  await writeReflection(two.resource_person, { ...about, moduleId: 'M3', text: own, share: 'private' }, ctx)
}

async function doTrack(
  who: Person,
  pathId: string,
  module: LearningModule,
  count: number,
  track: Walker,
  ctx: Ctx,
): Promise<void> {
  for (const { id } of module.tracks[track].slice(0, count)) {
    await markDone(who, { pathId, moduleId: module.id, activityId: id }, ctx)
  }
}

async function agree(
  two: Two,
  by: readonly Walker[],
  { pairId, module, goal }: { pairId: string; module: LearningModule; goal: string },
  ctx: Ctx,
): Promise<void> {
  const about = { pairId, moduleId: module.id }
  const written = { version: 0, time: '', mandate: '', notes: '', language: 'sv' as const }
  await writeJointStep(two.resource_person, { ...about, ...written, goals: [{ text: goal, link: null }] }, ctx)
  if (by.includes('leader')) await noteOpened(two.leader, pairId, ctx)
  for (const walker of by) await confirmJointStep(two[walker], { ...about, version: 1 }, ctx)
}
