// The chain of who taught whom over 5,000 people, as the region's education lead opens it: counted and drawn, from the rows that
// were read to the page that is sent. What reading them from the embedded database costs stands beside it.

import { atUnit, readChains } from '#app/features/teaching/queries/chains.server.ts'
import { findUnitSpreadFor } from '#app/features/teaching/queries/spread.server.ts'
import { cascadeOf, totalsOf } from '#app/features/teaching/rules/cascade.ts'
import { drawSpread } from '#app/features/teaching/ui/cascade-drawing.server.ts'
import { UnitSpreadPage } from '#app/features/teaching/ui/SpreadPage.tsx'
import { readSettings, setSettings } from '#app/kernel/env.server.ts'
import { openPglite } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { roleAt, somebody } from '#tests/support/actors.ts'
import { aUnit } from '#tests/support/factories.ts'
import { htmlOf } from '#tests/ui/render.tsx'
import { median } from './meter.ts'
import type { Figure } from './table.ts'

const PEOPLE = 5_000
const WARDS = 40
const LIMIT_MS = 100

/** The whole page, reading included, against the limit. @throws when the chain is not the one that was meant */
export async function measureCascade(): Promise<Figure> {
  setSettings(readSettings('test', {}))
  const open = await openPglite()
  await migrate(open)
  const ctx: Ctx = { db: open.db, now: new Date('2026-11-21T12:00:00Z'), afterCommit: () => {} }
  const region = await aUnit(ctx, { kind: 'region', name: 'Region Öst' })
  const wards: string[] = []
  for (let ward = 0; ward < WARDS; ward += 1) wards.push((await aUnit(ctx, { parent: region, name: `Avdelning ${ward}` })).id)
  await open.runScript(chainOf(wards))
  const lead = somebody([roleAt('education_lead', region.id)])
  const { directly, onward } = totalsOf(cascadeOf(await readChains(atUnit(region.id), ctx)))
  if (directly + onward + 1 !== PEOPLE) throw new Error(`The chain has ${directly + onward + 1} people, not ${PEOPLE}.`)
  const whole = await costOf(async () => {
    const view = await findUnitSpreadFor(lead, { unitId: region.id, page: 1 }, ctx)
    await htmlOf(<UnitSpreadPage view={view} drawing={view.spread && drawSpread(view.spread)} />)
  })
  const reading = await costOf(() => readChains(atUnit(region.id), ctx))
  await open.close()
  return {
    what: `cascade tree of ${PEOPLE.toLocaleString('en')} people, page`,
    ours: `${whole.toFixed(1)} ms CPU`,
    peer: `limit ${LIMIT_MS} ms, of it reading ${reading.toFixed(1)} ms`,
    ratio: whole / LIMIT_MS,
    limit: 1,
  }
}

async function costOf(work: () => Promise<unknown>): Promise<number> {
  for (let warm = 0; warm < 20; warm += 1) await work()
  const rounds: number[] = []
  for (let round = 0; round < 7; round += 1) {
    const before = process.cpuUsage()
    for (let time = 0; time < 5; time += 1) await work()
    const used = process.cpuUsage(before)
    rounds.push((used.user + used.system) / 1000 / 5)
  }
  return median(rounds)
}

/** Person n was taught by person (n − 1) / 8, in that person's one session; in six generations over all wards. */
function chainOf(wards: readonly string[]): string {
  const ward = (n: string) => `(array['${wards.join("','")}']::uuid[])[1 + ${n} % ${wards.length}]`
  const id = (kind: number, n: string) => `('${kind}0000000-0000-4000-8000-' || lpad((${n})::text, 12, '0'))::uuid`
  const last = Math.ceil((PEOPLE - 1) / 8)
  return `
    insert into users (id, email, name, locale, created_at)
      select ${id(1, 'n')}, n || '@example.org', 'Person ' || n, 'sv', now() from generate_series(0, ${PEOPLE - 1}) n;
    insert into cascade_people (id, user_id) select ${id(2, 'n')}, ${id(1, 'n')} from generate_series(0, ${PEOPLE - 1}) n;
    insert into teaching_sessions
      (id, teacher_id, home_unit_id, unit_id, subject, language, taught_on, minutes, form, learners, learnt_from_id, created_at)
      select ${id(3, 'n')}, ${id(2, 'n')}, ${ward('n')}, ${ward('n')}, 'Lyft', 'sv', '2026-01-01', 30, 'bedside', 10,
        case when n > 0 then ${id(3, '(n - 1) / 8')} end, now() from generate_series(0, ${last - 1}) n;
    insert into teaching_learners (id, session_id, person_id, unit_id, confirmed_at)
      select ${id(4, 'n')}, ${id(3, '(n - 1) / 8')}, ${id(2, 'n')}, ${ward('n')}, now() from generate_series(1, ${PEOPLE - 1}) n;
    analyze;`
}
