// What the player works with: who is who, what time it is in the story, and the post that nobody gets.
import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Queue } from '#app/jobs/queue.server.ts'
import type { Person } from '#app/kernel/actor.ts'
import { addDays, type Day, dayAt, HOME_ZONE, instantAt, weekday } from '#app/kernel/days.ts'
import { found } from '#app/kernel/errors.ts'
import type { Ctx } from '#db/context.server.ts'
import { roles, users } from '#db/schema/index.ts'
import { type Cast, type PersonKey, people } from '../world/people.ts'
import type { Story } from '../world/story.ts'
import type { UnitKey } from '../world/units.ts'

export type Stage = {
  ctx: Ctx
  /** The present: nothing is told that lies after it. */
  now: Date
  today: Day
  people: ReadonlyMap<PersonKey, string>
  units: ReadonlyMap<UnitKey, string>
  /** People as they were last looked up; forgotten when they take a seat, since that gives them a role. */
  actors: Map<PersonKey, Person>
  /** Invitations that were mailed to nobody, by their id: the invited accept with the token. */
  tokens: Map<string, string>
}

/** Swallows every mail and keeps the tokens of invitations. */
export function silentPost(tokens: Map<string, string>): Queue {
  return {
    async send(_ctx, _name, data) {
      const { event, invitationId, token } = data as { event?: string; invitationId?: string; token?: string }
      if (event === 'identity.invitation' && invitationId && token) tokens.set(invitationId, token)
    },
  }
}

export function castOf(key: PersonKey): Cast {
  return people[key]
}

/** The language the person writes in. */
export function writes(key: PersonKey): string {
  const { writes: own, locale } = castOf(key)
  return own ?? locale
}

export function idOf<K>(ids: ReadonlyMap<K, string>, key: K): string {
  return found(ids.get(key))
}

/** The person as a session would give them. */
export async function actorOf(key: PersonKey, { people: ids, actors }: Stage, ctx: Ctx): Promise<Person> {
  const known = actors.get(key)
  if (known) return known
  const rows = await ctx.db
    .select({ user: users, role: { kind: roles.kind, unitId: roles.unitId, visitId: roles.visitId } })
    .from(users)
    .leftJoin(
      roles,
      and(eq(roles.userId, users.id), lte(roles.startsAt, ctx.now), or(isNull(roles.endsAt), gt(roles.endsAt, ctx.now))),
    )
    .where(eq(users.id, idOf(ids, key)))
  const { id, name, email, locale, theme } = found(rows[0]).user
  const held = rows.flatMap(({ role }) => role ?? [])
  const actor: Person = { kind: 'person', id, name, email, locale, theme, roles: held }
  actors.set(key, actor)
  return actor
}

export function at(stage: Stage, day: Day, time: string): Ctx {
  return { ...stage.ctx, now: instantAt(day, time, HOME_ZONE) }
}

/** The story's first day: the Tuesday on or after `starts` days from today, or exactly then. */
export function firstDay({ starts, exact }: Story, today: Day): Day {
  let day = addDays(today, starts)
  while (!exact && weekday(day) !== 2) day = addDays(day, 1)
  return day
}

export function todayAt(now: Date): Day {
  return dayAt(now, HOME_ZONE)
}
