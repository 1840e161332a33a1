// The action behind every page of the editor where one writes: reads, saves, and on a conflict gives back what was typed.
import { data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import { readForm } from '#app/http/form.server.ts'
import { m } from '#app/paraglide/messages.js'
import { type Conflict, readSeen } from './rules/merge.ts'
import type { Typing } from './rules/writing.ts'

/** @param save saves what was typed, and gives the conflicts that stood in the way */
export async function saveWriting(request: Request, schema: z.ZodType, save: (typing: Typing) => Promise<Conflict[]>) {
  const form = await readForm(request, schema)
  if (!form.ok) return form.refused()
  const seen = readSeen(String(form.formData.get('seen') ?? ''))
  return form.attempt(async () => {
    const conflicts = await save({ seen, typed: form.value as Record<string, unknown> })
    if (conflicts.length === 0) return redirect(againSaved(request))
    return data({ ...form.refuse(told(conflicts)).data, conflicts }, { status: 409 })
  })
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
    conflicts.map(({ field, language }) => [
      language && !wholes.includes(field) ? `${field}.${language}` : field,
      [m.paths_error_conflict_here()],
    ]),
  )
}
