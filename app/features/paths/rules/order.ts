// The forms that add, move and remove: what is asked of the outline, and where one goes afterwards.
import { z } from 'zod'
import { locale } from '#app/kernel/locale-schema.ts'
import { activityIdPattern, moduleIdPattern } from './addresses.ts'
import { activityKinds } from './empty.ts'
import type { OutlineChange } from './outline.ts'

const moduleId = z.string().regex(moduleIdPattern)
const activityId = z.string().regex(activityIdPattern)
const track = z.enum(['resource_person', 'leader'])
const by = z.enum(['-1', '1']).transform((step): -1 | 1 => (step === '1' ? 1 : -1))
const title = z.string().trim().min(1).max(300)
const spot = { moduleId, activityId }

/** A change of the outline as its forms send it. `language`: of the title. */
export const orderInput = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('add_module'), id: moduleId, title, language: locale }),
    z.object({ kind: z.literal('remove_module'), moduleId }),
    z.object({ kind: z.literal('move_module'), moduleId, by }),
    z.object({
      ...{ kind: z.literal('add_activity'), moduleId, track, id: activityId, title, language: locale },
      activityKind: z.enum(activityKinds),
    }),
    z.object({ kind: z.literal('remove_activity'), ...spot }),
    z.object({ kind: z.literal('move_activity'), ...spot, by }),
    /** `to`: a module and one of its tracks, "m-1a2b leader". */
    z.object({
      kind: z.literal('place_activity'),
      ...spot,
      to: z.string().regex(/^[A-Za-z0-9-]{1,40} (?:resource_person|leader)$/),
    }),
  ])
  .transform((sent): OutlineChange => {
    if (sent.kind === 'add_module' || sent.kind === 'add_activity') {
      const { title: text, language, ...change } = sent
      return { ...change, title: { text, language } }
    }
    if (sent.kind !== 'place_activity') return sent
    const { to, ...change } = sent
    const [toModule = '', toTrack] = to.split(' ')
    return { ...change, toModule, track: track.parse(toTrack) }
  })

/** Where the change can be seen, as parts of an address below the outline; the last one is a place on the page. */
export function placeAfter(change: OutlineChange): { page: string[]; place: string | null } {
  switch (change.kind) {
    case 'add_module':
      return { page: [change.id], place: null }
    case 'add_activity':
      return { page: [change.moduleId, change.id], place: null }
    case 'place_activity':
      return { page: [change.toModule, change.activityId], place: null }
    case 'remove_module':
      return { page: [], place: null }
    default:
      return { page: [], place: change.moduleId.toLowerCase() }
  }
}
