// A unit's register as a page shows it: all of it to those who keep it, one's own row to those who stand in it.
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { isHeldAt } from '#app/features/identity/queries/held-now.server.ts'
import { readStore } from '#app/features/indicators/queries/read.server.ts'
import { indicatorOf } from '#app/features/indicators/reference.server.ts'
import { quarterOf } from '#app/features/indicators/rules/periods.ts'
import { type StatusName, statusOf } from '#app/features/indicators/rules/status.ts'
import { targetInForce } from '#app/features/indicators/rules/targets.ts'
import type { Target } from '#app/features/indicators/rules/words.ts'
import { sortByName } from '#app/i18n/format.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { type Day, dayAt } from '#app/kernel/days.ts'
import { found } from '#app/kernel/errors.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { Ctx } from '#db/context.server.ts'
import { registerCounts, roles, trainingEmployees, units, users } from '#db/schema/index.ts'
import { canAskForOwnRow, canDecideCounting, canKeepRegister } from '../policy.ts'
import { definitions } from '../reference.server.ts'
import { type CountingRule, isCounted, isEmployedOn, type RuleInForce, ruleInForce } from '../rules/counting.ts'
import { type CourseStanding, hasBasic, standingOn } from '../rules/standing.ts'
import { fedIndicator } from '../words.ts'
import { listVersions, type SignedVersion } from './counting.server.ts'
import { type Course, type Employee, hasBeenCounted, readRegister } from './read-register.server.ts'
import { entitlementWords, titleOf } from './steps.server.ts'

export type EmployeeView = Omit<Employee, 'courses'> & {
  courses: (CourseStanding<Course> & { title: string; missingTitles: string[] })[]
  /** Titles of the steps held today. */
  holds: string[]
  /** Whom they may supervise today, in words. */
  entitles: string[]
  isCounted: boolean
  isTrained: boolean
  isEmployed: boolean
  hasAccount: boolean
}

export type RegisterPage = {
  unit: { id: string; name: string }
  /** All rows, or only the reader's own. */
  sees: 'all' | 'own'
  today: Day
  force: RuleInForce<SignedVersion>
  basicTitle: string
  /** By name, those whose employment is over last. */
  employees: EmployeeView[]
  count: { numerator: number; denominator: number }
  /** How today's count stands against the target in force. */
  status: StatusName
  /** The latest count that the indicator was told of; null when there is none, and for those who see only their own row. */
  told: ToldCount | null
  may: { keep: boolean; decide: boolean }
}

export type ToldCount = Pick<typeof registerCounts.$inferSelect, 'onDay' | 'numerator' | 'denominator' | 'isShown'>

/**
 * The register; for those who do not keep it only the rows with their own e-mail address.
 * @throws DomainError not_found for those who neither keep it nor stand in it
 */
export async function findRegisterFor(actor: Actor, unitId: string, locale: Locale, ctx: Ctx): Promise<RegisterPage> {
  const [row] = await ctx.db.select().from(units).where(eq(units.id, unitId))
  const unit = found(row)
  const keeps = canKeepRegister(actor, unit.lineage)
  found(keeps || canAskForOwnRow(actor, unit.lineage) || undefined)
  const today = dayAt(ctx.now, unit.timeZone)
  const force = ruleInForce(unit.lineage, await listVersions(unit.lineage, ctx), today)
  const all = await readRegister(unitId, ctx)
  const seen = keeps ? all : all.filter((employee) => isOwn(actor, employee))
  found(keeps || seen.length > 0 || undefined)
  const accounts = await addressesWithAccount(unit.lineage, seen, ctx)
  const view = (employee: Employee) => viewOf(employee, { rule: force.rule, today, locale, accounts })
  const employees = sortByName(seen.map(view), (employee) => employee.name)
  const counted = employees.filter((employee) => employee.isCounted)
  const count = { numerator: counted.filter((employee) => employee.isTrained).length, denominator: counted.length }
  return {
    unit: { id: unit.id, name: unit.name },
    sees: keeps ? 'all' : 'own',
    today,
    force,
    basicTitle: titleOf(force.rule.basicStep, today, locale),
    employees: [...employees.filter((one) => one.isEmployed), ...employees.filter((one) => !one.isEmployed)],
    count,
    status: statusOf(count, await targetOf(unit, ctx), false).name,
    told: keeps ? await lastToldCount(unitId, ctx) : null,
    may: { keep: keeps && unit.closedAt === null, decide: canDecideCounting(actor, unit.lineage) },
  }
}

/** The same for those who write in it. @throws DomainError not_found for others, and when the unit is closed */
export async function findKeptRegisterFor(actor: Actor, unitId: string, locale: Locale, ctx: Ctx): Promise<RegisterPage> {
  const register = await findRegisterFor(actor, unitId, locale, ctx)
  found(register.may.keep || undefined)
  return register
}

export type EmployeePage = {
  unit: RegisterPage['unit']
  employee: EmployeeView
  today: Day
  /** Steps that a course can be of. */
  steps: { step: number; title: string }[]
  /** Has a count been made of them? Then they are ended, not erased. */
  wasCounted: boolean
}

/** One employee, for those who keep the register. @throws DomainError not_found */
export async function findEmployeeFor(
  actor: Actor,
  { unitId, employeeId, locale }: { unitId: string; employeeId: string; locale: Locale },
  ctx: Ctx,
): Promise<EmployeePage> {
  const { unit, employees, today } = await findKeptRegisterFor(actor, unitId, locale, ctx)
  const employee = found(employees.find((one) => one.id === employeeId))
  const steps = [...new Set(definitions.map((each) => each.step))]
  return {
    ...{ unit, employee, today },
    steps: steps.map((step) => ({ step, title: titleOf(step, today, locale) })),
    wasCounted: await hasBeenCounted(employeeId, ctx),
  }
}

/** May the actor open the unit's register page at all? For links. */
export async function seesRegister(actor: Actor, unit: { id: string; lineage: readonly string[] }, ctx: Ctx): Promise<boolean> {
  if (canKeepRegister(actor, unit.lineage)) return true
  if (actor.kind !== 'person' || !canAskForOwnRow(actor, unit.lineage)) return false
  const { id, unitId, email } = trainingEmployees
  const own = and(eq(unitId, unit.id), eq(email, actor.email))
  return (await ctx.db.select({ id }).from(trainingEmployees).where(own).limit(1)).length > 0
}

async function targetOf(unit: { id: string; lineage: string[] }, ctx: Ctx): Promise<Target | null> {
  const { indicatorId } = fedIndicator
  const wanted = {
    unitId: unit.id,
    homeIds: [],
    indicatorIds: [indicatorId],
    since: quarterOf('9999-12-31'),
    targetsOf: indicatorId,
  }
  const { targets } = await readStore(ctx, wanted)
  return targetInForce(indicatorOf(indicatorId)?.target ?? null, unit.lineage, targets)?.target ?? null
}

async function lastToldCount(unitId: string, ctx: Ctx): Promise<ToldCount | null> {
  const [count] = await ctx.db
    .select()
    .from(registerCounts)
    .where(eq(registerCounts.unitId, unitId))
    .orderBy(desc(registerCounts.quarter))
    .limit(1)
  return count ?? null
}

function isOwn(actor: Actor, { email }: Pick<Employee, 'email'>): boolean {
  return actor.kind === 'person' && email !== '' && email === actor.email
}

type Seen = { rule: CountingRule; today: Day; locale: Locale; accounts: ReadonlySet<string> }

function viewOf(employee: Employee, { rule, today, locale, accounts }: Seen): EmployeeView {
  const { courses, holds, entitles } = standingOn(definitions, employee.courses, today, rule.validMonths)
  return {
    ...employee,
    courses: courses.map((standing) => ({
      ...standing,
      title: titleOf(standing.course.step, standing.course.takenOn, locale),
      missingTitles: standing.missing.map((step) => titleOf(step, standing.course.takenOn, locale)),
    })),
    holds: holds.map((step) => titleOf(step, today, locale)),
    entitles: entitlementWords(entitles, locale),
    isCounted: isCounted(employee, rule, today),
    isTrained: hasBasic(definitions, holds, rule.basicStep),
    isEmployed: isEmployedOn(employee, today),
    hasAccount: accounts.has(employee.email),
  }
}

/**
 * Addresses in the register that an account with a role in the unit's organisation has. Other accounts are nobody's business
 * here: to type an address must not tell whether somebody elsewhere uses Samlära.
 */
async function addressesWithAccount(
  lineage: readonly string[],
  employees: readonly Employee[],
  ctx: Ctx,
): Promise<Set<string>> {
  const addresses = employees.map((employee) => employee.email).filter(Boolean)
  if (addresses.length === 0) return new Set()
  const rows = await ctx.db
    .selectDistinct({ email: users.email })
    .from(users)
    .innerJoin(roles, eq(roles.userId, users.id))
    .where(
      and(inArray(users.email, addresses), inArray(roles.unitId, [...lineage]), isNull(users.suspendedAt), isHeldAt(ctx.now)),
    )
  return new Set(rows.map((row) => row.email))
}
