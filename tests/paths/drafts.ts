// Drafts for tests: one by hand, and any that a sequence of changes can make.
import fc from 'fast-check'
import { activityKinds, emptyActivity, emptyModule } from '#app/features/paths/rules/empty.ts'
import type { OutlineChange } from '#app/features/paths/rules/outline.ts'
import type { Activity, LearningModule, PathDraft } from '#app/features/paths/rules/shape.ts'

export const said = (text: string) => ({ sv: text, nb: '', en: '' })

export function aDraft(modules: LearningModule[] = []): PathDraft {
  return {
    ...{ id: 'handledning-1a2b3c', languages: ['sv'], title: said('Handledning'), lead: { sv: [], nb: [], en: [] } },
    ...{ pace: said(''), by: 'Region Öst', madeFrom: [], modules },
  }
}

export function aModule(id: string, given: Partial<LearningModule> = {}, activities: Activity[] = []): LearningModule {
  const module = emptyModule(id, { text: id, language: 'sv' })
  return { ...module, tracks: { resource_person: activities, leader: [] }, ...given }
}

export function anActivity(id: string, kind: Activity['kind'] = 'study'): Activity {
  return emptyActivity(kind, id, { text: id, language: 'sv' })
}

const moduleId = fc.constantFrom('m-a', 'm-b', 'm-c', 'm-d')
const activityId = fc.constantFrom('a-a', 'a-b', 'a-c', 'a-d', 'a-e')
const title = fc.constant({ text: 'Ny', language: 'nb' as const })
const track = fc.constantFrom('resource_person' as const, 'leader' as const)
const by = fc.constantFrom(-1 as const, 1 as const)
const spot = { moduleId, activityId }

export const anyChange: fc.Arbitrary<OutlineChange> = fc.oneof(
  fc.record({ kind: fc.constant('add_module' as const), id: moduleId, title }),
  fc.record({ kind: fc.constant('remove_module' as const), moduleId }),
  fc.record({ kind: fc.constant('move_module' as const), moduleId, by }),
  fc.record({
    ...{ kind: fc.constant('add_activity' as const), moduleId, track, id: activityId, title },
    activityKind: fc.constantFrom(...activityKinds),
  }),
  fc.record({ kind: fc.constant('remove_activity' as const), ...spot }),
  fc.record({ kind: fc.constant('move_activity' as const), ...spot, by }),
  fc.record({ kind: fc.constant('place_activity' as const), ...spot, toModule: moduleId, track }),
)
