// One module: why, two tracks side by side, what the two do together, and questions to carry along.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Card, CardSection, Columns, Mark, Page, PageHead, Section } from '#app/ui/index.ts'
import type { Walk } from '../queries/walk.server.ts'
import type { Activity, LearningModule } from '../rules/shape.ts'
import type { Spoken } from '../rules/spoken.ts'
import type { NextView } from '../views.ts'
import { PassageText } from './PassageText.tsx'
import { type OwnReflection, ReflectionForm } from './ReflectionForm.tsx'
import { SelfChecks } from './SelfChecks.tsx'
import { TrackCard } from './TrackCard.tsx'
import { NextWalkStep, PairFaces, SeenByLeader } from './WalkParts.tsx'
import { addressOf, jointAddress, minutesWords, otherName, standingWords, tracks } from './words.ts'

export type ModulePageProps = {
  path: { id: string; title: string; modules: { id: string; title: string; optional: boolean }[] }
  module: Omit<Spoken<LearningModule>, 'tracks'> & { tracks: Record<keyof LearningModule['tracks'], Step[]> }
  number: number
  /** Both null for visitors. */
  walk: Walk | null
  next: NextView | null
  reflection: OwnReflection | null
}
type Step = Pick<Spoken<Activity>, 'id' | 'title' | 'minutes'>

export function ModulePage({ path, module, number, walk, next, reflection }: ModulePageProps) {
  const pair = walk?.pair ?? null
  return (
    <Page>
      <PageHead
        title={module.title}
        lead={module.aim}
        pair={pair ? <PairFaces pair={pair} large /> : undefined}
        facts={pair?.leader ? [m.paths_pair_together({ resource: pair.resourcePerson, leader: pair.leader })] : []}
        crumbs={[
          { to: addressOf(path.id), label: path.title },
          { label: m.paths_module_of({ number, count: path.modules.length }) },
        ]}
      />
      <Columns
        label={m.paths_whole()}
        side={
          <>
            {pair ? <SeenByLeader pair={pair} /> : null}
            <WholePath path={path} current={module.id} walk={walk} />
          </>
        }
      >
        {pair && next ? <NextWalkStep next={next} pair={pair} /> : null}
        <PassageText blocks={module.lead} />
        <Section id="tracks" title={m.paths_tracks()}>
          <div className="sl-grid sl-grid--2">
            {tracks.map((track) => (
              <TrackCard key={track} track={track} path={path} module={module} walk={walk} />
            ))}
          </div>
        </Section>
        <CardSection id="joint" title={m.paths_joint()} tone="meet">
          <div className="sl-row">
            <Mark />
            <h3 className="sl-grow">{module.joint.title}</h3>
            <span className="sl-meta">{minutesWords(module.joint.minutes)}</span>
          </div>
          <PassageText blocks={module.joint.text} level={4} />
          <Questions label={m.paths_joint_ask()} questions={module.joint.ask} />
          {pair?.leader ? (
            <div className="sl-row">
              <ButtonLink to={jointAddress(pair.id, module.id)} variant="secondary">
                {m.paths_next_joint_do()}
              </ButtonLink>
              <span className="sl-meta">{standingWords(walk?.joint[module.id] ?? 'unwritten', otherName(pair))}</span>
            </div>
          ) : null}
        </CardSection>
        <Section id="reflection" title={m.paths_reflection()}>
          <Questions label={reflection ? m.paths_reflection_here() : m.paths_reflection_lead()} questions={module.reflection} />
          {reflection ? (
            <ReflectionForm reflection={reflection} action={addressOf(path.id, module.id, 'reflection')} result={undefined} />
          ) : null}
        </Section>
        <Section id="ethics" title={m.paths_ethics()}>
          <Card tone="quiet">
            <p>
              <strong>{module.ethics.question}</strong>
            </p>
            <PassageText blocks={module.ethics.text} />
          </Card>
        </Section>
        <SelfChecks checks={module.checks} />
        <Section id="reading" title={m.paths_reading()}>
          <ul className="sl-list sl-stack">
            {module.reading.map((one) => (
              <li key={one.title}>
                <cite>{one.title}</cite>, {one.by}. {one.about}
              </li>
            ))}
          </ul>
        </Section>
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

function WholePath({ path, current, walk }: { path: ModulePageProps['path']; current: string; walk: Walk | null }) {
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
            {walk?.joint[one.id] === 'complete' ? <span className="sl-meta"> {m.paths_standing_complete()}</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}
