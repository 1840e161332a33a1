// A learning group: colleagues who walk a path at a unit or below it, and share thoughts with those who are in it right now.
import { z } from 'zod'
import { id } from '#app/kernel/ids.ts'

export type GroupMember = {
  id: string
  personId: string
  name: string
  invitedAt: Date
  joinedAt: Date | null
  endedAt: Date | null
  /** Works at the group's unit or below it, or leads it from above, today. */
  belongs: boolean
}

export type GroupFile = {
  id: string
  pathId: string
  name: string
  language: string
  madeBy: string | null
  unit: { id: string; name: string; language: string; lineage: string[] }
  members: GroupMember[]
}

/**
 * Those who are in it now: they read what is shared, and nobody else does. Whoever leaves the unit is out of it without anybody
 * having to think of it, and in it again when they come back.
 */
export function presentMembers(group: Pick<GroupFile, 'members'>): GroupMember[] {
  return group.members.filter((one) => one.joinedAt !== null && one.endedAt === null && one.belongs)
}

/** Those who have not answered. */
export function askedMembers(group: Pick<GroupFile, 'members'>): GroupMember[] {
  return group.members.filter((one) => one.joinedAt === null && one.endedAt === null && one.belongs)
}

export const groupInput = z.object({ id, unitId: id, pathId: z.string().min(1), name: z.string().trim().min(1).max(120) })
export const groupInvitationInput = z.object({ personId: id })

/** How a group is named among those to share with: pairs are named by their id alone. */
const ofGroup = 'group:'
export const groupChoice = z.string().refine((value) => id.safeParse(groupIn(value)).success)

/** The group as a choice in a form. */
export function choiceOf(groupId: string): string {
  return `${ofGroup}${groupId}`
}

/** The group that was chosen; null for another kind of choice. */
export function groupIn(choice: string): string | null {
  return choice.startsWith(ofGroup) ? choice.slice(ofGroup.length) : null
}
