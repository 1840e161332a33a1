// What surrounds the walks of the demo world: talks every month, a learning group, what walkers think of the path, and the count
// of all that in the indicators at the end of each of the last quarters.
import { handUpWaiting } from '#app/features/indicators/commands.server.ts'
import { firstDayOf, quarterOf } from '#app/features/indicators/rules/periods.ts'
import { answerPathQuestionnaire } from '#app/features/pairs/commands/answer-questionnaire.server.ts'
import { countWalks } from '#app/features/pairs/commands/count-walks.server.ts'
import { inviteToGroup, joinGroup, makeGroup } from '#app/features/pairs/commands/groups.server.ts'
import { writeReflection } from '#app/features/pairs/commands/own-track.server.ts'
import { noteTalk, planTalk } from '#app/features/pairs/commands/talks.server.ts'
import { choiceOf } from '#app/features/pairs/rules/group.ts'
import type { Walker } from '#app/features/pairs/words.ts'
import { shipped } from '#app/features/paths/reference.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { addDays } from '#app/kernel/days.ts'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { dice } from './play/dice.ts'
import { actorOf, at, castOf, idOf, type Stage } from './play/stage.server.ts'
import type { PersonKey } from './world/people.ts'
import { learningGroup, talkNotes, thoughtsOfPath, type WalkStory, walks } from './world/walks.ts'

/** Days between two talks, and days that each is planned ahead. */
const BETWEEN_TALKS = 35
const AHEAD = 12
/** Talks further back than this are told nowhere. */
const REMEMBERED = 450
const QUARTERS = 5

/** Who walks meets every month, or nearly: one talk in four was not held. */
export async function tellTalks(
  { ago, done, ends = done ?? 5, forgot, resourcePerson }: WalkStory,
  { leader, resource_person }: Record<Walker, Person>,
  pairId: string,
  stage: Stage,
): Promise<void> {
  const first = Math.min(ago - 25, REMEMBERED)
  const count = Math.floor((first - ends) / BETWEEN_TALKS) + 1
  const roll = dice(`talks ${resourcePerson}`)
  for (let index = 0; index < count; index += 1) {
    const onDay = addDays(stage.today, -(ends + (count - 1 - index) * BETWEEN_TALKS))
    const talk = { pairId, id: newId(), onDay, startsAt: '14:30', place: '', language: 'sv' as const }
    await planTalk(leader, talk, at(stage, addDays(onDay, -AHEAD), '10:00'))
    if (forgot && index === count - 1) return
    const isHeld = roll() < 0.78
    const said = isHeld ? found(talkNotes[index % talkNotes.length]) : { notes: '', nextStep: '' }
    const outcome = isHeld ? ('held' as const) : ('not_held' as const)
    const noted = { pairId, talkId: talk.id, version: 1, language: 'sv' as const, outcome, ...said, nextStepOn: undefined }
    await noteTalk(resource_person, noted, at(stage, onDay, '16:00'))
  }
}

export async function seedGroup(stage: Stage): Promise<void> {
  const { by, at: unit, name, members, asked, shared } = learningGroup
  const pathId = found(shipped[0]).id
  const maker = await actorOf(by, stage, stage.ctx)
  const groupId = newId()
  const began = at(stage, addDays(stage.today, -60), '09:30')
  await makeGroup(maker, { id: groupId, pathId, unitId: idOf(stage.units, unit), name, language: 'sv' }, began)
  for (const key of [...members, asked]) await inviteToGroup(maker, { groupId, personId: idOf(stage.people, key) }, began)
  for (const key of members) await joinGroup(await actorOf(key, stage, stage.ctx), { groupId }, began)
  for (const { by: writer, moduleId, text } of shared) {
    const thought = { pathId, moduleId, text, share: choiceOf(groupId), language: 'sv' as const }
    await writeReflection(await actorOf(writer, stage, stage.ctx), thought, at(stage, addDays(stage.today, -20), '20:00'))
  }
}

/** Both of each pair that is through or has ended; whoever can be signed in to is still asked. */
export async function seedOpinions(stage: Stage): Promise<void> {
  const over = walks.filter(({ modules, ends }) => ends !== undefined || modules >= 8)
  const people = [...new Set(over.flatMap(({ resourcePerson, leader }) => [resourcePerson, leader]))]
  for (const [index, key] of people.filter((one) => !castOf(one).door).entries()) {
    const answers = opinionOf(key, index)
    await answerPathQuestionnaire(await actorOf(key, stage, stage.ctx), { pathId: found(shipped[0]).id, answers }, stage.ctx)
  }
}

function opinionOf(key: PersonKey, index: number) {
  const roll = dice(`opinion ${key}`)
  const { best, change } = found(thoughtsOfPath[index % thoughtsOfPath.length])
  const around = (middle: number, most: number) => Math.min(most, Math.max(1, Math.round(middle + (roll() - 0.5) * 2.6)))
  return {
    ...Object.fromEntries(['PTH01', 'PTH02', 'PTH05'].map((item) => [item, around(4.3, 5)])),
    ...{ PTH03: around(3.2, 5), PTH04: roll() < 0.85 ? 'yes' : 'no', PTH06: around(8.4, 10) },
    ...(best ? { PTH07: { text: best, language: 'sv' } } : {}),
    ...(change ? { PTH08: { text: change, language: 'sv' } } : {}),
  }
}

/** As the clock would have done: at the end of each quarter, and last night; then what found no company goes up. */
export async function countAllWalks(stage: Stage): Promise<void> {
  const running = quarterOf(stage.today)
  for (let quarter = running - QUARTERS + 1; quarter <= running; quarter += 1) {
    await countWalks(at(stage, firstDayOf(quarter), '12:00'))
  }
  await countWalks(stage.ctx)
  await handUpWaiting(stage.ctx)
}
