import type { MetaFunction } from '@remix-run/node'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { ProsePage } from '#app/ui/prose.tsx'
import { pageTitle } from '#app/ui/title.ts'

export const handle: Handle = { reading: true }

export const meta: MetaFunction = () => [{ title: pageTitle(m.pages_about_title()) }]

export default function About() {
  return (
    <ProsePage
      title={m.pages_about_title()}
      lead={m.pages_about_lead()}
      sections={[
        { id: 'what', title: m.pages_about_what(), body: <p>{m.pages_about_what_text()}</p> },
        { id: 'thread', title: m.pages_about_thread(), body: <p>{m.pages_about_thread_text()}</p> },
        { id: 'numbers', title: m.pages_about_numbers(), body: <p>{m.pages_about_numbers_text()}</p> },
        { id: 'languages', title: m.pages_about_languages(), body: <p>{m.pages_about_languages_text()}</p> },
        { id: 'free', title: m.pages_about_free(), body: <p>{m.pages_about_free_text()}</p> },
      ]}
    />
  )
}
