// Walking: the pair begins, each does their own track, both stand behind what they wrote together.
import { expect } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import type { Role } from '../visit/cast.ts'
import { go, press, type Stage, visitPage } from '../visit/stage.ts'

type Two = { leader: Role; resourcePerson: Role }
const path = '/paths/learn-to-teach-on'

/** The manager asks from the path's page; the resource person says yes from what waits on her phone. */
export async function startPair(stage: Stage, { leader, resourcePerson }: Two): Promise<string> {
  const asks = await stage.pageOf(leader)
  await visitPage(asks, path)
  await stage.inspect(asks)
  await go(asks, m.pairs_start_title({}, { locale: leader.locale }))
  await stage.inspect(asks)
  await asks.locator('[name="as"][value="leader"]').check()
  const [chosen] = await asks.locator('[name="colleagueId"] option', { hasText: resourcePerson.name }).all()
  await asks.locator('[name="colleagueId"]').selectOption((await chosen?.getAttribute('value')) ?? '')
  await press(asks, m.pairs_start_send({}, { locale: leader.locale }))
  const pairId = /\/pairs\/([0-9a-f-]{36})/.exec(asks.url())?.[1] ?? ''
  const answers = await stage.pageOf(resourcePerson)
  await visitPage(answers, '/home')
  await answers.locator(`a[href="/pairs/${pairId}"]`).first().click()
  await press(answers, m.pairs_accept({}, { locale: resourcePerson.locale }))
  await stage.inspect(answers)
  return pairId
}

type Module = Two & { pairId: string; path: string; module: string }

/** All that one module asks of both; what they agree is written on the phone and confirmed by both. */
export async function walkModule(stage: Stage, { leader, resourcePerson, pairId, path, module }: Module): Promise<void> {
  await doTrack(stage, resourcePerson, `${path}/${module}`, 'resource_person')
  await doTrack(stage, leader, `${path}/${module}`, 'leader')
  const joint = `/pairs/${pairId}/joint/${module}`
  const writes = await stage.pageOf(resourcePerson)
  await visitPage(writes, joint)
  await writes.locator('[name="goals[0].text"]').fill(`Vi övar en sak i veckan (${module}).`)
  await press(writes, m.pairs_save({}, { locale: resourcePerson.locale }))
  if (module === 'm0') await stage.inspect(writes)
  for (const role of [resourcePerson, leader]) {
    const page = await stage.pageOf(role)
    await visitPage(page, joint)
    await press(page, m.pairs_joint_confirm({}, { locale: role.locale }))
  }
}

async function doTrack(stage: Stage, who: Role, module: string, track: 'resource_person' | 'leader'): Promise<void> {
  const page = await stage.pageOf(who)
  await visitPage(page, module)
  if (module.endsWith('m3')) await stage.inspect(page)
  const links = page.locator(`section[aria-labelledby="${track}"] a`)
  const steps = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
  expect(steps.length).toBeGreaterThan(0)
  for (const step of steps) {
    await visitPage(page, step)
    await press(page, m.pairs_done_mark({}, { locale: who.locale }))
  }
}

export async function finishWalk(stage: Stage, two: readonly Role[], pairId: string): Promise<void> {
  for (const role of two) {
    const page = await stage.pageOf(role)
    await visitPage(page, `/pairs/${pairId}`)
    await page.getByText(m.pairs_next_finished({}, { locale: role.locale })).waitFor()
    await stage.inspect(page)
  }
}
