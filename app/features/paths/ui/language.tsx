// A path is read in one of its languages, which need not be the reader's: then its own words say which language they are in.
import { createContext, type ReactNode, useContext } from 'react'
import { languageName } from '#app/i18n/format.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'

const Content = createContext<Locale | undefined>(undefined)

/** Around a page of a path: `language` is what it is read in. */
export function PathLanguage({ language, children }: { language: Locale; children: ReactNode }) {
  return <Content.Provider value={language === getLocale() ? undefined : language}>{children}</Content.Provider>
}

/** For `lang` on what the path says; undefined where it is the page's own. */
export function useContentLanguage(): Locale | undefined {
  return useContext(Content)
}

/** Words of the path among words of ours. */
export function Said({ children }: { children: ReactNode }) {
  const lang = useContentLanguage()
  return lang ? <span lang={lang}>{children}</span> : children
}

/** That the path is not there in the reader's language; nothing where it is. */
export function OtherLanguage() {
  const lang = useContentLanguage()
  if (!lang) return null
  const words = { wanted: languageName(getLocale()), given: languageName(lang) }
  return <p className="sl-meta">{m.paths_other_language(words)}</p>
}
