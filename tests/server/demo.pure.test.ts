import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockFolder } from '#db/folder-lock.server.ts'
import { isStale, sources } from '../../tools/stale-build.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'samlara-demo-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('starting over does not take the data away from a server that runs on it', () => {
  const folder = aFolder()
  const kept = join(folder, 'pg', 'PG_VERSION')
  mkdirSync(dirname(kept))
  writeFileSync(kept, '17')
  const unlock = lockFolder(join(folder, 'pg.lock'))
  onTestFinished(unlock)
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'tools/demo.ts', '--reset'], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0' },
    encoding: 'utf8',
    timeout: 40_000,
  })
  expect(status).toBe(1)
  expect(stderr).toContain(`in use by process ${process.pid}`)
  expect(existsSync(kept)).toBe(true)
})

/** The sources, each a file an hour old, and a build half an hour old. */
function aBuiltTree(): string {
  const root = aFolder()
  for (const source of sources) write(join(root, source.includes('.') ? source : join(source, 'file')), 60)
  write(join(root, 'built.js'), 30)
  return root
}

function write(path: string, minutesAgo: number): void {
  const then = new Date(Date.now() - minutesAgo * 60_000)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  utimesSync(path, then, then)
}

test('a build is made anew when anything it is made from has changed, and only then', () => {
  const root = aBuiltTree()
  expect(isStale('built.js', root)).toBe(false)
  expect(isStale('missing.js', root)).toBe(true)
  for (const changed of ['package.json', 'remix.config.js', 'vite.config.ts', 'tools/prune-aksel.ts', 'app/routes/x.tsx']) {
    write(join(root, changed), 10)
    expect(isStale('built.js', root), changed).toBe(true)
    write(join(root, changed), 60)
  }
  write(join(root, 'app/paraglide/messages.js'), 10)
  expect(isStale('built.js', root)).toBe(false)
})

test('all that the build’s own configuration reads is among its sources', () => {
  const read = [...readFileSync('vite.config.ts', 'utf8').matchAll(/from '\.\/([^/']+)/g)].map(([, name]) => name)
  expect(read.length).toBeGreaterThan(1)
  expect(read.filter((name) => !sources.includes(name ?? ''))).toEqual([])
})
