import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { makeAdmin } from '#app/features/identity/commands/operators.server.ts'
import { consumeLoginLink, signInWithPassword } from '#app/features/identity/commands/sign-in.server.ts'
import { importUnits } from '#app/features/units/commands/import-units.server.ts'
import { readUnitLines, writeUnitLines } from '#app/features/units/csv.ts'
import { listUnitLines } from '#app/features/units/queries.server.ts'
import { BackupError, readBackup, writeBackup } from '#db/backup.server.ts'
import { rowsOf } from '#db/client.server.ts'
import type { Ctx } from '#db/context.server.ts'
import { loadPlaces } from '#db/reference/places.server.ts'
import { type FreshDb, openFresh, test } from '#tests/support/db.ts'
import { aParticipant, aRole, aUnit, aUser, aVisit } from '#tests/support/factories.ts'

const anAccount = { email: 'boss@example.org', name: 'Karin Åkerlund', locale: 'sv' as const }

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'samlara-test-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A world with people, units in a tree, a visit and everything PostgreSQL has types for. */
async function aWorld(ctx: Ctx): Promise<void> {
  await loadPlaces(ctx)
  const region = await aUnit(ctx, { name: 'Region "Örebro"\tlän', placeCode: 'SE-T' })
  const ward = await aUnit(ctx, {
    parent: region,
    profile: { canShow: 'Rad ett\nRad två \\ 😀 \u2028', languages: ['sv', 'en'] },
  })
  const ingrid = await aUser(ctx)
  await aRole(ctx, ingrid, 'host_coordinator', { unit: ward })
  const visit = await aVisit(ctx, { host: ward, createdBy: ingrid.id })
  for (let count = 0; count < 3; count += 1) await aParticipant(ctx, visit, { user: await aUser(ctx) })
}

/** Every row of every table as text, in an order of its own. */
async function contentOf({ open }: Pick<FreshDb, 'open'>): Promise<string[]> {
  const tables = rowsOf<{ name: string }>(
    await open.db.execute(sql`select tablename as name from pg_tables where schemaname = 'public'`),
  )
  const lines = []
  for (const { name } of tables) {
    const rows = rowsOf<{ line: string }>(
      await open.db.execute(sql`select row_to_json(t)::text as line from ${sql.identifier(name)} t`),
    )
    lines.push(...rows.map(({ line }) => `${name} ${line}`))
  }
  return lines.sort()
}

test('what was backed up is there again in an empty database, row by row', async ({ freshDb }) => {
  await inFolder(async (folder) => {
    const ctx = freshDb.ctx()
    await aWorld(ctx)
    const { rows } = await writeBackup(freshDb.open, join(folder, 'b.gz'), ctx.now)
    const before = await contentOf(freshDb)
    expect(rows).toBe(before.length)

    const other = await openFresh()
    try {
      const restored = await readBackup(other.open, join(folder, 'b.gz'))
      expect(restored.rows).toBe(rows)
      expect(await contentOf(other)).toEqual(before)
      await expect(
        other.open.db.execute(sql`insert into roles (id, user_id, kind, starts_at, given_at)
        values (gen_random_uuid(), gen_random_uuid(), 'member', now(), now())`),
      ).rejects.toThrow()
    } finally {
      await other.close()
    }
  })
})

test('a backup goes into an empty database only', async ({ freshDb }) => {
  await inFolder(async (folder) => {
    await aWorld(freshDb.ctx())
    await writeBackup(freshDb.open, join(folder, 'b.gz'), new Date())
    const before = await contentOf(freshDb)
    await expect(readBackup(freshDb.open, join(folder, 'b.gz'))).rejects.toThrow(/not empty/)
    expect(await contentOf(freshDb)).toEqual(before)
  })
})

test('half a backup, a changed one and something else are refused, and nothing is restored', async ({ freshDb }) => {
  await inFolder(async (folder) => {
    const file = join(folder, 'b.gz')
    await aWorld(freshDb.ctx())
    await writeBackup(freshDb.open, file, new Date())
    const whole = readFileSync(file)
    const lines = gunzipSync(whole).toString('utf8').split('\n')
    const damaged: [string, Buffer][] = [
      ['cut.gz', whole.subarray(0, whole.length - 40)],
      ['short.gz', gzipSync(lines.slice(0, -4).join('\n'))],
      ['less.gz', gzipSync(lines.filter((_line, index) => index !== 5).join('\n'))],
      [
        'other-version.gz',
        gzipSync([lines[0]?.replace(/"migrations":\["./, '"migrations":["x'), ...lines.slice(1)].join('\n')),
      ],
      ['text.gz', gzipSync('hello\n')],
      ['plain.gz', Buffer.from('hello\n')],
      ['empty.gz', gzipSync('')],
    ]
    const other = await openFresh()
    try {
      for (const [name, content] of damaged) {
        writeFileSync(join(folder, name), content)
        await expect(readBackup(other.open, join(folder, name)), name).rejects.toThrow(BackupError)
        expect(await contentOf(other), name).toEqual([])
      }
    } finally {
      await other.close()
    }
  })
})

test('the first admin gets a link that signs in once, within a day', async ({ ctx }) => {
  const { userId, token } = await makeAdmin(anAccount, ctx)
  const nextMorning = ctx.at(new Date(ctx.now.getTime() + 23 * 3_600_000))
  expect(await consumeLoginLink({ token: token ?? '' }, nextMorning)).toMatchObject({ userId })
})

test('an admin with a password gets no link; one who exists already keeps theirs', async ({ ctx }) => {
  const password = 'korridor lampa älg'
  const { userId, token } = await makeAdmin({ ...anAccount, password }, ctx)
  expect(token).toBeUndefined()
  const again = await makeAdmin({ ...anAccount, password: 'tretton trötta troll' }, ctx)
  expect(again).toMatchObject({ userId, existed: true })
  expect(await signInWithPassword({ email: anAccount.email, password }, ctx)).toMatchObject({ userId })
})

test.for(['kort', 'Sommar2026!', 'karin.åkerlund1'])('the password %j makes no admin', async (password, { ctx }) => {
  await expect(makeAdmin({ ...anAccount, password }, ctx)).rejects.toThrow(/password/)
})

const tree = `path;kind;country;city;place;language
Region Örebro län;region;SE;Örebro;SE-T;sv
Region Örebro län / Psykiatri / Avdelning 41;ward;SE;Örebro;SE-T;sv
Region Örebro län / Psykiatri;clinic;SE;;;sv
"Sykehuset ""Fjord""; avd. 2";ward;NO;Bergen;NO-46;nb
`

test('a table of units is shown first, then brought in, then changes nothing', async ({ ctx }) => {
  await loadPlaces(ctx)
  const lines = readUnitLines(tree)
  const kinds = async (apply: boolean) => (await importUnits(lines, apply, ctx)).map(({ kind }) => kind)
  expect(await kinds(false)).toEqual(['new', 'new', 'new', 'new'])
  expect(await listUnitLines(ctx)).toEqual([])
  expect(await kinds(true)).toEqual(['new', 'new', 'new', 'new'])
  expect(await kinds(true)).toEqual(['same', 'same', 'same', 'same'])
  const changed = readUnitLines(tree.replace('ward;SE;Örebro', 'team;SE;Karlskoga'))
  expect((await importUnits(changed, true, ctx)).find(({ kind }) => kind === 'changed')).toMatchObject({
    what: ['kind: ward → team', 'city: Örebro → Karlskoga'],
  })
})

test('what was exported comes in again as it was', async ({ ctx }) => {
  await loadPlaces(ctx)
  await importUnits(readUnitLines(tree), true, ctx)
  await aUnit(ctx, { name: '=HYPERLINK("https://evil.example")' })
  const exported = writeUnitLines(await listUnitLines(ctx))
  expect(exported).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
  expect(readUnitLines(exported).map(({ line: _line, ...unit }) => unit)).toEqual(await listUnitLines(ctx))
})

test('of a table with one wrong line nothing is brought in', async ({ ctx }) => {
  await loadPlaces(ctx)
  for (const wrong of ['Finns inte / Avdelning 1;ward;SE;;;sv', 'Ny;ward;SE;;NO-46;sv']) {
    await expect(importUnits(readUnitLines(`${tree}${wrong}\n`), true, ctx)).rejects.toThrow(/^Line 6: /)
    expect(await listUnitLines(ctx)).toEqual([])
  }
})

test.for([
  ['Ny;boat;SE;;;sv', /^Line 6: kind is “boat”/],
  ['Ny;ward;ZZ;;;sv', /^Line 6: country/],
  ['Ny;ward;SE;;;xx', /^Line 6: language/],
  [';ward;SE;;;sv', /^Line 6: the path is empty/],
  ['Region Örebro län;region;SE;;;sv', /^Line 6: Region Örebro län stands there twice/],
  ['"Ny;ward;SE;;;sv', /^Line 6: a quotation mark/],
] as const)('the line %j is named in the refusal', ([line, message]) => {
  expect(() => readUnitLines(`${tree}${line}\n`)).toThrow(message)
})

test('a command line that cannot be followed ends with one sentence and exit code 1', async () => {
  const admin = (...args: string[]) =>
    new Promise<{ code: number; stderr: string }>((resolve) => {
      const env = { ...process.env, DATA_DIR: '', DATABASE_URL: '' }
      execFile(process.execPath, ['--import', 'tsx', 'server/admin.ts', ...args], { env }, (error, _stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stderr }),
      )
    })
  expect(await admin('destroy')).toMatchObject({ code: 1, stderr: expect.stringMatching(/^There is no verb "destroy".*\n$/) })
  expect(await admin('backup', 'x.gz')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Set DATABASE_URL or DATA_DIR.*\n$/),
  })
  expect(await admin('restore', '--help')).toMatchObject({ code: 0, stderr: '' })
})
