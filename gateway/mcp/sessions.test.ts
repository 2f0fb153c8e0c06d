import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { buildSchema } from 'graphql'
import { afterEach, expect, it, vi } from 'vitest'
import { adminViewer } from '../../kit/graphql/viewer/viewer.ts'
import { defaultLimits } from '../../kit/limits.ts'
import { createLogger } from '../../kit/log.ts'
import { localBackend } from './local-backend.ts'
import { McpSessions, type McpSender } from './sessions.ts'

const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'))
const viewer = adminViewer('t1', 'p1')
const sender = (expiresAt: Date | null = null): McpSender => ({
  principalId: 'p1',
  address: 'a',
  caller: { viewer: { ...viewer, expiresAt }, authorization: null, requestId: 'r' },
})

let sessions: McpSessions
afterEach(() => sessions.stop())

/** Sessions over a graph that nobody asks. */
function start(mcpSessionIdleMs: number, watch = () => () => {}): McpSessions {
  const never = (): never => {
    throw new Error('nobody asks')
  }
  const graph = { schema, admit: never, execute: never, ready: never, stop: never }
  const format = (error: unknown) => ({ message: String(error) })
  const backend = localBackend({ graph, hub: { subscribe: never }, holdings: { subscription: never }, format })
  const limits = { ...defaultLimits, mcpSessionIdleMs, mcpSessionsPerPrincipal: 2 }
  sessions = new McpSessions({
    backend,
    access: { watch },
    limits,
    log: createLogger({ level: 'silent', name: 'test' }),
  })
  return sessions
}

const response = () => Object.assign(new EventEmitter(), { writeHead: () => {} }) as unknown as ServerResponse

it('end when nothing was asked for too long, unless a response is open', async () => {
  start(30)
  await sessions.open(sender())
  const listening = await sessions.open(sender())
  const open = response()
  listening.opened(open, true)
  await vi.waitUntil(() => sessions.size === 1)
  expect(listening.idleMs()).toBe(0)
  open.emit('close')
  await vi.waitUntil(() => sessions.size === 0)
  // They count no more.
  await sessions.open(sender())
  await sessions.open(sender())
  await expect(sessions.open(sender())).rejects.toMatchObject({ code: 'RATE_LIMITED' })
})

it('end with the token, with the access of its principal, and when the process leaves', async () => {
  const ends: (() => void)[] = []
  start(60_000, ((_caller: unknown, ended: () => void) => {
    ends.push(ended)
    return () => {}
  }) as never)
  await sessions.open(sender(new Date(Date.now() + 20)))
  await sessions.open(sender())
  await vi.waitUntil(() => sessions.size === 1)
  ends[1]?.()
  await vi.waitUntil(() => sessions.size === 0)
  await sessions.open(sender())
  sessions.stop()
  await vi.waitUntil(() => sessions.size === 0)
  await expect(sessions.open(sender())).rejects.toMatchObject({ code: 'UNAVAILABLE' })
})
