// The parts of a visit's pages that this room knows; routes add what the rooms above have seen.
import type { Actor } from '#app/kernel/actor.ts'
import { dayAt } from '#app/kernel/days.ts'
import { type Ctx, here, once } from '#db/context.server.ts'
import { canReadInside, checklistRolesOf, coordinatedSide, participantOf } from '../policy.ts'
import { findVisitFor } from '../queries.server.ts'
import { checklistItems, currentEntryRules } from '../reference.server.ts'
import { type ChecklistLine, checklistFor, type Seen } from '../rules/checklist.ts'
import { canAgree, type DateWarning, dateWarnings, unmarkedFor } from '../rules/dates.ts'
import { type NextStep, type NextStepFacts, nextStepFor } from '../rules/next-step.ts'
import type { EntryRules, SeenFact } from '../rules/reference.ts'
import type { VisitFile } from '../rules/words.ts'
import { hostLimitsOf } from './host-limits.server.ts'
import { checklistFactsOf, type Proposal, readStandings, type Standing, stepFactsOf } from './standing.server.ts'

/** What rooms above know about one visit. */
export type KnownAbove = { facts?: Partial<NextStepFacts>; seen?: Partial<Record<SeenFact, Seen>> }

const nothing: Standing = { proposals: [], confirmed: new Map(), ticks: [] }

async function standingOf(visitId: string, ctx: Ctx): Promise<Standing> {
  const standings = await once(ctx, `standing ${visitId}`, () => readStandings([visitId], ctx))
  return standings.get(visitId) ?? nothing
}

/** The actor's next step and the lines of the checklist that are theirs, or theirs to tick: none for those who only look on. */
export async function findOverviewFor(
  actor: Actor,
  visitId: string,
  above: KnownAbove | Promise<KnownAbove> = {},
  ctx: Ctx = here(),
): Promise<{ step: NextStep; checklist: ChecklistLine[] }> {
  const [file, standing, known] = await Promise.all([findVisitFor(actor, visitId, ctx), standingOf(visitId, ctx), above])
  const step = nextStepFor({ ...stepFactsOf(actor, file, standing, ctx.now), ...known.facts })
  const lines = linesFor(actor, file, standing, known, ctx.now)
  return { step, checklist: lines.filter((line) => line.isMine || line.mayTick) }
}

/** The lines of every role, so that each sees what the others have left. Empty for those who only look on. */
export async function findChecklistFor(
  actor: Actor,
  visitId: string,
  above: KnownAbove = {},
  ctx: Ctx = here(),
): Promise<ChecklistLine[]> {
  const file = await findVisitFor(actor, visitId, ctx)
  const standing = await standingOf(visitId, ctx)
  return linesFor(actor, file, standing, above, ctx.now)
}

function linesFor(actor: Actor, file: VisitFile, standing: Standing, above: KnownAbove, now: Date): ChecklistLine[] {
  if (!canReadInside(actor, file)) return []
  const reader = { roles: checklistRolesOf(actor, file), participantId: participantOf(actor, file)?.id ?? null }
  return checklistFor(checklistItems, checklistFactsOf(file, standing, above.seen), reader, now)
}

export type ProposalThere = Proposal & { warnings: DateWarning[]; mayAgree: boolean; mayMark: boolean }

/** The days on the table, with what speaks against each, and what the actor may do with them. Empty for those who look on. */
export async function listProposalsFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<ProposalThere[]> {
  const file = await findVisitFor(actor, visitId, ctx)
  if (!canReadInside(actor, file)) return []
  const { proposals } = await standingOf(visitId, ctx)
  const side = coordinatedSide(actor, file)
  const limits = await hostLimitsOf(file.hostUnit, ctx, visitId)
  const today = dayAt(ctx.now, file.visit.timeZone)
  const open = proposals.filter((proposal) => proposal.agreedAt === null)
  const unmarked = side ? unmarkedFor(open, side) : []
  return open.map((proposal) => ({
    ...proposal,
    warnings: dateWarnings(proposal, file.visit.groupSize, limits, today),
    mayAgree: side !== null && canAgree(proposal, side) && proposal.endsOn >= today,
    mayMark: unmarked.includes(proposal),
  }))
}

export type RulesThere = {
  rules: EntryRules
  /** When the actor confirmed this version; null: not yet; undefined: not a guest, so nothing to confirm. */
  mine: Date | null | undefined
  confirmed: { id: string; name: string; at: Date }[]
  missing: string[]
}

/** The rules before entry for this form of visit, and who has confirmed them. @throws not_found */
export async function findEntryRulesFor(actor: Actor, visitId: string, ctx: Ctx = here()): Promise<RulesThere> {
  const file = await findVisitFor(actor, visitId, ctx)
  const { confirmed } = await standingOf(visitId, ctx)
  const me = participantOf(actor, file)
  const guests = file.participants.filter((person) => person.side === 'guest' && person.leftAt === null)
  const inside = canReadInside(actor, file)
  return {
    rules: currentEntryRules(file.visit.form),
    mine: me?.side === 'guest' ? (confirmed.get(me.id) ?? null) : undefined,
    confirmed: file.participants.flatMap(({ id, name, leftAt }) => {
      const at = confirmed.get(id)
      return inside && at && leftAt === null ? [{ id, name, at }] : []
    }),
    missing: inside ? guests.filter((guest) => !confirmed.has(guest.id)).map((guest) => guest.name) : [],
  }
}
