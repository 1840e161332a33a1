// The form as data: what a version of db/reference/forms/preparation-<n>.json must look like. Pure.
import { z } from 'zod'
import { workFields, workStatuses } from './words.ts'

const trilingual = z.object({ sv: z.string().min(1), nb: z.string().min(1), en: z.string().min(1) })

const base = { id: z.string().regex(/^[A-Z]+\d+$/), required: z.boolean(), text: trilingual, help: trilingual.optional() }

const part = z.object({
  id: z.enum(workFields),
  type: z.enum(['short_text', 'long_text', 'choice']),
  required: z.boolean(),
  text: trilingual,
  help: trilingual.optional(),
  options: z.array(z.object({ value: z.enum(workStatuses), text: trilingual })).optional(),
})

const field = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('long_text'), beginsFrom: z.literal('inquiry').optional() }),
  z.object({ ...base, type: z.literal('checkbox') }),
  z.object({ ...base, type: z.literal('goals') }),
  z.object({ ...base, type: z.literal('works'), parts: z.array(part) }),
  z.object({ ...base, type: z.literal('participants') }),
  /** Known since the inquiry: shown, never asked again. */
  z.object({ ...base, type: z.literal('known'), known: z.enum(['dates', 'form']) }),
])

export const formDefinition = z.object({
  id: z.literal('preparation'),
  version: z.number().int().positive(),
  title: trilingual,
  dueWorkingDaysBefore: z.number().int().positive(),
  sections: z.array(
    z.object({ id: z.string(), side: z.enum(['host', 'guest']), title: trilingual, fields: z.array(field).min(1) }),
  ),
})

export type FormDefinition = z.infer<typeof formDefinition>
export type FormSection = FormDefinition['sections'][number]
export type FormField = FormSection['fields'][number]
export type FormPart = z.infer<typeof part>

/** The fields one side fills in, in order. */
export function fieldsOf(form: FormDefinition, side: 'host' | 'guest'): FormField[] {
  return form.sections.filter((section) => section.side === side).flatMap((section) => section.fields)
}

/** The ids of the fields whose words are kept as answers (the others are records of their own, or known already). */
export function answerFieldsOf(form: FormDefinition): string[] {
  return form.sections
    .flatMap((section) => section.fields)
    .filter((each) => each.type === 'long_text' || each.type === 'checkbox')
    .map((each) => each.id)
}
