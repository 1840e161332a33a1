// Which of the things that could be done really wait for this person. Pure.

import {
  type NextStepFacts,
  nextStepFor,
  openInvitations,
  type Section,
  type Side,
  type StepKind,
  stepKinds,
} from '#app/features/visits/rules.ts'
import type { Day } from '#app/kernel/days.ts'

export type VisitInBrief = { visitId: string; title: string; language: string; hostName: string; guestNames: string[] }

/** One thing to do: its words are the visit room's, by `kind`; `path` is where it is done. */
export type Need = VisitInBrief & { kind: StepKind; side: Side; dueOn: Day | null; path: string }

/**
 * What waits for the person in one visit: the next step when it is theirs to take, and beside it what only this person can
 * do (confirm, answer, judge), which must not hide behind the planning.
 */
export function needsOf(visit: VisitInBrief, facts: NextStepFacts): Need[] {
  const { side } = facts
  if (side === null) return []
  const first = nextStepFor(facts)
  const kinds = new Map<StepKind, { section: Section | null; dueOn: Day | null }>()
  if (first.needs && !openInvitations.includes(first.kind)) kinds.set(first.kind, first)
  for (const [kind, section, waits] of ownTasks(facts)) {
    if (waits && !kinds.has(kind)) kinds.set(kind, { section, dueOn: null })
  }
  return [...kinds].map(([kind, { section, dueOn }]) => ({
    ...visit,
    kind,
    side,
    dueOn,
    path: `/visits/${visit.visitId}${section ? `/${section}` : ''}`,
  }))
}

/** What has a last day first, then in the order in which a visit asks for things. */
export function byUrgency(a: Need, b: Need): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || stepKinds.indexOf(a.kind) - stepKinds.indexOf(b.kind)
}

function ownTasks(facts: NextStepFacts): [StepKind, Section, boolean][] {
  const { status, takesPart, isCoordinator, side } = facts
  const isBefore = status === 'confirmed' || status === 'preparing'
  const isJudging = status === 'evaluating'
  return [
    ['confirm_rules', 'rules', takesPart && (isBefore || status === 'under_way') && !facts.rulesConfirmed],
    ['accept_changes', 'preparation', isBefore && side === 'host' && isCoordinator && Boolean(facts.openChangeProposals)],
    ['answer_questionnaire', 'evaluation', isJudging && takesPart && Boolean(facts.evaluationOpen)],
    ['write_summary', 'summary', isJudging && isCoordinator && !facts.summaryAgreedByMySide],
    ['answer_follow_up', 'follow-up', takesPart && Boolean(facts.followUpOpen)],
  ]
}
