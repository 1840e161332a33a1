// The accounts of the demo world. All have one password, hashed once; those without a door come in by mail link only.

import { inArray } from 'drizzle-orm'
import { createAccount } from '#app/features/identity/commands/accounts.server.ts'
import { hashPassword } from '#app/features/identity/passwords.server.ts'
import { addDays, HOME_ZONE, instantAt } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { users } from '#db/schema/index.ts'
import { todayAt } from './play/stage.server.ts'
import { addressOf, type Cast, type PersonKey, people } from './world/people.ts'

export const DEMO_PASSWORD = 'samlara-demo'

/** How long ago the world began. */
export function beginning(now: Date): Date {
  return instantAt(addDays(todayAt(now), -1100), '08:00', HOME_ZONE)
}

export async function seedPeople(ctx: Ctx): Promise<Map<PersonKey, string>> {
  const then = { ...ctx, now: beginning(ctx.now) }
  const ids = new Map<PersonKey, string>()
  const withDoor: string[] = []
  for (const [key, cast] of Object.entries(people) as [PersonKey, Cast][]) {
    const { name, profession, locale, door } = cast
    const { id } = await createAccount(then, { id: newId(), email: addressOf(cast), name, profession, locale, isDemo: true })
    ids.set(key, id)
    if (door) withDoor.push(id)
  }
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await ctx.db.update(users).set({ passwordHash }).where(inArray(users.id, withDoor))
  return ids
}
