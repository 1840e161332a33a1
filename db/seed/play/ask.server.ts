// How a visit of the demo world comes to be: asked or invited, answered, its people seated, perhaps called off.
import { and, eq, isNull } from 'drizzle-orm'
import { cancelVisit, declineVisit, withdrawVisit } from '#app/features/visits/commands/answer-visit.server.ts'
import { inviteVisit, requestVisit } from '#app/features/visits/commands/request-visit.server.ts'
import { inviteParticipant } from '#app/features/visits/commands/seat-people.server.ts'
import { agreeDates, markDates, proposeDates } from '#app/features/visits/commands/settle-dates.server.ts'
import { takeInvitedSeat } from '#app/features/visits/commands/take-invited-seat.server.ts'
import type { DateRange } from '#app/features/visits/rules/dates.ts'
import { addDays, type Day } from '#app/kernel/days.ts'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { dateProposals, invitations, visitParticipants, visits } from '#db/schema/index.ts'
import type { PersonKey } from '../world/people.ts'
import { actorOf, at, castOf, idOf, writes } from './stage.server.ts'
import type { Scene, Step } from './tell.server.ts'

/** Counted from the day the story names, before it was moved to a Tuesday: so that "two days ago" is. */
function askedOn({ story, stage }: Scene): Day {
  return addDays(stage.today, story.starts - (story.askedBefore ?? 120))
}

export function calledOffAt({ story, startsOn, stage }: Scene): Date | undefined {
  return story.calledOff && at(stage, addDays(startsOn, -story.calledOff.daysBefore), '11:00').now
}

export function asking(scene: Scene): Step[] {
  const { story, stage } = scene
  const asked = askedOn(scene)
  const step = (daysLater: number, time: string, run: Step['run']): Step => ({
    at: at(stage, addDays(asked, daysLater), time).now,
    run,
  })
  const steps = [step(0, '10:10', (ctx) => begin(scene, ctx))]
  if (story.direction === 'invited') steps.push(step(1, '08:40', (ctx) => accept(scene, first(story.guests), ctx)))
  if (story.answer === 'none') return steps
  if (story.answer === 'other_days') return [...steps, step(5, '15:20', (ctx) => proposeOthers(scene, ctx))]
  if (typeof story.answer === 'object') return [...steps, step(4, '13:05', (ctx) => decline(scene, ctx))]
  steps.push(
    step(3, '14:30', (ctx) => mark(scene, ctx)),
    step(5, '09:15', (ctx) => agree(scene, ctx)),
  )
  steps.push(step(6, '10:00', (ctx) => gather(scene, ctx)))
  const stop = calledOffAt(scene)
  return stop ? [...steps, { at: stop, run: (ctx) => callOff(scene, ctx) }] : steps
}

function first(people: readonly PersonKey[]): PersonKey {
  return found(people[0])
}

function rangesOf({ startsOn, endsOn }: Scene, weeksLater: readonly number[]): DateRange[] {
  return weeksLater.map((weeks) => ({
    startsOn: addDays(startsOn, 7 * weeks),
    endsOn: addDays(endsOn, 7 * weeks),
    startPart: 'full',
    endPart: 'full',
  }))
}

async function begin(scene: Scene, ctx: Ctx): Promise<void> {
  const { story, stage, visitId } = scene
  const {
    title,
    inquiry,
    kind = 'co_learning',
    form = 'on_site',
    organisations = [],
    guests,
    groupSize = guests.length,
  } = story
  const contact = first(guests)
  const asker = story.direction === 'invited' ? first(story.hosts) : contact
  const input = {
    ...{ id: visitId, hostUnitId: idOf(stage.units, story.host), kind, form, title, inquiry, groupSize },
    ...{ language: writes(asker), organisations: [...organisations], ranges: rangesOf(scene, [0, 2]) },
    guestUnitId: story.from && idOf(stage.units, story.from),
  }
  const actor = await actorOf(asker, stage, ctx)
  if (story.direction === 'invited') {
    const { name: contactName, locale: contactLocale } = castOf(contact)
    const { email: contactEmail } = await actorOf(contact, stage, ctx)
    await inviteVisit(actor, { ...input, contactName, contactEmail, contactLocale }, ctx)
  } else {
    await requestVisit(actor, { ...input, profession: castOf(asker).profession }, ctx)
    stage.actors.delete(asker)
  }
  if (story.meetingUrl) await ctx.db.update(visits).set({ meetingUrl: story.meetingUrl }).where(eq(visits.id, visitId))
}

/** The side that was asked. */
function answerer({ story }: Scene): PersonKey {
  return first(story.direction === 'invited' ? story.guests : story.hosts)
}

async function versionOf({ visitId }: Scene, ctx: Ctx): Promise<number> {
  const [row] = await ctx.db.select({ version: visits.version }).from(visits).where(eq(visits.id, visitId))
  return found(row).version
}

function proposalsOf({ visitId }: Scene, ctx: Ctx) {
  return ctx.db
    .select()
    .from(dateProposals)
    .where(and(eq(dateProposals.visitId, visitId), isNull(dateProposals.retiredAt)))
    .orderBy(dateProposals.position)
}

async function mark(scene: Scene, ctx: Ctx): Promise<void> {
  const marks = (await proposalsOf(scene, ctx)).map(({ id, position }) => ({
    id,
    fits: position === 0 ? ('yes' as const) : ('no' as const),
  }))
  const actor = await actorOf(answerer(scene), scene.stage, ctx)
  await markDates(actor, { visitId: scene.visitId, version: await versionOf(scene, ctx), marks }, ctx)
}

async function agree(scene: Scene, ctx: Ctx): Promise<void> {
  const { story, stage, visitId } = scene
  const actor = await actorOf(first(story.direction === 'invited' ? story.hosts : story.guests), stage, ctx)
  const proposalId = found((await proposalsOf(scene, ctx))[0]).id
  await agreeDates(actor, { visitId, version: await versionOf(scene, ctx), proposalId }, ctx)
}

async function proposeOthers(scene: Scene, ctx: Ctx): Promise<void> {
  const actor = await actorOf(answerer(scene), scene.stage, ctx)
  const version = await versionOf(scene, ctx)
  await proposeDates(actor, { visitId: scene.visitId, version, ranges: rangesOf(scene, [1, 3]) }, ctx)
}

async function decline(scene: Scene, ctx: Ctx): Promise<void> {
  const { answer } = scene.story
  if (typeof answer !== 'object') return
  const referrals = (answer.referrals ?? []).map((unit) => idOf(scene.stage.units, unit))
  const actor = await actorOf(answerer(scene), scene.stage, ctx)
  await declineVisit(actor, { visitId: scene.visitId, reason: answer.declined, referrals }, ctx)
}

async function callOff(scene: Scene, ctx: Ctx): Promise<void> {
  const { story, stage, visitId } = scene
  const { by, reason } = found(story.calledOff)
  const actor = await actorOf(by, stage, ctx)
  const withdraws = story.guests.includes(by)
  await (withdraws ? withdrawVisit : cancelVisit)(actor, { visitId, reason }, ctx)
}

/** Everybody is invited by their coordinator, and accepts. */
async function gather(scene: Scene, ctx: Ctx): Promise<void> {
  const { story, stage, visitId } = scene
  for (const side of ['guest', 'host'] as const) {
    const [coordinator, ...others] = side === 'guest' ? story.guests : story.hosts
    const actor = await actorOf(found(coordinator), stage, ctx)
    for (const key of others) {
      const { name, profession, locale } = castOf(key)
      const { email } = await actorOf(key, stage, ctx)
      const person = { id: newId(), side, name, email, profession, locale, organisation: '', isCoordinator: false }
      await inviteParticipant(actor, { ...person, visitId }, ctx)
      await accept(scene, key, ctx)
    }
  }
  const seats = await ctx.db.select().from(visitParticipants).where(eq(visitParticipants.visitId, visitId))
  const keyOf = new Map([...stage.people].map(([key, userId]) => [userId, key]))
  for (const { id, userId } of seats) {
    const key = userId && keyOf.get(userId)
    if (key) scene.seats.set(key, id)
  }
}

/** Takes the seat with the token that would have come by mail; colleagues of the host unit sit already. */
async function accept({ stage, visitId }: Scene, key: PersonKey, ctx: Ctx): Promise<void> {
  const actor = await actorOf(key, stage, ctx)
  const [open] = await ctx.db
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.visitId, visitId), eq(invitations.email, actor.email), isNull(invitations.acceptedAt)))
  if (!open) return
  stage.actors.delete(key)
  await takeInvitedSeat(actor, { token: found(stage.tokens.get(open.id)), locale: actor.locale }, ctx)
}
