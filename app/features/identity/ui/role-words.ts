import type { RoleKind } from '#app/kernel/actor.ts'
import { m } from '#app/paraglide/messages.js'

const words: Record<RoleKind, () => string> = {
  admin: m.identity_role_admin,
  education_lead: m.identity_role_education_lead,
  unit_manager: m.identity_role_unit_manager,
  host_coordinator: m.identity_role_host_coordinator,
  resource_person: m.identity_role_resource_person,
  supervisor: m.identity_role_supervisor,
  member: m.identity_role_member,
  guest: m.identity_role_guest,
}

/** The role in the reader's language, as it stands in a sentence. */
export function roleWord(kind: RoleKind): string {
  return words[kind]()
}

/** The same with a capital letter, as a label. */
export function roleLabel(kind: RoleKind): string {
  const word = roleWord(kind)
  return word.charAt(0).toUpperCase() + word.slice(1)
}
