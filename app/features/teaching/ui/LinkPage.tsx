// The link for learners with its QR code: shown once, right after it was made, as a page that can be printed and put on the wall.
import { Form as PlainForm } from '@remix-run/react'
import { formatDay, formatInstant } from '#app/i18n/format.ts'
import type { Day } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { MailButton, Page, PageHead, Section, StatusChip, SubmitButton } from '#app/ui/index.ts'
import type { ShownLink } from '../queries/links.server.ts'
import { sessionAddress } from './words.ts'

export type MadeLink = { address: string; letter: `mailto:${string}`; lastDay: Day; code: { size: number; path: string } }

type Props = {
  session: { id: string; subject: string; language: string; learners: number }
  confirmed: number
  links: readonly ShownLink[]
  made: MadeLink | null
}

export function LinkPage({ session, confirmed, links, made }: Props) {
  return (
    <Page width="read">
      <div className="sl-teaching-unprinted">
        <PageHead
          title={m.teaching_link_title()}
          lead={made ? undefined : m.teaching_link_lead({ count: session.learners })}
          crumbs={[
            { to: '/teaching', label: m.teaching_title() },
            { to: sessionAddress(session.id), label: session.subject, lang: session.language },
            { label: m.teaching_link_title() },
          ]}
        />
      </div>
      {made ? <Poster session={session} made={made} /> : null}
      <PlainForm method="post" className="sl-stack-s sl-teaching-unprinted">
        {made ? <p>{m.teaching_link_once()}</p> : null}
        <div>
          <SubmitButton variant={made ? 'secondary' : 'primary'}>
            {links.length > 0 ? m.teaching_link_another() : m.teaching_link_make()}
          </SubmitButton>
        </div>
      </PlainForm>
      {links.length > 0 ? <Links sessionId={session.id} links={links} confirmed={confirmed} /> : null}
    </Page>
  )
}

function Poster({ session, made }: Pick<Props, 'session'> & { made: MadeLink }) {
  return (
    <section className="sl-teaching-poster" aria-labelledby="poster">
      <h2 id="poster">{m.teaching_poster_title()}</h2>
      <p className="sl-voice" lang={session.language}>
        {session.subject}
      </p>
      <svg
        className="sl-teaching-code"
        viewBox={`0 0 ${made.code.size} ${made.code.size}`}
        role="img"
        aria-label={m.teaching_poster_code()}
        shapeRendering="crispEdges"
      >
        <path className="sl-teaching-code__paper" d={`M0 0h${made.code.size}v${made.code.size}h-${made.code.size}z`} />
        <path className="sl-teaching-code__ink" d={made.code.path} />
      </svg>
      <p className="sl-teaching-address">{made.address}</p>
      <p className="sl-meta">{m.teaching_poster_until({ day: formatDay(made.lastDay) })}</p>
      <p className="sl-teaching-unprinted">
        <MailButton href={made.letter}>{m.teaching_link_mail()}</MailButton>
      </p>
    </section>
  )
}

function Links({ sessionId, links, confirmed }: { sessionId: string } & Pick<Props, 'links' | 'confirmed'>) {
  return (
    <div className="sl-teaching-unprinted">
      <Section id="links" title={m.teaching_links()}>
        <p>{m.teaching_links_confirmed({ count: confirmed })}</p>
        <ul className="sl-lines">
          {links.map(({ id, createdAt, state }) => {
            const made = m.teaching_link_made({ when: formatInstant(createdAt) })
            return (
              <li key={id} className="sl-row sl-row--between">
                <span>
                  {made} <LinkChip state={state} />
                </span>
                {state === 'open' ? (
                  <PlainForm method="post" action={sessionAddress(sessionId, 'link', id, 'revocation')}>
                    <SubmitButton variant="secondary" size="small" aria-label={`${m.teaching_link_revoke()}: ${made}`}>
                      {m.teaching_link_revoke()}
                    </SubmitButton>
                  </PlainForm>
                ) : null}
              </li>
            )
          })}
        </ul>
      </Section>
    </div>
  )
}

function LinkChip({ state }: Pick<ShownLink, 'state'>) {
  if (state === 'open') return <StatusChip status="met">{m.teaching_link_open()}</StatusChip>
  return <StatusChip status="no-data">{state === 'revoked' ? m.teaching_link_revoked() : m.teaching_link_expired()}</StatusChip>
}
