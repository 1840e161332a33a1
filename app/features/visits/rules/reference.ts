// The shape of what ships as data: kinds of visit, checklist lines, rules before entry. The rows are in db/reference.
import { z } from 'zod'
import { trilingual } from '#app/kernel/locale-schema.ts'
import { forms, visitKinds } from './words.ts'

export const kindOfVisit = z.object({
  key: z.enum(visitKinds),
  title: trilingual,
  about: trilingual,
  /** The form that a new visit of this kind has unless another is chosen. */
  form: z.enum(forms),
  /** Months after the last day when everybody is asked again, in order. */
  followUpMonths: z.array(z.number().int().positive()),
  /** What each side is asked when the days are over: names of instruments. */
  questionnaires: z.object({ guest: z.string(), host: z.string() }),
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

export function isSection(name: string): name is Section {
  return sections.some((section) => section === name)
}

/**
 * Who a line of the checklist is for. Coordinators plan for their side and do a line once for all of it; so does the guests'
 * leader (the manager of a guest unit). `host` and `guest`: everybody who takes part, each for themselves.
 */
export const checklistRoles = ['host_coordinator', 'host', 'guest_coordinator', 'guest_leader', 'guest'] as const
export type ChecklistRole = (typeof checklistRoles)[number]

export const checklistItem = z
  .object({
    key: z.string().regex(/^[a-z_]+$/),
    /** Whose lists it stands on. */
    roles: z.array(z.enum(checklistRoles)).min(1),
    /** Who ticks it by hand: those whom it concerns, or others for them too. Null when the product sees it. */
    tickedBy: z.array(z.enum(checklistRoles)).min(1).nullable(),
    seenBy: z.enum(seenFacts).nullable(),
    daysBeforeStart: z.number().int().min(0),
    forms: z.array(z.enum(forms)).min(1),
    section: z.enum(sections).nullable(),
    text: trilingual,
  })
  .refine((item) => (item.tickedBy === null) !== (item.seenBy === null), 'a line is either ticked or seen')
export type ChecklistItem = z.infer<typeof checklistItem>

export const entryRules = z.object({
  version: z.string().regex(/^\d{4}-\d+$/),
  sections: z.array(
    z.object({ key: z.string(), forms: z.array(z.enum(forms)).min(1), title: trilingual, rules: z.array(trilingual).min(1) }),
  ),
})
export type EntryRules = z.infer<typeof entryRules>
