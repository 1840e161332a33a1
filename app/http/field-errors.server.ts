// zod's complaints in the reader's words. Loaded once by form.server.ts; the language is read when a form is parsed.
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'

z.config({
  customError(issue) {
    // What is no number, an empty field among it, arrives as NaN.
    if (Number.isNaN(issue.input)) return m.common_field_number()
    if (issue.code === 'invalid_type') return missing(issue.input) ? m.common_field_required() : m.common_field_invalid()
    if (issue.code === 'invalid_value') return missing(issue.input) ? m.common_field_required() : m.common_field_choose()
    if (issue.code === 'too_small') return tooSmall(issue.origin, Number(issue.minimum))
    if (issue.code === 'too_big') return tooBig(issue.origin, Number(issue.maximum))
    if (issue.code === 'invalid_format') return invalidFormat(String(issue.format))
    return m.common_field_invalid()
  },
})

function missing(input: unknown): boolean {
  return input === undefined || input === null
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string') return minimum <= 1 ? m.common_field_required() : m.common_field_too_short({ count: minimum })
  if (origin === 'array' || origin === 'set') return m.common_field_too_few({ count: minimum })
  return m.common_field_too_small({ count: minimum })
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return m.common_field_too_long({ count: maximum })
  if (origin === 'array' || origin === 'set') return m.common_field_too_many({ count: maximum })
  return m.common_field_too_big({ count: maximum })
}

function invalidFormat(format: string): string {
  if (format === 'email') return m.common_field_email()
  if (format === 'date') return m.common_field_date()
  if (format === 'time') return m.common_field_time()
  if (format === 'url') return m.common_field_url()
  return m.common_field_invalid()
}
