// The version two people walk: that a newer one has come, that theirs was withdrawn, and what they did in modules now gone.
import { Form, Link } from '@remix-run/react'
import { addressOf } from '#app/features/paths/ui/words.ts'
import { formatDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { Card, Notice, Section, SubmitButton } from '#app/ui/index.ts'
import type { VersionWalked } from '../queries/version-walked.server.ts'
import { Goals } from './Goals.tsx'
import { pairAddress } from './words.ts'

type Props = { pairId: string; pathId: string; version: VersionWalked }

export function VersionNotice({ pairId, pathId, version }: Props) {
  const { number, newer, withdrawn, canMove } = version
  if ((!newer && !withdrawn) || !canMove) return null
  const changes = `${addressOf(pathId, 'changes')}?from=${number}&to=${newer?.number ?? number}`
  return (
    <Notice tone={withdrawn ? 'warning' : 'info'}>
      {withdrawn ? (
        <>
          <p>{m.pairs_version_withdrawn({ number, day: formatDay(withdrawn.on) })}</p>
          {withdrawn.reason ? <p className="sl-voice sl-path-letter">{withdrawn.reason}</p> : null}
          <p>{m.pairs_version_go_on()}</p>
        </>
      ) : null}
      {newer ? (
        <>
          <p>
            {m.pairs_version_newer({ number: newer.number })} <Link to={changes}>{m.pairs_version_changes()}</Link>
          </p>
          {newer.note ? (
            <p className="sl-voice sl-path-letter" lang={newer.noteLanguage}>
              {newer.note}
            </p>
          ) : null}
          <Form method="post" action={pairAddress(pairId, 'version')} className="sl-stack-s">
            <input type="hidden" name="version" value={newer.number} />
            <div>
              <SubmitButton variant="secondary">{m.pairs_version_move({ number: newer.number })}</SubmitButton>
            </div>
            <p className="sl-meta">{m.pairs_version_move_text()}</p>
          </Form>
        </>
      ) : null}
    </Notice>
  )
}

/** How the pair came to its version, and all that it did and wrote in modules that are no longer there. */
export function EarlierVersions({ pathId, version }: Omit<Props, 'pairId'>) {
  const { moves, earlier } = version
  if (moves.length === 0) return null
  return (
    <Section id="earlier" title={m.pairs_version_earlier()}>
      <div className="sl-stack">
        <ul className="sl-list">
          {moves.map(({ from, to, by, on }) => (
            <li key={`${from} ${to} ${on}`}>
              {m.pairs_version_moved({ from, to, name: by, day: formatDay(on) })}{' '}
              <Link to={`${addressOf(pathId)}?version=${from}`}>{m.pairs_version_read({ number: from })}</Link>
            </li>
          ))}
        </ul>
        {earlier.done.length > 0 ? (
          <>
            <h3>{m.pairs_version_done()}</h3>
            <ul className="sl-list">
              {earlier.done.map(({ key, title, by, on }) => (
                <li key={`${key} ${by}`}>{m.pairs_version_done_by({ title, name: by, day: formatDay(on) })}</li>
              ))}
            </ul>
          </>
        ) : null}
        {earlier.steps.map((step) => (
          <Card key={step.moduleId} tone="quiet">
            <h3>{step.title}</h3>
            <Goals goals={step.goals} language={step.language} />
            {[step.time, step.notes].filter(Boolean).map((text) => (
              <p key={text} className="sl-voice sl-path-letter" lang={step.language}>
                {text}
              </p>
            ))}
          </Card>
        ))}
      </div>
    </Section>
  )
}
