// A goal on the thread: person, words, where it is taken up, how far it has come.
import { Link } from '@remix-run/react'
import { languageName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { Chip, Concerning, GoalCard as Frame, StatusChip, ThreadIcon, ThreadStops, Who } from '#app/ui/index.ts'
import type { Goal } from '../words.ts'

/** A place in the programme: words such as "onsdag 10.30, Följ med på hemgångssamtalet" (title in `lang`) and its address. */
export type TakenUp = { when: string; title: string; lang: string; to: string }

/** The six stops of a goal, in order. */
export const goalStops = ['written', 'programme', 'judged', 'summarised', 'asked', 'counted'] as const
export type GoalStop = (typeof goalStops)[number]

const goalStopWords: Record<GoalStop, () => string> = {
  written: m.preparation_stop_written,
  programme: m.preparation_stop_programme,
  judged: m.preparation_stop_judged,
  summarised: m.preparation_stop_summarised,
  asked: m.preparation_stop_asked,
  counted: m.preparation_stop_counted,
}

type Props = {
  goal: Goal
  /** Slots that serve it. Undefined: not to be shown here; empty: none yet. */
  takenUp?: readonly TakenUp[] | undefined
  /** The furthest stop reached; without it the programme decides. */
  reached?: GoalStop | undefined
  /** Where a slot can be chosen, for those who plan. */
  repairTo?: string | undefined
  /** Where its own side changes it. */
  editTo?: string | undefined
  readerLanguage: string
}

export function GoalCard({ goal, takenUp, reached, repairTo, editTo, readerLanguage }: Props) {
  const stop = reached ?? (takenUp && takenUp.length > 0 ? 'programme' : 'written')
  return (
    <Frame
      who={<Author of={goal} side={goal.side} />}
      chip={<WrittenIn language={goal.language} readerLanguage={readerLanguage} />}
      text={goal.text}
      lang={goal.language}
      stops={<ThreadStops stops={6} reached={goalStops.indexOf(stop) + 1} name={goalStopWords[stop]()} />}
    >
      {takenUp ? <Served takenUp={takenUp} label={m.preparation_taken_up()} repairTo={repairTo} about={goal} /> : null}
      {editTo ? (
        <p>
          <Link to={editTo}>
            {m.preparation_edit_goal()}
            <Concerning text={goal.text} lang={goal.language} />
          </Link>
        </p>
      ) : null}
    </Frame>
  )
}

export function Author({ of, side }: { of: { authorName: string; authorProfession: string }; side: 'host' | 'guest' }) {
  const role = side === 'host' ? m.preparation_host_side() : m.preparation_guest_side()
  return <Who name={of.authorName} side={side} about={[role, of.authorProfession].filter(Boolean).join(', ')} />
}

/** Says the language when it is not the reader's own. */
function WrittenIn({ language, readerLanguage }: { language: string; readerLanguage: string }) {
  if (language === readerLanguage) return null
  return <Chip tone="quiet">{m.preparation_written_in({ language: languageName(language) })}</Chip>
}

export function Served({
  takenUp,
  label,
  repairTo,
  about,
}: {
  takenUp: readonly TakenUp[]
  label: string
  repairTo?: string | undefined
  about: { text: string; language: string }
}) {
  if (takenUp.length === 0) {
    return (
      <div className="sl-row">
        <StatusChip status="unsure">{m.preparation_no_slot()}</StatusChip>
        {repairTo ? (
          <Link to={repairTo}>
            {m.preparation_choose_slot()}
            <span className="sl-hidden"> {m.preparation_about_goal({ text: about.text })}</span>
          </Link>
        ) : null}
      </div>
    )
  }
  return takenUp.map((slot) => (
    <p className="sl-serves" key={slot.to}>
      <ThreadIcon />
      <span>
        {label}{' '}
        <Link to={slot.to}>
          {slot.when}, <span lang={slot.lang}>{slot.title}</span>
        </Link>
      </span>
    </p>
  ))
}
