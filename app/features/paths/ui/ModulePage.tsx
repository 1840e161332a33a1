// One module: why, two tracks side by side, what the two do together, and questions to carry along.
import { Link } from '@remix-run/react'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { Card, CardSection, Columns, Mark, Page, PageHead, Section } from '#app/ui/index.ts'
import type { Activity, LearningModule } from '../rules/shape.ts'
import type { Spoken } from '../rules/spoken.ts'
import { useKeeping } from './kept.ts'
import { OtherLanguage, PathLanguage, Said } from './language.tsx'
import { PassageText } from './PassageText.tsx'
import { SelfChecks } from './SelfChecks.tsx'
import { TrackCard } from './TrackCard.tsx'
import { WalkFirst } from './WalkFirst.tsx'
import type { ModuleWalked } from './walked.ts'
import { addressOf, minutesWords, tracks } from './words.ts'

export type ModulePageProps = {
  language: Locale
  path: { id: string; title: string; modules: { id: string; title: string; optional: boolean }[] }
  module: Omit<Spoken<LearningModule>, 'tracks'> & { tracks: Record<keyof LearningModule['tracks'], Step[]> }
  number: number
  walked?: ModuleWalked | undefined
}
type Step = Pick<Spoken<Activity>, 'id' | 'kind' | 'title' | 'minutes'>

export function ModulePage({ language, path, module, number, walked }: ModulePageProps) {
  const keep = useKeeping()
  return (
    <PathLanguage language={language}>
      <Page>
        <PageHead
          title={<Said>{module.title}</Said>}
          lead={<Said>{module.aim}</Said>}
          pair={walked?.faces}
          facts={[walked?.together, walked?.planned[module.id]].filter(Boolean)}
          crumbs={[
            { to: keep(addressOf(path.id)), label: <Said>{path.title}</Said> },
            { label: m.paths_module_of({ number, count: path.modules.length }) },
          ]}
        >
          <OtherLanguage />
          <WalkFirst path={path} requires={module.requires} complete={walked?.complete ?? []} />
        </PageHead>
        <Columns
          label={m.paths_whole()}
          side={
            <>
              {walked?.beside}
              <WholePath path={path} current={module.id} complete={walked?.complete ?? []} />
            </>
          }
        >
          {walked?.first}
          <PassageText blocks={module.lead} />
          <TwoTracks path={path} module={module} walked={walked} />
          {module.joint ? <Joint joint={module.joint} walked={walked} /> : null}
          {module.reflection.length > 0 || walked?.reflection ? (
            <Section id="reflection" title={m.paths_reflection()}>
              <div className="sl-stack">
                <Questions
                  label={walked?.reflection ? m.paths_reflection_here() : m.paths_reflection_lead()}
                  questions={module.reflection}
                />
                {walked?.reflection}
              </div>
            </Section>
          ) : null}
          {module.ethics ? (
            <Section id="ethics" title={m.paths_ethics()}>
              <Card tone="quiet">
                <p>
                  <strong>
                    <Said>{module.ethics.question}</Said>
                  </strong>
                </p>
                <PassageText blocks={module.ethics.text} />
              </Card>
            </Section>
          ) : null}
          {module.checks.length > 0 ? <SelfChecks checks={module.checks} /> : null}
          {module.reading.length > 0 ? <Reading reading={module.reading} /> : null}
        </Columns>
      </Page>
    </PathLanguage>
  )
}

type Parts = Pick<ModulePageProps, 'path' | 'module' | 'walked'>

/** A track with nothing on it is not shown: a module may be for one of the two. */
function TwoTracks({ path, module, walked }: Parts) {
  const shown = tracks.filter((track) => module.tracks[track].length > 0)
  if (shown.length === 0) return null
  return (
    <Section id="tracks" title={shown.length > 1 ? m.paths_tracks() : m.paths_track_one()}>
      <div className="sl-grid sl-grid--2">
        {shown.map((track) => (
          <TrackCard key={track} track={track} path={path} module={module} walked={walked?.tracks[track]} />
        ))}
      </div>
    </Section>
  )
}

function Joint({ joint, walked }: { joint: NonNullable<ModulePageProps['module']['joint']> } & Pick<Parts, 'walked'>) {
  return (
    <CardSection id="joint" title={m.paths_joint()} tone="meet">
      <div className="sl-row">
        <Mark />
        <h3 className="sl-grow">
          <Said>{joint.title}</Said>
        </h3>
        <span className="sl-meta">{minutesWords(joint.minutes)}</span>
      </div>
      <PassageText blocks={joint.text} level={4} />
      <Questions label={m.paths_joint_ask()} questions={joint.ask} />
      {walked?.joint}
    </CardSection>
  )
}

function Reading({ reading }: Pick<ModulePageProps['module'], 'reading'>) {
  return (
    <Section id="reading" title={m.paths_field_reading()}>
      <ul className="sl-list sl-stack">
        {reading.map((one) => (
          <li key={one.title}>
            <cite>{one.title}</cite>, {one.by}. <Said>{one.about}</Said>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Questions({ label, questions }: { label: string; questions: readonly string[] }) {
  return (
    <div className="sl-prose">
      <p>{label}</p>
      <ul>
        {questions.map((question) => (
          <li key={question}>
            <Said>{question}</Said>
          </li>
        ))}
      </ul>
    </div>
  )
}

function WholePath(props: { path: ModulePageProps['path']; current: string; complete: readonly string[] }) {
  const { path, current, complete } = props
  const keep = useKeeping()
  return (
    <nav aria-labelledby="whole">
      <h2 id="whole">{m.paths_whole()}</h2>
      <ol className="sl-path-whole">
        {path.modules.map((one) => (
          <li key={one.id}>
            <Link to={keep(addressOf(path.id, one.id))} aria-current={one.id === current ? 'page' : undefined}>
              <Said>{one.title}</Said>
            </Link>
            {one.optional ? <span className="sl-meta"> {m.paths_optional()}</span> : null}
            {complete.includes(one.id) ? <span className="sl-meta"> {m.paths_module_complete()}</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}
