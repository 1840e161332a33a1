// The page of a region with 500 pairs in it, asked for by its education lead, one page after the other. Counted anew for every
// page, as on a server that shares its database, and as the demo does, which keeps what was read while nobody writes.
import { signIn } from './demo-person.ts'
import { type Measured, median } from './meter.ts'
import type { Figure } from './table.ts'

const PROMISED_MS = 30
const PAGES = 150

export async function measureUnitWalks(samlara: Measured): Promise<Figure> {
  const { email, unitId } = await madeWalks(samlara)
  const origin = `http://127.0.0.1:${samlara.ready.port}`
  const cookie = await signIn(origin, email)
  const cost = () => costOf(samlara, `${origin}/units/${unitId}/pairs`, cookie)
  const rounds: { anew: number; kept: number }[] = []
  for (let round = 0; round < 3; round += 1) {
    samlara.child.send('keep nothing')
    const anew = await cost()
    samlara.child.send('keep')
    rounds.push({ anew, kept: await cost() })
  }
  const anew = median(rounds.map((round) => round.anew))
  const kept = median(rounds.map((round) => round.kept))
  return {
    what: 'unit view over 500 pairs, counted anew, CPU a page',
    ours: `${anew.toFixed(1)} ms`,
    peer: `promised ${PROMISED_MS} ms; kept ${kept.toFixed(1)} ms`,
    ratio: anew / PROMISED_MS,
    limit: 1,
  }
}

async function costOf(samlara: Measured, url: string, cookie: string): Promise<number> {
  const ask = async () => {
    const answer = await fetch(url, { headers: { cookie } })
    const page = await answer.text()
    if (answer.status !== 200 || !page.includes('500')) throw new Error(`${url} answered ${answer.status} without the 500`)
  }
  for (let warm = 0; warm < 40; warm += 1) await ask()
  const before = await samlara.cpu()
  for (let page = 0; page < PAGES; page += 1) await ask()
  return (((await samlara.cpu()) - before) * 1000) / PAGES
}

function madeWalks(samlara: Measured): Promise<{ email: string; unitId: string }> {
  return new Promise((resolve) => {
    const heard = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !('walks' in message)) return
      samlara.child.off('message', heard)
      resolve(message.walks as { email: string; unitId: string })
    }
    samlara.child.on('message', heard)
    samlara.child.send('walks')
  })
}
