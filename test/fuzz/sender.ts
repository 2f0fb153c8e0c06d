import net from 'node:net'
import { Pool } from 'undici'
import { judgeClose, judgeHttp, judgeMessage, type Judged } from './answers.ts'
import type { Case, Target } from './cases.ts'
import { frame } from './frames.ts'
import { upgradeRequest } from './requests.ts'

/** So long nothing may take. A machine that does much else is slow, and what hangs still hangs after two minutes. */
const answerMs = 120_000
/** A broken request is not waited for beyond this: the server's own timeouts are longer. */
const silenceMs = 300
/** Strangers come from another address of the loopback than the honest, so that budgets by address tell them apart. */
const localAddress = '127.0.0.2'

export type Addresses = Partial<Record<Target, string>>
export type Sender = { send(one: Case): Promise<Judged>; close(): Promise<void> }

/** Sends cases and judges what comes back. `replace` puts what there is on the stage in place of its stand-ins. */
export function createSender({
  addresses,
  authorization,
  replace,
  connections,
}: {
  addresses: Addresses
  authorization: string
  replace: (bytes: Buffer) => Buffer
  connections: number
}): Sender {
  const pools = new Map(
    Object.entries(addresses).map(([name, url]) => [
      name,
      new Pool(url, {
        connections,
        pipelining: 1,
        headersTimeout: answerMs,
        bodyTimeout: answerMs,
        connect: { localAddress },
      }),
    ]),
  )
  const urlOf = (to: Target) => new URL(addresses[to] ?? (addresses.edge as string))

  async function post(one: Case): Promise<Judged> {
    const pool = pools.get(one.to) ?? (pools.get('edge') as Pool)
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(one.admin ? { authorization } : {}),
    }
    try {
      const {
        statusCode,
        headers: answered,
        body,
      } = await pool.request({ method: 'POST', path: '/graphql', headers, body: replace(one.chunks[0]!) })
      return judgeHttp(
        statusCode,
        String(answered['content-type'] ?? ''),
        await body.text(),
        one.to === 'edge' ? 'http' : one.to,
      )
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      const late = code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT'
      // A server may hang up on a body that it does not want; a process that ended is found elsewhere.
      return {
        codes: [code ?? 'error'],
        problems: late ? [{ what: `http: no answer within ${answerMs} ms`, detail: message }] : [],
      }
    }
  }

  return {
    send: (one) =>
      one.via === 'http'
        ? post(one)
        : one.via === 'tcp'
          ? sendBytes(urlOf(one.to), one, replace)
          : converse(urlOf(one.to), one, replace),
    close: async () => void (await Promise.all([...pools.values()].map((pool) => pool.destroy()))),
  }
}

/** Every byte of a connection, then what the server makes of it. */
function sendBytes(
  { hostname, port }: URL,
  { chunks, ends }: Case,
  replace: (bytes: Buffer) => Buffer,
): Promise<Judged> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: hostname, port: Number(port), localAddress, noDelay: true })
    const received: Buffer[] = []
    const finish = () => {
      clearTimeout(silence)
      socket.destroy()
      resolve(judgeRaw(Buffer.concat(received)))
    }
    const silence = setTimeout(finish, silenceMs)
    socket.on('data', (chunk: Buffer) => received.push(chunk))
    socket.on('error', finish).on('close', finish)
    socket.on('connect', () => {
      socket.write(replace(Buffer.concat(chunks)), () => {
        if (ends === 'reset') socket.resetAndDestroy()
      })
    })
  })
}

/** The first answer on a connection, as far as it came. */
function judgeRaw(bytes: Buffer): Judged {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return { codes: [], problems: [] }
  const head = bytes.subarray(0, end).toString('latin1')
  const status = Number(head.split(' ')[1])
  const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN)
  const body = bytes.subarray(end + 4)
  // What is cut off, streamed or has no body by the rules cannot be judged but by its status; a refusal always has all.
  const isWhole = body.length >= length
  if (status >= 400 && isWhole && length > 0)
    return judgeHttp(
      status,
      /content-type: *([^\r]*)/i.exec(head)?.[1] ?? '',
      body.subarray(0, length).toString(),
      'raw http',
    )
  if (status >= 400 && length === 0) return judgeHttp(status, '', '', 'raw http')
  return {
    codes: [String(status)],
    problems: status === 500 || status === 502 ? [{ what: `raw http: HTTP ${status}`, detail: head }] : [],
  }
}

/** A handshake, all frames, and what comes back until everything that is waited for is there. */
function converse(
  { hostname, port, pathname }: URL,
  { chunks, ends, awaits }: Case,
  replace: (bytes: Buffer) => Buffer,
): Promise<Judged> {
  return new Promise((resolve) => {
    const judged: Judged = { codes: [], problems: [] }
    const open = new Set(awaits)
    const socket = net.connect({ host: hostname, port: Number(port), localAddress, noDelay: true })
    let rest: Buffer = Buffer.alloc(0)
    let isOpen = false
    let allRead = false
    const note = ({ codes, problems }: Judged) => {
      judged.codes.push(...codes)
      judged.problems.push(...problems)
    }
    const finish = () => {
      clearTimeout(late)
      socket.destroy()
      resolve(judged)
    }
    const late = setTimeout(() => {
      if (ends === 'answered' && isOpen)
        judged.problems.push({
          what: `socket: no answer within ${answerMs} ms`,
          detail: `${open.size} operations are open, such as ${[...open].slice(0, 5).join(' ')}`,
        })
      finish()
    }, answerMs)
    const settle = () => {
      if (allRead && open.size === 0) finish()
    }
    const onFrame = (opcode: number, payload: Buffer) => {
      if (opcode === 8) {
        note(judgeClose(payload.length >= 2 ? payload.readUInt16BE(0) : 1005, payload.subarray(2).toString()))
        return finish()
      }
      // Our own last ping: all frames before it have been looked at.
      if (opcode === 10 && payload.toString() === lastPing) allRead = true
      if (opcode === 1) {
        const message = JSON.parse(payload.toString()) as { id?: string; type?: string; payload?: unknown }
        note(judgeMessage(message))
        if (message.type === 'complete' || message.type === 'error') open.delete(message.id ?? '')
      }
      settle()
    }
    const onData = (chunk: Buffer) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      if (!isOpen) {
        const end = rest.indexOf('\r\n\r\n')
        if (end < 0) return
        if (!rest.subarray(0, 12).toString().includes(' 101')) {
          note(judgeRaw(rest))
          return finish()
        }
        isOpen = true
        rest = rest.subarray(end + 4)
        start()
      }
      rest = readFrames(rest, onFrame)
    }
    const start = () => {
      const bytes = replace(Buffer.concat(chunks))
      if (ends === 'unread') socket.pause()
      socket.write(ends === 'answered' ? Buffer.concat([bytes, frame(lastPing, { opcode: 9 })]) : bytes, () => {
        if (ends === 'answered') return
        socket.resetAndDestroy()
        finish()
      })
      // A server that reads no more is not written to for ever.
      if (ends !== 'answered') setTimeout(finish, 2000).unref()
    }
    socket.on('data', onData)
    socket.on('error', finish).on('close', finish)
    socket.on('connect', () => socket.write(upgradeRequest(pathname === '/' ? '/graphql' : pathname)))
  })
}

const lastPing = 'that was all'

/** Calls `onFrame` for each whole frame; answers the bytes that are left. */
function readFrames(bytes: Buffer, onFrame: (opcode: number, payload: Buffer) => void): Buffer {
  let at = 0
  while (bytes.length - at >= 2) {
    let length = bytes[at + 1]! & 0x7f
    let head = 2
    if (length === 126) {
      if (bytes.length - at < 4) break
      length = bytes.readUInt16BE(at + 2)
      head = 4
    } else if (length === 127) {
      if (bytes.length - at < 10) break
      length = Number(bytes.readBigUInt64BE(at + 2))
      head = 10
    }
    if (bytes.length - at < head + length) break
    onFrame(bytes[at]! & 0x0f, bytes.subarray(at + head, at + head + length))
    at += head + length
  }
  return bytes.subarray(at)
}
