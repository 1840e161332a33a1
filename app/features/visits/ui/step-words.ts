// What the next step says: a heading that begins with a verb, why, and the words of its button.
import { m } from '#app/paraglide/messages.js'
import type { StepKind } from '../rules/next-step.ts'

type Words = {
  title: (words: { other: string }) => string
  why: (words: { other: string }) => string
  button: () => string
}

const steps: Record<StepKind, Words> = {
  answer_request: {
    title: m.visits_step_answer_request_title,
    why: m.visits_step_answer_request_why,
    button: m.visits_step_answer_request_do,
  },
  answer_invitation: {
    title: m.visits_step_answer_invitation_title,
    why: m.visits_step_answer_invitation_why,
    button: m.visits_step_answer_invitation_do,
  },
  wait_for_answer: {
    title: m.visits_step_wait_for_answer_title,
    why: m.visits_step_wait_for_answer_why,
    button: m.visits_step_wait_for_answer_do,
  },
  mark_dates: {
    title: m.visits_step_mark_dates_title,
    why: m.visits_step_mark_dates_why,
    button: m.visits_step_mark_dates_do,
  },
  agree_dates: {
    title: m.visits_step_agree_dates_title,
    why: m.visits_step_agree_dates_why,
    button: m.visits_step_agree_dates_do,
  },
  propose_dates: {
    title: m.visits_step_propose_dates_title,
    why: m.visits_step_propose_dates_why,
    button: m.visits_step_propose_dates_do,
  },
  wait_for_dates: {
    title: m.visits_step_wait_for_dates_title,
    why: m.visits_step_wait_for_dates_why,
    button: m.visits_step_wait_for_dates_do,
  },
  answer_new_dates: {
    title: m.visits_step_answer_new_dates_title,
    why: m.visits_step_answer_new_dates_why,
    button: m.visits_step_answer_new_dates_do,
  },
  write_preparation: {
    title: m.visits_step_write_preparation_title,
    why: m.visits_step_write_preparation_why,
    button: m.visits_step_write_preparation_do,
  },
  invite_group: {
    title: m.visits_step_invite_group_title,
    why: m.visits_step_invite_group_why,
    button: m.visits_step_invite_group_do,
  },
  accept_changes: {
    title: m.visits_step_accept_changes_title,
    why: m.visits_step_accept_changes_why,
    button: m.visits_step_accept_changes_do,
  },
  answer_preparation: {
    title: m.visits_step_answer_preparation_title,
    why: m.visits_step_answer_preparation_why,
    button: m.visits_step_answer_preparation_do,
  },
  place_goals: {
    title: m.visits_step_place_goals_title,
    why: m.visits_step_place_goals_why,
    button: m.visits_step_place_goals_do,
  },
  plan_programme: {
    title: m.visits_step_plan_programme_title,
    why: m.visits_step_plan_programme_why,
    button: m.visits_step_plan_programme_do,
  },
  confirm_rules: {
    title: m.visits_step_confirm_rules_title,
    why: m.visits_step_confirm_rules_why,
    button: m.visits_step_confirm_rules_do,
  },
  wait_for_preparation: {
    title: m.visits_step_wait_for_preparation_title,
    why: m.visits_step_wait_for_preparation_why,
    button: m.visits_step_wait_for_preparation_do,
  },
  write_first_post: {
    title: m.visits_step_write_first_post_title,
    why: m.visits_step_write_first_post_why,
    button: m.visits_step_write_first_post_do,
  },
  read_programme: {
    title: m.visits_step_read_programme_title,
    why: m.visits_step_read_programme_why,
    button: m.visits_step_read_programme_do,
  },
  follow_now: {
    title: m.visits_step_follow_now_title,
    why: m.visits_step_follow_now_why,
    button: m.visits_step_follow_now_do,
  },
  answer_questionnaire: {
    title: m.visits_step_answer_questionnaire_title,
    why: m.visits_step_answer_questionnaire_why,
    button: m.visits_step_answer_questionnaire_do,
  },
  judge_goals: {
    title: m.visits_step_judge_goals_title,
    why: m.visits_step_judge_goals_why,
    button: m.visits_step_judge_goals_do,
  },
  write_summary: {
    title: m.visits_step_write_summary_title,
    why: m.visits_step_write_summary_why,
    button: m.visits_step_write_summary_do,
  },
  wait_for_summary: {
    title: m.visits_step_wait_for_summary_title,
    why: m.visits_step_wait_for_summary_why,
    button: m.visits_step_wait_for_summary_do,
  },
  answer_follow_up: {
    title: m.visits_step_answer_follow_up_title,
    why: m.visits_step_answer_follow_up_why,
    button: m.visits_step_answer_follow_up_do,
  },
  wait_for_follow_up: {
    title: m.visits_step_wait_for_follow_up_title,
    why: m.visits_step_wait_for_follow_up_why,
    button: m.visits_step_wait_for_follow_up_do,
  },
  read_what_it_gave: {
    title: m.visits_step_read_what_it_gave_title,
    why: m.visits_step_read_what_it_gave_why,
    button: m.visits_step_read_what_it_gave_do,
  },
  plan_next: {
    title: m.visits_step_plan_next_title,
    why: m.visits_step_plan_next_why,
    button: m.visits_step_plan_next_do,
  },
  ask_another: {
    title: m.visits_step_ask_another_title,
    why: m.visits_step_ask_another_why,
    button: m.visits_step_ask_another_do,
  },
  look_on: {
    title: m.visits_step_look_on_title,
    why: m.visits_step_look_on_why,
    button: m.visits_step_look_on_do,
  },
}

/** `other`: the name of the other side, which some of the sentences mention. */
export function stepWords(kind: StepKind, other: string): { title: string; why: string; button: string } {
  const { title, why, button } = steps[kind]
  return { title: title({ other }), why: why({ other }), button: button() }
}
