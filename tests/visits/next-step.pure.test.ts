import { expect, test } from 'vitest'
import {
  type ChecklistFacts,
  type ChecklistReader,
  checklistFor,
  checklistItem,
  entryRules,
  isPersonal,
  kindOfVisit,
  type NextStepFacts,
  nextStepFor,
  visitKinds,
  visitStatuses,
} from '#app/features/visits/rules.ts'
import checklist from '#db/reference/checklist.json'
import entryRulesNow from '#db/reference/entry-rules/2026-1.json'
import kinds from '#db/reference/visit-kinds.json'

const karin: NextStepFacts = {
  status: 'preparing',
  direction: 'asked',
  side: 'host',
  isCoordinator: true,
  takesPart: true,
  proposals: [],
  preparationDueOn: '2027-01-19',
  summaryDueOn: '2027-02-18',
  rulesConfirmed: true,
  guestsMissing: 0,
}
const ingrid: NextStepFacts = { ...karin, side: 'guest' }
const sindre: NextStepFacts = { ...ingrid, isCoordinator: false }
const step = (facts: NextStepFacts) => {
  const { kind, section, needs } = nextStepFor(facts)
  return `${kind} ${section} ${needs ? 'needed' : 'waiting'}`
}

test('the host answers a request, the guest waits', () => {
  expect(step({ ...karin, status: 'asked' })).toBe('answer_request dates needed')
  expect(step({ ...ingrid, status: 'asked' })).toBe('wait_for_answer dates waiting')
  expect(step({ ...karin, status: 'asked', isCoordinator: false })).toBe('wait_for_answer dates waiting')
})

test('the guest answers an invitation, the host waits', () => {
  expect(step({ ...ingrid, status: 'asked', direction: 'invited' })).toBe('answer_invitation dates needed')
  expect(step({ ...karin, status: 'asked', direction: 'invited' })).toBe('wait_for_answer dates waiting')
})

test('in dialogue one marks, the other agrees, and new days are proposed when none fits', () => {
  const talking = { status: 'in_dialogue' as const }
  const open = [{ side: 'guest' as const, fits: null }]
  expect(step({ ...karin, ...talking, proposals: open })).toBe('mark_dates dates needed')
  expect(step({ ...ingrid, ...talking, proposals: open })).toBe('wait_for_dates dates waiting')
  expect(step({ ...ingrid, ...talking, proposals: [{ side: 'guest', fits: true }] })).toBe('agree_dates dates needed')
  expect(step({ ...ingrid, ...talking, proposals: [{ side: 'guest', fits: false }] })).toBe('propose_dates dates needed')
  expect(step({ ...sindre, ...talking, proposals: open })).toBe('wait_for_dates dates waiting')
})

test('other days than those that stand are answered first, by the side that did not propose them', () => {
  const proposals = [{ side: 'guest' as const, fits: null }]
  expect(step({ ...karin, proposals })).toBe('answer_new_dates dates needed')
  expect(step({ ...ingrid, proposals, hasForm: true, formSentAt: null })).toBe('write_preparation preparation needed')
  expect(step({ ...karin, proposals, isCoordinator: false })).not.toContain('answer_new_dates')
})

test('while preparing the guests write and the hosts read, answer and plan', () => {
  const none = { hasForm: false, formSentAt: null, formAnsweredAt: null, slots: 0, unslottedGoals: 0, posts: 0 }
  expect(nextStepFor({ ...ingrid, ...none })).toEqual({
    kind: 'write_preparation',
    section: 'preparation',
    dueOn: '2027-01-19',
    needs: true,
  })
  expect(step({ ...karin, ...none })).toBe('wait_for_preparation preparation waiting')
  const sent = { ...none, formSentAt: new Date('2027-01-10T10:00:00Z') }
  expect(step({ ...karin, ...sent })).toBe('answer_preparation preparation needed')
  const answered = { ...sent, formAnsweredAt: new Date('2027-01-11T10:00:00Z') }
  expect(step({ ...karin, ...answered })).toBe('plan_programme programme needed')
  expect(step({ ...karin, ...answered, slots: 3, unslottedGoals: 1 })).toBe('place_goals programme needed')
  expect(step({ ...karin, ...answered, openChangeProposals: 1 })).toBe('accept_changes preparation needed')
  expect(step({ ...ingrid, ...answered, guestsMissing: 2 })).toBe('invite_group people needed')
  expect(step({ ...sindre, ...answered, rulesConfirmed: false })).toBe('confirm_rules rules needed')
  expect(step({ ...sindre, ...answered })).toBe('write_first_post blog needed')
  expect(step({ ...sindre, ...answered, posts: 1 })).toBe('read_programme programme waiting')
})

test('nobody enters without having read the rules', () => {
  expect(step({ ...sindre, status: 'under_way', rulesConfirmed: false })).toBe('confirm_rules rules needed')
  expect(step({ ...sindre, status: 'under_way' })).toBe('follow_now room needed')
})

test('after the days: answer, judge, summarise, answer again', () => {
  const after = { status: 'evaluating' as const, evaluationOpen: true, unjudgedGoals: 2, summaryAgreedByMySide: false }
  expect(step({ ...karin, ...after })).toBe('answer_questionnaire evaluation needed')
  expect(step({ ...karin, ...after, evaluationOpen: false })).toBe('judge_goals evaluation needed')
  const judged = { ...after, evaluationOpen: false, unjudgedGoals: 0 }
  expect(step({ ...karin, ...judged })).toBe('write_summary summary needed')
  expect(step({ ...karin, ...judged, summaryAgreedByMySide: true })).toBe('wait_for_summary summary waiting')
  expect(step({ ...sindre, ...judged })).toBe('wait_for_summary summary waiting')
  expect(step({ ...sindre, ...judged, followUpOpen: true })).toBe('answer_follow_up follow-up needed')
  expect(step({ ...sindre, status: 'summarised', followUpOpen: true })).toBe('answer_follow_up follow-up needed')
  expect(step({ ...sindre, status: 'summarised', followUpOpen: false })).toBe('wait_for_follow_up summary waiting')
})

test('everybody has one next step in every state, and those who only look on are never asked to act', () => {
  for (const status of visitStatuses) {
    for (const person of [karin, ingrid, sindre, { ...karin, side: null, takesPart: false }]) {
      const next = nextStepFor({ ...person, status })
      expect(next.kind).toBeTruthy()
      if (person.side === null) expect(next.needs).toBe(false)
    }
  }
})

const lines = checklistItem.array().parse(checklist)
const people = { host: ['karin', 'yusuf'], guest: ['ingrid', 'sindre'] }
const facts: ChecklistFacts = {
  ...{ form: 'on_site', startsOn: '2027-02-02', timeZone: 'Europe/Stockholm' },
  ...{ people, seen: {}, ticks: [] },
}
const someone = { roles: [], participantId: null }
const guestCoordinator: ChecklistReader = { roles: ['guest_coordinator', 'guest'], participantId: 'ingrid' }
const early = new Date('2026-11-20T10:00:00Z')
const mine = (reader: ChecklistReader) =>
  checklistFor(lines, facts, reader, early)
    .filter((line) => line.isMine)
    .map((line) => line.key)

test('the data that ships is right: kinds, checklist, rules before entry', () => {
  expect(
    kindOfVisit
      .array()
      .parse(kinds)
      .map((kind) => kind.key),
  ).toEqual([...visitKinds])
  expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length)
  expect(entryRules.parse(entryRulesNow).sections.map((section) => section.key)).toEqual([
    'confidentiality',
    'hygiene',
    'photos',
    'blog',
  ])
})

test('everybody has the lines of their own roles, dated from the first day, soonest first', () => {
  expect(mine(guestCoordinator)).toEqual([
    'dates_agreed',
    'group_named',
    'travel_booked',
    'form_sent',
    'questions_gathered',
    'rules_confirmed',
    'programme_read',
  ])
  expect(mine({ roles: ['guest'], participantId: 'sindre' })).toEqual([
    'questions_gathered',
    'rules_confirmed',
    'programme_read',
  ])
  expect(mine({ roles: ['guest_leader'], participantId: null })).toEqual([
    'leader_agrees',
    'leader_gives_time',
    'leader_agrees_next',
  ])
  expect(mine({ roles: ['host'], participantId: 'yusuf' })).toEqual(['goals_read', 'own_points_known'])
  expect(mine({ roles: ['host_coordinator'], participantId: null })).not.toContain('travel_booked')
  expect(mine(someone)).toEqual([])
  const sent = checklistFor(lines, facts, guestCoordinator, early).find((line) => line.key === 'form_sent')
  expect(sent?.dueOn).toBe('2027-01-19')
})

test('a line that each person does is done by oneself, and counted for the others', () => {
  const at = new Date('2027-01-20T10:00:00Z')
  const ticks = [{ item: 'programme_read', participantId: 'sindre', at, by: 'Sindre' }]
  const seen = { rulesConfirmed: { done: false, people: new Map([['ingrid', at]]) } }
  const line = (key: string, reader: ChecklistReader) =>
    checklistFor(lines, { ...facts, ticks, seen }, reader, early).find((each) => each.key === key)
  const sindres: ChecklistReader = { roles: ['guest'], participantId: 'sindre' }
  expect(line('programme_read', sindres)).toMatchObject({ done: true, doneAt: at, mayTick: true, count: null })
  expect(line('programme_read', guestCoordinator)).toMatchObject({ done: false, mayTick: true, count: null })
  expect(line('programme_read', someone)).toMatchObject({ done: false, mayTick: false, count: { done: 1, of: 2 } })
  expect(line('rules_confirmed', sindres)).toMatchObject({ done: false, mayTick: false })
  expect(line('rules_confirmed', guestCoordinator)?.done).toBe(true)
  expect(line('rules_confirmed', someone)?.count).toEqual({ done: 1, of: 2 })
  const both = [...ticks, { item: 'programme_read', participantId: 'ingrid', at, by: 'Ingrid' }]
  expect(
    checklistFor(lines, { ...facts, ticks: both }, someone, early).find((each) => each.key === 'programme_read')?.done,
  ).toBe(true)
})

test('each line is somebody’s to tick, or seen; the coordinator ticks for a manager who has no account', () => {
  for (const item of lines) expect(item.tickedBy === null, item.key).toBe(item.seenBy !== null)
  for (const item of lines.filter((each) => each.roles.some(isPersonal))) {
    if (item.tickedBy) expect(item.tickedBy, `${item.key} is ticked by those whom it concerns`).toEqual(item.roles)
  }
  const leaders = checklistFor(lines, facts, guestCoordinator, early).filter((line) => line.role === 'guest_leader')
  expect(leaders.map((line) => line.mayTick)).toEqual([true, true, true])
  const hosts = checklistFor(lines, facts, { roles: ['host_coordinator', 'host'], participantId: 'karin' }, early)
  expect(hosts.filter((line) => line.role.startsWith('guest')).some((line) => line.mayTick)).toBe(false)
})

test('nobody books a journey to a digital seminar', () => {
  const digital = checklistFor(lines, { ...facts, form: 'digital' }, someone, early).map((line) => line.key)
  expect(digital).toContain('meeting_link')
  expect(digital).not.toContain('travel_booked')
  expect(digital).not.toContain('access_ready')
})

test('a line is late from the day after, and done by sight or by hand', () => {
  const formSent = (now: string, seen = {}) =>
    checklistFor(lines, { ...facts, seen }, guestCoordinator, new Date(now)).find((line) => line.key === 'form_sent')
  expect(formSent('2027-01-19T22:00:00Z')?.isLate).toBe(false)
  expect(formSent('2027-01-19T23:30:00Z')?.isLate).toBe(true)
  expect(formSent('2027-01-25T10:00:00Z', { formSent: { done: true } })).toMatchObject({ isLate: false, done: true })
  const ticks = [{ item: 'travel_booked', participantId: null, at: new Date('2026-12-01T10:00:00Z'), by: 'Ingrid' }]
  const travel = checklistFor(lines, { ...facts, ticks }, guestCoordinator, new Date('2027-01-25T10:00:00Z')).find(
    (line) => line.key === 'travel_booked',
  )
  expect(travel).toMatchObject({ done: true, doneBy: 'Ingrid', mayTick: true, isLate: false })
})
