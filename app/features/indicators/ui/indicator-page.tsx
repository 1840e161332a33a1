import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Page, PageHead, type RunChartDrawing } from '#app/ui/index.ts'
import type { IndicatorFile } from '../queries.server.ts'
import { Formula, TargetSection } from './formula.tsx'
import { Now } from './now.tsx'
import { OverTime } from './over-time.tsx'
import { Beside, Groups, Units } from './parts.tsx'
import { hasReport, ReportedNow, ReportSection } from './reports.tsx'
import { UnitChoice } from './unit-choice.tsx'
import { periodWords } from './words.ts'

type Props = { file: IndicatorFile; drawing: RunChartDrawing | null; origin?: ReactNode }

/**
 * One indicator at one unit: how it stands, over time, by whom, by unit, how it was counted, what it aims at. `origin`: of an
 * indicator that another room counts, the way there.
 */
export function IndicatorPage({ file, drawing, origin }: Props) {
  const { indicator, around } = file
  const isCounted = ['share', 'net', 'count'].includes(indicator.kind)
  const tree = `/indicators?set=${indicator.set.id}&unit=${around.unit.id}`
  return (
    <Page>
      <PageHead
        title={indicator.title}
        lead={file.report ? around.unit.name : `${around.unit.name}, ${periodWords(file.period)}`}
        facts={indicator.effectGoal ? [indicator.effectGoal] : []}
        crumbs={[
          { label: m.indicators_title(), to: tree },
          { label: indicator.goal.title, to: `${tree}#${indicator.goal.id}` },
          { label: indicator.title },
        ]}
      />
      <UnitChoice around={around} />
      <div className="sl-stack-l">
        {hasReport(file) ? (
          <ReportedNow file={file} />
        ) : (
          <>
            <Now file={file} />
            {origin}
            <Beside file={file} />
            <Formula file={file} />
          </>
        )}
      </div>
      {isCounted || file.points.length > 0 ? <OverTime file={file} drawing={drawing} /> : null}
      <Groups file={file} />
      <Units file={file} />
      {hasReport(file) ? <ReportSection file={file} /> : <TargetSection file={file} />}
    </Page>
  )
}
