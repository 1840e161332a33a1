// The order of a draft: its modules and their activities, added, moved and removed. Every change is asked of the newest draft, so
// that what others have saved meanwhile stays.
import { emptyActivity, emptyModule, type FirstTitle } from './empty.ts'
import type { Activity, ActivityKind, LearningModule, PathDraft, Track } from './shape.ts'

export type Step = -1 | 1
type Spot = { moduleId: string; activityId: string }

export type OutlineChange =
  | { kind: 'add_module'; id: string; title: FirstTitle }
  | { kind: 'remove_module'; moduleId: string }
  | { kind: 'move_module'; moduleId: string; by: Step }
  | { kind: 'add_activity'; moduleId: string; track: Track; activityKind: ActivityKind; id: string; title: FirstTitle }
  | ({ kind: 'remove_activity' } & Spot)
  | ({ kind: 'move_activity'; by: Step } & Spot)
  /** To the end of a track: the other one, or one of another module. */
  | ({ kind: 'place_activity'; toModule: string; track: Track } & Spot)

/** `reason`: a message key; `params`: its words. */
export type Outcome = { ok: true; draft: PathDraft } | { ok: false; reason: string; before?: string; after?: string }

const mostModules = 40
const mostActivities = 20

const gone: Outcome = { ok: false, reason: 'paths_error_gone' }
const full: Outcome = { ok: false, reason: 'paths_error_full' }
const edge: Outcome = { ok: false, reason: 'paths_error_edge' }

/** The draft with one thing added, moved or removed; or why not. Asked again for what has been done already, it changes nothing. */
export function outlined(draft: PathDraft, change: OutlineChange): Outcome {
  switch (change.kind) {
    case 'add_module':
      return addModule(draft, change.id, change.title)
    case 'remove_module':
      return removeModule(draft, change.moduleId)
    case 'move_module':
      return moveModule(draft, change.moduleId, change.by)
    case 'add_activity':
      return addActivity(draft, change)
    case 'remove_activity':
      return inModule(draft, change.moduleId, (module) => withoutActivity(module, change.activityId))
    case 'move_activity':
      return moveActivity(draft, change)
    case 'place_activity':
      return placeActivity(draft, change)
  }
}

function addModule(draft: PathDraft, id: string, title: FirstTitle): Outcome {
  if (draft.modules.some((one) => one.id === id)) return { ok: true, draft }
  if (draft.modules.length >= mostModules) return full
  return { ok: true, draft: { ...draft, modules: [...draft.modules, emptyModule(id, title)] } }
}

/** What built on the module no longer asks for it. */
function removeModule(draft: PathDraft, moduleId: string): Outcome {
  const modules = draft.modules
    .filter((one) => one.id !== moduleId)
    .map((one) => ({ ...one, requires: one.requires.filter((id) => id !== moduleId) }))
  return { ok: true, draft: { ...draft, modules } }
}

/** A module never stands before one that it asks for: whoever wants that says first that it no longer does. */
function moveModule(draft: PathDraft, moduleId: string, by: Step): Outcome {
  const at = draft.modules.findIndex((one) => one.id === moduleId)
  const module = draft.modules[at]
  if (!module) return gone
  const other = draft.modules[at + by]
  if (!other) return edge
  const [first, second] = by === 1 ? [other, module] : [module, other]
  if (first.requires.includes(second.id))
    return { ok: false, reason: 'paths_error_requires', before: second.id, after: first.id }
  return { ok: true, draft: { ...draft, modules: swapped(draft.modules, at, at + by) } }
}

type Adding = Extract<OutlineChange, { kind: 'add_activity' }>

function addActivity(draft: PathDraft, { moduleId, track, activityKind, id, title }: Adding): Outcome {
  return inModule(draft, moduleId, (module) => {
    if (trackOf(module, id)) return module
    return appended(module, track, emptyActivity(activityKind, id, title))
  })
}

function moveActivity(draft: PathDraft, { moduleId, activityId, by }: Spot & { by: Step }): Outcome {
  return inModule(draft, moduleId, (module) => {
    const track = trackOf(module, activityId)
    if (!track) return gone
    const steps = module.tracks[track]
    const at = steps.findIndex((one) => one.id === activityId)
    if (!steps[at + by]) return edge
    return withTrack(module, track, swapped(steps, at, at + by))
  })
}

function placeActivity(draft: PathDraft, spot: Spot & { toModule: string; track: Track }): Outcome {
  const { moduleId, activityId, toModule, track } = spot
  const from = draft.modules.find((one) => one.id === moduleId)
  const held = from && trackOf(from, activityId)
  const activity = held && from.tracks[held].find((one) => one.id === activityId)
  if (!activity) return gone
  if (moduleId === toModule && held === track) return { ok: true, draft }
  const taken = inModule(draft, moduleId, (module) => withoutActivity(module, activityId))
  if (!taken.ok) return taken
  return inModule(taken.draft, toModule, (module) => {
    // Ids are made once, so this is the same activity, brought back by an import of an older version.
    if (trackOf(module, activityId)) return { ok: false, reason: 'paths_error_twice' }
    return appended(module, track, activity)
  })
}

function inModule(draft: PathDraft, moduleId: string, change: (module: LearningModule) => LearningModule | Outcome): Outcome {
  const at = draft.modules.findIndex((one) => one.id === moduleId)
  const module = draft.modules[at]
  if (!module) return gone
  const changed = change(module)
  if ('ok' in changed) return changed
  return { ok: true, draft: { ...draft, modules: draft.modules.with(at, changed) } }
}

function appended(module: LearningModule, track: Track, activity: Activity): LearningModule | Outcome {
  if (module.tracks[track].length >= mostActivities) return full
  return withTrack(module, track, [...module.tracks[track], activity])
}

function withTrack(module: LearningModule, track: Track, activities: Activity[]): LearningModule {
  return { ...module, tracks: { ...module.tracks, [track]: activities } }
}

function withoutActivity(module: LearningModule, activityId: string): LearningModule {
  const kept = (track: Track) => module.tracks[track].filter((one) => one.id !== activityId)
  return { ...module, tracks: { resource_person: kept('resource_person'), leader: kept('leader') } }
}

function trackOf(module: LearningModule, activityId: string): Track | undefined {
  const all: Track[] = ['resource_person', 'leader']
  return all.find((track) => module.tracks[track].some((one) => one.id === activityId))
}

function swapped<T>(list: readonly T[], one: number, other: number): T[] {
  const copy = [...list]
  const [a, b] = [list[one], list[other]]
  if (a !== undefined && b !== undefined) {
    copy[one] = b
    copy[other] = a
  }
  return copy
}
