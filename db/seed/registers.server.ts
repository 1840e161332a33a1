// The training registers of the demo world, written by those who keep them and counted at the end of each of the last quarters.
import { firstDayOf, quarterOf } from '#app/features/indicators/rules/periods.ts'
import { countRegister } from '#app/features/training/commands/count-registers.server.ts'
import { addCourse } from '#app/features/training/commands/courses.server.ts'
import { decideCounting } from '#app/features/training/commands/decide-counting.server.ts'
import { addEmployee } from '#app/features/training/commands/employees.server.ts'
import { addDays, addMonths } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'
import { actorOf, at, idOf, type Stage } from './play/stage.server.ts'
import { addressOf, type PersonKey, people } from './world/people.ts'
import { type EmployeeSeed, registers } from './world/registers.ts'

const QUARTERS = 8

/** Who keeps a register that the region's education lead does not. */
const keepers: Partial<Record<string, PersonKey>> = { bjorkudden: 'per' }

export async function seedRegisters(stage: Stage): Promise<void> {
  const running = quarterOf(stage.today)
  const firstDay = firstDayOf(running - QUARTERS)
  const beginning = at(stage, firstDay, '09:00')
  const definition = {
    ...{ id: newId(), unitId: idOf(stage.units, 'region'), language: 'sv', validFrom: firstDay },
    ...{ base: 'supervising' as const, basicStep: 1, validMonths: undefined },
    reason: 'Strategin talar om handledares andel. Vi räknar dem som handleder och dem som kan få uppdraget.',
  }
  await decideCounting(await actorOf('anders', stage, stage.ctx), definition, beginning)
  for (const { unit, provider, employees } of registers) {
    const keeper = await actorOf(keepers[unit] ?? 'anders', stage, stage.ctx)
    const unitId = idOf(stage.units, unit)
    for (const [who, supervising, ...courses] of employees) {
      const employeeId = newId()
      await addEmployee(keeper, { id: employeeId, unitId, ...knownAs(who), reference: '', supervising }, beginning)
      for (const [step, ago] of courses) {
        const course = { step, takenOn: addMonths(stage.today, -ago), provider, place: 'Norrsjö', note: '' }
        await addCourse(keeper, { id: newId(), unitId, employeeId, ...course }, beginning)
      }
    }
    for (let quarter = running - QUARTERS; quarter < running; quarter += 1) {
      await countRegister(keeper, { unitId }, at(stage, addDays(firstDayOf(quarter + 1), -1), '12:00'))
    }
  }
}

function knownAs(who: EmployeeSeed[0]): { name: string; email?: string } {
  return typeof who === 'string' ? { name: who } : { name: people[who.cast].name, email: addressOf(people[who.cast]) }
}
