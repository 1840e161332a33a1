// A whole visit, from the admin's first sign-in to the closed visit and its indicator values, in three languages.
import { expect } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { answerFollowUp, indicatorText } from './after.ts'
import { aoife, bo, elsa, ingrid, karin, maeve, mari, samira, sindre, units, yusuf } from './cast.ts'
import { agreeOnDays, askForVisit, gather, join, makeUnits, openUnit } from './invite.ts'
import { answerEvaluation, blog, judgeGoals, type Sheet, summarise } from './meet.ts'
import { confirmRules, plan, prepare } from './prepare.ts'
import { openStage, type StageOptions, visitPage } from './stage.ts'

const guestBase: Sheet = { GST01: '5', GST05: '4', GST06: '4', GST10: '9', GST11: 'yes' }
const hostBase: Sheet = { HST01: '4', HST03: '5', HST04: '4', HST05: '5', HST06: 'yes', HST09: '8', HST10: 'yes' }

/**
 * CL1, purpose met (share of 4 and 5): guests 5 4 3 5 3 → 3 of 5; hosts 4 4 5 2 4 → 4 of 5; together 7 of 10 = 70.0 %.
 * CL2, learning to use: guests 4 4 4 4 4 → 5 of 5; hosts 5 5 5 3 5 → 4 of 5; together 9 of 10 = 90.0 %.
 */
const sheets = [
  { role: ingrid, sheet: { ...guestBase } },
  { role: sindre, sheet: { ...guestBase, GST01: '4' } },
  { role: mari, sheet: { ...guestBase, GST01: '3' } },
  { role: maeve, sheet: { ...guestBase } },
  { role: aoife, sheet: { ...guestBase, GST01: '3', GST08: 'na' } },
  { role: karin, sheet: { ...hostBase } },
  { role: yusuf, sheet: { ...hostBase } },
  { role: samira, sheet: { ...hostBase, HST01: '5' } },
  { role: elsa, sheet: { ...hostBase, HST01: '2', HST05: '3' } },
  { role: bo, sheet: { ...hostBase } },
]

const names = { ward: units.host, clinic: units.clinic, region: units.region }

/** Asked for, prepared, held, judged, asked about again and counted. */
export async function holdWholeVisit({ database, scripts }: StageOptions): Promise<void> {
  const stage = await openStage({ database, scripts })
  const { server } = stage
  const tick = async (instant: string) => {
    server.setTime(instant)
    for (const job of ['visits.advance', 'evaluations.clock', 'indicators.hand_up', 'notifications.remind'])
      await server.door.runJob(job)
  }

  server.setTime('2036-10-05T08:00:00Z')
  const at = await makeUnits(stage)
  await join(stage, karin)
  await openUnit(stage)
  await join(stage, ingrid)
  const visitId = await askForVisit(stage)
  await agreeOnDays(stage, visitId)
  await gather(stage, visitId)

  await tick('2037-01-11T08:00:00Z')
  await prepare(stage, visitId)
  await plan(stage, visitId)
  await confirmRules(stage, visitId)

  await tick('2037-02-02T07:45:00Z')
  await blog(stage, visitId, scripts)

  await tick('2037-02-05T06:00:00Z')
  for (const { role, sheet } of sheets) await answerEvaluation(stage, role, sheet)
  await judgeGoals(stage, visitId, ingrid, ['fully', 'mostly', 'fully'])
  await judgeGoals(stage, visitId, karin, ['fully', 'partly', 'fully'])
  await summarise(stage, visitId)

  await tick('2037-02-20T06:00:00Z')
  // The visit's ward, and the two levels above it: the same ten answers, added up and not averaged.
  for (const level of ['ward', 'clinic', 'region'] as const) {
    const unitId = at[level]
    const purpose = await indicatorText(stage, 'CL1', unitId)
    expect(purpose).toContain(`${names[level]}, `)
    expect(purpose).toContain('70,0 %')
    expect(purpose).toMatch(/7 av 10/)
    const learning = await indicatorText(stage, 'CL2', unitId)
    expect(learning).toContain('90,0 %')
    expect(learning).toMatch(/9 av 10/)
  }

  await tick('2037-05-05T06:00:00Z')
  await answerFollowUp(stage, ingrid, 'testing')
  await answerFollowUp(stage, karin, 'implemented')
  await tick('2037-08-05T06:00:00Z')
  await answerFollowUp(stage, ingrid, 'implemented')

  await tick('2037-08-25T06:00:00Z')
  await tick('2037-09-10T06:00:00Z')
  const host = await stage.pageOf(karin)
  await visitPage(host, `/visits/${visitId}`)
  await host
    .getByText(m.visits_status_closed({}, { locale: 'sv' }))
    .first()
    .waitFor()
  const guest = await stage.pageOf(maeve)
  await visitPage(guest, `/visits/${visitId}`)
  await guest.getByRole('heading', { level: 1, name: m.pages_error_404({}, { locale: 'en' }) }).waitFor()
}
