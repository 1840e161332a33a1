// What the forms for asking and inviting need to know about the host and about the person who writes.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { countryName, languageName, sortByName } from '#app/i18n/format.ts'
import { homeUnitsOf, type Person, type RoleKind } from '#app/kernel/actor.ts'
import { found, hiddenUnless } from '#app/kernel/errors.ts'
import { type Ctx, here } from '#db/context.server.ts'
import { unitProfiles, units, users } from '#db/schema/index.ts'
import { canInviteTo, canReadInside } from '../policy.ts'
import { findVisitFor } from '../queries.server.ts'
import { visitKindRows } from '../reference.server.ts'
import type { HostLimits } from '../rules/dates.ts'
import type { KindOfVisit } from '../rules/reference.ts'
import type { VisitFile } from '../rules/words.ts'
import { hostLimitsOf } from './host-limits.server.ts'

export type NewVisitPage = {
  host: {
    id: string
    name: string
    language: string
    isOpen: boolean
    canShow: string
    /** Named in the reader's language. */
    languages: string[]
    groupMin: number
  }
  limits: HostLimits
  kinds: readonly KindOfVisit[]
  /** Units the writer belongs to: where the guests come from. */
  homes: { id: string; name: string }[]
  profession: string
  /** Every unit here that guests can come from, named so that two wards of one name are told apart. */
  units: { value: string; label: string }[]
  returnOf: { id: string; title: string; guests: KnownGuests } | null
}

/** Who comes when a visit is returned: one of the writer's units, others, and whom to write to. */
export type KnownGuests = {
  homeId: string
  organisations: { unitId: string; name: string; country: string }[]
  contact: string
}

const belonging: readonly RoleKind[] = ['unit_manager', 'host_coordinator', 'resource_person', 'supervisor', 'member']

export type NewVisitChoice =
  | { mode: 'choose'; inviting: { id: string; name: string }[] }
  | ({ mode: 'ask' | 'invite' } & NewVisitPage)

/**
 * The page for asking `host` for a visit, or for inviting guests to `from`; with neither, the choice between the two.
 * `returnOf`: a visit the actor may know of, whose kind of meeting goes the other way now.
 * @throws not_found for units that do not exist, are closed, or where the actor may not invite
 */
export async function findNewVisitPageFor(
  actor: Person,
  choice: { host?: string | undefined; from?: string | undefined; returnOf?: string | undefined },
  ctx: Ctx = here(),
): Promise<NewVisitChoice> {
  const earlier = choice.returnOf ? await findVisitFor(actor, choice.returnOf, ctx) : undefined
  const returnOf = (hostId: string, homes: readonly string[]) => {
    if (!earlier) return null
    const contact = canReadInside(actor, earlier)
    return { id: earlier.visit.id, title: earlier.visit.title, guests: guestsInReturn(earlier, hostId, homes, contact) }
  }
  if (choice.from) {
    const { page, lineage } = await readPage(actor, choice.from, ctx)
    hiddenUnless(canInviteTo(actor, lineage))
    return { mode: 'invite', ...page, returnOf: returnOf(choice.from, []) }
  }
  if (choice.host) {
    const { page } = await readPage(actor, choice.host, ctx)
    const homes = page.homes.map((home) => home.id)
    return { mode: 'ask', ...page, returnOf: returnOf(choice.host, homes) }
  }
  return { mode: 'choose', inviting: await listInvitingUnitsFor(actor, ctx) }
}

/** Those who were hosts are guests now; when they are hosts again, the guests come again. */
function guestsInReturn(
  { hostUnit, guestUnits, participants }: VisitFile,
  hostId: string,
  homes: readonly string[],
  knowsPeople: boolean,
): KnownGuests {
  const again = hostId === hostUnit.id
  const parties = again ? guestUnits : [{ unitId: hostUnit.id, name: hostUnit.name, country: hostUnit.country }]
  const homeId = parties.find((party) => party.unitId !== null && homes.includes(party.unitId))?.unitId ?? ''
  const others = parties.filter((party) => party.unitId !== homeId)
  const side = again ? 'guest' : 'host'
  const contact = participants.find((person) => person.side === side && person.isCoordinator && person.leftAt === null)
  return {
    homeId,
    organisations: others.map(({ unitId, name, country }) => ({
      unitId: unitId ?? '',
      name: unitId ? '' : name,
      country: unitId ? '' : country,
    })),
    contact: knowsPeople ? (contact?.name ?? '') : '',
  }
}

/** Every unit that is open, but the host: its name, what it belongs to, and its country. */
async function listGuestUnits(hostId: string, ctx: Ctx): Promise<NewVisitPage['units']> {
  const { id, parentId, name, country, closedAt } = units
  const rows = await ctx.db.select({ id, parentId, name, country, closedAt }).from(units)
  const nameOf = new Map(rows.map((unit) => [unit.id, unit.name]))
  const options = rows
    .filter((unit) => unit.closedAt === null && unit.id !== hostId)
    .map((unit) => {
      const above = unit.parentId ? nameOf.get(unit.parentId) : undefined
      const words = [unit.name, above ?? '', countryName(unit.country)]
      return { value: unit.id, label: words.filter(Boolean).join(', ') }
    })
  return sortByName(options, (option) => option.label)
}

/** The units that the actor may invite guests to, by name as the database has them. */
export async function listInvitingUnitsFor(actor: Person, ctx: Ctx = here()): Promise<{ id: string; name: string }[]> {
  const ids = homeUnitsOf(actor, ['unit_manager', 'host_coordinator'])
  return readUnits(ids, ctx)
}

async function readPage(actor: Person, unitId: string, ctx: Ctx): Promise<{ page: NewVisitPage; lineage: string[] }> {
  const [row] = await ctx.db
    .select({ unit: units, profile: unitProfiles })
    .from(units)
    .leftJoin(unitProfiles, eq(unitProfiles.unitId, units.id))
    .where(and(eq(units.id, unitId), isNull(units.closedAt)))
  const { unit, profile } = found(row)
  const [me] = await ctx.db.select({ profession: users.profession }).from(users).where(eq(users.id, actor.id))
  const page = {
    host: {
      id: unit.id,
      name: unit.name,
      language: unit.language,
      isOpen: profile?.isOpen ?? false,
      canShow: profile?.canShow ?? '',
      languages: (profile?.languages ?? []).map(languageName),
      groupMin: profile?.groupMin ?? 1,
    },
    limits: await hostLimitsOf(unit, ctx),
    kinds: visitKindRows,
    homes: (await readUnits(homeUnitsOf(actor, belonging), ctx)).filter((home) => home.id !== unit.id),
    profession: me?.profession ?? '',
    units: await listGuestUnits(unit.id, ctx),
    returnOf: null,
  }
  return { page, lineage: unit.lineage }
}

async function readUnits(ids: readonly string[], ctx: Ctx): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  return ctx.db
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(and(inArray(units.id, [...ids]), isNull(units.closedAt)))
}
