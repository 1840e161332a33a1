// Reads a form once, the same way everywhere: size, characters, then the room's schema; what was typed always comes back.
import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import { z } from 'zod'
import { translate } from '#app/i18n/translate.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { m } from '#app/paraglide/messages.js'
import './field-errors.server.ts'
import { refusalOf } from './problems.server.ts'
import { keepForm } from './typed-words.server.ts'

/** Bytes; a rich text of 256 KB can take three times its size in a form. */
const LARGEST_FORM = 1_000_000

/** Fields of one form, and rows of one list in it: beyond what any page has, and far below what stops the server. */
const MOST_FIELDS = 2_000
const MOST_ROWS = 500

export type FormResult = SubmissionResult<string[]>

function answer(result: FormResult, status: number) {
  return data({ result: inWords(result) }, { status })
}

/** Schemas in the rules are pure: their own messages are message keys, which become words here. */
function inWords(result: FormResult): FormResult {
  if (!result.error) return result
  const error = Object.entries(result.error).map(([field, texts]) => [field, texts?.map((text) => translate(text) ?? text)])
  return { ...result, error: Object.fromEntries(error) }
}

function firstOf(result: FormResult): string | undefined {
  return Object.values(inWords(result).error ?? {}).flatMap((texts) => texts ?? [])[0]
}

type Refusal = ReturnType<typeof answer>

export type ReadForm<T> =
  | {
      ok: false
      formData: FormData
      refused(): Refusal
      /** The first message, for answers that are not pages. */
      why(): string | undefined
    }
  | {
      ok: true
      formData: FormData
      value: T
      /** Runs the command; a conflict, invalid, gone or too_many becomes the form's error and the typed text stays. */
      attempt<R>(work: () => Promise<R>): Promise<R | Refusal>
      /** Answers with field errors that only the command could know. */
      refuse(fieldErrors: Record<string, string[]>): Refusal
    }

/** A form filled in further by one of its own buttons, or what is missing for that; null when another button was pressed. */
type Filled = { value: Record<string, unknown> } | { errors: Record<string, string[]> } | null

type Options = { hide?: string[]; fill?: (typed: Record<string, unknown>) => Filled }

/**
 * Parses the request's form against `schema`. `hide` names fields that are never sent back (passwords). `fill` is asked first:
 * what it fills in is given back to go on with, like one row more, and nothing is done.
 * @throws DomainError 'invalid' when the body is too large, has rows without end, or is not a form at all.
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  { hide = [], fill }: Options = {},
): Promise<ReadForm<z.output<S>>> {
  const formData = await readFormData(request)
  refuseEndless(formData)
  refuseForgedPress(formData)
  const unusable = stripUnusable(formData)
  keepForm(request, formData)
  const filled = fill?.(parseWithZod(formData, { schema: z.unknown() }).payload) ?? null
  if (filled && 'value' in filled)
    formData.set('__intent__', JSON.stringify({ type: 'update', payload: { name: '', value: filled.value } }))
  const submission = parseWithZod(formData, { schema })
  if (filled && 'errors' in filled) {
    const result = submission.reply({ fieldErrors: filled.errors, hideFields: hide })
    return { ok: false, formData, refused: () => answer(result, 400), why: () => firstOf(result) }
  }
  if (unusable) {
    const result = submission.reply({ formErrors: [m.common_error_characters()], hideFields: hide })
    return { ok: false, formData, refused: () => answer(result, 400), why: () => firstOf(result) }
  }
  if (submission.status !== 'success') {
    const result = submission.reply({ hideFields: hide })
    return {
      ok: false,
      formData,
      refused: () => answer(result, submission.status === 'error' ? 400 : 200),
      why: () => firstOf(result),
    }
  }
  return {
    ok: true,
    formData,
    value: submission.value as z.output<S>,
    refuse: (fieldErrors) => answer(submission.reply({ fieldErrors, hideFields: hide }), 400),
    async attempt(work) {
      try {
        return await work()
      } catch (error) {
        const problem = refusalOf(error)
        return answer(submission.reply({ formErrors: [problem.message], hideFields: hide }), problem.status)
      }
    },
  }
}

async function readFormData(request: Request): Promise<FormData> {
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_FORM)
    throw new DomainError('invalid', 'common_error_too_large')
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) throw new DomainError('invalid')
  const body = await readLimited(request)
  try {
    return await new Response(body, { headers: { 'Content-Type': type } }).formData()
  } catch {
    throw new DomainError('invalid')
  }
}

async function readLimited(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > LARGEST_FORM) {
      await reader.cancel()
      throw new DomainError('invalid', 'common_error_too_large')
    }
    chunks.push(value)
  }
  return new Uint8Array(Buffer.concat(chunks, size))
}

/** `ranges[99999].startsOn` is one short field to send and a hundred thousand rows to judge and to draw. */
function refuseEndless(formData: FormData): void {
  const names = [...formData.keys()]
  const rows = names.flatMap((name) => [...name.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index)))
  if (names.length > MOST_FIELDS || rows.some((index) => index >= MOST_ROWS)) {
    throw new DomainError('invalid', 'common_error_too_large')
  }
}

/** Names that conform breaks on, since objects have them without being asked. */
const listName = /^(?!(?:__proto__|constructor)(?:\.|$))\w+(?:\.(?!(?:__proto__|constructor)(?:\.|$))\w+)?$/

const place = z.int().min(0).max(MOST_ROWS)

/** What a button for rows sends along (`RowList`): conform acts on it before any schema has looked. */
const rowPress = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.enum(['insert', 'remove']),
    payload: z.strictObject({ name: z.string().regex(listName), index: place.optional() }),
  }),
  z.strictObject({
    type: z.literal('reorder'),
    payload: z.strictObject({ name: z.string().regex(listName), from: place, to: place }),
  }),
])

function refuseForgedPress(formData: FormData): void {
  formData.delete('__state__')
  const sent = formData.getAll('__intent__')
  if (sent.length === 0) return
  const press = rowPress.safeParse(jsonIn(sent[0]))
  if (!press.success || sent.length > 1 || isNoList(formData, press.data.payload.name)) throw new DomainError('invalid')
}

/** Something else than rows stands there, or above: a text, or fields with names. */
function isNoList(formData: FormData, name: string): boolean {
  const [parent = name] = name.split('.')
  return [...formData.keys()].some(
    (key) =>
      key === name || key.startsWith(`${name}.`) || (parent !== name && (key === parent || key.startsWith(`${parent}[`))),
  )
}

function jsonIn(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}

// Half surrogate pairs and NUL: what no database text can hold.
const halfPairs = /\p{Surrogate}/gu
const usable = (text: string) => text.replaceAll('\0', '').replace(halfPairs, '')

/** Takes out what no database text can hold; true when there was any. */
function stripUnusable(formData: FormData): boolean {
  let any = false
  for (const key of new Set(formData.keys())) {
    const values = formData.getAll(key)
    const clean = values.map((value) => (typeof value === 'string' ? usable(value) : value))
    if (clean.every((value, index) => value === values[index])) continue
    any = true
    formData.delete(key)
    for (const value of clean) formData.append(key, value)
  }
  return any
}
