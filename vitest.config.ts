import { defineConfig } from 'vitest/config'

// Three projects over one tree of tests: pure ones without a database, and everything that reads or writes twice,
// on the embedded database and on a real PostgreSQL. Journeys drive the built server in a real Chromium.
const withDatabase = ['tests/**/{commands,queries,routes,live,jobs,support}.test.{ts,tsx}', 'tests/**/*.db.test.{ts,tsx}']

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Opening a database counts to the first test that asks for one; on a busy machine that takes its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    server: { deps: { inline: [/@navikt\//] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: [
            'tests/**/{rules,policy}.test.{ts,tsx}',
            'tests/**/*.pure.test.{ts,tsx}',
            'tests/{ui,kernel,i18n}/**/*.test.{ts,tsx}',
            'tests/architecture.test.ts',
          ],
          globalSetup: ['tests/support/setup-messages.ts'],
          setupFiles: ['tests/support/worker.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'pglite',
          include: withDatabase,
          // One embedded database a worker instead of one a file: opening costs seconds, a rolled-back test milliseconds.
          isolate: false,
          globalSetup: ['tests/support/setup-messages.ts', 'tests/support/setup-pglite.ts'],
          setupFiles: ['tests/support/worker.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: withDatabase,
          isolate: false,
          globalSetup: ['tests/support/setup-messages.ts', 'tests/support/setup-postgres.ts'],
          setupFiles: ['tests/support/worker.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.journey.test.ts'],
          // Whole visits and a server each: minutes, not milliseconds. After the others, so that two browsers at a time have the
          // machine to themselves.
          sequence: { groupOrder: 1 },
          testTimeout: 600_000,
          hookTimeout: 120_000,
          server: { deps: { external: [/\/build\/server\//] } },
        },
      },
    ],
  },
})
