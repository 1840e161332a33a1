// Changes after sending or after the deadline (B6): what differs becomes a proposal; a host coordinator answers. Pure.
import { z } from 'zod'
import { type FieldInput, textAt, type Words } from './rules.ts'
import type { ProposalSubject, Subject } from './words.ts'

export type ProposedChange = {
  kind: 'change' | 'add' | 'withdraw'
  subject: ProposalSubject
  /** The goal's, work's, visit's or participant's id, or the id of the form's field. */
  subjectId: string
  before: Record<string, string> | null
  after: Record<string, string> | null
}
/** One about what the group writes. */
export type ProposedWords = ProposedChange & { subject: Subject }

export function isAboutWords(proposal: ProposedChange): proposal is ProposedWords {
  return proposal.subject !== 'visit' && proposal.subject !== 'person'
}

/** What of a visit the guests may want to change, as a form gives it. */
export type Facts = Record<'title' | 'form' | 'groupSize', string>

/** The facts that differ from those that stand, as a proposal; null when none does. */
export function factsProposal(visitId: string, standing: Facts, wanted: Facts): ProposedChange | null {
  const changed = (['title', 'form', 'groupSize'] as const).filter((fact) => wanted[fact] !== standing[fact])
  if (changed.length === 0) return null
  const pick = (facts: Facts) => Object.fromEntries(changed.map((fact) => [fact, facts[fact]]))
  return { kind: 'change', subject: 'visit', subjectId: visitId, before: pick(standing), after: pick(wanted) }
}

/** Have the facts that a proposal wants to change moved away from what it was made against? */
export function areFactsOvertaken(standing: Facts, proposal: ProposedChange): boolean {
  return Object.entries(proposal.before ?? {}).some(([fact, value]) => standing[fact as keyof Facts] !== value)
}

/**
 * One proposal for each answer, goal or work that differs from what stands, with only the fields that differ.
 * Nothing for blank new rows; emptying every word of a goal or a work proposes to withdraw it.
 */
export function proposalsFrom(words: Words, wanted: readonly FieldInput[]): ProposedWords[] {
  const bySubject = new Map<string, FieldInput[]>()
  for (const input of wanted) {
    const key = `${input.target.subject}.${input.target.id}`
    bySubject.set(key, [...(bySubject.get(key) ?? []), input])
  }
  return [...bySubject.values()].flatMap((inputs) => proposalFor(words, inputs) ?? [])
}

function proposalFor(words: Words, inputs: readonly FieldInput[]): ProposedWords | null {
  const [first] = inputs
  if (!first) return null
  const { subject, id: subjectId } = first.target
  const standing = words[subject][subjectId]
  const after = Object.fromEntries(inputs.map((input) => [input.target.field, input.text]))
  if (!standing && subject !== 'answer') {
    if (Object.values(after).every((text) => text.trim() === '')) return null
    return { kind: 'add', subject, subjectId, before: null, after }
  }
  const changed = inputs.filter((input) => input.text.trim() !== textAt(words, input.target).trim())
  if (changed.length === 0) return null
  const whole = { ...standing, ...after }
  if (subject !== 'answer' && Object.values(whole).every((text) => text.trim() === '')) {
    return { kind: 'withdraw', subject, subjectId, before: { ...standing }, after: null }
  }
  return {
    kind: 'change',
    subject,
    subjectId,
    before: Object.fromEntries(changed.map((input) => [input.target.field, textAt(words, input.target)])),
    after: Object.fromEntries(changed.map((input) => [input.target.field, input.text])),
  }
}

/** Has what stands moved away from what the proposal was made against? Then accepting it would overwrite somebody. */
export function isOvertaken(words: Words, proposal: ProposedWords): boolean {
  if (proposal.kind === 'add') return words[proposal.subject][proposal.subjectId] !== undefined
  return Object.entries(proposal.before ?? {}).some(
    ([field, text]) => textAt(words, { subject: proposal.subject, id: proposal.subjectId, field }) !== text,
  )
}

export const proposalAnswerInput = z
  .object({ answer: z.enum(['accepted', 'declined']), reason: z.string().trim().max(2000).default('') })
  .refine((input) => input.answer === 'accepted' || input.reason !== '', {
    path: ['reason'],
    message: 'preparation_error_reason',
  })
