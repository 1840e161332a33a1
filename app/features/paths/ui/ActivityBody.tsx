// What an activity asks of its reader, each kind in its own way.
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Card, Section } from '#app/ui/index.ts'
import type { Activity } from '../rules/shape.ts'
import type { Spoken } from '../rules/spoken.ts'
import { PassageText } from './PassageText.tsx'
import { addressOf } from './words.ts'

type Props = { activity: Spoken<Activity>; sheet: { id: string; title: string } | null; pathId: string }

export function ActivityBody({ activity, sheet, pathId }: Props) {
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
      {'task' in activity && (activity.task.length > 0 || sheet) ? (
        <Section id="task" title={m.paths_task()}>
          <PassageText blocks={activity.task} />
          {sheet ? (
            <p>
              <ButtonLink to={addressOf(pathId, 'sheets', sheet.id)} variant="secondary">
                {m.paths_sheet_open({ title: sheet.title })}
              </ButtonLink>
            </p>
          ) : null}
        </Section>
      ) : null}
    </>
  )
}
