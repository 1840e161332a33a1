// The shape of what ships as data: kinds of visit, checklist lines, rules before entry. The rows are in db/reference.
import { z } from 'zod'
import { forms, visitKinds } from './words.ts'

const trilingual = z.object({ sv: z.string().min(1), nb: z.string().min(1), en: z.string().min(1) })

export const kindOfVisit = z.object({
  key: z.enum(visitKinds),
  title: trilingual,
  about: trilingual,
  /** The form that a new visit of this kind starts with. */
  form: z.enum(forms),
  /** Months after the last day when everybody is asked again, in order. */
  followUpMonths: z.array(z.number().int().positive()),
  questionnaires: z.array(z.string()),
})
export type KindOfVisit = z.infer<typeof kindOfVisit>

/** What the product can see for itself; the facts come from the rooms that know. */
const seenFacts = [
  'datesAgreed',
  'guestsNamed',
  'hostsNamed',
  'formSent',
  'formAnswered',
  'programmePlanned',
  'meetingLinkSet',
  'rulesConfirmed',
] as const
export type SeenFact = (typeof seenFacts)[number]

/** Pages of a visit that a line or a step can lead to, as in /visits/:id/<section>. */
const sections = [
  'dates',
  'people',
  'rules',
  'preparation',
  'programme',
  'room',
  'blog',
  'evaluation',
  'summary',
  'follow-up',
  'results',
  'history',
] as const
export type Section = (typeof sections)[number]

export const checklistItem = z.object({
  key: z.string().regex(/^[a-z_]+$/),
  side: z.enum(['host', 'guest', 'both']),
  /** `coordinator`: done once for the side. `everyone`: each participant of the side does it. */
  who: z.enum(['coordinator', 'everyone']),
  daysBeforeStart: z.number().int().min(0),
  forms: z.array(z.enum(forms)).min(1),
  /** Null when a person ticks it by hand. */
  seenBy: z.enum(seenFacts).nullable(),
  section: z.enum(sections).nullable(),
  text: trilingual,
})
export type ChecklistItem = z.infer<typeof checklistItem>

export const entryRules = z.object({
  version: z.string().regex(/^\d{4}-\d+$/),
  sections: z.array(
    z.object({ key: z.string(), forms: z.array(z.enum(forms)).min(1), title: trilingual, rules: z.array(trilingual).min(1) }),
  ),
})
export type EntryRules = z.infer<typeof entryRules>
