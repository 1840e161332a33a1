// The gift: what the guests bring, how far it has come.

import { HandHeartIcon } from '@navikt/aksel-icons'
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Chip, Concerning, GiftCard, ThreadStops } from '#app/ui/index.ts'
import type { FormPart } from '../definition.ts'
import type { ImprovementWork } from '../words.ts'
import { Author, Served, type TakenUp } from './GoalCard.tsx'

/** The five stops of an improvement work, in order. */
export const workStops = ['offered', 'presented', 'example', 'tried', 'introduced'] as const
export type WorkStop = (typeof workStops)[number]

const workStopWords: Record<WorkStop, () => string> = {
  offered: m.preparation_work_stop_offered,
  presented: m.preparation_work_stop_presented,
  example: m.preparation_work_stop_example,
  tried: m.preparation_work_stop_tried,
  introduced: m.preparation_work_stop_introduced,
}

type Props = {
  work: ImprovementWork
  takenUp?: readonly TakenUp[] | undefined
  reached?: WorkStop | undefined
  repairTo?: string | undefined
  editTo?: string | undefined
  /** The form's parts: shows every written part under its question. Without it only the first words. */
  parts?: readonly FormPart[] | undefined
}

export function ImprovementWorkCard({ work, takenUp, reached, repairTo, editTo, parts }: Props) {
  const stop = reached ?? (takenUp && takenUp.length > 0 ? 'presented' : 'offered')
  const more = stop === 'presented' ? m.preparation_work_more() : undefined
  const [lead = ''] = [work.aim, work.method, work.struggle, work.measure].filter(Boolean)
  return (
    <GiftCard
      who={<Author of={work} side="guest" />}
      chip={<Chip icon={<HandHeartIcon aria-hidden />}>{m.preparation_work_chip()}</Chip>}
      title={work.title || lead}
      text={parts || !work.title ? '' : lead}
      lang={work.language}
      stops={<ThreadStops stops={5} reached={workStops.indexOf(stop) + 1} name={workStopWords[stop]()} more={more} />}
    >
      {parts ? <Parts work={work} parts={parts} /> : null}
      {takenUp ? (
        <Served
          takenUp={takenUp}
          label={m.preparation_presented()}
          repairTo={repairTo}
          about={{ text: work.title, language: work.language }}
        />
      ) : null}
      {editTo ? (
        <p>
          <Link to={editTo}>
            {m.preparation_edit_work()}
            <Concerning text={work.title} lang={work.language} />
          </Link>
        </p>
      ) : null}
    </GiftCard>
  )
}

function Parts({ work, parts }: { work: ImprovementWork; parts: readonly FormPart[] }) {
  const locale = getLocale()
  const written = parts.filter((part) => part.id !== 'title' && work[part.id] !== '')
  if (written.length === 0) return null
  return (
    <dl className="sl-prep__parts">
      {written.map((part) => {
        const chosen = part.options?.find((option) => option.value === work[part.id])
        return (
          <div key={part.id}>
            <dt>{part.text[locale]}</dt>
            {chosen ? (
              <dd>{chosen.text[locale]}</dd>
            ) : (
              <dd className="sl-voice" lang={work.language}>
                {work[part.id]}
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}
