// Which languages stand side by side on the editor's pages; the others are there too, unseen, so that nothing of them is lost.
import { createContext, type ReactNode, useContext } from 'react'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { ownNameOf, TabSwitch } from '#app/ui/index.ts'

const Shown = createContext<readonly Locale[]>(['sv', 'nb', 'en'])

export function ShownLanguages({ languages, children }: { languages: readonly Locale[]; children: ReactNode }) {
  return <Shown.Provider value={languages}>{children}</Shown.Provider>
}

export function useShown(): readonly Locale[] {
  return useContext(Shown)
}

/** Those of the path that the address asks for: `?show=sv-nb`. All of them when it asks for none that there are. */
export function shownOf(asked: string | null, languages: readonly Locale[]): readonly Locale[] {
  const some = languages.filter((language) => asked?.split('-').includes(language))
  return some.length > 0 ? some : languages
}

/** `address` with the languages that are shown now. */
function showing(address: string, shown: readonly Locale[], languages: readonly Locale[]): string {
  const [path = '', place] = address.split('#')
  const query = shown.length < languages.length ? `?show=${shown.join('-')}` : ''
  return `${path}${query}${place ? `#${place}` : ''}`
}

/** All three or two of them. Nothing to choose for a path in one or two languages. */
export function LanguageSwitch({ languages, to }: { languages: readonly Locale[]; to: string }) {
  const shown = useShown()
  if (languages.length < 3) return null
  const pairs = languages.flatMap((one, index) => languages.slice(index + 1).map((other) => [one, other]))
  const choices: { shown: readonly Locale[]; label: string }[] = [
    { shown: languages, label: m.paths_edit_show_all() },
    ...pairs.map((pair) => ({ shown: pair, label: pair.map(ownNameOf).join(' + ') })),
  ]
  return (
    <TabSwitch
      label={m.paths_edit_show()}
      current="true"
      items={choices.map((choice) => ({
        to: showing(to, choice.shown, languages),
        label: choice.label,
        current: choice.shown.join() === shown.join(),
      }))}
    />
  )
}
