// From what happened to who is told. One line for each event that a room may send: a missing one does not compile.
import type { NotifyEvent } from '#app/jobs/events.ts'
import type { Ctx } from '#db/context.server.ts'
import { certificateReopened, certificateRevoked } from './certificates.server.ts'
import { datesChanged, factsChanged } from './changes.server.ts'
import { commented } from './comments.server.ts'
import { datesKept, datesMarked, datesProposed, requested, unanswered } from './dates.server.ts'
import type { Draft } from './draft.ts'
import { evaluationOpened, followUpOpened, summaryAgreed } from './evaluations.server.ts'
import { groupInvited } from './groups.server.ts'
import { emailChange, emailChanged, emailTaken, invitation, loginLink } from './identity.server.ts'
import { ratingAsked } from './mastery.server.ts'
import { moved } from './moves.server.ts'
import { leaderFollowed, leaderLeft, pairConfirmed, pairInvited, pairPractised, unitClosed } from './pairs.server.ts'
import { participantAdded, participantRemoved } from './people.server.ts'
import { changeAnswered, changesProposed, preparationDue, preparationSent, programmeChanged } from './preparation.server.ts'
import { stepDue, talkHandedOn, talkNear, talkSet } from './talks.server.ts'
import { learnerNamed, signatureAnswered, signatureAsked } from './teaching.server.ts'

/**
 * The mails that are due because of `event`, by the rights that hold at `ctx.now`. Asked twice: when the mails are laid out,
 * and again right before each is sent.
 */
export async function draftsFor(event: NotifyEvent, ctx: Ctx): Promise<Draft[]> {
  const drafts = await draftsOf(event, ctx)
  // Somebody who is due the same letter in two capacities gets one.
  return [...new Map(drafts.map((draft) => [draft.to.email, draft])).values()]
}

function draftsOf(event: NotifyEvent, ctx: Ctx): Promise<Draft[]> {
  switch (event.event) {
    case 'identity.login_link':
      return loginLink(event, ctx)
    case 'identity.email_change':
      return emailChange(event, ctx)
    case 'identity.email_changed':
      return emailChanged(event, ctx)
    case 'identity.email_taken':
      return emailTaken(event, ctx)
    case 'identity.invitation':
      return invitation(event, ctx)
    case 'teaching.named':
      return learnerNamed(event, ctx)
    case 'teaching.asked':
      return signatureAsked(event, ctx)
    case 'teaching.answered':
      return signatureAnswered(event, ctx)
    case 'visits.requested':
      return requested(event, ctx)
    case 'visits.unanswered':
      return unanswered(event, ctx)
    case 'visits.moved':
      return moved(event, ctx)
    case 'visits.dates_proposed':
      return datesProposed(event, ctx)
    case 'visits.dates_marked':
      return datesMarked(event, ctx)
    case 'visits.dates_changed':
      return datesChanged(event, ctx)
    case 'visits.dates_kept':
      return datesKept(event, ctx)
    case 'visits.facts_changed':
      return factsChanged(event, ctx)
    case 'visits.participant_added':
      return participantAdded(event, ctx)
    case 'visits.participant_removed':
      return participantRemoved(event, ctx)
    case 'preparation.sent':
      return preparationSent(event, ctx)
    case 'preparation.changes_proposed':
      return changesProposed(event, ctx)
    case 'preparation.change_answered':
      return changeAnswered(event, ctx)
    case 'preparation.due':
      return preparationDue(event, ctx)
    case 'programme.changed':
      return programmeChanged(event, ctx)
    case 'blogs.commented':
      return commented(event, ctx)
    case 'mastery.asked':
      return ratingAsked(event, ctx)
    case 'pairs.invited':
      return pairInvited(event, ctx)
    case 'pairs.group_invited':
      return groupInvited(event, ctx)
    case 'pairs.confirmed':
      return pairConfirmed(event, ctx)
    case 'pairs.leader_left':
      return leaderLeft(event, ctx)
    case 'pairs.leader_followed':
      return leaderFollowed(event, ctx)
    case 'pairs.talk_handed_on':
      return talkHandedOn(event, ctx)
    case 'pairs.unit_closed':
      return unitClosed(event, ctx)
    case 'pairs.practised':
      return pairPractised(event, ctx)
    case 'pairs.talk_set':
      return talkSet(event, ctx)
    case 'pairs.talk_near':
      return talkNear(event, ctx)
    case 'pairs.step_due':
      return stepDue(event, ctx)
    case 'certificates.revoked':
      return certificateRevoked(event, ctx)
    case 'certificates.reopened':
      return certificateReopened(event, ctx)
    case 'evaluations.opened':
    case 'evaluations.reminder':
      return evaluationOpened(event, ctx)
    case 'evaluations.summary_agreed':
      return summaryAgreed(event, ctx)
    case 'evaluations.follow_up_opened':
    case 'evaluations.follow_up_reminder':
      return followUpOpened(event, ctx)
    default:
      return untold(event)
  }
}

function untold(event: never): never {
  throw new Error(`Nobody has written a letter for ${JSON.stringify(event)}.`)
}
