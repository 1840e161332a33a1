// The action behind every page of the editor where one writes: reads, saves, and on a conflict gives back what was typed.
import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/http/form.server.ts'
import { locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { readSeen } from './rules/marks.ts'
import type { Conflict } from './rules/merge.ts'
import { withPicture } from './rules/put-picture.ts'
import type { Typing } from './rules/writing.ts'

/** What a page writes on: how its form is read, and how it is saved. */
export type WritingPlace = { schema: z.ZodType; save: (typing: Typing) => Promise<Conflict[] | null> }

/** @param place null when there is nothing there to write on any more: then what was typed is shown, to be copied */
export async function saveWriting(request: Request, place: WritingPlace | null) {
  const form = await readForm(request, place?.schema ?? z.object({}), { fill: withPicture })
  if (!place) throw lost(form.formData)
  if (!form.ok) return form.refused()
  const seen = readSeen(String(form.formData.get('seen') ?? ''))
  return form.attempt(async () => {
    const conflicts = await place.save({ seen, typed: form.value as Record<string, unknown> })
    if (!conflicts) throw lost(form.formData)
    if (conflicts.length === 0) return redirect(againSaved(request))
    return data({ ...form.refuse(told(conflicts)).data, conflicts }, { status: 409 })
  })
}

/** Gone, with all words that were typed: LostWords.tsx shows them. */
function lost(formData: FormData): Response {
  const typed = [...formData].flatMap(([name, value]) => {
    const language = locales.find((one) => name.endsWith(`.${one}`))
    return typeof value === 'string' && value.trim() !== '' && language ? [{ name, language, text: value }] : []
  })
  return Response.json({ code: 'gone', message: m.paths_error_gone(), typed }, { status: 410 })
}

/** The page again, which says that it is saved, in the languages that were shown. */
function againSaved(request: Request): string {
  const { pathname, searchParams } = new URL(request.url)
  const show = searchParams.get('show')
  return `${pathname.replace(/\.data$/, '')}?${new URLSearchParams({ ...(show ? { show } : {}), saved: '1' })}`
}

/** Fields whose texts lie in rows or parts of their own: what is in conflict there is told once, for the whole. */
const wholes = ['reflection', 'checks', 'reading', 'items', 'questions', 'joint', 'ethics', 'video']

function told(conflicts: readonly Conflict[]): Record<string, string[]> {
  return Object.fromEntries(
    conflicts.map(({ field, language }) => {
      const [name = field] = field.split(/[.#]/)
      return [language && !wholes.includes(name) ? `${name}.${language}` : name, [m.paths_error_conflict_here()]]
    }),
  )
}
