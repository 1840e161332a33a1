// The peer of a kept page: a node server that sends the same bytes, in a process of its own.
import { createServer } from 'node:http'
import { answerMeter } from './meter.ts'

const page = await fetch(process.env.PAGE ?? '')
const body = Buffer.from(await page.arrayBuffer())
const headers = { 'Content-Type': page.headers.get('content-type') ?? 'text/html', 'Content-Length': body.byteLength }
const server = createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(body)
})
server.listen(0, '127.0.0.1', () => answerMeter({ port: (server.address() as { port: number }).port }))
