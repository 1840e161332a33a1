// Pages against a minimal Remix page of the same size: CPU time a request, signed in, 32 connections.
import { cpuPerRequest, type Measured, median } from './meter.ts'
import type { Figure } from './table.ts'

export async function measurePages(
  samlara: Measured,
  minimal: Measured,
  cookie: string,
  pages: { name: string; path: string }[],
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, path } of pages) {
    const url = `http://127.0.0.1:${samlara.ready.port}${path}`
    const size = await bytesOf(url, cookie)
    const peer = await peerOfSize(minimal, size)
    const rounds = []
    for (let round = 0; round < 3; round += 1) {
      rounds.push({ ours: await cpuPerRequest(samlara, url, { cookie }), theirs: await cpuPerRequest(minimal, peer) })
    }
    const ours = median(rounds.map((round) => round.ours))
    const theirs = median(rounds.map((round) => round.theirs))
    const ratio = median(rounds.map((round) => round.ours / round.theirs))
    const what = `${name} (${Math.round(size / 1024)} KB), CPU a request`
    figures.push({ what, ours: `${ours.toFixed(2)} ms`, peer: `minimal Remix ${theirs.toFixed(2)} ms`, ratio, limit: 1.6 })
  }
  return figures
}

async function bytesOf(url: string, cookie: string): Promise<number> {
  const response = await fetch(url, { headers: { cookie }, redirect: 'manual' })
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return (await response.arrayBuffer()).byteLength
}

/** The minimal page with as many rows as make it at least as large as ours, found by halving. */
async function peerOfSize(minimal: Measured, bytes: number): Promise<string> {
  const address = (rows: number) => `http://127.0.0.1:${minimal.ready.port}/?rows=${rows}`
  let [low, high] = [1, 2000]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((await bytesOf(address(middle), '')) < bytes) low = middle + 1
    else high = middle
  }
  return address(low)
}
