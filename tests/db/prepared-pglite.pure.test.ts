// The embedded database with prepared statements answers as PGlite's own query() does, and recovers from what PGlite recovers from.
import { PGlite, types } from '@electric-sql/pglite'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PreparedPGlite } from '#db/prepared-pglite.server.ts'

const plain = new PGlite()
const prepared = new PreparedPGlite()

beforeAll(async () => {
  await Promise.all([plain.waitReady, prepared.waitReady])
})

afterAll(async () => {
  await Promise.all([plain.close(), prepared.close()])
})

const statement = `select $1::text as word, $2::int as number, $3::timestamptz as instant, $4::jsonb as written,
  $5::text[] as words, $6::bool as truth, null::uuid as nothing`

const values = fc.tuple(
  fc.option(
    fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
    { nil: null },
  ),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  fc.dictionary(fc.stringMatching(/^[a-zå]{1,5}$/), fc.integer()),
  fc.array(fc.stringMatching(/^[^\0]{0,8}$/)),
  fc.boolean(),
)

test('every value comes back as PGlite gives it, in objects and in rows', async () => {
  await fc.assert(
    fc.asyncProperty(values, fc.constantFrom<'object' | 'array'>('object', 'array'), async (given, rowMode) => {
      const options = { rowMode, parsers: { [types.TIMESTAMPTZ]: (text: string) => text } }
      const [theirs, ours] = await Promise.all([
        plain.query(statement, given, options),
        prepared.query(statement, given, options),
      ])
      expect(ours.rows).toEqual(theirs.rows)
      expect(ours.fields).toEqual(theirs.fields)
    }),
    { numRuns: 60 },
  )
})

test('changed rows are counted, and a refused statement leaves the next one whole', async () => {
  await prepared.exec('create table things (id int primary key, name text not null)')
  const insert = 'insert into things select n, $1::text from generate_series($2::int, $3::int) n'
  expect((await prepared.query(insert, ['one', 1, 3])).affectedRows).toBe(3)
  await expect(prepared.query(insert, ['again', 3, 5])).rejects.toMatchObject({ code: '23505' })
  expect((await prepared.query(insert, ['two', 4, 5])).affectedRows).toBe(2)
  await expect(prepared.query('select * from nowhere where id = $1', [1])).rejects.toMatchObject({ code: '42P01' })
  expect((await prepared.query('select count(*)::int as n from things')).rows).toEqual([{ n: 5 }])
})

test('a transaction that fails is undone, and its statements work in the next', async () => {
  await prepared.exec('create table notes (text text)')
  const write = (text: string) => (tx: Pick<PGlite, 'query'>) => tx.query('insert into notes values ($1)', [text])
  const failing = prepared.transaction(async (tx) => {
    await write('lost')(tx)
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  await prepared.transaction(write('kept'))
  expect((await prepared.query('select text from notes')).rows).toEqual([{ text: 'kept' }])
})

test('a closed transaction takes no more statements', async () => {
  let left: Pick<PGlite, 'query'> | undefined
  await prepared.transaction(async (tx) => {
    left = tx
  })
  expect(() => left?.query('select 1')).toThrow('Transaction is closed')
})

test('a statement prepared before a table changed is prepared anew', async () => {
  await prepared.exec('create table grown (a int); insert into grown values (1)')
  expect((await prepared.query('select * from grown')).rows).toEqual([{ a: 1 }])
  await prepared.exec('alter table grown add column b int default 2')
  expect((await prepared.query('select * from grown')).rows).toEqual([{ a: 1, b: 2 }])
  await prepared.exec('alter table grown drop column a')
  await expect(prepared.transaction((tx) => tx.query('select * from grown'))).rejects.toMatchObject({ code: '0A000' })
  expect((await prepared.transaction((tx) => tx.query('select * from grown'))).rows).toEqual([{ b: 2 }])
})

test('many texts are kept up to a number; the longest unused are given up', async () => {
  for (let n = 0; n < 450; n += 1) await prepared.query(`select ${n} as n`)
  const [kept] = (await prepared.query<{ count: number }>('select count(*)::int as count from pg_prepared_statements')).rows
  expect(kept?.count).toBeLessThanOrEqual(400)
  expect((await prepared.query('select 0 as n')).rows).toEqual([{ n: 0 }])
})
