// Light, dark or as the device: a plain form, remembered in a cookie. People who are signed in choose in their settings.
import { Form, useLocation } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const words: Record<Theme, () => string> = {
  system: m.pages_theme_system,
  light: m.pages_theme_light,
  dark: m.pages_theme_dark,
}

/** Posts `theme` and where to come back `to`; the chosen one is marked. */
export function ThemeChoice({ theme }: { theme: Theme }) {
  const here = useLocation()
  return (
    <Form className="sl-theme" method="post" action="/theme" reloadDocument>
      <input type="hidden" name="to" value={here.pathname + here.search} />
      <span>{m.pages_theme_label()}:</span>
      {themes.map((choice) => (
        <button key={choice} type="submit" name="theme" value={choice} aria-pressed={choice === theme}>
          {words[choice]()}
        </button>
      ))}
    </Form>
  )
}
