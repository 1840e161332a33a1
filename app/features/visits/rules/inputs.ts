// What the forms of the visits room may send: shapes and limits. Field errors are worded where the form is read.

import { z } from 'zod'
import { inviteesInput } from '#app/features/identity/rules/invitees.ts'
import { emailAddress, personName, profession } from '#app/features/identity/rules.ts'
import { day } from '#app/kernel/days.ts'
import { id } from '#app/kernel/ids.ts'
import { locale } from '#app/kernel/locale-schema.ts'
import { dateRange, MAX_PROPOSALS } from './dates.ts'
import { forms, sides, visitKinds } from './words.ts'

const title = z.string().trim().min(1).max(120)
const reason = z.string().trim().min(1).max(2000)
const optionalReason = z.string().trim().max(2000).default('')
const version = z.coerce.number().int().positive()
const country = z.string().regex(/^[A-Z]{2}$/)
/** BCP 47, the short tags that browsers and people use: 'nb', 'se', 'en-IE'. */
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/)
const ranges = z.array(dateRange).min(1).max(MAX_PROPOSALS)

/** A unit here, or an organisation that is not, by name and country. */
const organisation = z
  .object({ unitId: id.optional(), name: z.string().trim().max(160).default(''), country: country.optional() })
  .superRefine((value, issues) => {
    if (value.unitId) return
    const complain = (field: string, message: string) => issues.addIssue({ code: 'custom', path: [field], message })
    if (value.name === '') complain('name', 'common_field_required')
    if (!value.country) complain('country', 'common_field_choose')
  })

const inquiry = z.object({
  id,
  hostUnitId: id,
  kind: z.enum(visitKinds),
  /** As usual for the kind of visit when nothing is chosen. */
  form: z.enum(forms).optional(),
  title,
  inquiry: z.string().trim().min(1).max(4000),
  language,
  groupSize: z.coerce.number().int().min(1).max(60),
  /** The asker's own unit, where the guests come from. */
  guestUnitId: id.optional(),
  /** Further units here, and organisations that are not. */
  organisations: z.array(organisation).max(8).default([]),
  ranges,
  returnOf: id.optional(),
})

function comesFromSomewhere(
  value: { guestUnitId?: string | undefined; organisations: unknown[] },
  issues: z.RefinementCtx<unknown>,
): void {
  if (value.guestUnitId || value.organisations.length > 0) return
  issues.addIssue({ code: 'custom', path: ['organisations'], message: 'visits_error_no_guests' })
}

export const requestInput = inquiry.extend({ profession }).superRefine(comesFromSomewhere)
export type RequestInput = z.output<typeof requestInput>

export const inviteInput = inquiry
  .extend({ contactName: personName, contactEmail: emailAddress, contactLocale: locale })
  .superRefine(comesFromSomewhere)
export type InviteInput = z.output<typeof inviteInput>

export const proposalsInput = z.object({ version, ranges })
export const marksInput = z.object({
  version,
  marks: z
    .array(z.object({ id, fits: z.enum(['yes', 'no']) }))
    .min(1)
    .max(2 * MAX_PROPOSALS),
})
export const agreementInput = z.object({ version, proposalId: id })
export const dialogueInput = z.object({ version, reason: optionalReason })
export const refusalInput = z.object({ version, reason, referrals: z.array(id).max(5).default([]) })
export const endingInput = z.object({ version, reason })
export const takeBackInput = z.object({ version })
export const newDatesInput = z.intersection(dateRange, z.object({ version, reason }))
export const practicalInput = z.object({
  version,
  title,
  form: z.enum(forms).optional(),
  groupSize: z.coerce.number().int().min(1).max(60),
  /** Where a digital visit meets: only addresses that open safely. */
  meetingUrl: z.union([z.literal(''), z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(500)]).default(''),
  preparationDueOn: day.optional(),
})

/** What of it the guests may propose to change. */
export const factsInput = practicalInput.pick({ title: true, form: true, groupSize: true }).partial()

export const participantInput = z.object({
  id,
  side: z.enum(sides),
  name: personName,
  email: emailAddress,
  profession,
  organisation: z.string().trim().max(160).default(''),
  locale,
  isCoordinator: z.preprocess((value) => value === 'on' || value === true, z.boolean()),
})
export type ParticipantInput = z.output<typeof participantInput>

export const correctionInput = z.object({ name: personName, email: emailAddress })
export type CorrectionInput = z.output<typeof correctionInput>

/** Several at once: the same workplace and language for all. */
export const participantsInput = z.object({
  id,
  side: z.enum(sides),
  addresses: inviteesInput,
  organisation: z.string().trim().max(160).default(''),
  locale,
})

export const rulesInput = z.object({ rulesVersion: z.string().max(20), read: z.literal('on') })
export const tickInput = z.object({ item: z.string().max(60), done: z.enum(['yes', 'no']) })
