// What comes with this room's forms, as plain fields: a questionnaire's names are its questions', known only at run time.
import { z } from 'zod'
import { readForm } from '#app/http/form.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { type Answers, answersSchema } from './rules/answers.ts'
import { type FollowUpStep, readSteps } from './rules/follow-up.ts'
import type { Instrument } from './rules/instrument.ts'
import { readAnswers, type Turn } from './rules/pages.ts'
import { version } from './rules/version.ts'
import type { FollowedKind } from './words.ts'

type PlainFields = {
  fields: Record<string, string>
  /** Characters that cannot be stored were taken out: the person looks at it again before it goes anywhere. */
  unusable: boolean
}

async function readFields(request: Request): Promise<PlainFields> {
  const form = await readForm(request, z.looseObject({}))
  const fields: Record<string, string> = {}
  for (const [name, value] of form.formData) if (typeof value === 'string') fields[name] = value
  return { fields, unusable: !form.ok }
}

/** A press in the questionnaire. Without a button's name (Enter in a field) it is "next". */
export async function readTurn(request: Request): Promise<{ turn: Turn; unusable: boolean }> {
  const { fields, unusable } = await readFields(request)
  return { turn: { at: fields.at ?? '', go: unusable ? 'stay' : (fields.go ?? 'next'), fields }, unusable }
}

export type FollowUpRefused = {
  fields: Record<string, string>
  problems: Record<string, 'required' | 'step' | 'too_long'>
  unusable: boolean
  /** The person saved another answer meanwhile. */
  changed: boolean
}

type FollowUpRead =
  | {
      ok: true
      fields: Record<string, string>
      value: { answers: Answers; steps: FollowUpStep[]; version: number; language: Locale }
    }
  | { ok: false; refused: FollowUpRefused }

/** A follow-up's form: what can be saved, or what was typed with what stands in the way. */
export async function readFollowUp(
  request: Request,
  instrument: Instrument,
  followed: readonly { kind: FollowedKind; id: string }[],
  language: Locale,
): Promise<FollowUpRead> {
  const { fields, unusable } = await readFields(request)
  const answers = readAnswers(instrument, fields, language)
  const { steps, unchosen, tooLong } = readSteps(fields, followed)
  const problems: FollowUpRefused['problems'] = {}
  for (const issue of answersSchema(instrument).safeParse(answers).error?.issues ?? [])
    problems[String(issue.path[0])] = 'required'
  for (const id of unchosen) problems[id] = 'step'
  for (const id of tooLong) problems[id] = 'too_long'
  for (const { id, type } of instrument.items) {
    if (type === 'free_text' && (fields[`a.${id}`] ?? '').trim() !== '' && answers[id] === undefined) problems[id] = 'too_long'
  }
  if (unusable || Object.keys(problems).length > 0)
    return { ok: false, refused: { fields, problems, unusable, changed: false } }
  return { ok: true, fields, value: { answers, steps, version: version.catch(0).parse(fields.version), language } }
}

/** Saves, or gives back what was typed when the person's own other tab was faster. */
export async function saveFollowUp(
  read: Extract<FollowUpRead, { ok: true }>,
  save: (value: Extract<FollowUpRead, { ok: true }>['value']) => Promise<void>,
): Promise<FollowUpRefused | null> {
  try {
    await save(read.value)
    return null
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'conflict') throw error
    return { fields: read.fields, problems: {}, unusable: false, changed: true }
  }
}
