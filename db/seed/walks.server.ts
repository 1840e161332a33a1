// A walk of the demo world that has come to its end: the manager has her certificate, the other one can get his.
import { issueCertificate } from '#app/features/certificates/commands/issue.server.ts'
import { confirmJointStep, writeJointStep } from '#app/features/pairs/commands/joint-step.server.ts'
import { markDone } from '#app/features/pairs/commands/own-track.server.ts'
import { acceptPair, startPair } from '#app/features/pairs/commands/pairs.server.ts'
import { shipped } from '#app/features/paths/reference.server.ts'
import type { LearningModule } from '#app/features/paths/rules/shape.ts'
import type { Person } from '#app/kernel/actor.ts'
import { addDays } from '#app/kernel/days.ts'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import { actorOf, at, idOf, type Stage } from './play/stage.server.ts'

/** What the two agreed in each module that everybody walks, in order. */
const agreed = [
  'Två timmar i månaden för att öva kollegor i förflyttning, torsdagar efter rapporten.',
  'Säker betyder för oss: ingen lyfter ensam, och alla vågar säga till.',
  'Tre pass på en kvart, vid sängen, med en kollega som patient.',
  'Vi räknar lyft där två var med, varje vecka, på tavlan.',
  'Vi provar att den som kommer först till salen hämtar den andra.',
  'Elsa frågar, Yusuf svarar: vad är ditt nästa steg, och när?',
  'Samira tar över ett pass och lär två till.',
  'Det som blir kvar: en fråga om förflyttning på varje morgonmöte.',
]

type Pair = { pairId: string; yusuf: Person; elsa: Person; ago: number }

export async function seedWalks(stage: Stage): Promise<void> {
  const path = found(shipped[0])
  const [yusuf, elsa] = [await actorOf('yusuf', stage, stage.ctx), await actorOf('elsa', stage, stage.ctx)]
  const begin = at(stage, addDays(stage.today, -260), '13:00')
  const pairId = newId()
  const together = { id: pairId, pathId: path.id, unitId: idOf(stage.units, 'tallbacken') }
  await startPair(yusuf, { ...together, as: 'resource_person', colleagueId: elsa.id }, begin)
  await acceptPair(elsa, { pairId }, begin)
  const core = path.modules.filter((one) => !one.optional)
  for (const [index, module] of core.entries()) {
    const ago = 250 - index * 30
    await walk(module, agreed[index] ?? '', { pairId, yusuf, elsa, ago }, path.id, stage)
  }
  await issueCertificate(elsa, { pairId }, at(stage, addDays(stage.today, -30), '09:20'))
}

async function walk(module: LearningModule, goal: string, pair: Pair, pathId: string, stage: Stage): Promise<void> {
  const { pairId, yusuf, elsa, ago } = pair
  const alone = at(stage, addDays(stage.today, -ago), '14:10')
  const place = { pathId, moduleId: module.id }
  for (const { id } of module.tracks.resource_person) await markDone(yusuf, { ...place, activityId: id }, alone)
  for (const { id } of module.tracks.leader) await markDone(elsa, { ...place, activityId: id }, alone)
  if (!module.joint) return
  const meeting = at(stage, addDays(stage.today, 7 - ago), '15:00')
  const goals = [{ text: goal, link: null }]
  const words = { goals, time: '', mandate: '', notes: '', language: 'sv' } as const
  const version = await writeJointStep(yusuf, { pairId, moduleId: module.id, version: 0, ...words }, meeting)
  await confirmJointStep(yusuf, { pairId, moduleId: module.id, version }, meeting)
  await confirmJointStep(elsa, { pairId, moduleId: module.id, version }, meeting)
}
