// Results of the student and staff surveys over twelve quarters, invented: the surveys themselves come into the product later,
// their counts go into the same store as those of the visits.
import { recordObservations } from '#app/features/indicators/commands/record-observations.server.ts'
import { reportStatus } from '#app/features/indicators/commands.server.ts'
import type { Observation, ReportLevel, RespondentGroup } from '#app/features/indicators/rules/words.ts'
import { addDays, addMonths } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'
import { dice } from './play/dice.ts'
import { actorOf, at, idOf, type Stage, writes } from './play/stage.server.ts'
import type { PersonKey } from './world/people.ts'
import type { UnitKey } from './world/units.ts'

const QUARTERS = 12

/** Answers a quarter at each unit; few at Björkudden, so that they stay hidden until there are enough. */
const places: readonly { unit: UnitKey; answers: number; level: number; drift: number }[] = [
  { unit: 'tallbacken', answers: 13, level: 0.78, drift: 0.014 },
  { unit: 'lindhaga', answers: 15, level: 0.82, drift: 0.008 },
  { unit: 'stenhaga', answers: 9, level: 0.74, drift: 0.004 },
  { unit: 'alvkroken', answers: 12, level: 0.86, drift: -0.004 },
  { unit: 'bjorkudden', answers: 2, level: 0.9, drift: 0 },
]

const questions: readonly { indicatorId: string; group: RespondentGroup; share: number; shift: number }[] = [
  { indicatorId: 'I1.3.2', group: 'student', share: 1, shift: 0.04 },
  { indicatorId: 'I1.4.1', group: 'student', share: 1, shift: -0.06 },
  { indicatorId: 'I1.6.1', group: 'student', share: 1, shift: 0.03 },
  { indicatorId: 'I1.6.2', group: 'student', share: 1, shift: 0 },
  { indicatorId: 'I1.6.3', group: 'student', share: 1, shift: -0.08 },
  { indicatorId: 'I1.6.5', group: 'training_position', share: 0.5, shift: 0.02 },
  { indicatorId: 'I1.6.6', group: 'training_position', share: 0.5, shift: -0.02 },
]

/** What managers have reported of what is no number. `ago`: days before today. */
const reports: readonly {
  indicatorId: string
  unit: UnitKey
  by: PersonKey
  level: ReportLevel
  ago: number
  note: string
}[] = [
  {
    ...{ indicatorId: 'I1.2.1', unit: 'tallbacken', by: 'elsa', level: 'under_way', ago: 210 },
    note: 'Vi utlyste handledaruppdragen på arbetsplatsträffen i våras, ännu inte tillsammans med Stenhaga.',
  },
  {
    ...{ indicatorId: 'I1.2.1', unit: 'tallbacken', by: 'elsa', level: 'in_place', ago: 40 },
    note: 'Utlysta gemensamt i området sedan september. Tre sökte, två tillsattes.',
  },
  {
    ...{ indicatorId: 'I1.2.1', unit: 'alvkroken', by: 'nils', level: 'planned', ago: 75 },
    note: 'Vi börjar när studierektorn är på plats efter nyår.',
  },
  {
    ...{ indicatorId: 'I1.2.2', unit: 'region', by: 'anders', level: 'in_place', ago: 120 },
    note: 'Riktlinje för arbetstid i pedagogiska uppdrag, beslutad av forsknings- och utbildningsnämnden.',
  },
  {
    ...{ indicatorId: 'I1.7.1', unit: 'region', by: 'anders', level: 'partly', ago: 400 },
    note: 'Nationella ALF-utvärderingen: gott om förutsättningarna, sämre om tiden för handledning.',
  },
]

export async function seedResults(stage: Stage): Promise<void> {
  await seedCounts(stage)
  for (const { unit, by, ago, ...report } of reports) {
    const onDay = addDays(stage.today, -ago)
    const ctx = at(stage, onDay, '10:00')
    const said = { ...report, id: newId(), unitId: idOf(stage.units, unit), onDay, language: writes(by) }
    await reportStatus(await actorOf(by, stage, stage.ctx), said, ctx)
  }
}

async function seedCounts({ ctx, today, units }: Stage): Promise<void> {
  const roll = dice('results')
  for (let ago = QUARTERS; ago > 0; ago -= 1) {
    const day = addMonths(today, -3 * ago)
    const observations = places.flatMap(({ unit, answers, level, drift }) =>
      questions.map(({ indicatorId, group, share, shift }): Observation => {
        const denominator = Math.max(1, Math.round(answers * share + (roll() - 0.5) * 3))
        const chance = level + shift + drift * (QUARTERS - ago)
        const numerator = Array.from({ length: denominator }, () => (roll() < chance ? 1 : 0)).reduce<number>(
          (a, b) => a + b,
          0,
        )
        return { indicatorId, strand: 'main', unitId: idOf(units, unit), group, day, numerator, denominator }
      }),
    )
    await recordObservations(ctx, observations)
  }
}
