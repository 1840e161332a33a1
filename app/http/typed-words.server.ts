// The words of a form that a command refused altogether (no right any more, gone, the database away): the answer carries them
// back to the one who typed them.

import { locales } from '#app/kernel/locales.ts'
import { getLocale } from '#app/paraglide/runtime.js'

export type Typed = { name: string; language: string; text: string }

const forms = new WeakMap<Request, FormData>()

/** Whoever reads a form keeps it here while the request is answered. */
export function keepForm(request: Request, form: FormData): void {
  forms.set(request, form)
}

/** Two words and more, once each: what would have to be thought of anew. Never secrets, ids and what pages send along. */
export function typedWordsOf(request: Request): Typed[] {
  const rows = [...(forms.get(request) ?? [])].flatMap(([name, value], index): Typed[] => {
    if (typeof value !== 'string' || secret.test(name) || !/\S\s+\S/.test(value) || isForPrograms(value)) return []
    const language = locales.find((one) => name.endsWith(`.${one}`)) ?? getLocale()
    return [{ name: `${name}-${index}`, language, text: value }]
  })
  return rows.filter(({ text }, index) => rows.findIndex((one) => one.text === text) === index)
}

/** What pages send along: a list or an object in JSON. Somebody's words may begin with a bracket as well. */
function isForPrograms(value: string): boolean {
  if (!/^[[{]/.test(value)) return false
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}

const secret = /password|secret|token|code|credential/i
