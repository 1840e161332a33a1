// The heart of a visit's overview: what we want to learn, and what the guests bring. Where they are taken up and how far they
// have come is told by the rooms above.
import { Link } from '@remix-run/react'
import { formatClock, formatWeekday } from '#app/i18n/format.ts'
import type { Day } from '#app/kernel/days.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Section } from '#app/ui/index.ts'
import type { Goal, ImprovementWork } from '../words.ts'
import { GoalCard, type GoalStop, type TakenUp } from './GoalCard.tsx'
import { ImprovementWorkCard, type WorkStop } from './ImprovementWorkCard.tsx'

/** A point of the programme, as far as a card names it. */
type Place = { id: string; day: Day; startsAt: string; title: string; language: string }

export type LearningThere = {
  goals: readonly { goal: Goal; slots: readonly Place[]; reached: GoalStop }[]
  works: readonly { work: ImprovementWork; slots: readonly Place[]; reached: WorkStop }[]
  /** May this person choose a slot for a goal without one? */
  mayPlan: boolean
}

type Props = {
  visitId: string
  learning: LearningThere
  mayAdd: boolean
  mySide: 'host' | 'guest' | null
  programmeOpen: boolean
}

/** `mayAdd`: goals can still be added, and the own side's changed or proposed to be changed; `programmeOpen`: slots can be chosen. */
export function WhatWeLearn({ visitId, learning, mayAdd, mySide, programmeOpen }: Props) {
  const base = `/visits/${visitId}`
  const plans = programmeOpen && learning.mayPlan
  const takenUp = (slots: readonly Place[]) => slots.map((slot) => placeOf(slot, base))
  const add = mayAdd ? <Link to={`${base}/goals/new`}>{m.preparation_overview_add_goal()}</Link> : null
  if (learning.goals.length + learning.works.length === 0 && !mayAdd) return null
  return (
    <>
      <Section id="goals" title={m.preparation_overview_goals()} action={learning.goals.length > 0 ? add : null}>
        {learning.goals.length === 0 && mayAdd ? (
          <p>
            {m.preparation_overview_no_goals()} {add}
          </p>
        ) : null}
        <div className="sl-stack">
          {learning.goals.map(({ goal, slots, reached }) => (
            <GoalCard
              key={goal.id}
              goal={goal}
              takenUp={takenUp(slots)}
              reached={reached}
              repairTo={plans ? `${base}/programme/new?goal=${goal.id}` : undefined}
              editTo={mayAdd && goal.side === mySide ? `${base}/goals/${goal.id}` : undefined}
              readerLanguage={getLocale()}
            />
          ))}
        </div>
      </Section>
      {learning.works.length > 0 ? (
        <Section id="gifts" title={m.preparation_overview_gifts()}>
          <div className="sl-stack">
            {learning.works.map(({ work, slots, reached }) => (
              <ImprovementWorkCard
                key={work.id}
                work={work}
                takenUp={takenUp(slots)}
                reached={reached}
                repairTo={plans ? `${base}/programme/new?work=${work.id}` : undefined}
              />
            ))}
          </div>
        </Section>
      ) : null}
    </>
  )
}

function placeOf(slot: Place, base: string): TakenUp {
  return {
    when: `${formatWeekday(slot.day)} ${formatClock(slot.startsAt)}`,
    title: slot.title,
    lang: slot.language,
    to: `${base}/programme?day=${slot.day}#slot-${slot.id}`,
  }
}
