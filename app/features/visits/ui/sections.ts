import type { Day } from '#app/kernel/days.ts'
import { isOpenForDates } from '../rules/moves.ts'
import type { Section } from '../rules/reference.ts'
import { threadSteps, type VisitStatus } from '../rules/words.ts'

/** Pages in the visit's own navigation: what can be used at its stage. Days, people and rules are reached from the overview. */
export function navSections({ status, startsOn }: { status: VisitStatus; startsOn: Day | null }, inside: boolean): Section[] {
  if (!inside) return ['history']
  if (isOpenForDates({ status })) return ['dates', 'people', 'history']
  const at = threadSteps.indexOf(status)
  if (at < 0) return startsOn ? ['blog', 'history'] : ['history']
  const after: Section[] = at >= threadSteps.indexOf('under_way') ? ['evaluation', 'summary'] : []
  const later: Section[] = at >= threadSteps.indexOf('evaluating') ? ['follow-up', 'results'] : []
  return ['preparation', 'programme', 'room', 'blog', ...after, ...later]
}
