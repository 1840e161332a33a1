// The preparation's laws: when the form may be written in, what a field is called, when two writers meet, what is missing.
import { z } from 'zod'
import { emailAddress, personName, profession } from '#app/features/identity/rules.ts'
import type { VisitStatus } from '#app/features/visits/rules.ts'
import { type Day, daysBetween } from '#app/kernel/days.ts'
import { id } from '#app/kernel/ids.ts'
import { locale } from '#app/kernel/locale-schema.ts'
import { type FormDefinition, fieldsOf } from './definition.ts'
import { type Subject, workFields, workStatuses } from './words.ts'

/** waiting: dates are not agreed yet · open: saved as one types · locked: changes become proposals · over: read only. */
export type PreparationState = 'waiting' | 'open' | 'locked' | 'over'

/** When the guests may write: after confirmation, until sent or until the last day has passed (host's calendar). */
export function preparationState(
  status: VisitStatus,
  facts: { sentAt: Date | null; dueOn: Day | null },
  today: Day,
): PreparationState {
  if (status === 'asked' || status === 'in_dialogue') return 'waiting'
  if (status === 'under_way') return 'locked'
  if (status !== 'confirmed' && status !== 'preparing') return 'over'
  const late = facts.dueOn !== null && today > facts.dueOn
  return facts.sentAt || late ? 'locked' : 'open'
}

/** The hosts' own goals are theirs: open until the goals are judged. Guests add goals freely while the form is open. */
export function goalsState(state: PreparationState, side: 'host' | 'guest'): PreparationState {
  return side === 'host' && state === 'locked' ? 'open' : state
}

/** One thing that is written: a field of an answer, of a goal or of an improvement work. */
export type Target = { subject: Subject; id: string; field: string }

/** `answer.PRE01.value`, `goal.<uuid>.text`, `work.<uuid>.aim`: how a field is named in forms and drafts. */
export function targetKey(target: Target): string {
  return `${target.subject}.${target.id}.${target.field}`
}

/** The target a key names, or null when there is no such field. */
export function targetFrom(key: string): Target | null {
  const [subject, subjectId, field, ...rest] = key.split('.')
  if (!subjectId || !field || rest.length > 0) return null
  if (subject === 'answer') return field === 'value' && /^[A-Z]+\d+$/.test(subjectId) ? { subject, id: subjectId, field } : null
  if (!id.safeParse(subjectId).success) return null
  if (subject === 'goal') return field === 'text' ? { subject, id: subjectId, field } : null
  if (subject === 'work') return (workFields as readonly string[]).includes(field) ? { subject, id: subjectId, field } : null
  return null
}

const limits: Record<string, number> = { title: 200, text: 2000 }

/** The longest text of a field, in characters. */
function limitOf(field: string): number {
  return limits[field] ?? 6000
}

/** One field as a form or the autosave sends it. `base` is the version the writer began from. */
export const fieldInput = z
  .object({
    target: z
      .string()
      .max(80)
      .transform((key, issue) => {
        const target = targetFrom(key)
        if (target) return target
        issue.addIssue({ code: 'custom', message: 'common_field_invalid' })
        return z.NEVER
      }),
    base: z.string().max(20).default(''),
    text: z
      .string()
      .default('')
      .transform((text) => text.replaceAll('\r\n', '\n')),
  })
  .superRefine((input, issue) => {
    const max = limitOf(input.target.field)
    if (input.text.length > max) {
      issue.addIssue({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input: input.text, path: ['text'] })
    }
    if (input.target.field === 'status' && input.text !== '' && !(workStatuses as readonly string[]).includes(input.text)) {
      issue.addIssue({ code: 'invalid_value', values: [...workStatuses], input: input.text, path: ['text'] })
    }
  })
export type FieldInput = z.infer<typeof fieldInput>

/** One who comes along: an empty row is nobody, half a row is asked to be finished. */
const personInput = z
  .object({
    id,
    name: personName.optional(),
    email: emailAddress.optional(),
    profession,
    organisation: z.string().trim().max(160).default(''),
    /** The language of their mails; left out: that of the organisation's country. */
    locale: locale.optional(),
  })
  .superRefine((person, issue) => {
    if (!person.name && !person.email && !person.profession) return
    if (!person.name) issue.addIssue({ code: 'custom', path: ['name'], message: 'preparation_error_name' })
    if (!person.email) issue.addIssue({ code: 'custom', path: ['email'], message: 'common_field_email' })
  })
export type PersonInput = z.infer<typeof personInput>

export const preparationInput = z.object({
  fields: z.array(fieldInput).max(200).default([]),
  people: z.array(personInput).max(10).default([]),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
})

/** What a button of the form does besides saving. */
export type ThenDo = { do: 'nothing' } | { do: 'send' } | { do: 'remove'; subject: 'goal' | 'work'; id: string }

/** Buttons carry it in their address: `?send`, `?remove=goal.<uuid>`; everything else only saves. */
export function thenDo(search: URLSearchParams): ThenDo {
  if (search.has('send')) return { do: 'send' }
  const [subject, row, ...rest] = (search.get('remove') ?? '').split('.')
  if ((subject === 'goal' || subject === 'work') && rest.length === 0 && id.safeParse(row).success && row) {
    return { do: 'remove', subject, id: row }
  }
  return { do: 'nothing' }
}

/** The kind of empty row that a button asked for. */
export function rowAsked(search: URLSearchParams): 'goal' | 'work' | 'person' | null {
  const add = search.get('add')
  return add === 'goal' || add === 'work' || add === 'person' ? add : null
}

/** Where a saved form leads, below the visit's address. */
export function whereNext(search: URLSearchParams): string {
  if (search.has('send')) return '/preparation?done=sent'
  const add = rowAsked(search)
  if (add) return `/preparation?add=${add}#${{ goal: 'PRE02', work: 'PRE03', person: 'PRE05' }[add]}`
  if (search.has('remove')) return '/preparation'
  return search.has('stay') ? '/preparation?done=saved' : ''
}

/** One goal on its own page. */
export const goalForm = z.object({
  id,
  base: z.string().max(20).default(''),
  text: z
    .string()
    .max(limitOf('text'))
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .refine((text) => text.trim() !== '', 'preparation_error_empty'),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
})

/**
 * A field's version is a fingerprint of its words, so that every field has one, whichever table keeps it.
 * Two people who wrote the same words have no conflict. '' is the version of an empty field.
 */
export function versionOf(text: string): string {
  if (text === '') return ''
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}

/**
 * What to do with a text that began from version `base` when the field now holds `current`.
 * unchanged: the writer did not touch it · same: both wrote the same · write · conflict: somebody else wrote in between.
 */
export function settle(base: string, current: string, text: string): 'unchanged' | 'same' | 'write' | 'conflict' {
  if (text === current) return base === versionOf(current) ? 'unchanged' : 'same'
  if (base === versionOf(text)) return 'unchanged'
  return base === versionOf(current) ? 'write' : 'conflict'
}

/** All words of a preparation: subject → id → field → text. */
export type Words = Record<Subject, Record<string, Record<string, string>>>

export function textAt(words: Words, target: Target): string {
  return words[target.subject][target.id]?.[target.field] ?? ''
}

/** What has to be there before the preparation can be sent, by field id, in the form's order. */
export function missingIn(form: FormDefinition, words: Words, participantCount: number): string[] {
  return fieldsOf(form, 'guest')
    .filter((field) => field.required && !isFilled(field, words, participantCount))
    .map((field) => field.id)
}

function isFilled(field: ReturnType<typeof fieldsOf>[number], words: Words, participantCount: number): boolean {
  if (field.type === 'known') return true
  if (field.type === 'participants') return participantCount > 0
  if (field.type === 'goals') return Object.values(words.goal).some((goal) => goal.text?.trim())
  if (field.type === 'works') {
    const works = Object.values(words.work).filter((work) => Object.values(work).some((text) => text.trim()))
    return works.length > 0 && works.every((work) => work.title?.trim())
  }
  return Boolean(words.answer[field.id]?.value?.trim())
}

/** How much of what has to be there is there: counts of required fields. */
export function progressOf(form: FormDefinition, words: Words, participantCount: number): { done: number; of: number } {
  const of = fieldsOf(form, 'guest').filter((field) => field.required && field.type !== 'known').length
  return { done: of - missingIn(form, words, participantCount).length, of }
}

/** Stages of reminding: days before the last day (negative: after) from which nothing sent is brought up, once each. */
const reminderStages = [7, 2, -1] as const
export type ReminderStage = (typeof reminderStages)[number]
/** Days after the last day when nobody is reminded any more. */
const REMINDING_ENDS = 28

/** The latest stage that `today` has reached, however many days the clock stood still; null before the first and long after. */
export function reminderStage(dueOn: Day, today: Day): ReminderStage | null {
  const daysLeft = daysBetween(today, dueOn)
  if (daysLeft < -REMINDING_ENDS) return null
  return reminderStages.findLast((stage) => daysLeft <= stage) ?? null
}

/** Improvement work decided on when the visit is summarised. */
export const decidedWorkInput = z.object({
  id,
  title: z.string().trim().min(1).max(limitOf('title')),
  aim: z.string().trim().max(limitOf('aim')).default(''),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/),
})
export type DecidedWorkInput = z.output<typeof decidedWorkInput>

/** A heading to begin with: the first sentence, cut between words where it is long. */
export function titleFrom(words: string): string {
  const sentence = words.trim().split(/(?<=[.!?])\s|\n/)[0] ?? ''
  if (sentence.length <= 100) return sentence.replace(/[.!?]+$/, '')
  return sentence.slice(0, 100).replace(/\s+\S*$/, '')
}
