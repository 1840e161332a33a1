// The three languages, each in its own words, as links that keep the address one is on.
import { GlobeIcon } from '@navikt/aksel-icons'
import { useLocation } from '@remix-run/react'
import { type Locale, locales } from '#app/kernel/locales.ts'
import { getLocale } from '#app/paraglide/runtime.js'

const ownNames: Record<Locale, string> = { sv: 'Svenska', nb: 'Norsk bokmål', en: 'English' }

/** What a language calls itself. */
export function ownNameOf(locale: Locale): string {
  return ownNames[locale]
}

/** In the header: the language one reads, opening to the others. */
export function LanguageMenu() {
  return (
    <details className="sl-menu">
      <summary>
        <GlobeIcon className="sl-icon" aria-hidden /> {ownNames[getLocale()]}
      </summary>
      <div className="sl-menu__list">
        <LanguageList />
      </div>
    </details>
  )
}

/** Full page loads (plain links), because the language belongs to the whole document. */
export function LanguageList() {
  const here = useLocation()
  return (
    <ul>
      {locales.map((locale) => {
        const query = new URLSearchParams(here.search)
        query.set('lang', locale)
        return (
          <li key={locale}>
            <a
              href={`${here.pathname}?${query}`}
              lang={locale}
              hrefLang={locale}
              aria-current={locale === getLocale() ? 'true' : undefined}
            >
              {ownNames[locale]}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
