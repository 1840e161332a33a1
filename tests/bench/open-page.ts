// A page of the open path against a node server that sends the same bytes: requests a second of one core, without cookie.
import { cpuPerRequest, type Measured, median, startMeasured } from './meter.ts'
import type { Figure } from './table.ts'

export async function measureOpenPage(samlara: Measured, path: string): Promise<Figure> {
  const url = `http://127.0.0.1:${samlara.ready.port}${path}`
  const bare = await startMeasured('./bare-page-server.ts', { PAGE: url })
  const peer = `http://127.0.0.1:${bare.ready.port}/`
  const rounds = []
  for (let round = 0; round < 3; round += 1) {
    rounds.push({ ours: await cpuPerRequest(samlara, url, {}, 4_000), theirs: await cpuPerRequest(bare, peer, {}, 4_000) })
  }
  bare.end()
  const perSecond = (cpu: number) => Math.round(1000 / cpu)
  return {
    what: 'open module page, requests a CPU second',
    ours: `${perSecond(median(rounds.map((round) => round.ours)))}`,
    peer: `node, same bytes ${perSecond(median(rounds.map((round) => round.theirs)))}`,
    ratio: median(rounds.map((round) => round.ours / round.theirs)),
    // At least half as many.
    limit: 2,
  }
}
