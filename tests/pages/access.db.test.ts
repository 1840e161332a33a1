// Who gets in where: every address with something in it that belongs to somebody, asked for by those it does not belong to.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { writeCycle } from '#app/features/pairs/commands/cycles.server.ts'
import { makeGroup } from '#app/features/pairs/commands/groups.server.ts'
import { planTalk } from '#app/features/pairs/commands/talks.server.ts'
import { findGroupFor } from '#app/features/pairs/queries/groups.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { dayAt } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'
import {
  changeProposals,
  closedPeriods,
  dateProposals,
  invitations,
  roles,
  slots,
  visitParticipants,
  visits,
} from '#db/schema/index.ts'
import { aCommentBy, aPostBy } from '#tests/blogs/writing.ts'
import { aCertificateOf } from '#tests/certificates/finished.ts'
import { aGoal } from '#tests/evaluations/visits.ts'
import { walking } from '#tests/pairs/pairs.ts'
import { aFileOf, aPathOf } from '#tests/paths/making.ts'
import { anAdmin, anOutsider, aPersonWith } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aParticipant, aRole, aUnit, aUser } from '#tests/support/factories.ts'
import { type Answer, callAction, callLoader } from '#tests/support/http.ts'
import { aVisitWithPeople, someoneIn } from '#tests/support/participants.ts'
import { allRoutes } from '#tests/support/remix.ts'
import { taught } from '#tests/teaching/people.ts'
import { anEmployee } from '#tests/training/registers.ts'

type Asking = Record<string, Person | null>
type Handler = (args: LoaderFunctionArgs) => Promise<unknown>

/** A visit with one of everything that has an address, and people who belong to it and who do not. */
async function aWorld(ctx: TestCtx, status: 'preparing' | 'evaluating') {
  const unit = await aUnit(ctx, { name: 'Rehabavdelningen Tallbacken' })
  const days = status === 'evaluating' ? { startsOn: '2026-01-13', endsOn: '2026-01-15' } : {}
  const people = await aVisitWithPeople(ctx, { host: unit, status: 'preparing' })
  const { visit, karin, ingrid } = people
  const params = await everythingIn(ctx, people, unit)
  await ctx.db
    .update(visits)
    .set({ status, ...days })
    .where(eq(visits.id, visit.id))
  const removed = await someoneIn(ctx, visit, { side: 'host', name: 'Jón Þórsson' })
  await aRole(ctx, removed.user, 'member', { unit })
  const gone = { leftAt: ctx.now, leftBy: karin.id }
  await ctx.db.update(visitParticipants).set(gone).where(eq(visitParticipants.id, removed.participant.id))
  await ctx.db.update(roles).set({ endsAt: ctx.now }).where(eq(roles.userId, removed.user.id))
  const elsewhere = await aVisitWithPeople(ctx)
  const strangers: Asking = {
    'a visitor': null,
    'somebody with an account': await anOutsider(ctx),
    'a guest of another visit': elsewhere.ingrid,
    'somebody who was taken out': removed.person,
  }
  const manager = await aPersonWith(ctx, 'unit_manager', { unit })
  const samira = await aPersonWith(ctx, 'resource_person', { unit })
  const employee = await anEmployee(ctx, unit, { took: [[1, '2025-02-03']] })
  const training = { employeeId: employee.id, courseId: employee.courseIds[0] ?? '' }
  const insiders: Asking = { karin, ingrid, manager, samira, admin: await anAdmin(ctx) }
  const pairId = await walking(samira, manager, unit.id, ctx)
  const talk = { id: newId(), pairId, onDay: dayAt(ctx.now, unit.timeZone), place: '', language: 'sv' } as const
  const cycle = { id: newId(), onDay: '2026-06-01', plan: 'Fråga tre patienter', done: '', study: '', act: '' }
  await writeCycle(samira, { ...cycle, pairId, version: 0, language: 'sv' }, ctx)
  const walk = {
    pairId,
    moduleId: 'm0',
    talkId: await planTalk(samira, talk, ctx),
    cycleId: cycle.id,
    ...(await aGroupOf(samira, unit.id, ctx)),
  }
  const certificateId = await aCertificateOf({ pairId, samira, elsa: manager }, ctx)
  const lesson = { sessionId: await taught(manager, unit.id, ctx), linkId: newId() }
  const pathId = await aPathOf(manager, { id: unit.id, name: 'M0' }, ctx)
  const mediaId = await aFileOf(pathId, ctx)
  const path = { pathId, mediaId, activityId: 'resource-1', toolId: 'pdsa', role: 'leader', version: '1', personId: samira.id }
  return {
    params: { ...params, ...path, ...walk, ...lesson, ...training, certificateId },
    strangers,
    insiders,
    search: `?unit=${unit.id}&proposal=${params.dateId}`,
  }
}

/** A learning group, with its maker's own seat. */
async function aGroupOf(maker: Person, unitId: string, ctx: TestCtx) {
  const pathId = 'learn-to-teach-on'
  const groupId = await makeGroup(maker, { id: newId(), unitId, pathId, name: 'Torsdagsgruppen', language: 'sv' }, ctx)
  return { groupId, memberId: (await findGroupFor(maker, groupId, ctx)).members[0]?.id ?? '' }
}

type People = Awaited<ReturnType<typeof aVisitWithPeople>>

/** One of everything, by the name that its id has in addresses. */
async function everythingIn(ctx: TestCtx, { visit, karin, ingrid, participants }: People, unit: { id: string }) {
  const tomorrow = new Date(ctx.now.getTime() + 86_400_000)
  const id = () => newId()
  const ids = { slotId: id(), proposalId: id(), periodId: id(), invitationId: id(), dateId: id(), mailId: id() }
  const goalId = await aGoal(ctx, visit, participants.ingrid, 'Förstå samtalet')
  const written = { visitId: visit.id, language: 'sv', createdAt: ctx.now, updatedAt: ctx.now }
  const hours = { day: '2026-12-01', startsAt: '09:00', endsAt: '10:00' }
  await ctx.db.insert(slots).values({ ...written, ...hours, id: ids.slotId, kind: 'shadow', title: 'Rond' })
  const asked = { kind: 'change', subject: 'goal', subjectId: goalId, before: { text: 'a' }, after: { text: 'b' } } as const
  const proposed = { visitId: visit.id, language: 'sv', proposedBy: ingrid.id, proposedAt: ctx.now }
  await ctx.db.insert(changeProposals).values({ id: ids.proposalId, ...asked, ...proposed })
  const range = { startsOn: '2026-12-08', endsOn: '2026-12-10', side: 'guest', fits: true, position: 1 } as const
  await ctx.db.insert(dateProposals).values({ id: ids.dateId, visitId: visit.id, createdAt: ctx.now, ...range })
  const summer = { startsOn: '2027-07-01', endsOn: '2027-07-31' }
  await ctx.db.insert(closedPeriods).values({ id: ids.periodId, unitId: unit.id, ...summer })
  const waiting = await aParticipant(ctx, visit)
  const letter = { locale: 'sv', email: waiting.email, createdAt: ctx.now, expiresAt: tomorrow } as const
  const open = { roleKind: 'guest', visitId: visit.id, tokenHash: newId() } as const
  await ctx.db.insert(invitations).values({ id: ids.invitationId, ...letter, ...open })
  const guest = await aRole(ctx, await aUser(ctx), 'guest', { visit, sponsorId: karin.id, endsAt: tomorrow })
  const postId = await aPostBy(karin, visit, ctx)
  const commentId = await aCommentBy(ingrid, postId, ctx)
  const known = { visitId: visit.id, unitId: unit.id, userId: ingrid.id, roleId: guest.id, participantId: waiting.id }
  const unknown = { token: 'nobody-knows', key: 'nothing', slug: 'nothing' }
  return { ...ids, ...known, ...unknown, goalId, postId, commentId, indicatorId: 'I1.6.3' }
}

/** Only an indicator that is reported, not counted, has a page for reports. */
function paramsFor<P extends object>(route: string, params: P): P {
  return route.includes('.report') ? { ...params, indicatorId: 'I1.3.1' } : params
}

async function withIds(part: 'loader' | 'action') {
  const routes = (await allRoutes()).filter(({ file }) => file.includes('$'))
  return routes.flatMap(({ file, module }) => {
    const handler = module[part] as Handler | undefined
    return handler ? [{ name: file.replace(/^routes\/|\.tsx?$/g, ''), handler }] : []
  })
}

/** What came of it: '200', '404', '302 /login', or the name of the error that nobody expected. */
async function outcomeOf(asking: Promise<Answer<unknown>>): Promise<string> {
  try {
    const { status, location } = await asking
    return location ? `${status} ${location.replace(/[?#].*/, '')}` : String(status)
  } catch (error) {
    return `500 ${error}`
  }
}

/** Pages that greet whoever comes: they hold nothing until a secret is given, or are meant for everybody with an account. */
const greet: Record<string, string> = {
  'login.$token': 'asks for one press before a link is used',
  'settings.email.$token': 'the same for a new address',
  'units.$unitId._index': 'colleagues find each other’s units; a visitor only those that invite',
}

/** Opened by something other than being who one is, so nobody gets in here; each has tests of its own. */
const notByRight = [
  '$',
  'blog.$slug',
  'calendar.$token[.ics]',
  'check.$checkId._index',
  'check.$checkId[.json]',
  'dev.outbox.$mailId._index',
  'dev.outbox.$mailId.file',
  'dev.outbox.$mailId.look',
  'e.$token',
  'i.$token._index',
  'issuer.keys.$keyId',
  'issuer.status.$list',
  'pairs.$pairId_.practice.$moduleId.$activityId',
  'paths.$pathId.$moduleId.$activityId_.practice',
  'teaching.attend.$token',
  'visits.$visitId_.evaluation.answer',
]

test('whoever has no business with a page is sent to sign in or finds nothing, whatever the visit’s stage', {
  timeout: 300_000,
}, async ({ ctx }) => {
  const loaders = await withIds('loader')
  expect(loaders.length).toBeGreaterThan(70)
  const wrong: string[] = []
  const opened = new Set<string>()
  for (const stage of ['preparing', 'evaluating'] as const) {
    const { params, search, strangers, insiders } = await aWorld(ctx, stage)
    for (const { name, handler } of loaders) {
      const named = paramsFor(name, params)
      const ask = (as: Person | null) => outcomeOf(callLoader(ctx, handler, { path: `/x${search}`, params: named, as }))
      for (const [who, as] of Object.entries(strangers)) {
        const outcome = await ask(as)
        const fine = as && name in greet ? /^200$/ : /^(302 \/|40[34]$|410$)/
        if (!fine.test(outcome) && !(name === 'login.$token' && outcome === '200'))
          wrong.push(`${name} gives ${who} ${outcome}`)
      }
      for (const as of Object.values(insiders)) if (/^(200|302)/.test(await ask(as))) opened.add(name)
    }
  }
  expect(wrong).toEqual([])
  // The other half of the proof: those who belong get in with the very same ids, so it was not the ids that were refused.
  const closed = loaders.map(({ name }) => name).filter((name) => !opened.has(name))
  expect(closed.sort()).toEqual(notByRight)
})

test('whoever has no business with it changes nothing, and no address breaks on an empty form', {
  timeout: 300_000,
}, async ({ ctx }) => {
  const actions = await withIds('action')
  expect(actions.length).toBeGreaterThan(60)
  const { params, search, strangers } = await aWorld(ctx, 'preparing')
  const wrong: string[] = []
  for (const { name, handler } of actions) {
    for (const [who, as] of Object.entries(strangers)) {
      const outcome = await outcomeOf(callAction(ctx, handler, { path: `/x${search}`, params, as }))
      const isOwn = name === 'settings.sessions.$key.end' && outcome === '302 /settings'
      if (!(as ? /^4\d\d$/ : /^(302 \/login|4\d\d)$/).test(outcome) && !isOwn) wrong.push(`${name} gives ${who} ${outcome}`)
    }
  }
  expect(wrong).toEqual([])
})
