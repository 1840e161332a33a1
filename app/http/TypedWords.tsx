// What somebody typed into a form that was refused as a whole: nothing is saved, but every word can be copied.
import type { SubmissionResult } from '@conform-to/react'
import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Notice, plainField, TextArea } from '#app/ui/index.ts'
import type { Typed } from './typed-words.server.ts'

/** For pages that tell of an error: nothing where the answer carries no words. */
export function TypedWords() {
  return <WordsToCopy typed={useTypedWords()} />
}

/**
 * Where a page's form was: it was refused and is not shown any more, since the other one has ended, signed or called off meanwhile.
 * `result`: what the action answered.
 */
export function UnsentWords({ result }: { result: unknown }) {
  const language = getLocale()
  const { result: refused } = (result ?? {}) as { result?: SubmissionResult<string[]> }
  if (!refused?.initialValue) return null
  const [why] = Object.values(refused.error ?? {}).flatMap((texts) => texts ?? [])
  const texts = textsIn(refused.initialValue).filter((text) => /\S\s+\S/.test(text))
  return (
    <div className="sl-stack">
      <Notice tone="error" announce>
        <p>{why ?? m.common_error_conflict()}</p>
      </Notice>
      <WordsToCopy typed={texts.map((text, index) => ({ name: `unsent-${index}`, language, text }))} />
    </div>
  )
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

function WordsToCopy({ typed }: { typed: readonly Typed[] }) {
  if (typed.length === 0) return null
  return (
    <div className="sl-stack">
      {typed.map(({ name, language, text }) => (
        <TextArea
          key={name}
          field={plainField(name, { value: text })}
          label={m.common_typed_words()}
          lang={language}
          rows={4}
          readOnly
        />
      ))}
    </div>
  )
}

export function useTypedWords(): readonly Typed[] {
  const error = useRouteError()
  if (!isRouteErrorResponse(error) || typeof error.data !== 'object' || error.data === null) return []
  const { typed } = error.data as { typed?: Typed[] }
  return typed ?? []
}
