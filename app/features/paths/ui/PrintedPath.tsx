// The whole path as one document, for paper: every text, in order.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Page } from '#app/ui/index.ts'
import type { Block, LearningModule, LearningPath } from '../rules/shape.ts'
import type { Spoken } from '../rules/spoken.ts'
import { PassageText } from './PassageText.tsx'
import { addressOf, minutesWords, trackName, tracks } from './words.ts'

export function PrintedPath({ path }: { path: Spoken<LearningPath> }) {
  return (
    <Page width="read">
      <p className="sl-no-print">
        <Link to={addressOf(path.id)}>{path.title}</Link> · {m.paths_print_how()}
      </p>
      <h1>{path.title}</h1>
      <PassageText blocks={path.lead} />
      <nav className="sl-prose" aria-labelledby="contents">
        <h2 id="contents">{m.paths_modules()}</h2>
        <ol>
          {path.modules.map((one) => (
            <li key={one.id}>
              <a href={`#${one.id}`}>{one.title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {path.modules.map((module) => (
        <PrintedModule key={module.id} module={module} />
      ))}
      <p className="sl-meta">{m.paths_free()}</p>
    </Page>
  )
}

function PrintedModule({ module }: { module: Spoken<LearningPath>['modules'][number] }) {
  return (
    <section className="sl-path-printed" aria-labelledby={module.id}>
      <h2 id={module.id}>{module.title}</h2>
      <p className="sl-lead">{module.aim}</p>
      <PassageText blocks={module.lead} />
      {tracks.map((track) => (
        <div key={track} className="sl-stack">
          <h3>{trackName(track)}</h3>
          {module.tracks[track].map((activity) => (
            <article key={activity.id} className="sl-stack">
              <h4>
                {activity.title} <span className="sl-meta">{minutesWords(activity.minutes)}</span>
              </h4>
              <PassageText blocks={activity.text} level={5} />
              {activity.kind === 'study' && activity.example.length > 0 ? (
                <>
                  <h5>{m.paths_example()}</h5>
                  <PassageText blocks={activity.example} level={5} />
                </>
              ) : null}
              {'task' in activity && activity.task.length > 0 ? (
                <>
                  <h5>{m.paths_task()}</h5>
                  <PassageText blocks={activity.task} level={5} />
                </>
              ) : null}
            </article>
          ))}
        </div>
      ))}
      {module.joint ? (
        <div className="sl-stack">
          <h3>
            {m.paths_joint()}: {module.joint.title} <span className="sl-meta">{minutesWords(module.joint.minutes)}</span>
          </h3>
          <PassageText blocks={module.joint.text} level={4} />
          <PassageText blocks={[{ list: [...module.joint.ask] }]} />
        </div>
      ) : null}
      <div className="sl-stack">
        <h3>{m.paths_reflection()}</h3>
        <PassageText blocks={questionsOf(module)} />
      </div>
      <div className="sl-stack">
        <h3>{m.paths_checks()}</h3>
        {module.checks.map((check) => (
          <div key={check.id} className="sl-prose">
            <h4>{check.question}</h4>
            <ul>
              {check.options.map((option) => (
                <li key={option.text}>
                  {option.text} – <strong>{option.right ? m.paths_check_right() : m.paths_check_other()}</strong> {option.why}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <div className="sl-stack">
        <h3>{m.paths_reading()}</h3>
        <ul className="sl-list">
          {module.reading.map((one) => (
            <li key={one.title}>
              <cite>{one.title}</cite>, {one.by}. {one.about}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** What to think about: the module's own questions and its ethical one, with what belongs to it. */
function questionsOf({ reflection, ethics }: Spoken<LearningModule>): Block[] {
  const list = ethics ? [...reflection, ethics.question] : [...reflection]
  return [...(list.length > 0 ? [{ list }] : []), ...(ethics?.text ?? [])]
}
