// One next step for one person, from plain facts. Rooms above add facts; what nobody has told is not a step.
import type { Day } from '#app/kernel/days.ts'
import { type ProposalStanding, unmarkedFor } from './dates.ts'
import type { Section } from './reference.ts'
import { answeringSide, type Direction, type Side, type VisitStatus } from './words.ts'

/** What decides the step. The optional facts come from other rooms; undefined means that the room has not said. */
export type NextStepFacts = {
  status: VisitStatus
  direction: Direction
  /** Null: looks on from above (education lead, admin). */
  side: Side | null
  isCoordinator: boolean
  /** Takes part in person: confirms rules, answers questionnaires. */
  takesPart: boolean
  proposals: readonly ProposalStanding[]
  preparationDueOn: Day | null
  summaryDueOn: Day | null
  rulesConfirmed: boolean
  guestsMissing: number
  /** preparation */
  hasForm?: boolean
  formSentAt?: Date | null
  formAnsweredAt?: Date | null
  openChangeProposals?: number
  /** programme */
  slots?: number
  unslottedGoals?: number
  /** blogs */
  posts?: number
  /** evaluations */
  evaluationOpen?: boolean
  unjudgedGoals?: number
  summaryAgreedByMySide?: boolean
  followUpOpen?: boolean
}

export const stepKinds = [
  'answer_request',
  'answer_invitation',
  'wait_for_answer',
  'mark_dates',
  'agree_dates',
  'propose_dates',
  'wait_for_dates',
  'answer_new_dates',
  'write_preparation',
  'invite_group',
  'accept_changes',
  'answer_preparation',
  'place_goals',
  'plan_programme',
  'confirm_rules',
  'wait_for_preparation',
  'write_first_post',
  'read_programme',
  'follow_now',
  'answer_questionnaire',
  'judge_goals',
  'write_summary',
  'wait_for_summary',
  'answer_follow_up',
  'wait_for_follow_up',
  'read_what_it_gave',
  'plan_next',
  'ask_another',
  'look_on',
] as const
export type StepKind = (typeof stepKinds)[number]

/** Open to everybody, promised to nobody: the next step says so, but nobody waits for it. */
export const openInvitations: readonly StepKind[] = ['follow_now', 'write_first_post']

/** `section` is the page where it is done (null: no page of the visit); `needs`: this person has to act, others wait. */
export type NextStep = { kind: StepKind; section: Section | null; dueOn: Day | null; needs: boolean }

const act = (kind: StepKind, section: Section | null, dueOn: Day | null = null): NextStep => ({
  kind,
  section,
  dueOn,
  needs: true,
})
const wait = (kind: StepKind, section: Section | null): NextStep => ({ kind, section, dueOn: null, needs: false })

/** The one thing that this person should do now, or what they are waiting for. Always one. */
export function nextStepFor(facts: NextStepFacts): NextStep {
  if (facts.side === null) return wait('look_on', 'history')
  switch (facts.status) {
    case 'asked':
      return whileAsked(facts, facts.side)
    case 'in_dialogue':
      return whileInDialogue(facts, facts.side)
    case 'confirmed':
    case 'preparing':
      return whilePreparing(facts)
    case 'under_way':
      if (facts.takesPart && !facts.rulesConfirmed) return act('confirm_rules', 'rules')
      return act('follow_now', 'room')
    case 'evaluating':
      return whileEvaluating(facts)
    case 'summarised':
      if (facts.takesPart && facts.followUpOpen) return act('answer_follow_up', 'follow-up')
      return wait('wait_for_follow_up', 'summary')
    case 'followed_up':
      return wait('read_what_it_gave', 'follow-up')
    case 'closed':
      return wait('plan_next', 'summary')
    default:
      return wait('ask_another', null)
  }
}

function whileAsked(facts: NextStepFacts, side: Side): NextStep {
  if (side !== answeringSide(facts) || !facts.isCoordinator) return wait('wait_for_answer', 'dates')
  return act(facts.direction === 'asked' ? 'answer_request' : 'answer_invitation', 'dates')
}

function whileInDialogue(facts: NextStepFacts, side: Side): NextStep {
  if (!facts.isCoordinator) return wait('wait_for_dates', 'dates')
  if (facts.proposals.some((proposal) => proposal.fits === true)) return act('agree_dates', 'dates')
  if (unmarkedFor(facts.proposals, side).length > 0) return act('mark_dates', 'dates')
  const waitingForThem = facts.proposals.some((proposal) => proposal.side === side && proposal.fits === null)
  return waitingForThem ? wait('wait_for_dates', 'dates') : act('propose_dates', 'dates')
}

function whilePreparing(facts: NextStepFacts): NextStep {
  const planning = facts.isCoordinator ? planningStep(facts) : undefined
  if (planning) return planning
  if (facts.takesPart && !facts.rulesConfirmed) return act('confirm_rules', 'rules')
  if (facts.side === 'host' && facts.isCoordinator && facts.hasForm !== undefined && !facts.formSentAt)
    return wait('wait_for_preparation', 'preparation')
  if (facts.takesPart && facts.posts === 0) return act('write_first_post', 'blog')
  return wait('read_programme', 'programme')
}

function planningStep(facts: NextStepFacts): NextStep | undefined {
  if (facts.proposals.some((proposal) => proposal.side !== facts.side)) return act('answer_new_dates', 'dates')
  if (facts.side === 'guest') {
    if (facts.hasForm !== undefined && !facts.formSentAt) return act('write_preparation', 'preparation', facts.preparationDueOn)
    return facts.guestsMissing > 0 ? act('invite_group', 'people') : undefined
  }
  if (facts.openChangeProposals) return act('accept_changes', 'preparation')
  if (facts.formSentAt && !facts.formAnsweredAt) return act('answer_preparation', 'preparation')
  if (facts.formSentAt && facts.slots === 0) return act('plan_programme', 'programme')
  return facts.unslottedGoals ? act('place_goals', 'programme') : undefined
}

function whileEvaluating(facts: NextStepFacts): NextStep {
  if (facts.takesPart && facts.evaluationOpen) return act('answer_questionnaire', 'evaluation')
  if (facts.takesPart && facts.unjudgedGoals) return act('judge_goals', 'evaluation')
  if (facts.takesPart && facts.followUpOpen) return act('answer_follow_up', 'follow-up')
  if (facts.isCoordinator && !facts.summaryAgreedByMySide) return act('write_summary', 'summary', facts.summaryDueOn)
  return wait('wait_for_summary', 'summary')
}
