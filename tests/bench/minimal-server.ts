// The peer: the smallest Remix app on the same adapter and the same kind of database, in a process of its own.
import { PGlite } from '@electric-sql/pglite'
import { createRequestHandler } from '@remix-run/express'
import express from 'express'
import { answerMeter } from './meter.ts'

const database = await PGlite.create()
await database.exec("create table rows as select n as id, 'Row number ' || n as name from generate_series(1, 2000) n")
const build = await import(new URL('../../build/bench-minimal/server/index.js', import.meta.url).href)
const rows = async (count: number) => (await database.query('select id, name from rows order by id limit $1', [count])).rows
const app = express()
app.disable('x-powered-by')
app.all(
  '*',
  createRequestHandler({
    build,
    mode: 'production',
    getLoadContext: () => ({ nonce: '', requestId: '', ip: '', rows }),
  }),
)
const server = app.listen(0, '127.0.0.1', () => answerMeter({ port: (server.address() as { port: number }).port }))
