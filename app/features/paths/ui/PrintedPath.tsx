// The whole path as one document, for paper: every text, in order.
import { Link } from '@remix-run/react'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { Page } from '#app/ui/index.ts'
import type { Block, LearningModule, LearningPath } from '../rules/shape.ts'
import type { Spoken } from '../rules/spoken.ts'
import { useKeeping } from './kept.ts'
import { OtherLanguage, PathLanguage, Said } from './language.tsx'
import { PassageText } from './PassageText.tsx'
import { PrintedActivity, PrintedChecks } from './PrintedActivity.tsx'
import { addressOf, minutesWords, trackName, tracks } from './words.ts'

export function PrintedPath({ language, path }: { language: Locale; path: Spoken<LearningPath> }) {
  const keep = useKeeping()
  return (
    <PathLanguage language={language}>
      <Page width="read">
        <p className="sl-no-print">
          <Link to={keep(addressOf(path.id))}>
            <Said>{path.title}</Said>
          </Link>{' '}
          · {m.paths_print_how()}
        </p>
        <h1>
          <Said>{path.title}</Said>
        </h1>
        <p className="sl-meta">
          {path.by} · {m.paths_version_number({ number: path.version })}
        </p>
        <MadeFrom path={path} />
        <OtherLanguage />
        <PassageText blocks={path.lead} />
        <nav className="sl-prose" aria-labelledby="contents">
          <h2 id="contents">{m.paths_modules()}</h2>
          <ol>
            {path.modules.map((one) => (
              <li key={one.id}>
                <a href={`#${one.id}`}>
                  <Said>{one.title}</Said>
                </a>
              </li>
            ))}
          </ol>
        </nav>
        {path.modules.map((module) => (
          <PrintedModule key={module.id} module={module} />
        ))}
      </Page>
    </PathLanguage>
  )
}

function MadeFrom({ path }: { path: Spoken<LearningPath> }) {
  if (path.madeFrom.length === 0) return null
  const said = path.madeFrom.map(({ title, by, version }) => `${title}, ${by} (${m.paths_version_number({ number: version })})`)
  return (
    <p className="sl-meta">
      {m.paths_made_from()} {said.join(' · ')}
    </p>
  )
}

function PrintedModule({ module }: { module: Spoken<LearningPath>['modules'][number] }) {
  return (
    <section className="sl-path-printed sl-stack" aria-labelledby={module.id}>
      <h2 id={module.id}>
        <Said>{module.title}</Said>
      </h2>
      <p className="sl-lead">
        <Said>{module.aim}</Said>
      </p>
      <PassageText blocks={module.lead} />
      {tracks.map((track) =>
        module.tracks[track].length > 0 ? (
          <div key={track} className="sl-stack">
            <h3>{trackName(track)}</h3>
            {module.tracks[track].map((activity) => (
              <PrintedActivity key={activity.id} activity={activity} />
            ))}
          </div>
        ) : null,
      )}
      {module.joint ? (
        <div className="sl-stack">
          <h3>
            {m.paths_joint()}: <Said>{module.joint.title}</Said>{' '}
            <span className="sl-meta">{minutesWords(module.joint.minutes)}</span>
          </h3>
          <PassageText blocks={module.joint.text} level={4} />
          <PassageText blocks={[{ list: [...module.joint.ask] }]} />
        </div>
      ) : null}
      <PrintedQuestions module={module} />
      {module.checks.length > 0 ? (
        <div className="sl-stack">
          <h3>{m.paths_checks()}</h3>
          <PrintedChecks checks={module.checks} level={4} />
        </div>
      ) : null}
      {module.reading.length > 0 ? (
        <div className="sl-stack">
          <h3>{m.paths_field_reading()}</h3>
          <ul className="sl-list">
            {module.reading.map((one) => (
              <li key={one.title}>
                <cite>{one.title}</cite>, {one.by}. <Said>{one.about}</Said>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}

function PrintedQuestions({ module }: { module: Spoken<LearningModule> }) {
  const blocks = questionsOf(module)
  if (blocks.length === 0) return null
  return (
    <div className="sl-stack">
      <h3>{m.paths_reflection()}</h3>
      <PassageText blocks={blocks} />
    </div>
  )
}

/** What to think about: the module's own questions and its ethical one, with what belongs to it. */
function questionsOf({ reflection, ethics }: Spoken<LearningModule>): Block[] {
  const list = ethics ? [...reflection, ethics.question] : [...reflection]
  return [...(list.length > 0 ? [{ list }] : []), ...(ethics?.text ?? [])]
}
