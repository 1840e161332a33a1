import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { open } from '#app/http/door.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { settings } from '#app/kernel/env.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { Facts } from '#app/ui/index.ts'
import { ProsePage } from '#app/ui/prose.tsx'
import { pageTitle } from '#app/ui/title.ts'

// The days of the assessment and of this text: change them when the site is assessed anew.
const assessed = '2026-11-21'
const updated = '2026-11-21'

export const handle: Handle = { reading: true }

export const meta: MetaFunction = () => [{ title: pageTitle(m.pages_access_title()) }]

export const loader = open(async () => {
  const { OPERATOR, ACCESSIBILITY_COMPLAINTS_URL } = settings()
  return { operator: OPERATOR ?? null, complaints: ACCESSIBILITY_COMPLAINTS_URL }
})

/** The eleven things that the Swedish statement must hold, in its order. */
export default function Accessibility() {
  const { operator, complaints } = useLoaderData<typeof loader>()
  const days = [
    { term: m.pages_access_assessed(), value: formatDay(assessed) },
    { term: m.pages_access_updated(), value: formatDay(updated) },
  ]
  const lacks = (
    <ul>
      <li>{m.pages_access_lack_users()}</li>
      <li>{m.pages_access_lack_words()}</li>
      <li>{m.pages_access_lack_dates()}</li>
    </ul>
  )
  const how = (
    <>
      <p>{m.pages_access_how_text()}</p>
      <Facts items={days} />
    </>
  )
  const tell = (
    <p>
      {m.pages_access_tell_text()} <Link to="/contact">{m.pages_access_tell_link()}</Link>
    </p>
  )
  const complain = (
    <p>
      {m.pages_access_complain_text()} <a href={complaints}>{m.pages_access_complain_link()}</a>
    </p>
  )
  const actor = m.pages_access_actor_text({ operator: operator ?? m.pages_access_actor_unknown() })
  return (
    <ProsePage
      title={m.pages_access_title()}
      lead={m.pages_access_lead()}
      sections={[
        { id: 'actor', title: m.pages_access_actor(), body: <p>{actor}</p> },
        { id: 'level', title: m.pages_access_level(), body: <p>{m.pages_access_level_text()}</p> },
        { id: 'lacks', title: m.pages_access_lacks(), body: lacks },
        { id: 'how', title: m.pages_access_how(), body: how },
        { id: 'tell', title: m.pages_access_tell(), body: tell },
        { id: 'complain', title: m.pages_access_complain(), body: complain },
        { id: 'burden', title: m.pages_access_burden(), body: <p>{m.pages_access_burden_text()}</p> },
        { id: 'outside', title: m.pages_access_outside(), body: <p>{m.pages_access_outside_text()}</p> },
      ]}
    />
  )
}
