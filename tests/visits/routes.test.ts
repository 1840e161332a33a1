import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import * as home from '#app/routes/home.tsx'
import * as list from '#app/routes/visits._index.tsx'
import * as overview from '#app/routes/visits.$visitId._index.tsx'
import * as agreement from '#app/routes/visits.$visitId.agreement.tsx'
import * as cancellation from '#app/routes/visits.$visitId.cancellation.tsx'
import * as checklist from '#app/routes/visits.$visitId.checklist.tsx'
import * as dates from '#app/routes/visits.$visitId.dates.tsx'
import * as facts from '#app/routes/visits.$visitId.facts.tsx'
import * as history from '#app/routes/visits.$visitId.history.tsx'
import * as invitation from '#app/routes/visits.$visitId.invitation.tsx'
import * as newDates from '#app/routes/visits.$visitId.new-dates.tsx'
import * as keepDates from '#app/routes/visits.$visitId.new-dates_.refusal.tsx'
import * as takeBack from '#app/routes/visits.$visitId.new-dates_.withdrawal.ts'
import * as people from '#app/routes/visits.$visitId.people.tsx'
import * as coordinator from '#app/routes/visits.$visitId.people_.$participantId.coordinator.tsx'
import * as removal from '#app/routes/visits.$visitId.people_.$participantId.removal.tsx'
import * as proposals from '#app/routes/visits.$visitId.proposals.tsx'
import * as refusal from '#app/routes/visits.$visitId.refusal.tsx'
import * as rules from '#app/routes/visits.$visitId.rules.tsx'
import * as layout from '#app/routes/visits.$visitId.tsx'
import * as fresh from '#app/routes/visits.new.tsx'
import { dateProposals, roles, visits } from '#db/schema/index.ts'
import { anAdmin, aPersonWith } from '#tests/support/actors.ts'
import { test } from '#tests/support/db.ts'
import { aUnit, aUser } from '#tests/support/factories.ts'
import { callAction, callLoader } from '#tests/support/http.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'

type Kept = { result: { initialValue?: Record<string, unknown>; error?: Record<string, string[]> } }
const kept = (data: unknown) => (data as Kept).result

const good = (hostUnitId: string) => ({
  id: newId(),
  hostUnitId,
  kind: 'co_learning',
  form: 'on_site',
  title: 'Trygg hemgång',
  inquiry: 'Vi er nysgjerrige på hjemreisesamtalen.',
  language: 'nb',
  groupSize: '4',
  'organisations[0].name': 'Hjemmetjenesten Nordvik',
  'organisations[0].country': 'NO',
  'organisations[1].name': 'Rosslea Community Rehab',
  'organisations[1].country': 'IE',
  'ranges[0].startsOn': '2026-10-06',
  'ranges[0].endsOn': '2026-10-08',
  'ranges[0].startPart': 'full',
  'ranges[0].endPart': 'full',
  profession: 'avdelingsleder',
})

describe('asking', () => {
  test('a request becomes a visit, once, however often the form is sent', async ({ ctx }) => {
    const host = await aUnit(ctx, { profile: true })
    const ingrid = await aUser(ctx, { locale: 'nb' })
    const form = good(host.id)
    const call = { path: `/visits/new?host=${host.id}`, as: ingrid, form }
    const first = await callAction(ctx, fresh.action, call)
    expect(first).toMatchObject({ status: 302, location: `/visits/${form.id}` })
    expect((await callAction(ctx, fresh.action, call)).location).toBe(`/visits/${form.id}`)
    expect(await ctx.db.select().from(visits).where(eq(visits.hostUnitId, host.id))).toHaveLength(1)
  })

  test.for([
    ['sv', 'Sista dagen ligger före den första.'],
    ['nb', 'Den siste dagen er før den første.'],
    ['en', 'The last day is before the first.'],
  ] as const)(
    'in %s what is wrong is said beside the field, and everything typed is still there',
    async ([locale, dayWords], { ctx }) => {
      const host = await aUnit(ctx, { profile: true })
      const ingrid = await aUser(ctx, { locale })
      const form = { ...good(host.id), title: '', 'ranges[0].endsOn': '2026-10-01' }
      const answer = await callAction(ctx, fresh.action, { path: `/visits/new?host=${host.id}`, as: ingrid, form })
      expect(answer.status).toBe(400)
      const { error, initialValue } = kept(answer.data)
      expect(error?.['ranges[0].endsOn']).toEqual([dayWords])
      expect(error?.title?.[0]).toBeTruthy()
      expect(initialValue).toMatchObject({
        inquiry: form.inquiry,
        organisations: [
          { name: 'Hjemmetjenesten Nordvik', country: 'NO' },
          { name: 'Rosslea Community Rehab', country: 'IE' },
        ],
        ranges: [{ startsOn: '2026-10-06', endsOn: '2026-10-01' }],
      })
      expect(await ctx.db.select().from(visits).where(eq(visits.hostUnitId, host.id))).toHaveLength(0)
    },
  )

  test.for([
    [
      'no organisation',
      {
        'organisations[0].name': undefined,
        'organisations[0].country': undefined,
        'organisations[1].name': undefined,
        'organisations[1].country': undefined,
      },
      'organisations',
    ],
    ['a country that is none', { 'organisations[0].country': 'Norge' }, 'organisations[0].country'],
    ['a group of nobody', { groupSize: '0' }, 'groupSize'],
    ['a group that is a word', { groupSize: 'några' }, 'groupSize'],
    ['a day that does not exist', { 'ranges[0].startsOn': '2026-02-30' }, 'ranges[0].startsOn'],
    ['a kind that is none', { kind: 'holiday' }, 'kind'],
    ['a language that is a script', { language: '<script>' }, 'language'],
    ['a title of a thousand letters', { title: 'å'.repeat(1000) }, 'title'],
  ] as const)('%s is refused at its field', async ([, change, field], { ctx }) => {
    const host = await aUnit(ctx, { profile: true })
    const ingrid = await aUser(ctx)
    const form = { ...good(host.id), ...change }
    const answer = await callAction(ctx, fresh.action, { path: `/visits/new?host=${host.id}`, as: ingrid, form })
    expect(answer.status).toBe(400)
    expect(Object.keys(kept(answer.data).error ?? {})).toContain(field)
  })

  test('text with characters no database can hold is given back without them', async ({ ctx }) => {
    const host = await aUnit(ctx, { profile: true })
    const ingrid = await aUser(ctx)
    const form = { ...good(host.id), inquiry: 'Hei\0 på dere' }
    const answer = await callAction(ctx, fresh.action, { path: `/visits/new?host=${host.id}`, as: ingrid, form })
    expect(answer.status).toBe(400)
    expect(kept(answer.data).initialValue?.inquiry).toBe('Hei på dere')
  })

  test('a sixth period is one too many', async ({ ctx }) => {
    const host = await aUnit(ctx, { profile: true })
    const ingrid = await aUser(ctx)
    const more = Object.fromEntries(
      [1, 2, 3, 4, 5].flatMap((row) => [
        [`ranges[${row}].startsOn`, '2026-11-02'],
        [`ranges[${row}].endsOn`, '2026-11-03'],
      ]),
    )
    const form = { ...good(host.id), ...more }
    const answer = await callAction(ctx, fresh.action, { path: `/visits/new?host=${host.id}`, as: ingrid, form })
    expect(kept(answer.data).error?.ranges).toBeDefined()
  })

  test('only those who answer for a unit see its page for inviting, and everybody may see the choice', async ({ ctx }) => {
    const host = await aUnit(ctx, { profile: true })
    const karin = await aPersonWith(ctx, 'host_coordinator', { unit: host })
    const ingrid = await aUser(ctx)
    const path = `/visits/new?from=${host.id}`
    expect((await callLoader(ctx, fresh.loader, { path, as: karin })).data.page).toMatchObject({ mode: 'invite' })
    expect((await callLoader(ctx, fresh.loader, { path, as: ingrid })).status).toBe(404)
    expect((await callLoader(ctx, fresh.loader, { path: '/visits/new', as: karin })).data.page).toMatchObject({
      mode: 'choose',
    })
    expect((await callLoader(ctx, fresh.loader, { path: '/visits/new?host=banana', as: ingrid })).data.page).toMatchObject({
      mode: 'choose',
    })
  })
})

const pages = {
  layout: layout.loader,
  overview: overview.loader,
  dates: dates.loader,
  people: people.loader,
  rules: rules.loader,
  checklist: checklist.loader,
  history: history.loader,
  proposals: proposals.loader,
  facts: facts.loader,
  refusal: refusal.loader,
  cancellation: cancellation.loader,
  invitation: invitation.loader,
  newDates: newDates.loader,
  keepDates: keepDates.loader,
} as Record<string, Parameters<typeof callLoader>[1]>
const forCoordinators = ['proposals', 'facts', 'refusal', 'cancellation', 'invitation', 'newDates', 'keepDates']

test('without scripts the guests ask to move the visit, take it back, ask again, and the host keeps the days', async ({
  ctx,
}) => {
  const { visit, karin, ingrid } = await aVisitWithPeople(ctx)
  const call = (section: string) => ({ path: `/visits/${visit.id}/${section}`, params: { visitId: visit.id } })
  const days = { startsOn: '2026-10-06', endsOn: '2026-10-08', startPart: 'full', endPart: 'full', reason: 'Flyet er innstilt' }
  const asked = await callAction(ctx, newDates.action, { ...call('new-dates'), as: ingrid, form: { ...days, version: '1' } })
  expect(asked.location).toBe(`/visits/${visit.id}/dates`)
  const own = await callLoader(ctx, dates.loader, { ...call('dates'), as: ingrid })
  expect(own.data.proposals).toMatchObject([{ side: 'guest', reason: 'Flyet er innstilt', mayAgree: false }])
  const back = { ...call('new-dates/withdrawal'), as: ingrid, form: { version: '2' } }
  expect((await callAction(ctx, takeBack.action, back)).location).toBe(`/visits/${visit.id}/dates`)
  await callAction(ctx, newDates.action, { ...call('new-dates'), as: ingrid, form: { ...days, version: '3' } })
  const keep = { ...call('new-dates/refusal'), as: karin }
  const blank = await callAction(ctx, keepDates.action, { ...keep, form: { version: '4', reason: ' ' } })
  expect(kept(blank.data).error?.reason).toBeDefined()
  const no = await callAction(ctx, keepDates.action, { ...keep, form: { version: '4', reason: 'Då är vi stängda' } })
  expect(no.location).toBe(`/visits/${visit.id}/dates`)
  const [row] = await ctx.db.select().from(visits).where(eq(visits.id, visit.id))
  expect(row).toMatchObject({ startsOn: visit.startsOn, endsOn: visit.endsOn })
})

describe('who may open which page', () => {
  test('an outsider and a made-up id get the same answer, a visitor is asked to sign in', async ({ ctx }) => {
    const { visit, mikko } = await aVisitWithPeople(ctx)
    for (const [name, loader] of Object.entries(pages)) {
      const path = `/visits/${visit.id}`
      const call = { path, params: { visitId: visit.id } }
      expect((await callLoader(ctx, loader, { ...call, as: mikko })).status, name).toBe(404)
      expect((await callLoader(ctx, loader, { ...call, params: { visitId: newId() }, as: mikko })).status, name).toBe(404)
      expect((await callLoader(ctx, loader, { ...call, params: { visitId: 'banana' }, as: mikko })).status, name).toBe(404)
      expect((await callLoader(ctx, loader, call)).location, name).toMatch(/^\/login/)
    }
  })

  test('participants open what is theirs, coordinators also the forms; an admin sees facts', async ({ ctx }) => {
    const { visit, karin, sindre } = await aVisitWithPeople(ctx)
    const admin = await anAdmin(ctx)
    for (const [name, loader] of Object.entries(pages)) {
      const call = { path: `/visits/${visit.id}`, params: { visitId: visit.id } }
      expect((await callLoader(ctx, loader, { ...call, as: karin })).status, name).toBe(200)
      const expected = forCoordinators.includes(name) ? 403 : 200
      expect((await callLoader(ctx, loader, { ...call, as: sindre })).status, name).toBe(expected)
      const seen = await callLoader(ctx, loader, { ...call, as: admin })
      expect(seen.status, name).toBe(expected)
      expect(JSON.stringify(seen.data ?? null), name).not.toContain(visit.inquiry)
      expect(JSON.stringify(seen.data ?? null), name).not.toContain(sindre.email)
    }
  })
})

describe('answering', () => {
  test('a reason is needed, and a stale page is told so with the text kept', async ({ ctx }) => {
    const { visit, karin } = await aVisitWithPeople(ctx)
    const call = { path: `/visits/${visit.id}/cancellation`, params: { visitId: visit.id }, as: karin }
    const empty = await callAction(ctx, cancellation.action, { ...call, form: { version: '1', reason: '   ' } })
    expect(empty.status).toBe(400)
    const stale = await callAction(ctx, cancellation.action, { ...call, form: { version: '7', reason: 'Ombyggnad' } })
    expect(stale.status).toBe(409)
    expect(kept(stale.data)).toMatchObject({ initialValue: { reason: 'Ombyggnad' } })
    expect(kept(stale.data).error?.['']?.[0]).toMatch(/^Någon annan ändrade/)
    const sent = await callAction(ctx, cancellation.action, { ...call, form: { version: '1', reason: 'Ombyggnad' } })
    expect(sent.location).toBe(`/visits/${visit.id}`)
  })

  test('somebody else’s days cannot be marked, agreed or seen through this visit', async ({ ctx }) => {
    const mine = await aVisitWithPeople(ctx, { status: 'in_dialogue' })
    const other = await aVisitWithPeople(ctx, { status: 'in_dialogue' })
    const foreign = newId()
    const range = { startsOn: '2026-10-06', endsOn: '2026-10-07', position: 0, createdAt: ctx.now }
    await ctx.db.insert(dateProposals).values({ id: foreign, visitId: other.visit.id, side: 'guest', ...range })
    const call = { params: { visitId: mine.visit.id }, as: mine.karin }
    const path = `/visits/${mine.visit.id}/agreement?proposal=${foreign}`
    expect((await callLoader(ctx, agreement.loader, { ...call, path })).status).toBe(404)
    const agreed = await callAction(ctx, agreement.action, { ...call, path, form: { version: '1', proposalId: foreign } })
    expect(agreed.status).toBe(404)
    const form = { version: '1', 'marks[0].id': foreign, 'marks[0].fits': 'yes' }
    const marked = await callAction(ctx, dates.action, { ...call, path: `/visits/${mine.visit.id}/dates`, form })
    expect(marked.status).toBe(409)
  })

  test('the page of a declining host offers similar hosts and refuses others', async ({ ctx }) => {
    const { visit, karin } = await aVisitWithPeople(ctx, { status: 'asked' })
    const call = { path: `/visits/${visit.id}/refusal`, params: { visitId: visit.id }, as: karin }
    const form = { version: '1', reason: 'Ombyggnad', referrals: [newId()] }
    const refused = await callAction(ctx, refusal.action, { ...call, form })
    expect(refused.status).toBe(422)
    expect(kept(refused.data).initialValue?.reason).toBe('Ombyggnad')
  })
})

describe('people', () => {
  test('an address that is none is refused with the name kept', async ({ ctx }) => {
    const { visit, ingrid } = await aVisitWithPeople(ctx)
    const call = { path: `/visits/${visit.id}/invitation`, params: { visitId: visit.id }, as: ingrid }
    const form = { id: newId(), side: 'guest', name: 'Mari', email: 'mari', locale: 'nb' }
    const answer = await callAction(ctx, invitation.action, { ...call, form })
    expect(answer.status).toBe(400)
    expect(kept(answer.data)).toMatchObject({
      initialValue: { name: 'Mari', email: 'mari' },
      error: { email: [expect.any(String)] },
    })
    const sent = await callAction(ctx, invitation.action, { ...call, form: { ...form, email: ' Mari@Nordvik.example ' } })
    expect(sent.location).toBe(`/visits/${visit.id}/people`)
  })

  test('the last coordinator hands over before leaving, and whoever leaves comes to their list', async ({ ctx }) => {
    const { visit, ingrid, participants } = await aVisitWithPeople(ctx)
    const at = (participantId: string) => ({ params: { visitId: visit.id, participantId }, as: ingrid, path: '/visits' })
    const alone = await callAction(ctx, removal.action, { ...at(participants.ingrid.id), form: {} })
    expect(alone.status).toBe(409)
    await callAction(ctx, coordinator.action, { ...at(participants.sindre.id), form: { isCoordinator: 'yes' } })
    expect((await callAction(ctx, removal.action, { ...at(participants.ingrid.id), form: {} })).location).toBe('/visits')
    const ended = await ctx.db
      .select()
      .from(roles)
      .where(and(eq(roles.userId, ingrid.id), eq(roles.visitId, visit.id)))
    expect(ended[0]?.endsAt).toEqual(ctx.now)
  })
})

test('the first page and the list show what needs the person', async ({ ctx }) => {
  const { karin, mikko } = await aVisitWithPeople(ctx, { status: 'asked', title: 'Trygg hemgång' })
  const first = await callLoader(ctx, home.loader, { path: '/home', as: karin })
  expect(first.data.needs.map((need) => need.kind)).toEqual(['answer_request'])
  const mine = await callLoader(ctx, list.loader, { path: '/visits', as: karin })
  expect(mine.data.cards.map((card) => card.title)).toEqual(['Trygg hemgång'])
  expect((await callLoader(ctx, list.loader, { path: '/visits', as: mikko })).data.cards).toEqual([])
  expect((await callLoader(ctx, list.loader, { path: '/visits?scope=over', as: karin })).data.cards).toEqual([])
})

test('a link that opens something else than https is not a meeting place', async ({ ctx }) => {
  const { visit, karin } = await aVisitWithPeople(ctx)
  const call = { path: `/visits/${visit.id}/facts`, params: { visitId: visit.id }, as: karin }
  for (const meetingUrl of ['javascript:alert(1)', 'http://meet.example', 'https://', 'file:///etc/passwd']) {
    const form = { version: '1', title: 'Trygg hemgång', groupSize: '4', meetingUrl }
    expect((await callAction(ctx, facts.action, { ...call, form })).status, meetingUrl).toBe(400)
  }
})
