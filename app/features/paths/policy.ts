// Who may read, write and publish a path. Shipped paths have no owner: everybody reads them, nobody here writes them.
import { type Actor, holdsAt, isAdmin } from '#app/kernel/actor.ts'
import type { Audience } from './words.ts'

/** The owner's lineage, and the top units (region, municipality) of all units where the actor holds a role. */
export type Standing = { lineage: readonly string[]; tops: readonly string[] }

/** Everybody with a role at or below the top unit of the owner: guests of a visit are not among them. */
export function inNetwork({ lineage, tops }: Standing): boolean {
  const [top] = lineage
  return top !== undefined && tops.includes(top)
}

/** Versions that are withdrawn are read by those who walk them, and nobody else. */
export function canReadVersion(actor: Actor, version: Standing & { audience: Audience; withdrawnAt: Date | null }): boolean {
  return version.withdrawnAt === null && canKnowVersion(actor, version)
}

/** Could they read it, were it not withdrawn? Then they are told that it is. */
export function canKnowVersion(actor: Actor, version: Standing & { audience: Audience }): boolean {
  if (version.audience === 'everyone' || isAdmin(actor)) return true
  return actor.kind === 'person' && inNetwork(version)
}

/** A path is begun by those who answer for the unit that will stand behind it. */
export function canStartPath(actor: Actor, lineage: readonly string[]): boolean {
  return isAdmin(actor) || holdsAt(actor, ['education_lead', 'unit_manager'], lineage)
}

/** Those who lead the owner, and the editors they have named, for as long as these belong to the organisation. */
export function canEditPath(actor: Actor, path: Standing & { editorIds: readonly string[] }): boolean {
  if (canPublishPath(actor, path)) return true
  return actor.kind === 'person' && path.editorIds.includes(actor.id) && inNetwork(path)
}

/** Also withdraws, and names editors. */
export function canPublishPath(actor: Actor, path: Pick<Standing, 'lineage'>): boolean {
  return canStartPath(actor, path.lineage)
}

/**
 * How a version was answered, as counts of enough people at once: whoever may read it may know what those who walked it think,
 * for that is what helps to choose. When it is withdrawn, those who walk it and those who write the path go on seeing it.
 */
export function canReadAnswers(
  actor: Actor,
  version: Standing & { audience: Audience; withdrawnAt: Date | null; editorIds: readonly string[]; walks: boolean },
): boolean {
  return version.walks || canReadVersion(actor, version) || canEditPath(actor, version)
}

/**
 * Written words are for those who can change the path by them; a colleague would know who writes like that. Behind what ships
 * there is nobody here but the administrators. The questionnaire says so before anything is written.
 */
export function canReadWords(actor: Actor, path: Standing & { editorIds: readonly string[] }): boolean {
  return canEditPath(actor, path)
}
