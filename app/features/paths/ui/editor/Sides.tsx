// One text in every language, side by side at the desk. A language that lacks what another has is marked with a word and a sign.
import { LanguageIcon } from '@navikt/aksel-icons'
import { type Locale, locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import type { Field, FieldWords } from '#app/ui/field.tsx'
import { FieldsetFrame, ownNameOf, TextArea, TextField } from '#app/ui/index.ts'
import { useShown } from './shown.tsx'

export type SidesProps = FieldWords & {
  field: Field
  sides: Record<Locale, Field>
  /** Lines of each field; one: a single line. */
  rows?: number
  maxLength?: number
  /** How it is saved now, as a form would show it: told where somebody else has written something else. */
  saved?: unknown
}

export function Sides({ field, sides, label, help, optional, rows = 1, maxLength, saved }: SidesProps) {
  const shown = useShown()
  const isBegun = locales.some((language) => wordsIn(sides[language]))
  const inOrder = [...shown, ...locales.filter((language) => !shown.includes(language))]
  return (
    <FieldsetFrame field={field} {...{ label, help, optional }}>
      <div className={`sl-sides sl-sides--${shown.length}`}>
        {inOrder.map((language) => {
          const side = sides[language]
          const isShown = shown.includes(language) || side.errors !== undefined
          const isGap = isBegun && !wordsIn(side)
          return (
            <div key={language} hidden={!isShown} className="sl-stack-s">
              <Side {...{ side, language, isGap, rows, maxLength }} />
              {side.errors ? <Theirs side={side} saved={saved} language={language} /> : null}
            </div>
          )
        })}
      </div>
    </FieldsetFrame>
  )
}

type SideProps = { side: Field; language: Locale; isGap: boolean; rows: number; maxLength: number | undefined }

function Side({ side, language, isGap, rows, maxLength }: SideProps) {
  const label = (
    <>
      {ownNameOf(language)} {isGap ? <GapMark /> : null}
    </>
  )
  if (rows === 1) return <TextField field={side} label={label} lang={language} {...(maxLength ? { maxLength } : {})} />
  return <TextArea field={side} label={label} lang={language} rows={rows} {...(maxLength ? { maxLength } : {})} />
}

export function GapMark({ children }: { children?: string }) {
  return (
    <span className="sl-side-gap">
      <LanguageIcon aria-hidden />
      {children ?? m.paths_edit_gap()}
    </span>
  )
}

function Theirs({ side, saved, language }: { side: Field; saved: unknown; language: Locale }) {
  const theirs = typeof saved === 'object' && saved !== null && language in saved ? saved[language as never] : undefined
  if (typeof theirs !== 'string' || theirs === wordsIn(side)) return null
  return <SavedNow lang={language}>{theirs}</SavedNow>
}

/** What stands saved where one has typed something else. */
export function SavedNow({ lang, children }: { lang: Locale; children: string }) {
  return (
    <div className="sl-conflict sl-stack-s">
      <p className="sl-meta">{m.paths_edit_theirs()}</p>
      <p className="sl-path-letter" lang={lang}>
        {children || m.paths_edit_theirs_empty()}
      </p>
    </div>
  )
}

function wordsIn({ initialValue }: Field): string {
  return typeof initialValue === 'string' ? initialValue : ''
}
