// `npm run bench`: one table, each figure beside a peer or limit measured in the same run. A goal missed is printed, not hidden.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { measureBroadcast } from './broadcast.ts'
import { measureCascade } from './cascade.tsx'
import { comment, signIn, visitWithPost } from './demo-person.ts'
import { startMeasured } from './meter.ts'
import { measureOpenPage } from './open-page.ts'
import { measurePages } from './pages.ts'
import { measureSeries } from './series.ts'
import { measureStart } from './start.ts'
import { type Figure, printTable } from './table.ts'
import { measureUnitWalks } from './unit-walks.ts'
import { measureScripts } from './weight.ts'

const dataDir = join(mkdtempSync(join(tmpdir(), 'samlara-bench-')), 'demo')
const figures: Figure[] = []

console.log('Building the minimal Remix page that ours is compared with …')
await buildMinimal()
console.log('Starting the demo world and the peers …')
const samlara = await startMeasured('./samlara-server.ts', { DATA_DIR: dataDir })
const minimal = await startMeasured('./minimal-server.ts')
const origin = `http://127.0.0.1:${samlara.ready.port}`
const cookie = await signIn(origin, 'host@demo.example')
const visit = await visitWithPost(origin, cookie)

const pages = [
  { name: 'visit overview', path: `/visits/${visit.id}` },
  { name: 'indicator page', path: '/indicators/CL1' },
  { name: 'module page, signed in', path: '/paths/learn-to-teach-on/m3' },
]
figures.push(...(await measurePages(samlara, minimal, cookie, pages)))
minimal.end()
figures.push(await measureOpenPage(samlara, '/paths/learn-to-teach-on/m3'))
figures.push(await measureBroadcast(samlara, cookie, `inside:${visit.id}`, () => comment(origin, cookie, visit)))
figures.push(await measureUnitWalks(samlara))
figures.push(...(await measureScripts(origin, ['/', '/blog', '/offers'])))
const stopped = new Promise((resolve) => samlara.child.once('exit', resolve))
samlara.child.send('stop')
await stopped
figures.push(await measureStart(dataDir))
figures.push(await measureSeries())
figures.push(await measureCascade())

rmSync(dataDir, { recursive: true, force: true })
console.log()
printTable(figures)
process.exit(0)

/** Both halves of the minimal app, as `remix vite:build` makes them. */
async function buildMinimal(): Promise<void> {
  for (const ssr of [false, true]) await build({ configFile: 'tests/bench/minimal.vite.config.ts', build: { ssr } })
}
