import { m } from '#app/paraglide/messages.js'
import { DataTable } from './table.tsx'

/** The four cookies there are. `idle` and `most` are days. */
export function CookieTable({ session, idle, most }: { session: string; idle: number; most: number }) {
  const cookies = [
    { name: session, what: m.pages_privacy_cookie_session(), long: m.pages_privacy_cookie_session_long({ idle, most }) },
    { name: 'lang', what: m.pages_privacy_cookie_lang(), long: m.pages_privacy_year() },
    { name: 'theme', what: m.pages_privacy_cookie_theme(), long: m.pages_privacy_year() },
    { name: 'attended', what: m.pages_privacy_cookie_attended(), long: m.pages_privacy_cookie_attended_long() },
  ]
  return (
    <DataTable
      caption={m.pages_privacy_cookies()}
      rows={cookies}
      rowKey={(cookie) => cookie.name}
      stack
      columns={[
        { key: 'name', label: m.pages_privacy_cookie_name(), cell: (cookie) => cookie.name },
        { key: 'what', label: m.pages_privacy_cookie_what(), cell: (cookie) => cookie.what },
        { key: 'long', label: m.pages_privacy_cookie_long(), cell: (cookie) => cookie.long },
      ]}
    />
  )
}
