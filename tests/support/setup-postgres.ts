// One real PostgreSQL for the run and one migrated database in it; each worker copies that as its own.
import type { TestProject } from 'vitest/node'
import { openPostgres } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { startPostgres } from './postgres.ts'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  try {
    await server.createDatabase('samlara_template')
    const open = openPostgres(server.urlOf('samlara_template'), 2)
    await migrate(open)
    await open.close()
    project.provide('database', { kind: 'postgres', adminUrl: server.urlOf('postgres'), template: 'samlara_template' })
  } catch (error) {
    await server.stop()
    throw error
  }
  return server.stop
}
