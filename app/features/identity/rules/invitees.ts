// A list of addresses as people have it: one a line, copied from a mail or from a sheet, with names or without.
import { z } from 'zod'
import { unitRoleKinds } from '#app/kernel/actor.ts'
import { locale } from '#app/kernel/locale-schema.ts'
import { emailAddress } from '../rules.ts'
import { isInOrder, outOfOrder, roleDays } from './role-days.ts'

/** People that one list may invite. */
export const MOST_INVITEES = 40

/** `line`: what was written; `email` null where no address could be read in it. */
export type Invitee = { line: string; email: string | null; name: string }

/** The people in the text, each address once, in the order written. */
export function readInvitees(text: string): Invitee[] {
  const known = new Set<string>()
  return text
    .split(/[\n\r;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap(inLine)
    .filter(({ line, email }) => {
      const isNew = !known.has(email ?? line)
      known.add(email ?? line)
      return isNew
    })
}

/** One line holds a person, or several with commas or spaces between: "Anna Berg <anna@…>, bo@…". */
function inLine(line: string): Invitee[] {
  const found = [...line.matchAll(/[^\s<>,()"']+@[^\s<>,()"']*/g)]
  if (found.length === 0) return [{ line, email: null, name: '' }]
  return found.map((match, index) => {
    const before = found[index - 1]
    const from = before ? before.index + before[0].length : 0
    const name = nameIn(line.slice(from, match.index))
    const after = found.length === 1 ? nameIn(line.slice(match.index + match[0].length)) : ''
    const email = emailAddress.safeParse(match[0])
    return { line: found.length === 1 ? line : match[0], email: email.success ? email.data : null, name: name || after }
  })
}

function nameIn(text: string): string {
  return text
    .replace(/[<>,()"'\t]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
}

/** A name to begin with, for a list without names: anna.berg@… is Anna Berg until she says otherwise. */
export function nameFrom(email: string): string {
  const parts = (email.split('@')[0] ?? '').split(/[._-]+/).filter(Boolean)
  const name = parts.map((part) => part.charAt(0).toLocaleUpperCase('sv') + part.slice(1)).join(' ')
  return (name || email).slice(0, 120)
}

export const inviteesInput = z
  .string()
  .trim()
  .min(1)
  .max(10_000)
  .transform(readInvitees)
  .refine((people) => people.length <= MOST_INVITEES, 'identity_error_too_many_invitees')

/** The same role and language for all. */
export const unitInvitationsInput = z
  .object({
    id: z.uuid(),
    addresses: inviteesInput,
    locale,
    roleKind: z.enum(unitRoleKinds),
    ...roleDays,
  })
  .refine(isInOrder, outOfOrder)
