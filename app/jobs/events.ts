// What lower rooms may ask the notifications room to tell people. Ids only: the texts are looked up when the mail is made,
// so that somebody who has lost their rights in the meantime is not told.
import { z } from 'zod'
import { day } from '#app/kernel/days.ts'

const id = z.uuid()

export const notifyEvent = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('identity.login_link'),
    userId: id,
    token: z.string(),
    code: z.string(),
    to: z.string().optional(),
  }),
  z.object({ event: z.literal('identity.email_change'), changeId: id, token: z.string(), code: z.string() }),
  /** To the address that the account has left. */
  z.object({ event: z.literal('identity.email_changed'), changeId: id }),
  /** To the holder of an account whose address somebody else wanted to move to. */
  z.object({ event: z.literal('identity.email_taken'), userId: id }),
  z.object({ event: z.literal('identity.invitation'), invitationId: id, token: z.string() }),
  z.object({ event: z.literal('visits.requested'), visitId: id }),
  z.object({ event: z.literal('visits.moved'), visitId: id, moveId: id }),
  z.object({ event: z.literal('visits.dates_proposed'), visitId: id }),
  z.object({ event: z.literal('visits.dates_marked'), visitId: id }),
  z.object({ event: z.literal('visits.dates_changed'), visitId: id }),
  z.object({ event: z.literal('visits.dates_kept'), visitId: id, proposalId: id }),
  /** Title, form or meeting link, once the days stand. */
  z.object({ event: z.literal('visits.facts_changed'), visitId: id }),
  /** A colleague with an account who sat down without an invitation. */
  z.object({ event: z.literal('visits.participant_added'), visitId: id, participantId: id }),
  z.object({ event: z.literal('visits.participant_removed'), visitId: id, participantId: id }),
  /** The clock: the asked side has not answered for some working days. */
  z.object({ event: z.literal('visits.unanswered'), visitId: id }),
  z.object({ event: z.literal('preparation.sent'), visitId: id }),
  z.object({ event: z.literal('preparation.changes_proposed'), visitId: id }),
  z.object({ event: z.literal('preparation.change_answered'), visitId: id, proposalId: id }),
  /** The clock: the last day is near, or has passed. `stage`: days before it from which this reminder is due. */
  z.object({ event: z.literal('preparation.due'), visitId: id, dueOn: day, stage: z.number().int() }),
  /** The clock: points of the programme have changed on this day. */
  z.object({ event: z.literal('programme.changed'), visitId: id, day }),
  /** The clock: comments were written on the post in the hour before `until`, told in one mail. */
  z.object({ event: z.literal('blogs.commented'), postId: id, until: z.iso.datetime() }),
  /** Somebody is asked to walk a path with a colleague. */
  z.object({ event: z.literal('pairs.invited'), pairId: id, personId: id }),
  /** Somebody is asked to a learning group. */
  z.object({ event: z.literal('pairs.group_invited'), groupId: id, personId: id }),
  /** One of the two stands behind this version of their joint step, the other does not yet. */
  z.object({
    event: z.literal('pairs.confirmed'),
    pairId: id,
    moduleId: z.string(),
    version: z.number().int(),
    walker: z.enum(['resource_person', 'leader']),
  }),
  /** One of the two has told how a practice task went; the other one signs it or sends it back. */
  z.object({
    event: z.literal('pairs.practised'),
    pairId: id,
    pathId: z.string(),
    moduleId: z.string(),
    activityId: z.string(),
    walker: z.enum(['resource_person', 'leader']),
    version: z.number().int(),
  }),
  /** A colleague was named among those who learnt: did they take part? */
  z.object({ event: z.literal('teaching.named'), sessionId: id, personId: id }),
  /** A session waits for those who lead the unit. */
  z.object({ event: z.literal('teaching.asked'), sessionId: id }),
  /** A manager has signed it, or sent it back. */
  z.object({ event: z.literal('teaching.answered'), sessionId: id }),
  /** The clock: a round of self-rating is open for somebody who has not answered. `again`: the second and last time. */
  z.object({
    event: z.literal('mastery.asked'),
    pairId: id,
    personId: id,
    round: z.enum(['before', 'end', 'after']),
    again: z.boolean(),
  }),
  /** The clock: the manager of a pair no longer belongs to its unit. */
  z.object({ event: z.literal('pairs.leader_left'), pairId: id, leaderId: id }),
  /** Another manager walks on in the place of this one. */
  z.object({ event: z.literal('pairs.leader_followed'), pairId: id, leaderId: id }),
  /**
   * A talk that lies ahead, out of the former manager's calendar, if there still is one, and into the new one's; `sequence`: as
   * in talk_set.
   */
  z.object({ event: z.literal('pairs.talk_handed_on'), talkId: id, fromId: id.nullable(), sequence: z.number().int() }),
  /** The clock: the unit of a pair has closed. */
  z.object({ event: z.literal('pairs.unit_closed'), pairId: id, unitId: id }),
  /** A talk was planned, moved or called off; `sequence`: which change of its calendar entry. */
  z.object({ event: z.literal('pairs.talk_set'), talkId: id, sequence: z.number().int() }),
  /** The clock: the talk is tomorrow. */
  z.object({ event: z.literal('pairs.talk_near'), talkId: id, day }),
  /** The clock: the day has come on which the two wanted to be reminded of their next step. */
  z.object({ event: z.literal('pairs.step_due'), talkId: id, day }),
  /** Taken back by those who gave it; and when a new one may be fetched after all. */
  z.object({ event: z.literal('certificates.revoked'), certificateId: id }),
  z.object({ event: z.literal('certificates.reopened'), certificateId: id }),
  z.object({ event: z.literal('evaluations.opened'), evaluationId: id }),
  z.object({ event: z.literal('evaluations.reminder'), evaluationId: id }),
  z.object({ event: z.literal('evaluations.summary_agreed'), visitId: id, side: z.enum(['host', 'guest']) }),
  z.object({ event: z.literal('evaluations.follow_up_opened'), followUpId: id }),
  z.object({ event: z.literal('evaluations.follow_up_reminder'), followUpId: id }),
])

export type NotifyEvent = z.infer<typeof notifyEvent>
