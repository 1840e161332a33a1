// One module: why, two tracks side by side, what the two do together, and questions to carry along.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Card, CardSection, Columns, Mark, Page, PageHead, Section } from '#app/ui/index.ts'
import type { Activity, LearningModule } from '../rules/shape.ts'
import type { Spoken } from '../rules/spoken.ts'
import { PassageText } from './PassageText.tsx'
import { SelfChecks } from './SelfChecks.tsx'
import { TrackCard } from './TrackCard.tsx'
import type { ModuleWalked } from './walked.ts'
import { addressOf, minutesWords, tracks } from './words.ts'

export type ModulePageProps = {
  path: { id: string; title: string; modules: { id: string; title: string; optional: boolean }[] }
  module: Omit<Spoken<LearningModule>, 'tracks'> & { tracks: Record<keyof LearningModule['tracks'], Step[]> }
  number: number
  walked?: ModuleWalked | undefined
}
type Step = Pick<Spoken<Activity>, 'id' | 'title' | 'minutes'>

export function ModulePage({ path, module, number, walked }: ModulePageProps) {
  return (
    <Page>
      <PageHead
        title={module.title}
        lead={module.aim}
        pair={walked?.faces}
        facts={walked?.together ? [walked.together] : []}
        crumbs={[
          { to: addressOf(path.id), label: path.title },
          { label: m.paths_module_of({ number, count: path.modules.length }) },
        ]}
      />
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
        <Section id="tracks" title={m.paths_tracks()}>
          <div className="sl-grid sl-grid--2">
            {tracks.map((track) => (
              <TrackCard key={track} track={track} path={path} module={module} walked={walked?.tracks[track]} />
            ))}
          </div>
        </Section>
        {module.joint ? (
          <CardSection id="joint" title={m.paths_joint()} tone="meet">
            <div className="sl-row">
              <Mark />
              <h3 className="sl-grow">{module.joint.title}</h3>
              <span className="sl-meta">{minutesWords(module.joint.minutes)}</span>
            </div>
            <PassageText blocks={module.joint.text} level={4} />
            <Questions label={m.paths_joint_ask()} questions={module.joint.ask} />
            {walked?.joint}
          </CardSection>
        ) : null}
        <Section id="reflection" title={m.paths_reflection()}>
          <Questions
            label={walked?.reflection ? m.paths_reflection_here() : m.paths_reflection_lead()}
            questions={module.reflection}
          />
          {walked?.reflection}
        </Section>
        {module.ethics ? (
          <Section id="ethics" title={m.paths_ethics()}>
            <Card tone="quiet">
              <p>
                <strong>{module.ethics.question}</strong>
              </p>
              <PassageText blocks={module.ethics.text} />
            </Card>
          </Section>
        ) : null}
        {module.checks.length > 0 ? <SelfChecks checks={module.checks} /> : null}
        {module.reading.length > 0 ? (
          <Section id="reading" title={m.paths_reading()}>
            <ul className="sl-list sl-stack">
              {module.reading.map((one) => (
                <li key={one.title}>
                  <cite>{one.title}</cite>, {one.by}. {one.about}
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </Columns>
    </Page>
  )
}

function Questions({ label, questions }: { label: string; questions: readonly string[] }) {
  return (
    <div className="sl-prose">
      <p>{label}</p>
      <ul>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </div>
  )
}

function WholePath(props: { path: ModulePageProps['path']; current: string; complete: readonly string[] }) {
  const { path, current, complete } = props
  return (
    <nav aria-labelledby="whole">
      <h2 id="whole">{m.paths_whole()}</h2>
      <ol className="sl-path-whole">
        {path.modules.map((one) => (
          <li key={one.id}>
            <Link to={addressOf(path.id, one.id)} aria-current={one.id === current ? 'page' : undefined}>
              {one.title}
            </Link>
            {one.optional ? <span className="sl-meta"> {m.paths_optional()}</span> : null}
            {complete.includes(one.id) ? <span className="sl-meta"> {m.paths_module_complete()}</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}
