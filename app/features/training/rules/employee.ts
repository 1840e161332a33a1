// What is written about an employee and a course. No national identity numbers: a register of courses has no use for them.
import { z } from 'zod'
import { warningsIn } from '#app/features/blogs/guard.ts'
import { emailAddress } from '#app/features/identity/rules.ts'
import { day } from '#app/kernel/days.ts'
import { id } from '#app/kernel/ids.ts'
import { supervisingKinds } from '../words.ts'

/**
 * Does the text hold what looks like a personnummer, a fødselsnummer or one of their kind? Asks the blog's guard, and besides it
 * for ten figures in one piece, which a blog may hold and a list of staff should not.
 */
export function holdsIdentityNumber(text: string): boolean {
  if (warningsIn(text).some(({ kind }) => kind === 'identity_number')) return true
  return [...text.matchAll(/(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])\d{4}(?!\d)/g)].some(([digits]) =>
    hasCheckFigure(digits),
  )
}

/** The last of the ten figures follows from the nine before it (Luhn). */
function hasCheckFigure(digits: string): boolean {
  const sum = [...digits].reduce((total, figure, index) => {
    const value = Number(figure) * (index % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'training_error_long')
    .refine((text) => !holdsIdentityNumber(text), 'training_error_identity_number')

/** Days that an employment or a course can have: nobody who works today began before 1940. */
const workDay = day.refine((value) => value >= '1940-01-01' && value < '2100-01-01', 'training_error_day_range')

const inOrder = {
  holds: ({ employedFrom, employedUntil }: { employedFrom?: string | undefined; employedUntil?: string | undefined }) =>
    !employedFrom || !employedUntil || employedFrom <= employedUntil,
  error: { path: ['employedUntil'], error: 'training_error_day_order' },
}

const employeeFields = {
  name: line(120).pipe(z.string().min(1)),
  email: emailAddress.refine((text) => !holdsIdentityNumber(text), 'training_error_identity_number').optional(),
  reference: line(60).default(''),
  supervising: z.enum(supervisingKinds),
  employedFrom: workDay.optional(),
  employedUntil: workDay.optional(),
}

export const newEmployeeInput = z.object({ id, ...employeeFields }).refine(inOrder.holds, inOrder.error)
/** The one that the form was made from. */
const version = z.coerce.number().int().min(1)

export const employeeInput = z.object({ ...employeeFields, version }).refine(inOrder.holds, inOrder.error)

const courseFields = {
  step: z.coerce.number().int().min(0).max(9),
  takenOn: workDay,
  provider: line(120).default(''),
  place: line(120).default(''),
  note: line(500).default(''),
}

export const newCourseInput = z.object({ id, ...courseFields })
export const courseInput = z.object({ ...courseFields, version })

export type EmployeeFields = z.output<typeof employeeInput>
export type CourseFields = z.output<typeof courseInput>

/** A row of the file has the same fields, checked one cell at a time. */
export const cellOf = { ...employeeFields, ...courseFields }

/** What an employee is known by: two rows with one key are one person. */
export function keyOf({ email, reference, name }: { email: string; reference: string; name: string }): string {
  if (email) return `email ${email}`
  if (reference) return `reference ${reference.toLowerCase()}`
  return `name ${name.toLowerCase().replace(/\s+/g, ' ')}`
}
