// Where one is inside a visit: the names of its pages for the breadcrumb and the document's title.
import { m } from '#app/paraglide/messages.js'
import { isSection, type Section } from '../rules/reference.ts'
import { sectionName } from './words.ts'

export type VisitCrumb = { label: string; to?: string }

/** Pages below the sections, by their address with ids as ':', and the section they belong to. */
const pages: Record<string, [under: Section | null, name: () => string]> = {
  agreement: ['dates', m.visits_dates_agree],
  'blog/new': ['blog', m.blogs_write],
  'blog/:': ['blog', m.visits_crumb_post],
  'blog/:/edit': ['blog', m.blogs_edit_title],
  cancellation: ['dates', m.visits_cancel_title],
  checklist: [null, m.visits_checklist_title],
  dialogue: ['dates', m.visits_dialogue_title],
  facts: [null, m.visits_facts_edit_title],
  'goals/new': ['preparation', m.preparation_goal_new_title],
  'goals/:': ['preparation', m.preparation_goal_edit_title],
  invitation: ['people', m.visits_crumb_invite],
  'invitation/several': ['people', m.ui_several_title],
  'new-dates': ['dates', m.visits_dates_change_title],
  'new-dates/refusal': ['dates', m.visits_dates_new_keep],
  'people/:/coordinator': ['people', m.visits_people_hand_over],
  'people/:/correction': ['people', m.visits_people_correct],
  'people/:/removal': ['people', m.visits_crumb_leaving],
  'preparation/changes': ['preparation', m.preparation_propose_title],
  'preparation/proposals/:': ['preparation', m.preparation_proposal_title],
  'programme/calendar': ['programme', m.programme_calendar_title],
  'programme/new': ['programme', m.programme_new_title],
  'programme/:': ['programme', m.programme_edit_title],
  proposals: ['dates', m.visits_dates_propose_title],
  refusal: ['dates', m.visits_decline_title],
  'summary/improvement': ['summary', m.evaluations_work_make],
  'summary/agreement': ['summary', m.evaluations_summary_agree_title],
  'summary/publishing': ['summary', m.evaluations_summary_publish_title],
  withdrawal: ['dates', m.visits_withdraw_title],
}

/** The way from the visit to the page at `pathname`, the page itself last and without a link; empty on the overview. */
export function trailOf(pathname: string, visitId: string): VisitCrumb[] {
  const base = `/visits/${visitId}`
  const path = pathname.slice(base.length).replace(/^\/|\/$/g, '')
  if (isSection(path)) return [{ label: sectionName(path) }]
  const [under, name] = pages[path.replace(/[0-9a-f-]{36}/g, ':')] ?? []
  if (!name) return []
  return [...(under ? [{ label: sectionName(under), to: `${base}/${under}` }] : []), { label: name() }]
}
