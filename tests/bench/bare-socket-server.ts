// The peer of the live part: socket.io and nothing else. Broadcasts as many bytes as it is told and says when it began.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const http = createServer()
const io = new Server(http)
http.listen(0, '127.0.0.1', () => process.send?.({ ready: { port: (http.address() as { port: number }).port } }))
process.on('message', ({ bytes }: { bytes: number }) => {
  const began = process.hrtime.bigint()
  io.emit('letter', 'x'.repeat(bytes))
  process.send?.({ began: String(began) })
})
