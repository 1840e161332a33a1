// An activity on paper: what is read, asked and done, with room where something is ticked or written.
import { formatList, languageName } from '#app/i18n/format.ts'
import { locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import type { Activity, Block, Check } from '../rules/shape.ts'
import type { Spoken } from '../rules/spoken.ts'
import { Said, useContentLanguage } from './language.tsx'
import { PassageText } from './PassageText.tsx'
import { kindName, minutesWords } from './words.ts'

export function PrintedActivity({ activity }: { activity: Spoken<Activity> }) {
  const lang = useContentLanguage()
  return (
    <article className="sl-stack">
      <h4>
        <Said>{activity.title}</Said>{' '}
        <span className="sl-meta">
          {activity.kind === 'study' ? null : `${kindName(activity.kind)} · `}
          {minutesWords(activity.minutes)}
        </span>
      </h4>
      <PassageText blocks={activity.text} level={5} />
      {activity.kind === 'study' ? <Part title={m.paths_example()} blocks={activity.example} /> : null}
      {activity.kind === 'video' ? <PrintedFilm activity={activity} /> : null}
      {activity.kind === 'quiz' ? <PrintedChecks checks={activity.checks} level={5} /> : null}
      {activity.kind === 'checklist' ? (
        <ul className="sl-path-boxes" lang={lang}>
          {activity.items.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      ) : null}
      {activity.kind === 'reflection' ? <PassageText blocks={[{ list: [...activity.questions] }]} /> : null}
      {activity.kind === 'questionnaire' ? <p>{m.paths_questionnaire_online()}</p> : null}
      {'task' in activity ? <Part title={m.paths_task()} blocks={activity.task} /> : null}
    </article>
  )
}

function Part({ title, blocks }: { title: string; blocks: readonly Block[] }) {
  if (blocks.length === 0) return null
  return (
    <>
      <h5>{title}</h5>
      <PassageText blocks={blocks} level={5} />
    </>
  )
}

function PrintedFilm({ activity }: { activity: Extract<Spoken<Activity>, { kind: 'video' }> }) {
  const { video, transcript } = activity
  if (!video) return null
  const captioned = 'link' in video ? video.captioned : locales.filter((language) => video.captions[language])
  const captions = formatList(captioned.map(languageName))
  return (
    <>
      <p>
        {'link' in video ? video.link : m.paths_film_online()}{' '}
        {captioned.length > 0 ? m.paths_film_captions({ languages: captions }) : m.paths_film_no_captions()}
      </p>
      <Part title={m.paths_film_transcript()} blocks={transcript} />
    </>
  )
}

export function PrintedChecks({ checks, level }: { checks: readonly Spoken<Check>[]; level: 4 | 5 }) {
  const Heading = `h${level}` as const
  return checks.map((check) => (
    <div key={check.id} className="sl-prose">
      <Heading>
        <Said>{check.question}</Said>
      </Heading>
      <ul>
        {check.options.map((option) => (
          <li key={option.text}>
            <Said>{option.text}</Said> – <strong>{option.right ? m.paths_check_right() : m.paths_check_other()}</strong>{' '}
            <Said>{option.why}</Said>
          </li>
        ))}
      </ul>
    </div>
  ))
}
