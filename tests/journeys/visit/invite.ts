// Before there is a visit: an admin makes the units, coordinators join, and the visit is asked for and agreed.
import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import type { RoleKind } from '#app/kernel/actor.ts'
import { m } from '#app/paraglide/messages.js'
import { astrid, guests, hosts, ingrid, karin, type Role, units } from './cast.ts'
import { fill, go, press, type Stage, settled, visitPage } from './stage.ts'

const password = 'en-lang-fras-om-havet'

/** The first account is made by the operator, on the command line. */
export function makeAdmin(environment: Record<string, string>): void {
  const args = ['create-admin', '--email', astrid.email, '--name', astrid.name, '--language', 'sv', '--password-stdin']
  execFileSync(process.execPath, ['--import', 'tsx', 'server/admin.ts', ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    input: password,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
}

/** Ids of the host's units, from the top: the region, the clinic below it, the ward that receives the guests. */
export type HostUnits = { region: string; clinic: string; ward: string }

export async function signInAdmin(stage: Stage): Promise<void> {
  const page = await stage.pageOf(astrid)
  await visitPage(page, '/login')
  await stage.inspect(page)
  await page.locator('[name="email"]').last().fill(astrid.email)
  await page.locator('[name="password"]').fill(password)
  await press(page, m.identity_login_submit({}, { locale: 'sv' }))
}

/** The admin signs in and makes the host's three levels and the guests' unit, then invites a coordinator to both sides. */
export async function makeUnits(stage: Stage): Promise<HostUnits> {
  await signInAdmin(stage)
  const region = await makeUnit(stage, { name: units.region, kind: 'region', country: 'SE', language: 'sv' })
  const clinic = await makeUnit(stage, {
    ...{ name: units.clinic, kind: 'clinic', country: 'SE', language: 'sv' },
    below: { id: region, name: units.region },
  })
  const ward = await makeUnit(stage, {
    ...{ name: units.host, kind: 'ward', country: 'SE', language: 'sv' },
    below: { id: clinic, name: units.clinic },
  })
  await invite(stage, karin, 'host_coordinator')
  await makeUnit(stage, { name: units.guest, kind: 'municipality', country: 'NO', language: 'nb' })
  await invite(stage, ingrid, 'host_coordinator')
  return { region, clinic, ward }
}

function unitIdIn(page: Page): string {
  return /\/units\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
}

type NewUnit = { name: string; kind: string; country: string; language: string; below?: { id: string; name: string } }

/** Leaves the admin at the page of the new unit. */
export async function makeUnit(stage: Stage, unit: NewUnit): Promise<string> {
  const page = await stage.pageOf(astrid)
  const sv = { locale: 'sv' } as const
  await visitPage(page, `/units/new${unit.below ? `?below=${unit.below.id}` : ''}`)
  if (unit.below) await page.getByText(m.units_new_below({ name: unit.below.name }, sv)).waitFor()
  await page.locator('[name="name"]').fill(unit.name)
  for (const name of ['kind', 'country', 'language'] as const) await page.locator(`[name="${name}"]`).selectOption(unit[name])
  await press(page, m.units_new_submit({}, sv))
  await page.getByRole('heading', { level: 1, name: unit.name }).waitFor()
  return unitIdIn(page)
}

/** To the unit whose page the admin has open. */
export async function invite(stage: Stage, role: Role, kind: RoleKind): Promise<void> {
  const page = await stage.pageOf(astrid)
  await visitPage(page, `/units/${unitIdIn(page)}/people`)
  await page.locator('[name="email"]').fill(role.email)
  await page.locator('[name="name"]').fill(role.name)
  await page.locator('[name="roleKind"]').selectOption(kind)
  await page.locator('[name="locale"]').selectOption(role.locale)
  await press(page, m.units_invite_submit({}, { locale: 'sv' }))
}

/** Joins by the link in the invitation: no password, no account beforehand. */
export async function join(stage: Stage, role: Role): Promise<void> {
  const page = await stage.followMail(role, '/i/')
  // A mail scanner has been here first; opening used nothing up.
  await visitPage(page, page.url())
  await press(page, m.identity_invitation_accept({}, { locale: role.locale }))
}

/** Karin opens her unit for visits; Ingrid finds it and asks for one of two periods. */
export async function askForVisit(stage: Stage): Promise<string> {
  const page = await stage.pageOf(ingrid)
  const nb = { locale: 'nb' } as const
  await visitPage(page, '/offers')
  await go(page, units.host)
  await stage.inspect(page)
  await page
    .getByRole('link', { name: m.units_ask({}, nb) })
    .first()
    .click()
  await settled(page)
  await stage.inspect(page)
  await fill(page, {
    [m.visits_field_title({}, nb)]: 'Trygt hjem',
    [m.visits_field_inquiry({}, nb)]: 'Vi vil se hvordan dere holder hjemreisesamtalen.',
    [m.visits_field_group_size({}, nb)]: '5',
  })
  await page.locator('[name="guestUnitId"]').selectOption({ label: units.guest })
  await press(page, m.visits_add_organisation({}, nb))
  await page.locator('[name="organisations[0].name"]').fill(units.other)
  await page.locator('[name="organisations[0].country"]').selectOption('IE')
  await addDays(page, 0, '2037-02-02', '2037-02-04')
  await press(page, m.visits_add_range({}, nb))
  await addDays(page, 1, '2037-03-02', '2037-03-04')
  await press(page, m.visits_send_request({ unit: units.host }, nb))
  await page.waitForURL(/\/visits\/[0-9a-f-]{36}/)
  return /\/visits\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
}

async function addDays(page: Awaited<ReturnType<Stage['pageOf']>>, index: number, from: string, to: string): Promise<void> {
  await page.locator(`[name="ranges[${index}].startsOn"]`).fill(from)
  await page.locator(`[name="ranges[${index}].endsOn"]`).fill(to)
}

export async function openUnit(stage: Stage): Promise<void> {
  const page = await stage.pageOf(karin)
  const sv = { locale: 'sv' } as const
  await visitPage(page, `/units/${unitIdIn(page)}/edit`)
  await page.locator('[name="isOpen"]').check()
  await page.locator('[name="canShow"]').fill('Hemgångssamtal där patienten sätter målen.')
  await page.locator('[name="languages"][value="sv"]').check()
  await page.locator('[name="languages"][value="nb"]').check()
  await page.locator('[name="forms"][value="on_site"]').check()
  await press(page, m.units_save({}, sv))
}

/** Karin answers from the mail: the first period fits, the second does not; then the days are agreed. */
export async function agreeOnDays(stage: Stage, visitId: string): Promise<void> {
  const page = await stage.followMail(karin, '/visits/')
  const sv = { locale: 'sv' } as const
  await stage.inspect(page)
  await visitPage(page, `/visits/${visitId}/dates`)
  await stage.inspect(page)
  await page.locator('[name="marks[0].fits"][value="yes"]').check()
  await page.locator('[name="marks[1].fits"][value="no"]').check()
  await press(page, m.visits_dates_mark_send({}, sv))
  await page
    .getByRole('link', { name: new RegExp(m.visits_dates_agree({}, sv)) })
    .first()
    .click()
  await settled(page)
  await press(page, m.visits_dates_agree({}, sv))
}

/** Each coordinator invites their side; everybody joins by mail. */
export async function gather(stage: Stage, visitId: string): Promise<void> {
  await inviteAll(
    stage,
    visitId,
    karin,
    hosts.filter((role) => role !== karin),
  )
  await inviteAll(
    stage,
    visitId,
    ingrid,
    guests.filter((role) => role !== ingrid),
  )
  for (const role of [...hosts, ...guests]) if (role !== karin && role !== ingrid) await join(stage, role)
}

async function inviteAll(stage: Stage, visitId: string, by: Role, roles: readonly Role[]): Promise<void> {
  const page = await stage.pageOf(by)
  for (const role of roles) {
    await visitPage(page, `/visits/${visitId}/invitation`)
    for (const name of ['name', 'email', 'profession', 'organisation'] as const)
      await page.locator(`[name="${name}"]`).fill(role[name])
    await page.locator('[name="locale"]').selectOption(role.locale)
    await press(page, m.visits_people_send({}, { locale: by.locale }))
  }
}
