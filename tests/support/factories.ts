// Rows that are ready to use: `const ingrid = await aUser(ctx)`. They write straight to the tables, past the commands, so that
// a test of one room does not depend on another room's rules.
import { eq } from 'drizzle-orm'
import type { RoleKind } from '#app/kernel/actor.ts'
import { addDays, dayAt } from '#app/kernel/days.ts'
import { found } from '#app/kernel/errors.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { roles, unitProfiles, units, users, visitGuestUnits, visitMoves, visitParticipants, visits } from '#db/schema/index.ts'

export type User = typeof users.$inferSelect
export type Unit = typeof units.$inferSelect
export type Visit = typeof visits.$inferSelect
export type Participant = typeof visitParticipants.$inferSelect
export type Role = typeof roles.$inferSelect

/** People of the tests, in the order they are given names; the thirteenth is again an Ingrid, with her own address. */
const names = [
  'Ingrid Bergström',
  'Åse Solheim',
  'Mikko Lahtinen',
  'Sindre Nygård',
  'Elsa Öberg',
  'Yusuf Demir',
  'Karin Åkerlund',
  'Ailu Sara',
  'Tove Mæhlum',
  'Jón Þórsson',
  'Samira Nilsson',
  'Freja Østergaard',
] as const

const unitNames = [
  'Avdelning 41',
  'Vårdcentralen Ängen',
  'Fjordgløtt sykehjem',
  'Hemsjukvården Öst',
  'Kirurgisk post Åsen',
] as const

let made = 0

function nextOf<T>(list: readonly T[]): T {
  const item = list[made % list.length] as T
  made += 1
  return item
}

/** Somebody with an account, writing Swedish unless told otherwise; no password. */
export async function aUser(ctx: Ctx, given: Partial<typeof users.$inferInsert> = {}): Promise<User> {
  const name = given.name ?? nextOf(names)
  const id = given.id ?? newId()
  const address = name
    .normalize('NFKD')
    .replace(/[^a-zA-Z ]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.')
  const row = {
    id,
    name,
    email: `${address}.${id.slice(0, 6)}@example.org`,
    locale: 'sv' as const,
    createdAt: ctx.now,
    ...given,
  }
  return one(await ctx.db.insert(users).values(row).returning())
}

type GivenUnit = Partial<typeof units.$inferInsert> & {
  parent?: Pick<Unit, 'id' | 'lineage'>
  /** The unit invites visits; `true` or the profile's fields. */
  profile?: true | Partial<typeof unitProfiles.$inferInsert>
}

/** A unit, on its own or below `parent`, with its lineage right. */
export async function aUnit(ctx: Ctx, given: GivenUnit = {}): Promise<Unit> {
  const { parent, profile, ...columns } = given
  const id = columns.id ?? newId()
  const unit = one(
    await ctx.db
      .insert(units)
      .values({
        id,
        parentId: parent?.id ?? null,
        lineage: [...(parent?.lineage ?? []), id],
        kind: 'ward',
        name: nextOf(unitNames),
        country: 'SE',
        language: 'sv',
        createdAt: ctx.now,
        ...columns,
      })
      .returning(),
  )
  if (profile) {
    const fields = profile === true ? {} : profile
    const defaults = { isOpen: true, canShow: 'Hur vi tar emot studenter', languages: ['sv', 'en'], updatedAt: ctx.now }
    await ctx.db.insert(unitProfiles).values({ ...defaults, ...fields, unitId: unit.id })
  }
  return unit
}

type GivenRole = Partial<typeof roles.$inferInsert> & { unit?: Pick<Unit, 'id'>; visit?: Pick<Visit, 'id'> }

/** A role that holds since yesterday and has no end. */
export async function aRole(ctx: Ctx, user: Pick<User, 'id'>, kind: RoleKind, given: GivenRole = {}): Promise<Role> {
  const { unit, visit, ...columns } = given
  const since = new Date(ctx.now.getTime() - 86_400_000)
  const place = { unitId: unit?.id ?? null, visitId: visit?.id ?? null }
  const row = { id: newId(), userId: user.id, kind, ...place, startsAt: since, givenAt: since, ...columns }
  return one(await ctx.db.insert(roles).values(row).returning())
}

type GivenVisit = Partial<typeof visits.$inferInsert> & {
  host?: Pick<Unit, 'id' | 'timeZone'>
  /** Guest organisations: units here, or names of organisations that are not. */
  guests?: (Pick<Unit, 'id' | 'name' | 'country'> | { name: string; country: string })[]
}

const undated = ['asked', 'in_dialogue', 'declined', 'withdrawn'] as const

/**
 * A visit with its host unit (made when not given), its guest units and the row of its first move.
 * From `confirmed` on it has days: three, ninety days after `ctx.now` (use `ctx.at(…)` or give `startsOn`, `endsOn`).
 */
export async function aVisit(ctx: Ctx, given: GivenVisit = {}): Promise<Visit> {
  const { host: givenHost, guests = [{ name: 'Fjordgløtt sykehjem', country: 'NO' }], ...columns } = given
  const host = givenHost ?? (await aUnit(ctx, { profile: true }))
  const status = columns.status ?? 'preparing'
  const startsOn = (undated as readonly string[]).includes(status) ? null : addDays(dayAt(ctx.now, host.timeZone), 90)
  const visit = one(
    await ctx.db
      .insert(visits)
      .values({
        id: newId(),
        kind: 'co_learning',
        direction: 'asked',
        title: 'Handledning på riktigt',
        inquiry: 'Vi vill se hur ni handleder studenter i par.',
        language: 'sv',
        form: 'on_site',
        hostUnitId: host.id,
        groupSize: 4,
        status,
        startsOn,
        endsOn: startsOn && addDays(startsOn, 2),
        startPart: startsOn ? 'full' : null,
        endPart: startsOn ? 'full' : null,
        timeZone: host.timeZone,
        createdAt: ctx.now,
        ...columns,
      })
      .returning(),
  )
  for (const [position, guest] of guests.entries()) {
    const unitId = 'id' in guest ? guest.id : null
    const row = { id: newId(), visitId: visit.id, unitId, name: guest.name, country: guest.country, position }
    await ctx.db.insert(visitGuestUnits).values(row)
  }
  const move = {
    id: newId(),
    visitId: visit.id,
    fromStatus: null,
    toStatus: visit.status,
    actorId: visit.createdBy,
    at: ctx.now,
  }
  await ctx.db.insert(visitMoves).values(move)
  return visit
}

type GivenParticipant = Partial<typeof visitParticipants.$inferInsert> & { user?: User }

/** Somebody on the guest side unless told otherwise; with `user` connected to their account, else only invited. */
export async function aParticipant(ctx: Ctx, visit: Pick<Visit, 'id'>, given: GivenParticipant = {}): Promise<Participant> {
  const { user, ...columns } = given
  const id = newId()
  const row = {
    id,
    visitId: visit.id,
    userId: user?.id ?? null,
    side: 'guest' as const,
    name: user?.name ?? nextOf(names),
    email: user?.email ?? `inbjuden.${id.slice(0, 6)}@example.org`,
    locale: user?.locale ?? ('sv' as const),
    addedAt: ctx.now,
    ...columns,
  }
  return one(await ctx.db.insert(visitParticipants).values(row).returning())
}

/** The user's row as it is now. */
export async function userAgain(ctx: Ctx, user: Pick<User, 'id'>): Promise<User> {
  return one(await ctx.db.select().from(users).where(eq(users.id, user.id)))
}

function one<T>(rows: T[]): T {
  return found(rows[0])
}
