// The weeks before a visit: the preparation is written and sent, the hosts answer and plan, the rules are read.
import { sendPreparation } from '#app/features/preparation/commands/send-preparation.server.ts'
import { writePreparation } from '#app/features/preparation/commands/write-preparation.server.ts'
import { addSlot } from '#app/features/programme/commands/change-programme.server.ts'
import { moveVisit } from '#app/features/visits/commands/move-visit.server.ts'
import { confirmEntryRules } from '#app/features/visits/commands/prepare-entry.server.ts'
import { currentRulesVersion } from '#app/features/visits/reference.server.ts'
import { addDays, type Day, workingDaysBefore } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { entryConfirmations } from '#db/schema/index.ts'
import { broughtAlong } from '../world/brought-along.ts'
import type { PersonKey } from '../world/people.ts'
import type { Slot, Work } from '../world/story.ts'
import { actorOf, at, idOf, writes } from './stage.server.ts'
import type { Scene, Step } from './tell.server.ts'

/** Days from today, far enough back. */
const LONG_AGO = -250

export function preparing(scene: Scene): Step[] {
  const { story, stage, startsOn } = scene
  const sent = sentOn(scene)
  const step = (day: Day, time: string, run: Step['run']): Step => ({ at: at(stage, day, time).now, run })
  const planned = sent ?? addDays(startsOn, -16)
  const read = [addDays(startsOn, -5), addDays(stage.today, -1)].toSorted()[0] ?? startsOn
  return [
    ...(sent ? [step(sent, '13:20', (ctx) => write(scene, ctx)), step(sent, '14:32', (ctx) => send(scene, ctx))] : []),
    ...(sent ? [step(sent, '15:30', (ctx) => answer(scene, ctx))] : []),
    ...(story.slots ? [step(planned, '16:10', (ctx) => plan(scene, ctx))] : []),
    step(read, '18:00', (ctx) => confirm(scene, ctx)),
    step(startsOn, '00:05', (ctx) => move(scene, 'preparing', 'under_way', 'first_day', ctx)),
    step(addDays(scene.endsOn, 1), '00:05', (ctx) => move(scene, 'under_way', 'evaluating', 'last_day_over', ctx)),
  ]
}

/** The day the preparation was sent: yesterday, or some working days before its last day; null when nothing was sent. */
function sentOn({ story, startsOn, stage }: Scene): Day | null {
  if (story.sent === 'no') return null
  return story.sent === 'yesterday' ? addDays(stage.today, -1) : workingDaysBefore(startsOn, 13)
}

/** What the clock would have done that night. */
async function move(
  { visitId }: Scene,
  from: 'preparing' | 'under_way',
  to: 'under_way' | 'evaluating',
  reason: string,
  ctx: Ctx,
): Promise<void> {
  await moveVisit(ctx, { visitId, from, to, actorId: null, reason })
}

type Field = Parameters<typeof writePreparation>[1]['fields'][number]

async function type(scene: Scene, by: PersonKey, fields: Field[], ctx: Ctx): Promise<void> {
  if (fields.length === 0) return
  const actor = await actorOf(by, scene.stage, ctx)
  await writePreparation(actor, { visitId: scene.visitId, fields, language: writes(by), languageChosen: true }, ctx)
}

async function write(scene: Scene, ctx: Ctx): Promise<void> {
  const { story, goalIds, workIds } = scene
  const [coordinator] = story.guests
  if (!coordinator) return
  for (const [index, goal] of (story.goals ?? []).entries()) {
    if (story.guests.includes(goal.by)) await type(scene, goal.by, [goalField(goalIds[index], goal.text)], ctx)
  }
  const works = story.works ?? broughtAlong(coordinator)
  for (const [index, work] of works.entries()) {
    workIds[index] ??= newId()
    await type(scene, work.by, workFields(workIds[index], work), ctx)
  }
  const answers = { PRE09: 'yes', ...story.form_answers }
  await type(scene, coordinator, Object.entries(answers).map(answerField), ctx)
}

function goalField(id = newId(), text: string): Field {
  return { target: { subject: 'goal', id, field: 'text' }, base: '', text }
}

function workFields(id = newId(), { by: _, ...fields }: Work): Field[] {
  return Object.entries(fields).map(([field, text]) => ({ target: { subject: 'work', id, field }, base: '', text }))
}

function answerField([id, text]: [string, string]): Field {
  return { target: { subject: 'answer', id, field: 'value' }, base: '', text }
}

async function send(scene: Scene, ctx: Ctx): Promise<void> {
  const [coordinator] = scene.story.guests
  if (!coordinator) return
  const { missing } = await sendPreparation(await actorOf(coordinator, scene.stage, ctx), { visitId: scene.visitId }, ctx)
  if (missing.length > 0) throw new Error(`“${scene.story.title}” was sent without ${missing.join(', ')}.`)
}

/** The hosts' own goals. */
async function answer(scene: Scene, ctx: Ctx): Promise<void> {
  const { story, goalIds } = scene
  for (const [index, goal] of (story.goals ?? []).entries()) {
    if (story.hosts.includes(goal.by)) await type(scene, goal.by, [goalField(goalIds[index], goal.text)], ctx)
  }
}

async function plan(scene: Scene, ctx: Ctx): Promise<void> {
  const [planner] = scene.story.hosts
  if (!planner) return
  const actor = await actorOf(planner, scene.stage, ctx)
  for (const slot of scene.story.slots ?? []) {
    const { visitId } = scene
    await addSlot(actor, { visitId, slotId: newId(), slot: slotOf(scene, slot, writes(planner)) }, ctx)
  }
}

function slotOf(
  scene: Scene,
  { day, at: times, kind, title, place = '', notes = '', host, goals = [], work }: Slot,
  language: string,
) {
  const [startsAt = '', endsAt = ''] = times.split('-')
  return {
    ...{ day: addDays(scene.startsOn, day), startsAt, endsAt, kind, title, place, notes, language },
    hostParticipantId: host && idOf(scene.seats, host),
    goalIds: goals.flatMap((index) => scene.goalIds[index] ?? []),
    improvementWorkId: work === undefined ? undefined : scene.workIds[work],
  }
}

/** The guests who are to have read the rules. What lies far back is written in one go: nobody looks at how it was done. */
async function confirm(scene: Scene, ctx: Ctx): Promise<void> {
  const { story, stage, visitId, seats } = scene
  if (story.starts < LONG_AGO) {
    const read = { rulesVersion: currentRulesVersion(), confirmedAt: ctx.now }
    const guests = story.guests.flatMap((key) => seats.get(key) ?? [])
    await ctx.db.insert(entryConfirmations).values(guests.map((participantId) => ({ id: newId(), participantId, ...read })))
    return
  }
  for (const key of story.confirmed ?? story.guests) {
    await confirmEntryRules(await actorOf(key, stage, ctx), { visitId, rulesVersion: currentRulesVersion() }, ctx)
  }
}
