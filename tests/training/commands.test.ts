import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { addCourse, changeCourse, removeCourse } from '#app/features/training/commands/courses.server.ts'
import { decideCounting, withdrawCounting } from '#app/features/training/commands/decide-counting.server.ts'
import { addEmployee, changeEmployee, removeEmployee } from '#app/features/training/commands/employees.server.ts'
import { findCountingFor } from '#app/features/training/queries/counting.server.ts'
import { findRegisterFor } from '#app/features/training/queries/register.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { registerCounts, roles, trainingEmployees } from '#db/schema/index.ts'
import { anAdmin, anOutsider, aPersonWith, personOf } from '#tests/support/actors.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aRole, aUnit, aUser, aVisit } from '#tests/support/factories.ts'
import { anEmployee, aWard } from './registers.ts'

const åse = { name: 'Åse Solheim', reference: '', supervising: 'supervises' as const }

async function stored(ctx: TestCtx, id: string) {
  const [row] = await ctx.db.select().from(trainingEmployees).where(eq(trainingEmployees.id, id))
  return row
}

test('a manager writes somebody in, once however often the button is pressed', async ({ ctx }) => {
  const { ward, manager } = await aWard(ctx)
  const input = { id: newId(), unitId: ward.id, ...åse, email: 'ase@example.org' }
  await addEmployee(manager, input, ctx)
  await addEmployee(manager, input, ctx)
  const { employees, sees } = await findRegisterFor(manager, ward.id, 'sv', ctx)
  expect(employees.map(({ name, email }) => [name, email])).toEqual([['Åse Solheim', 'ase@example.org']])
  expect(sees).toBe('all')
})

test('two of one name need an address or a reference to be told apart', async ({ ctx }) => {
  const { ward, manager } = await aWard(ctx)
  await addEmployee(manager, { id: newId(), unitId: ward.id, ...åse }, ctx)
  const again = { id: newId(), unitId: ward.id, ...åse, name: 'åse  solheim' }
  await expect(addEmployee(manager, again, ctx)).rejects.toMatchObject({ reason: 'training_error_twice' })
  await addEmployee(manager, { ...again, reference: 'AS2' }, ctx)
  expect((await findRegisterFor(manager, ward.id, 'sv', ctx)).employees).toHaveLength(2)
})

test('what two managers write at once is not lost: the later one is told', async ({ ctx }) => {
  const { ward, manager, lead } = await aWard(ctx)
  const { id } = await anEmployee(ctx, ward, { name: 'Åse Solheim' })
  const place = { unitId: ward.id, employeeId: id, version: 1 }
  await changeEmployee(manager, { ...åse, ...place, supervising: 'neither' }, ctx)
  await expect(changeEmployee(lead, { ...åse, ...place }, ctx)).rejects.toMatchObject({ reason: 'training_error_version' })
  expect(await stored(ctx, id)).toMatchObject({ supervising: 'neither', version: 2 })
})

test('whoever has not been counted is erased, whoever has is ended and kept', async ({ ctx }) => {
  const { ward, manager } = await aWard(ctx)
  const mistake = await anEmployee(ctx, ward, { took: [[1, '2025-02-03']] })
  const place = { unitId: ward.id }
  expect(await removeEmployee(manager, { ...place, employeeId: mistake.id }, ctx)).toBe('erased')
  expect(await stored(ctx, mistake.id)).toBeUndefined()
  const counted = await anEmployee(ctx, ward)
  const count = { quarter: 8105, onDay: '2026-04-14', numerator: 0, denominator: 1, isShown: false, countedAt: ctx.now }
  await ctx.db.insert(registerCounts).values({ ...place, ...count })
  expect(await removeEmployee(manager, { ...place, employeeId: counted.id }, ctx)).toBe('ended')
  expect(await stored(ctx, counted.id)).toMatchObject({ employedUntil: '2026-04-13' })
  const later = await anEmployee(ctx.at('2026-04-20T08:00:00Z'), ward)
  expect(await removeEmployee(manager, { ...place, employeeId: later.id }, ctx)).toBe('erased')
})

test('a course is added, changed and taken back, and must have been given on its day', async ({ ctx }) => {
  const { ward, manager } = await aWard(ctx)
  const { id } = await anEmployee(ctx, ward)
  const place = { unitId: ward.id, employeeId: id }
  const course = { step: 1, takenOn: '2025-02-03', provider: 'Vård- och omsorgscollege', place: 'Örebro', note: '' }
  const courseId = newId()
  await addCourse(manager, { id: courseId, ...place, ...course }, ctx)
  await addCourse(manager, { id: courseId, ...place, ...course }, ctx)
  const twice = addCourse(manager, { id: newId(), ...place, ...course }, ctx)
  await expect(twice).rejects.toMatchObject({ reason: 'training_error_course_twice' })
  const never = addCourse(manager, { id: newId(), ...place, ...course, step: 0 }, ctx)
  await expect(never).rejects.toMatchObject({ reason: 'training_error_no_step' })
  const change = { ...place, courseId, ...course, version: 1 }
  await changeCourse(manager, { ...change, takenOn: '2025-03-03' }, ctx)
  const stale = changeCourse(manager, { ...change, note: 'Typed before the day was put right' }, ctx)
  await expect(stale).rejects.toMatchObject({ code: 'conflict', reason: 'training_error_version' })
  const read = async () => (await findRegisterFor(manager, ward.id, 'en', ctx)).employees[0]
  expect(await read()).toMatchObject({ holds: ['Supervisor training step 1'], isTrained: true })
  expect((await read())?.entitles).toContain('trainees')
  await removeCourse(manager, { ...place, courseId }, ctx)
  expect(await read()).toMatchObject({ holds: [], courses: [], isTrained: false })
})

test('a course or an employee of another unit is not found, whatever the address says', async ({ ctx }) => {
  const { ward, manager } = await aWard(ctx)
  const other = await aWard(ctx)
  const { id: employeeId, courseIds } = await anEmployee(ctx, other.ward, { took: [[1, '2025-02-03']] })
  const own = await anEmployee(ctx, ward)
  const course = { step: 1, takenOn: '2025-02-03', provider: '', place: '', note: '', version: 1, courseId: courseIds[0] ?? '' }
  const notFound = { code: 'not_found' }
  await expect(removeEmployee(manager, { unitId: ward.id, employeeId }, ctx)).rejects.toMatchObject(notFound)
  await expect(changeCourse(manager, { ...course, unitId: ward.id, employeeId: own.id }, ctx)).rejects.toMatchObject(notFound)
  await removeCourse(manager, { unitId: ward.id, employeeId: own.id, courseId: course.courseId }, ctx)
  expect((await findRegisterFor(other.manager, other.ward.id, 'sv', ctx)).employees[0]?.courses).toHaveLength(1)
})

test('an outsider, a guest, a former member and the manager of another unit neither see nor change a register', async ({
  ctx,
}) => {
  const { ward, manager } = await aWard(ctx)
  const user = await aUser(ctx, { name: 'Jón Þórsson', email: 'jon@example.org' })
  const { id: employeeId } = await anEmployee(ctx, ward, { name: user.name, email: user.email })
  const visit = await aVisit(ctx, { host: ward })
  const guest = await aPersonWith(ctx, 'guest', { visit }, user)
  const former = personOf(user)
  await aRole(ctx, user, 'member', { unit: ward, endsAt: ctx.now })
  const elsewhere = await aPersonWith(ctx, 'unit_manager', { unit: await aUnit(ctx) }, user)
  for (const stranger of [await anOutsider(ctx), guest, former, elsewhere]) {
    await expect(findRegisterFor(stranger, ward.id, 'sv', ctx)).rejects.toMatchObject({ code: 'not_found' })
    const place = { unitId: ward.id, employeeId }
    await expect(removeEmployee(stranger, place, ctx)).rejects.toMatchObject({ code: 'not_found' })
    await expect(addEmployee(stranger, { id: newId(), unitId: ward.id, ...åse }, ctx)).rejects.toMatchObject({
      code: 'not_found',
    })
  }
  expect((await findRegisterFor(manager, ward.id, 'sv', ctx)).employees).toHaveLength(1)
})

test('a colleague sees the own row by the e-mail address of the account, and nobody else’s', async ({ ctx }) => {
  const { ward } = await aWard(ctx)
  const samira = await aPersonWith(ctx, 'supervisor', { unit: ward })
  await anEmployee(ctx, ward, { name: 'Freja Østergaard', email: 'freja@example.org' })
  await expect(findRegisterFor(samira, ward.id, 'sv', ctx)).rejects.toMatchObject({ code: 'not_found' })
  await anEmployee(ctx, ward, { name: 'Samira Nilsson', email: samira.email })
  const { employees, sees, may } = await findRegisterFor(samira, ward.id, 'sv', ctx)
  expect(employees.map(({ name, hasAccount }) => [name, hasAccount])).toEqual([['Samira Nilsson', true]])
  expect({ sees, may }).toEqual({ sees: 'own', may: { keep: false, decide: false } })
})

test('an address is only said to have an account when the account belongs to the unit’s organisation', async ({ ctx }) => {
  const { ward, region, manager } = await aWard(ctx)
  const near = await aPersonWith(ctx, 'member', { unit: region })
  const far = await anOutsider(ctx)
  for (const { name, email } of [near, far]) await anEmployee(ctx, ward, { name, email })
  const { employees } = await findRegisterFor(manager, ward.id, 'sv', ctx)
  const told = employees.filter(({ hasAccount }) => hasAccount).map(({ email }) => email)
  expect(told).toEqual([near.email])
})

test('nobody writes in the register of a closed unit', async ({ ctx }) => {
  const { ward, manager } = await aWard(ctx)
  const closed = await aUnit(ctx, { closedAt: ctx.now })
  const admin = await anAdmin(ctx)
  const input = { id: newId(), unitId: closed.id, ...åse }
  await expect(addEmployee(admin, input, ctx)).rejects.toMatchObject({ reason: 'training_error_closed_unit' })
  expect((await findRegisterFor(manager, ward.id, 'sv', ctx)).may.keep).toBe(true)
})

const decision = (unitId: string, given: object = {}) => ({
  ...{ id: newId(), unitId, base: 'everybody' as const, basicStep: 1, validFrom: '2026-04-14', language: 'sv' },
  ...{ reason: 'Alla ska kunna ta emot en elev.' },
  ...given,
})

test('the region’s definition holds at the ward, signed, until the ward’s nearer one; taken back, the region’s holds again', async ({
  ctx,
}) => {
  const { region, ward, lead, manager } = await aWard(ctx)
  await anEmployee(ctx, ward, { supervising: 'neither' })
  await anEmployee(ctx, ward, { took: [[1, '2025-02-03']] })
  const count = async () => (await findRegisterFor(manager, ward.id, 'sv', ctx)).count
  expect(await count()).toEqual({ numerator: 1, denominator: 1 })
  const input = decision(region.id)
  await decideCounting(lead, input, ctx)
  await decideCounting(lead, input, ctx)
  expect(await count()).toEqual({ numerator: 1, denominator: 2 })
  const page = await findCountingFor(manager, ward.id, 'sv', ctx)
  expect(page.force.version).toMatchObject({ unitName: 'Regionen', setName: lead.name, reason: input.reason })
  expect(page.own).toEqual([])
  await decideCounting(lead, decision(ward.id, { base: 'supervising', basicStep: 2 }), ctx)
  expect(await count()).toEqual({ numerator: 0, denominator: 1 })
  await withdrawCounting(lead, { id: newId(), unitId: ward.id, language: 'sv', reason: 'Vi följer regionen igen.' }, ctx)
  expect(await count()).toEqual({ numerator: 1, denominator: 2 })
  expect((await findCountingFor(lead, ward.id, 'sv', ctx)).own).toHaveLength(2)
})

test('a definition from a later day waits for its day', async ({ ctx }) => {
  const { region, ward, lead } = await aWard(ctx)
  await decideCounting(lead, decision(region.id, { validFrom: '2026-07-01' }), ctx)
  expect((await findCountingFor(lead, ward.id, 'sv', ctx)).force.version).toBeNull()
  const summer = await findCountingFor(lead, ward.id, 'sv', ctx.at('2026-07-01T08:00:00Z'))
  expect(summer.force.rule.base).toBe('everybody')
})

test('a manager reads who is counted and decides nothing; an outsider does not find it', async ({ ctx }) => {
  const { ward, manager } = await aWard(ctx)
  await expect(decideCounting(manager, decision(ward.id), ctx)).rejects.toMatchObject({ code: 'forbidden' })
  const stranger = await anOutsider(ctx)
  await expect(decideCounting(stranger, decision(ward.id), ctx)).rejects.toMatchObject({ code: 'not_found' })
  expect((await findCountingFor(manager, ward.id, 'sv', ctx)).may).toEqual({ decide: false, keep: true })
  const before = await ctx.db.select().from(roles)
  expect(before.length).toBeGreaterThan(0)
})

test('no step that never was can count as basic training', async ({ ctx }) => {
  const { region, lead } = await aWard(ctx)
  await expect(decideCounting(lead, decision(region.id, { basicStep: 7 }), ctx)).rejects.toMatchObject({ code: 'invalid' })
})
