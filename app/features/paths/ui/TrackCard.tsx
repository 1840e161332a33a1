// One of the two tracks of a module; for those who have signed in with what is done and when.
import { CheckmarkCircleIcon, CircleIcon } from '@navikt/aksel-icons'
import { Link } from '@remix-run/react'
import { formatShortDay } from '#app/i18n/format.ts'
import { dayAt } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import type { Walk } from '../queries/walk.server.ts'
import { countDone, doneKey } from '../rules/progress.ts'
import type { Track } from '../rules/shape.ts'
import { timeOf } from '../rules/time.ts'
import type { ModulePageProps } from './ModulePage.tsx'
import { addressOf, minutesWords, sideOf, trackName } from './words.ts'

/** Days of a walk are told by the clock of the pages. */
const ZONE = 'Europe/Stockholm'

type Props = Pick<ModulePageProps, 'path' | 'module' | 'walk'> & { track: Track }

export function TrackCard({ track, path, module, walk }: Props) {
  const whole = minutesWords(timeOf(module)[track])
  return (
    <section className={`sl-card sl-stack sl-path-track sl-path-track--${sideOf(track)}`} aria-labelledby={track}>
      <h3 id={track}>{walk ? titleOf(track, walk) : trackName(track)}</h3>
      <p className="sl-meta">{walk ? `${countWords(module, track, walk)} · ${whole}` : whole}</p>
      <ul className="sl-path-steps">
        {module.tracks[track].map((step) => {
          const doneAt = walk?.done[track][doneKey(module.id, step.id)]
          return (
            <li key={step.id} className={walk ? 'sl-path-steps__marked' : undefined}>
              {walk ? <Mark done={doneAt !== undefined} /> : null}
              <span>
                <Link to={addressOf(path.id, module.id, step.id)}>{step.title}</Link>
                <span className="sl-meta">
                  {minutesWords(step.minutes)}
                  {doneAt ? ` · ${m.paths_done_on({ day: formatShortDay(dayAt(doneAt, ZONE)) })}` : null}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function titleOf(track: Track, { pair }: Walk): string {
  const name = track === 'leader' ? pair?.leader : pair?.resourcePerson
  return name ? m.paths_track_of({ name, role: trackName(track).toLocaleLowerCase() }) : trackName(track)
}

function countWords(module: Props['module'], track: Track, walk: Walk): string {
  return m.paths_track_done(countDone(module, track, new Set(Object.keys(walk.done[track]))))
}

function Mark({ done }: { done: boolean }) {
  const Icon = done ? CheckmarkCircleIcon : CircleIcon
  return <Icon title={done ? m.paths_step_done() : m.paths_step_left()} className={done ? 'sl-path-done' : undefined} />
}
