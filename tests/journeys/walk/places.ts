// Where the walk takes place: a ward in Sweden and a municipality in Norway, with the people who lead or teach there.
import type { RoleKind } from '#app/kernel/actor.ts'
import { ingrid, type Role, units } from '../visit/cast.ts'
import { invite, makeUnit, signInAdmin } from '../visit/invite.ts'
import type { Stage } from '../visit/stage.ts'

/** Those who do not read Swedish are on their phones: see `pageOf`. */
export function onPhone(role: Role): Role {
  return { ...role, locale: 'en' }
}

/** The admin makes both units and invites everybody to theirs. */
export async function makePlaces(stage: Stage, people: readonly { role: Role; kind: RoleKind }[]): Promise<void> {
  await signInAdmin(stage)
  const inNorway = ({ role }: { role: Role }) => role === ingrid
  await makeUnit(stage, { name: units.host, kind: 'ward', country: 'SE', language: 'sv' })
  for (const { role, kind } of people.filter((one) => !inNorway(one))) await invite(stage, role, kind)
  await makeUnit(stage, { name: units.guest, kind: 'municipality', country: 'NO', language: 'nb' })
  for (const { role, kind } of people.filter(inNorway)) await invite(stage, role, kind)
}
