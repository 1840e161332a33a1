// What an activity asks of its reader, each kind in its own way.
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Card, Section } from '#app/ui/index.ts'
import type { Activity } from '../rules/shape.ts'
import type { Spoken } from '../rules/spoken.ts'
import { useKeeping } from './kept.ts'
import { useContentLanguage } from './language.tsx'
import { PassageText } from './PassageText.tsx'
import { SelfChecks } from './SelfChecks.tsx'
import { VideoBody } from './VideoBody.tsx'
import { addressOf } from './words.ts'

type Props = {
  activity: Spoken<Activity>
  sheet: { id: string; title: string } | null
  pathId: string
  moduleId: string
  /** For those who walk: ticks of a checklist, what they practised. */
  own?: ReactNode
}

export function ActivityBody({ activity, sheet, pathId, moduleId, own }: Props) {
  return (
    <>
      <PassageText blocks={activity.text} level={3} />
      {activity.kind === 'study' && activity.example.length > 0 ? (
        <Section id="example" title={m.paths_example()}>
          <Card tone="quiet">
            <PassageText blocks={activity.example} />
          </Card>
        </Section>
      ) : null}
      {activity.kind === 'video' ? <VideoBody activity={activity} /> : null}
      {activity.kind === 'quiz' ? <SelfChecks checks={activity.checks} /> : null}
      {activity.kind === 'checklist' && !own ? <Items items={activity.items} /> : null}
      {activity.kind === 'reflection' ? <Thinking questions={activity.questions} to={addressOf(pathId, moduleId)} /> : null}
      {activity.kind === 'questionnaire' ? <Asked to={addressOf(pathId, 'questionnaire')} /> : null}
      {('task' in activity && activity.task.length > 0) || sheet ? (
        <Section id="task" title={m.paths_task()}>
          <div className="sl-stack">
            {'task' in activity ? <PassageText blocks={activity.task} /> : null}
            {activity.kind === 'practice' && !own ? <p className="sl-meta">{m.paths_practice_how()}</p> : null}
            {sheet ? (
              <p>
                <ButtonLink to={addressOf(pathId, 'sheets', sheet.id)} variant="secondary">
                  {m.paths_sheet_open({ title: sheet.title })}
                </ButtonLink>
              </p>
            ) : null}
          </div>
        </Section>
      ) : null}
      {own}
    </>
  )
}

function Items({ items }: { items: readonly { id: string; text: string }[] }) {
  const lang = useContentLanguage()
  return (
    <Section id="items" title={m.paths_checklist()}>
      <ul className="sl-list" lang={lang}>
        {items.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </Section>
  )
}

function Thinking({ questions, to }: { questions: readonly string[]; to: string }) {
  const keep = useKeeping()
  const lang = useContentLanguage()
  return (
    <Section id="think" title={m.paths_reflection()}>
      <ul className="sl-list" lang={lang}>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <p>
        <ButtonLink to={keep(`${to}#reflection`)} variant="secondary">
          {m.paths_reflection_write()}
        </ButtonLink>
      </p>
    </Section>
  )
}

function Asked({ to }: { to: string }) {
  const keep = useKeeping()
  return (
    <p>
      <ButtonLink to={keep(to)}>{m.paths_questionnaire_open()}</ButtonLink>
    </p>
  )
}
