// One of the two tracks of a module; for those who walk it with what is done and when.
import { CheckmarkCircleIcon, CircleIcon } from '@navikt/aksel-icons'
import { Link } from '@remix-run/react'
import { formatShortDay } from '#app/i18n/format.ts'
import { dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import type { Track } from '../rules/shape.ts'
import { timeOf } from '../rules/time.ts'
import { useKeeping } from './kept.ts'
import { Said } from './language.tsx'
import type { ModulePageProps } from './ModulePage.tsx'
import type { TrackWalked } from './walked.ts'
import { addressOf, kindName, minutesWords, sideOf, trackName } from './words.ts'

type Props = Pick<ModulePageProps, 'path' | 'module'> & { track: Track; walked: TrackWalked | undefined }

export function TrackCard({ track, path, module, walked }: Props) {
  const keep = useKeeping()
  const minutes = timeOf(module)[track]
  const facts = [...(walked ? [walked.count] : []), ...(minutes > 0 || !walked ? [minutesWords(minutes)] : [])]
  return (
    <section className={`sl-card sl-stack sl-path-track sl-path-track--${sideOf(track)}`} aria-labelledby={track}>
      <h3 id={track}>{walked?.title ?? trackName(track)}</h3>
      <p className="sl-meta">{facts.join(' · ')}</p>
      <ul className="sl-path-steps">
        {module.tracks[track].map((step) => {
          const doneAt = walked?.doneAt[step.id]
          return (
            <li key={step.id} className={walked ? 'sl-path-steps__marked' : undefined}>
              {walked ? <Mark done={doneAt !== undefined} /> : null}
              <span>
                <Link to={keep(addressOf(path.id, module.id, step.id))}>
                  <Said>{step.title}</Said>
                </Link>
                <span className="sl-meta">
                  {step.kind === 'study' ? null : `${kindName(step.kind)} · `}
                  {minutesWords(step.minutes)}
                  {doneAt ? ` · ${m.paths_done_on({ day: formatShortDay(dayAt(doneAt, HOME_ZONE)) })}` : null}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Mark({ done }: { done: boolean }) {
  const Icon = done ? CheckmarkCircleIcon : CircleIcon
  return <Icon title={done ? m.paths_step_done() : m.paths_step_left()} className={done ? 'sl-path-done' : undefined} />
}
