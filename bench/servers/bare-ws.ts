import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import * as ws from 'ws'
import { WebSocketServer, type WebSocket } from 'ws'

/*
 * The baseline of all live benches: a server that knows nothing, and writes what it is given to everybody.
 * POST /frame encodes one WebSocket frame and writes the same bytes to each socket: the least that Node can do.
 * POST /send calls ws's own send for each, as a textbook does.
 */

type RawWebSocket = WebSocket & { _socket: Socket }
/** What ws exports and its types leave out. */
const { Sender } = ws as unknown as { Sender: { frame(data: Buffer, options: object): Buffer[] } }

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })

function broadcast(path: string | undefined, body: Buffer): void {
  if (path === '/send') {
    for (const socket of sockets.clients) socket.send(body, { binary: false })
    return
  }
  const frame = Buffer.concat(Sender.frame(body, { fin: true, opcode: 1, mask: false, rsv1: false, readOnly: true }))
  for (const socket of sockets.clients) (socket as RawWebSocket)._socket.write(frame)
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    broadcast(request.url, body)
    const revision = /"revision":(\d+)/.exec(body.toString())?.[1] ?? '0'
    response.end(JSON.stringify({ revision: Number(revision) }))
  })
})
server.on('upgrade', (request, socket, head) => sockets.handleUpgrade(request, socket, head, () => {}))
server.listen(0, '127.0.0.1', 4096, () => {
  const address = server.address()
  if (address !== null && typeof address === 'object')
    process.stdout.write(`"url":"http://127.0.0.1:${address.port}"\n`)
})
