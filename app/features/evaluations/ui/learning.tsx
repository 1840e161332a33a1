// The heart of a visit's overview: what we want to learn, and what the guests bring.
import { Link } from '@remix-run/react'
import { type GoalStop as CardStop, GoalCard, type TakenUp } from '#app/features/preparation/ui/GoalCard.tsx'
import { ImprovementWorkCard, type WorkStop as WorkCardStop } from '#app/features/preparation/ui/ImprovementWorkCard.tsx'
import type { Slot } from '#app/features/programme/words.ts'
import { formatWeekday } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Section } from '#app/ui/index.ts'
import type { Learning } from '../queries/find-learning.server.ts'
import type { GoalStop, WorkStop } from '../rules/threads.ts'

const goalCardStops: Record<GoalStop, CardStop> = {
  written: 'written',
  planned: 'programme',
  judged: 'judged',
  summarised: 'summarised',
  asked_again: 'asked',
  counted: 'counted',
}

const workCardStops: Record<WorkStop, WorkCardStop> = {
  offered: 'offered',
  presented: 'presented',
  good_example: 'example',
  tried: 'tried',
  introduced: 'introduced',
}

type Props = { visitId: string; learning: Learning; mayAdd: boolean; programmeOpen: boolean }

/** `mayAdd`: the preparation is still being written; `programmeOpen`: slots can be chosen. */
export function WhatWeLearn({ visitId, learning, mayAdd, programmeOpen }: Props) {
  const base = `/visits/${visitId}`
  const repairTo = programmeOpen && learning.mayPlan ? `${base}/programme` : undefined
  const takenUp = (slots: readonly Slot[]) => slots.map((slot) => placeOf(slot, base))
  const add = mayAdd ? <Link to={`${base}/preparation`}>{m.evaluations_overview_add_goal()}</Link> : null
  return (
    <>
      <Section id="goals" title={m.evaluations_overview_goals()} action={learning.goals.length > 0 ? add : null}>
        {learning.goals.length === 0 ? (
          <p>
            {m.evaluations_overview_no_goals()} {add}
          </p>
        ) : null}
        <div className="sl-stack">
          {learning.goals.map(({ goal, slots, reached }) => (
            <GoalCard
              key={goal.id}
              goal={goal}
              takenUp={takenUp(slots)}
              reached={goalCardStops[reached]}
              repairTo={repairTo}
              readerLanguage={getLocale()}
            />
          ))}
        </div>
      </Section>
      {learning.works.length > 0 ? (
        <Section id="gifts" title={m.evaluations_overview_gifts()}>
          <div className="sl-stack">
            {learning.works.map(({ work, slots, reached }) => (
              <ImprovementWorkCard
                key={work.id}
                work={work}
                takenUp={takenUp(slots)}
                reached={workCardStops[reached]}
                repairTo={repairTo}
              />
            ))}
          </div>
        </Section>
      ) : null}
    </>
  )
}

function placeOf(slot: Slot, base: string): TakenUp {
  return {
    when: `${formatWeekday(slot.day)} ${slot.startsAt}`,
    title: slot.title,
    lang: slot.language,
    to: `${base}/programme/${slot.id}`,
  }
}
