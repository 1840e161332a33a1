// Reading an indicator's series with 10,000 and with 1,000,000 stored answers behind it: it must cost the same.
import { findIndicatorFor } from '#app/features/indicators/queries.server.ts'
import { quarterOf } from '#app/features/indicators/rules/periods.ts'
import { readSettings, setSettings } from '#app/kernel/env.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { openPglite } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { evaluations, observationCuts, observations } from '#db/schema/index.ts'
import { roleAt, somebody } from '#tests/support/actors.ts'
import { aUnit, aVisit, type Unit } from '#tests/support/factories.ts'
import { median } from './meter.ts'
import type { Figure } from './table.ts'

const QUARTERS = 12
const WARDS = 20

export async function measureSeries(): Promise<Figure> {
  setSettings(readSettings('test', {}))
  const few = await costWith(10_000)
  const many = await costWith(1_000_000)
  return {
    what: 'indicator series read, 1,000,000 answers stored',
    ours: `${many.toFixed(2)} ms CPU`,
    peer: `10,000 answers ${few.toFixed(2)} ms`,
    ratio: many / few,
    limit: 1.5,
  }
}

async function costWith(answers: number): Promise<number> {
  const open = await openPglite()
  await migrate(open)
  const ctx: Ctx = { db: open.db, now: new Date('2026-11-21T12:00:00Z'), afterCommit: () => {} }
  const region = await aUnit(ctx, { kind: 'region' })
  await storeAnswers(ctx, region, answers, open.runScript)
  const lead = somebody([roleAt('education_lead', region.id)])
  const read = () => findIndicatorFor(lead, { indicatorId: 'CL1', unitId: region.id, locale: 'sv' }, ctx)
  for (let warm = 0; warm < 30; warm += 1) await read()
  const rounds: number[] = []
  for (let round = 0; round < 7; round += 1) {
    const before = process.cpuUsage()
    for (let time = 0; time < 30; time += 1) await read()
    const used = process.cpuUsage(before)
    rounds.push((used.user + used.system) / 1000 / 30)
  }
  await open.close()
  return median(rounds)
}

/** The answers themselves, and the counts that submitting them would have kept: one row a unit, group and quarter. */
async function storeAnswers(
  ctx: Ctx,
  region: Unit,
  answers: number,
  runScript: (text: string) => Promise<void>,
): Promise<void> {
  const last = quarterOf('2026-09-30')
  const each = Math.floor(answers / (WARDS * QUARTERS))
  for (let ward = 0; ward < WARDS; ward += 1) {
    const unit = await aUnit(ctx, { parent: region })
    const visit = await aVisit(ctx, { host: unit, status: 'closed' })
    const evaluation = newId()
    const times = { opensAt: ctx.now, closesAt: ctx.now, closedAt: ctx.now }
    await ctx.db
      .insert(evaluations)
      .values({ id: evaluation, visitId: visit.id, side: 'guest', instrument: 'colearn_guest', instrumentVersion: 1, ...times })
    await runScript(
      `insert into evaluation_responses (id, evaluation_id, answers)
       select gen_random_uuid(), '${evaluation}', jsonb_build_object('GST01', 1 + n % 5) from generate_series(1, ${each * QUARTERS}) n`,
    )
    await ctx.db.insert(observations).values(rowsOf(unit.id, region.id, last, each, 1))
    await ctx.db.insert(observationCuts).values(cutOf(unit.id, last, each))
  }
  await ctx.db.insert(observations).values(rowsOf(region.id, region.id, last, each, WARDS))
}

function rowsOf(unitId: string, parentId: string, last: number, each: number, times: number) {
  const counts = { numerator: Math.floor(each * 0.8) * times, denominator: each * times, answers: each * times }
  const shown = { shownNumerator: counts.numerator, shownDenominator: counts.denominator, shownAnswers: counts.answers }
  return Array.from({ length: QUARTERS }, (_, back) => ({
    unitId,
    parentId,
    indicatorId: 'CL1',
    strand: 'main' as const,
    group: 'guest' as const,
    quarter: last - back,
    ...counts,
    ...shown,
  }))
}

function cutOf(unitId: string, last: number, each: number) {
  const all = each * QUARTERS
  const shown = { shownNumerator: Math.floor(all * 0.8), shownDenominator: all, shownAnswers: all }
  return {
    unitId,
    indicatorId: 'CL1',
    strand: 'main' as const,
    group: 'guest' as const,
    least: 5,
    answers: all,
    denominator: all,
    numerator: shown.shownNumerator,
    ...shown,
    stepQuarter: last,
    waitsSince: last,
  }
}
