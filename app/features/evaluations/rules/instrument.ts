// What a questionnaire is: questions with their scale, their condition and the indicators they feed. Data in db/reference/instruments.
import { z } from 'zod'

const trilingual = z.strictObject({ sv: z.string().min(1), nb: z.string().min(1), en: z.string().min(1) })

const itemTypes = ['likert5', 'yes_no', 'scale_0_10', 'single_choice', 'multi_choice', 'free_text'] as const

/** Rules without a parameter, in the words of the reference data. */
const plainRules = [
  'share_4_5',
  'share_yes',
  'net_0_10',
  'leading_share_4_5',
  'leading_share_yes',
  'supporting_share_4_5',
  'evidence_share_4_5',
  'completed',
  'visit_confirmed_if_any_yes',
  'visit_confirmed_if_filled',
  'creates_improvement_work',
  'confirms_link',
  'cross_check_only',
  'explains',
  'status_evidence',
  'alert_aggregated_only',
] as const

/** A rule as data: its name, with the other question of a pair or the options that count. */
export type FeedRule =
  | { name: (typeof plainRules)[number] }
  | { name: 'both_4_5'; with: string }
  | { name: 'numerator_if_in'; options: string[] }

const feedRule = z.string().transform((written, check): FeedRule => {
  const plain = plainRules.find((name) => name === written)
  if (plain) return { name: plain }
  const [name, parameter = ''] = written.split(':')
  if (name === 'both_4_5_with' && parameter) return { name: 'both_4_5', with: parameter }
  if (name === 'numerator_if_in' && parameter) return { name: 'numerator_if_in', options: parameter.split(',') }
  check.addIssue({ code: 'custom', message: `Nobody knows how to count by the rule "${written}".` })
  return z.NEVER
})

const item = z.strictObject({
  id: z.string().regex(/^[A-Z]{3}\d{2}[a-z]?$/),
  type: z.enum(itemTypes),
  text: trilingual,
  required: z.boolean(),
  /** Is "don't know / not applicable" an answer? It is never the scale's midpoint and never counted. */
  allowNa: z.boolean(),
  options: z.array(z.strictObject({ key: z.string().min(1), label: trilingual })).optional(),
  /** Asked only when the other question was answered so. */
  showIf: z.strictObject({ item: z.string(), equals: z.string() }).optional(),
  /** A sensitive question needs more answers than others before anything is shown. */
  minRespondents: z.number().int().min(5).optional(),
  feeds: z.array(z.strictObject({ indicator: z.string().min(2), rule: feedRule })),
  /** Dimensions of known frameworks that the question touches; no wording is theirs. */
  dimensions: z.array(z.string()),
})

export const instrumentSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z_]+$/),
    version: z.number().int().positive(),
    title: trilingual,
    intro: trilingual.optional(),
    respondent: z.string(),
    anonymous: z.boolean(),
    background: z.array(z.string()).optional(),
    items: z.array(item).min(1),
  })
  .superRefine((instrument, check) => {
    const known = new Set<string>()
    for (const { id, type, options, showIf } of instrument.items) {
      if (known.has(id)) check.addIssue({ code: 'custom', message: `${id} stands there twice.` })
      const chosen = type === 'single_choice' || type === 'multi_choice'
      if (chosen !== (options !== undefined)) check.addIssue({ code: 'custom', message: `${id}: options and type disagree.` })
      if (showIf && !known.has(showIf.item)) {
        check.addIssue({ code: 'custom', message: `${id} depends on ${showIf.item}, which is not asked before it.` })
      }
      known.add(id)
    }
  })

export type Instrument = z.infer<typeof instrumentSchema>
export type Item = Instrument['items'][number]

export const scalesSchema = z.strictObject({
  likert5: z.array(z.strictObject({ value: z.number().int().min(1).max(5).nullable(), label: trilingual })).length(6),
  scale_0_10: z.strictObject({ low: trilingual, high: trilingual }),
})

export type Scales = z.infer<typeof scalesSchema>
