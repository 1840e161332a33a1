// Who stands around a visit right now: everybody that a mail about it may go to, with the rights they hold at this moment.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { isHeldAt } from '#app/features/identity/queries/held-now.server.ts'
import { readPeopleNow } from '#app/features/identity/queries.server.ts'
import { canReadVisit, participantOf } from '#app/features/visits/policy.ts'
import { readFiles } from '#app/features/visits/queries.server.ts'
import { otherSide, type Participant, type Side, type VisitFile } from '#app/features/visits/rules/words.ts'
import type { Person, RoleKind } from '#app/kernel/actor.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { Ctx } from '#db/context.server.ts'
import { roles, users } from '#db/schema/index.ts'
import { nearestHolders } from './rules.ts'
import type { Contact } from './words.ts'

/** `hasAccount`: pages can be opened. Those who have not answered their invitation are told of the days, without a button. */
export type Receiver = Contact & { locale: Locale; userId: string | null; participantId: string | null; hasAccount: boolean }

export type Circle = {
  file: VisitFile
  /** Those who take part now on the side (or on both), also those whose invitation is still open. */
  people(side?: Side): Receiver[]
  /** Who plans for the side: coordinators who take part, else who answers for its units. */
  coordinators(side: Side): Receiver[]
  /** Whom somebody of the side may ask: the other side's coordinator, else their own. */
  contactFor(side: Side): Contact | null
}

type Holder = { userId: string; kind: RoleKind; unitId: string }

/** The circle of a visit, unguarded: the mail room asks for the product. Null when there is no such visit. */
export async function readCircle(visitId: string, ctx: Ctx): Promise<Circle | null> {
  const [file] = await readFiles([visitId], ctx)
  if (!file) return null
  const present = file.participants.filter((person) => person.leftAt === null)
  const held = await readHolders(file, ctx)
  const known = await readPeopleNow([...ids(present), ...held.map((role) => role.userId)], ctx)
  const accounts = new Map(known.map((person) => [person.id, person]))

  const people = (side?: Side) =>
    present
      .filter((person) => side === undefined || person.side === side)
      .flatMap((person) => receiverOf(person, accounts, file))
  const coordinators = (side: Side) => {
    const taking = new Set(present.filter((person) => person.isCoordinator).map((person) => person.id))
    const own = people(side).filter((person) => person.participantId && taking.has(person.participantId))
    return own.length > 0 ? own : answering(side, file, held, accounts)
  }
  const contactFor = (side: Side) => {
    const { name, email } = coordinators(otherSide(side))[0] ?? coordinators(side)[0] ?? {}
    return name && email ? { name, email } : null
  }
  return { file, people, coordinators, contactFor }
}

function ids(people: readonly Participant[]): string[] {
  return people.flatMap((person) => person.userId ?? [])
}

/** Participants who lost the right to read (a guest role that ended, a suspended account) are left out. */
function receiverOf(person: Participant, accounts: ReadonlyMap<string, Person>, file: VisitFile): Receiver[] {
  const { id: participantId, name, email, locale, userId } = person
  if (!userId) return [{ name, email, locale, userId, participantId, hasAccount: false }]
  const account = accounts.get(userId)
  if (!account || !participantOf(account, file)) return []
  return [{ name: account.name, email: account.email, locale: account.locale, userId, participantId, hasAccount: true }]
}

function answering(side: Side, file: VisitFile, held: readonly Holder[], accounts: ReadonlyMap<string, Person>): Receiver[] {
  const lineages = side === 'host' ? [file.hostUnit.lineage] : file.guestUnits.map((unit) => unit.lineage)
  const userIds = new Set(lineages.flatMap((lineage) => nearestHolders(lineage, held)))
  return [...userIds].flatMap((userId) => {
    const account = accounts.get(userId)
    if (!account || !canReadVisit(account, file)) return []
    const { name, email, locale } = account
    return [{ name, email, locale, userId, participantId: null, hasAccount: true }]
  })
}

/** Who answers for the units of both sides now. */
async function readHolders(file: VisitFile, ctx: Ctx): Promise<Holder[]> {
  const lineage = [...file.hostUnit.lineage, ...file.guestUnits.flatMap((unit) => unit.lineage)]
  const rows = await ctx.db
    .select({ userId: roles.userId, kind: roles.kind, unitId: roles.unitId })
    .from(roles)
    .where(and(inArray(roles.unitId, lineage), inArray(roles.kind, ['host_coordinator', 'unit_manager']), isHeldAt(ctx.now)))
  return rows.flatMap(({ unitId, ...row }) => (unitId ? [{ ...row, unitId }] : []))
}

/** Somebody who is about to be told that they are out: read past the rights that they no longer have. */
export async function readAddress(userId: string, ctx: Ctx): Promise<(Contact & { locale: Locale }) | null> {
  const [row] = await ctx.db
    .select({ name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)))
  return row ?? null
}
