// The organisation tree of the demo world, what its units offer, and who holds which role there.
import { grantRole } from '#app/features/identity/commands/roles.server.ts'
import { addClosedPeriod, saveUnit } from '#app/features/units/commands/profile.server.ts'
import { createUnit } from '#app/features/units/commands/tree.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { addDays } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { beginning } from './people.server.ts'
import { idOf, todayAt } from './play/stage.server.ts'
import { addressOf, type Cast, type PersonKey, people } from './world/people.ts'
import { type UnitKey, type UnitSeed, units } from './world/units.ts'

export async function seedUnits(peopleIds: ReadonlyMap<PersonKey, string>, ctx: Ctx): Promise<Map<UnitKey, string>> {
  const then = { ...ctx, now: beginning(ctx.now) }
  const ids = new Map(Object.keys(units).map((key) => [key as UnitKey, newId()]))
  const admin = adminOf(peopleIds)
  for (const [key, seed] of Object.entries(units) as [UnitKey, UnitSeed][]) {
    const { parent, kind, name, country, placeCode, city = '', language } = seed
    const parentId = parent && idOf(ids, parent as UnitKey)
    const unit = { id: idOf(ids, key), kind, name, country, placeCode, city, language, parentId }
    await createUnit(admin, { ...unit, isDemo: true }, then)
    if (seed.offer) await offer(admin, unit, seed.offer, ctx)
  }
  for (const [key, { roles }] of Object.entries(people) as [PersonKey, Cast][]) {
    for (const { kind, at } of roles) {
      const place = { unitId: at && idOf(ids, at), visitId: null }
      await grantRole(then, { userId: idOf(peopleIds, key), kind, ...place, endsAt: null, givenBy: null })
    }
  }
  return ids
}

/** The admin before there are roles: whoever sets up an installation. */
function adminOf(peopleIds: ReadonlyMap<PersonKey, string>): Person {
  const { name, locale } = people.alva
  const roles = [{ kind: 'admin' as const, unitId: null, visitId: null }]
  return { kind: 'person', id: idOf(peopleIds, 'alva'), name, email: addressOf(people.alva), locale, theme: 'system', roles }
}

type Placed = { id: string; name: string; city: string; placeCode: string | undefined; language: UnitSeed['language'] }

async function offer(admin: Person, unit: Placed, given: NonNullable<UnitSeed['offer']>, ctx: Ctx): Promise<void> {
  const {
    canShow,
    struggleWith,
    practicalities = '',
    languages,
    forms = ['on_site'],
    groupMax = 6,
    daysMax = 3,
    closed,
  } = given
  const { id: unitId, name, city, placeCode, language } = unit
  await saveUnit(
    admin,
    {
      ...{ unitId, name, city, placeCode, language, version: 1, isOpen: true },
      ...{ canShow, struggleWith, practicalities, languages: [...languages], forms: [...forms] },
      ...{ groupMin: 1, groupMax, daysMin: 1, daysMax, noticeMonths: 3 },
    },
    { ...ctx, now: beginning(ctx.now) },
  )
  if (!closed) return
  const today = todayAt(ctx.now)
  const days = { startsOn: addDays(today, closed.from), endsOn: addDays(today, closed.to), reason: closed.reason }
  await addClosedPeriod(admin, { id: newId(), unitId, ...days }, ctx)
}
