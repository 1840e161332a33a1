import type { Locale } from './locales.ts'

/** Roles of the organisation, strongest first: held at a unit and everything below it. Guests belong to a visit instead. */
export const unitRoleKinds = [
  'education_lead',
  'unit_manager',
  'host_coordinator',
  'resource_person',
  'supervisor',
  'member',
] as const
export type UnitRoleKind = (typeof unitRoleKinds)[number]

/** Every role there is: held everywhere, per unit or per visit, always with a start. */
export const roleKinds = ['admin', ...unitRoleKinds, 'guest'] as const
export type RoleKind = (typeof roleKinds)[number]

/** A role that holds right now: `unitId` null and `visitId` null means everywhere (only admin). */
export type ActiveRole = { kind: RoleKind; unitId: string | null; visitId: string | null }

export type Person = {
  kind: 'person'
  id: string
  name: string
  email: string
  locale: Locale
  theme: 'system' | 'light' | 'dark'
  roles: readonly ActiveRole[]
}

/** Somebody who has not signed in. */
export type Visitor = { kind: 'visitor' }

/** The product itself, acting by the clock (jobs). Its moves are recorded without a person. */
export type System = { kind: 'system' }

export type Actor = Person | Visitor | System

export const visitor: Visitor = { kind: 'visitor' }
export const system: System = { kind: 'system' }

export function isAdmin(actor: Actor): boolean {
  return actor.kind === 'person' && actor.roles.some((role) => role.kind === 'admin')
}

/**
 * Does the actor hold one of `kinds` at the unit or anywhere above it?
 * `lineage`: the unit's id and its ancestors' ids, as units carry it.
 */
export function holdsAt(actor: Actor, kinds: readonly RoleKind[], lineage: readonly string[]): boolean {
  if (actor.kind !== 'person') return false
  return actor.roles.some((role) => role.unitId !== null && kinds.includes(role.kind) && lineage.includes(role.unitId))
}

/** The units where the actor holds a role of the organisation, or one of `kinds`. */
export function homeUnitsOf(actor: Actor, kinds: readonly RoleKind[] = unitRoleKinds): string[] {
  if (actor.kind !== 'person') return []
  const ids = actor.roles.flatMap((role) => (role.unitId !== null && kinds.includes(role.kind) ? [role.unitId] : []))
  return [...new Set(ids)]
}

/** Does the actor hold one of `kinds` for this visit? */
export function holdsForVisit(actor: Actor, kinds: readonly RoleKind[], visitId: string): boolean {
  if (actor.kind !== 'person') return false
  return actor.roles.some((role) => role.visitId === visitId && kinds.includes(role.kind))
}

/** The id of the person acting, or null for visitor and system: what `…_by` columns store. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.id : null
}
