// Who acts in a test of a policy or a command.
import type { ActiveRole, Person, RoleKind } from '#app/kernel/actor.ts'
import type { Ctx } from '#db/context.server.ts'
import { aRole, aUser, type Unit, type User, type Visit } from './factories.ts'

/** The person that a session of this user would give, with these roles. */
export function personOf(user: User, roles: readonly ActiveRole[] = []): Person {
  return { kind: 'person', id: user.id, name: user.name, email: user.email, locale: user.locale, theme: user.theme, roles }
}

/** A person without a row, for tests of pure policies: `somebody([{ kind: 'member', unitId, visitId: null }])`. */
export function somebody(roles: readonly ActiveRole[] = [], id = '00000000-0000-4000-8000-000000000001'): Person {
  return { kind: 'person', id, name: 'Ingrid Bergström', email: 'ingrid@example.org', locale: 'sv', theme: 'system', roles }
}

export function roleAt(kind: RoleKind, unitId: string): ActiveRole {
  return { kind, unitId, visitId: null }
}

/** A new user with the role in the tables, and the person that their session would give. */
export async function aPersonWith(
  ctx: Ctx,
  kind: RoleKind,
  place: { unit?: Pick<Unit, 'id'>; visit?: Pick<Visit, 'id'> } = {},
  user?: User,
): Promise<Person> {
  const holder = user ?? (await aUser(ctx))
  const role = await aRole(ctx, holder, kind, place)
  return personOf(holder, [{ kind, unitId: role.unitId, visitId: role.visitId }])
}

/** Somebody with an account and nothing more. */
export async function anOutsider(ctx: Ctx): Promise<Person> {
  return personOf(await aUser(ctx))
}

/** An admin of the whole installation. */
export function anAdmin(ctx: Ctx): Promise<Person> {
  return aPersonWith(ctx, 'admin')
}
