// Both sides prepare: the guests' form, the hosts' own goal, a programme that serves every goal, and the rules.
import { expect } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { guests, ingrid, karin, sindre, units } from './cast.ts'
import { fill, press, type Stage, visitPage } from './stage.ts'

const goals = {
  guest: ['Forstå hvordan dere holder hjemreisesamtalen.', 'Se hvordan planen følger med når pasienten bytter kommune.'],
  host: 'Lära oss hur Nordvik hinner ringa varje patient.',
}

/** Ingrid writes, Sindre adds the improvement work, Ingrid sends: one form, filled in together. */
export async function prepare(stage: Stage, visitId: string): Promise<void> {
  const nb = { locale: 'nb' } as const
  const page = await stage.pageOf(ingrid)
  await visitPage(page, `/visits/${visitId}/preparation`)
  await stage.inspect(page)
  await fill(page, { [m.preparation_goal_n({ number: 1 }, nb)]: goals.guest[0] ?? '' })
  await page.getByRole('button', { name: m.preparation_add_goal({}, nb), exact: true }).click()
  await fill(page, { [m.preparation_goal_n({ number: 2 }, nb)]: goals.guest[1] ?? '' })
  await page.locator('main input[type="checkbox"]').last().check()
  await press(page, m.preparation_save_later({}, nb))

  const other = await stage.pageOf(sindre)
  await visitPage(other, `/visits/${visitId}/preparation`)
  await other.getByLabel(m.preparation_goal_n({ number: 1 }, nb), { exact: true }).waitFor()
  expect(await other.getByLabel(m.preparation_goal_n({ number: 1 }, nb), { exact: true }).inputValue()).toBe(goals.guest[0])
  const work = other.locator('fieldset.sl-goal--gift').first()
  for (const [label, text] of Object.entries(fiveDays)) await work.getByLabel(label).fill(text)
  await press(other, m.preparation_save_later({}, nb))

  await visitPage(page, `/visits/${visitId}/preparation`)
  await press(page, m.preparation_send_to({ unit: units.host }, nb))
}

const fiveDays = {
  'Hva kaller dere det?': 'Fem dager hjemme',
  'Hva vil dere oppnå?': 'Færre hastebesøk',
  'Hvordan gjør dere det?': 'Vi ringer hver pasient de fem første dagene.',
}

/** Karin answers with the hosts' own goal, then plans slots that serve all three goals and the improvement work. */
export async function plan(stage: Stage, visitId: string): Promise<void> {
  const sv = { locale: 'sv' } as const
  const page = await stage.pageOf(karin)
  await visitPage(page, `/visits/${visitId}/goals/new`)
  await page.getByLabel(m.preparation_goal_label({}, sv)).fill(goals.host)
  await press(page, m.preparation_goal_save({}, sv))

  await visitPage(page, `/visits/${visitId}/programme`)
  await page
    .getByRole('main')
    .getByText(goals.guest[0] ?? '')
    .first()
    .waitFor()
  await addSlot(stage, visitId, {
    title: 'Hemgångssamtalet',
    startsAt: '09:00',
    endsAt: '10:30',
    kind: 'show',
    goals: [goals.guest[0] ?? ''],
  })
  await addSlot(stage, visitId, {
    title: 'Planen som följer med',
    startsAt: '10:45',
    endsAt: '12:00',
    kind: 'dialogue',
    goals: [goals.guest[1] ?? ''],
  })
  await addSlot(stage, visitId, {
    title: 'Nordvik berättar',
    startsAt: '13:00',
    endsAt: '14:00',
    kind: 'guest_presents',
    goals: [goals.host],
    work: true,
  })
  await stage.inspect(page)
}

type Slot = { title: string; startsAt: string; endsAt: string; kind: string; goals: string[]; work?: boolean }

async function addSlot(stage: Stage, visitId: string, slot: Slot): Promise<void> {
  const page = await stage.pageOf(karin)
  await visitPage(page, `/visits/${visitId}/programme/new`)
  for (const name of ['title', 'startsAt', 'endsAt'] as const) await page.locator(`[name="${name}"]`).fill(slot[name])
  const kind = page.locator('[name="kind"]').first()
  if ((await kind.getAttribute('type')) === 'radio') await page.locator(`[name="kind"][value="${slot.kind}"]`).check()
  else await kind.selectOption(slot.kind)
  for (const goal of slot.goals) await page.getByLabel(goal).check()
  if (slot.work) await page.locator('[name="improvementWorkId"]').selectOption({ index: 1 })
  await press(page, m.programme_save_new({}, { locale: 'sv' }))
}

/** Every guest reads and confirms the rules, in the version shown. */
export async function confirmRules(stage: Stage, visitId: string): Promise<void> {
  for (const role of guests) {
    const page = await stage.pageOf(role)
    await visitPage(page, `/visits/${visitId}/rules`)
    if (role === ingrid) await stage.inspect(page)
    await page.getByLabel(m.visits_rules_confirm_label({}, { locale: role.locale })).check()
    await press(page, m.visits_rules_confirm({}, { locale: role.locale }))
  }
}
