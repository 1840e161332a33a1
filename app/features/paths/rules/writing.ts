// What somebody has typed on one page of the editor, put into the newest draft.
import type { z } from 'zod'
import { type Fields, type Seen, seenOf } from './marks.ts'
import { type Conflict, merged } from './merge.ts'
import type { Activity, LearningModule, PathDraft } from './shape.ts'
import { formOf, typedAbout, typedActivities, typedModule } from './typed.ts'
import { rowsAsKept } from './typed-texts.ts'

/** `typed`: the fields as the form sent them; `seen`: marks of what it began from. */
export type Typing = { seen: Seen; typed: Fields }

/** With conflicts nothing is to be saved: the later one looks first. Null: what was written on is no longer there. */
export type Written = { draft: PathDraft; conflicts: Conflict[] } | null

/** The draft with what was typed about the path as a whole. */
export function withAbout(draft: PathDraft, typing: Typing): Written {
  const { value, conflicts } = together(typedAbout, aboutOf(draft), typing)
  return { draft: { ...draft, ...(value as typeof value & Partial<PathDraft>) }, conflicts }
}

/** The draft with what was typed about a module. */
export function withModule(draft: PathDraft, moduleId: string, typing: Typing): Written {
  const at = draft.modules.findIndex((one) => one.id === moduleId)
  const module = draft.modules[at]
  if (!module) return null
  const { value, conflicts } = together(typedModule, fieldsOfModule(module), typing)
  const changed = moduleAsKept({ ...module, ...(value as Partial<LearningModule>) })
  // What has gone, or moved behind, since the page was opened can no longer be asked for.
  const before = draft.modules.slice(0, at).map((one) => one.id)
  const requires = before.filter((id) => changed.requires.includes(id))
  return { draft: { ...draft, modules: draft.modules.with(at, { ...changed, requires }) }, conflicts }
}

/** The draft with what was typed about an activity. */
export function withActivity(draft: PathDraft, moduleId: string, activityId: string, typing: Typing): Written {
  const at = draft.modules.findIndex((one) => one.id === moduleId)
  const module = draft.modules[at]
  const activity = module && stepsOf(module).find((one) => one.id === activityId)
  if (!module || !activity) return null
  const { value, conflicts } = together(typedActivities[activity.kind], fieldsOfActivity(activity), typing)
  const { id, kind } = activity
  const changed = activityAsKept({ ...value, id, kind } as Activity)
  const replaced = (steps: readonly Activity[]) => steps.map((one) => (one.id === activityId ? changed : one))
  const { resource_person, leader } = module.tracks
  const tracks = { resource_person: replaced(resource_person), leader: replaced(leader) }
  return { draft: { ...draft, modules: draft.modules.with(at, { ...module, tracks }) }, conflicts }
}

/** What a page of the editor begins from: the values of its fields, and the marks that its form carries. */
export type Start = { form: Fields; seen: string }

/** What the form about the path begins from. */
export function startOfAbout(draft: PathDraft): Start {
  return startOf(typedAbout, aboutOf(draft))
}

/** What the form of a module begins from. */
export function startOfModule(module: LearningModule): Start {
  return startOf(typedModule, fieldsOfModule(module))
}

/** What the form of an activity begins from. */
export function startOfActivity(activity: Activity): Start {
  return startOf(typedActivities[activity.kind], fieldsOfActivity(activity))
}

function startOf(schema: z.ZodType, fields: Fields): Start {
  const sent = asSent(schema, fields)
  return { form: formOf(sent), seen: JSON.stringify(seenOf(sent)) }
}

function moduleAsKept({ joint, ...module }: LearningModule): LearningModule {
  const { reflection, reading } = module
  return {
    ...{ ...module, reflection: rowsAsKept(reflection), reading: rowsAsKept(reading) },
    joint: joint && { ...joint, ask: rowsAsKept(joint.ask) },
  }
}

function activityAsKept(activity: Activity): Activity {
  return activity.kind === 'reflection' ? { ...activity, questions: rowsAsKept(activity.questions) } : activity
}

function together(schema: z.ZodType, newest: Fields, { seen, typed }: Typing) {
  return merged(seen, asSent(schema, newest), typed)
}

/** As its form would send it untouched; what the form cannot say stays as it is. */
function asSent(schema: z.ZodType, fields: Fields): Fields {
  const sent = schema.safeParse(formOf(fields))
  return sent.success ? (sent.data as Fields) : fields
}

function aboutOf({ title, lead, pace, languages }: PathDraft): Fields {
  return { title, lead, pace, languages }
}

function fieldsOfModule({ id: _id, tracks: _tracks, ...fields }: LearningModule): Fields {
  return fields
}

function fieldsOfActivity({ id: _id, kind: _kind, ...fields }: Activity): Fields {
  return fields
}

/** The activities of both tracks, the resource person's first. */
export function stepsOf({ tracks }: Pick<LearningModule, 'tracks'>): Activity[] {
  return [...tracks.resource_person, ...tracks.leader]
}
