// Migrates once and keeps the folder as an image that every worker starts from: migrating takes seconds, loading one.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { TestProject } from 'vitest/node'

const migrations = 'db/migrations'
const cache = 'node_modules/.cache/samlara'

export async function setup(project: TestProject): Promise<void> {
  const image = join(cache, `pglite-${fingerprint()}.tar`)
  if (!existsSync(image)) await makeImage(image)
  project.provide('database', { kind: 'pglite', image })
}

async function makeImage(path: string): Promise<void> {
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  const client = await PGlite.create()
  await migrate(drizzle(client), { migrationsFolder: migrations })
  const dump = await client.dumpDataDir('none')
  await client.close()
  writeFileSync(`${path}.${process.pid}`, Buffer.from(await dump.arrayBuffer()))
  renameSync(`${path}.${process.pid}`, path)
}

/** Changes when a migration does, so that an old image is never taken for a new one. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of readdirSync(migrations, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.sql')) hash.update(file).update(readFileSync(join(migrations, file)))
  }
  return hash.digest('hex').slice(0, 16)
}
