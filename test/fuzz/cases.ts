import { readFileSync, writeFileSync } from 'node:fs'
import type { GraphQLSchema } from 'graphql'
import { costlyDocument, entitiesDocument, type Body } from './costly-documents.ts'
import { DocumentWriter, type Operation } from './documents.ts'
import {
  brokenFrame,
  completeMessage,
  frame,
  harmlessFrame,
  hostileMessage,
  initMessage,
  mutated,
  subscribeMessage,
} from './frames.ts'
import { createRandom, times, type Random } from './random.ts'
import { graphqlBody, hostileRequest, hostileUpgrade } from './requests.ts'

export type Target = 'edge' | 'catalogue' | 'runtime' | 'placement'

/** What is sent over one connection, or as one request. */
export type Case = {
  index: number
  kind: string
  to: Target
  /** Acts as the administrator, else as nobody. */
  admin: boolean
  /** `http`: the body of one POST to /graphql. `socket`: frames after a handshake. `tcp`: every byte of a connection. */
  via: 'http' | 'socket' | 'tcp'
  chunks: Buffer[]
  /** `answered`: until the server has said all. `reset`: cut as soon as all is written. `unread`: nothing is read, then cut. */
  ends: 'answered' | 'reset' | 'unread'
  /** Operations whose answers are waited for. */
  awaits: string[]
  /** How many frames and documents it is. */
  count: number
}

export type CaseContext = { seed: number; schema: GraphQLSchema; authorization: string; subgraphs: boolean }

const operations: readonly Operation[] = [
  'query',
  'query',
  'query',
  'query',
  'query',
  'query',
  'query',
  'mutation',
  'mutation',
  'subscription',
]

/** Case `index` of a seed: the same bytes every time. */
export function makeCase(context: CaseContext, index: number): Case {
  const random = createRandom(context.seed, index)
  const kinds: Kind[] = [
    'document',
    'document',
    'document',
    'document',
    'costly',
    'body',
    'conversation',
    'conversation',
    'frames',
    'frames',
    'frames',
    'request',
    'upgrade',
    random.chance(0.3) ? 'flood' : 'frames',
  ]
  const kind = random.pick<Kind>(context.subgraphs ? [...kinds, 'entities'] : kinds)
  return { index, kind, ...makers[kind](random, context) }
}

/** One document in one request: what the budget of CPU is measured with. */
export function makeDocumentCase(context: CaseContext, index: number): Case {
  const random = createRandom(context.seed, index)
  const kind = random.pick<Kind>(['document', 'costly', 'costly', context.subgraphs ? 'entities' : 'document'])
  return { index, kind, ...makers[kind](random, context) }
}

type Kind = keyof typeof makers
type Made = Omit<Case, 'index' | 'kind'>

const makers = {
  document: (random, { schema }) =>
    post(random, bodyOf(new DocumentWriter(schema, random).write(random.pick(operations)))),
  costly: (random) => post(random, bodyOf(costlyDocument(random))),
  body: (random) => post(random, graphqlBody(random)),
  entities: (random) => ({
    ...post(random, bodyOf(entitiesDocument(random))),
    to: random.pick(['catalogue', 'runtime', 'placement'] as const),
  }),
  conversation,
  frames,
  flood,
  request: (random) => ({ ...tcp(hostileRequest(random)), ends: random.chance(0.2) ? 'reset' : 'answered' }),
  upgrade: (random) => ({ ...tcp(hostileUpgrade(random)), ends: 'reset' }),
} satisfies Record<string, (random: Random, context: CaseContext) => Made>

const bodyOf = ({ query, variables, operationName }: Body) =>
  Buffer.from(
    `{"query":${JSON.stringify(query)},"variables":${variables}${operationName === null ? '' : `,"operationName":${JSON.stringify(operationName)}`}}`,
  )
const post = (random: Random, body: Buffer): Made => ({
  to: 'edge',
  admin: random.chance(0.7),
  via: 'http',
  chunks: [body],
  ends: 'answered',
  awaits: [],
  count: 1,
})
const tcp = (bytes: Buffer): Made => ({
  to: 'edge',
  admin: false,
  via: 'tcp',
  chunks: [bytes],
  ends: 'answered',
  awaits: [],
  count: 1,
})
const socket = (admin: boolean, chunks: Buffer[], rest: Partial<Made> = {}): Made => ({
  to: 'edge',
  admin,
  via: 'socket',
  chunks,
  ends: 'answered',
  awaits: [],
  count: chunks.length,
  ...rest,
})

/** A socket that speaks the protocol and asks much: queries are waited for, subscriptions completed. */
function conversation(random: Random, { schema, authorization }: CaseContext): Made {
  const admin = random.chance(0.6)
  const chunks = [initMessage(admin ? authorization : null)]
  const awaits: string[] = []
  times(random.int(5, 80), (number) => {
    const id = `o${number}`
    const isCostly = random.chance(0.04)
    const document = isCostly
      ? { operation: 'query' as const, ...costlyDocument(random) }
      : new DocumentWriter(schema, random).write(random.pick(operations))
    chunks.push(subscribeMessage(id, document.query, document.variables, document.operationName))
    if (random.chance(0.3)) chunks.push(harmlessFrame(random))
    if (document.operation === 'subscription' || random.chance(0.2)) chunks.push(completeMessage(id))
    else awaits.push(id)
  })
  return socket(admin, chunks, { awaits, ends: random.chance(0.2) ? 'reset' : 'answered' })
}

/** Many frames that the socket survives, then some that it may not. */
function frames(random: Random, { seed, authorization }: CaseContext): Made {
  const admin = random.chance(0.3)
  const chunks = random.chance(0.85) ? [initMessage(admin ? authorization : null)] : []
  const pool = harmlessFrames(seed)
  chunks.push(...times(random.int(20, 1500), () => random.pick(pool)))
  if (random.chance(0.7)) chunks.push(...times(random.int(1, 3), () => hostileMessage(random)))
  if (random.chance(0.6))
    chunks.push(
      random.chance(0.5)
        ? brokenFrame(random)
        : mutated(random, random.chance(0.5) ? harmlessFrame(random) : hostileMessage(random)),
    )
  return socket(admin, chunks, { ends: random.pick(['answered', 'reset', 'reset'] as const) })
}

const pools = new Map<number, Buffer[]>()

/** Frames that a socket survives: made once for a seed, because a case takes a thousand. */
function harmlessFrames(seed: number): Buffer[] {
  let pool = pools.get(seed)
  if (!pool) {
    const random = createRandom(seed, -2)
    pools.set(seed, (pool = times(2000, () => harmlessFrame(random))))
  }
  return pool
}

/** Much at once, partly unread. */
function flood(random: Random, { authorization }: CaseContext): Made {
  const size = random.pick([0, 100, 10_000])
  const one = random.pick<(index: number) => Buffer>([
    () => frame(JSON.stringify({ type: 'ping', payload: { a: 'x'.repeat(size) } })),
    () => frame('x'.repeat(Math.min(125, size)), { opcode: 9 }),
    (index) => subscribeMessage(`f${index}`, '{ me { tenantId } }', '{}', null),
    (index) =>
      subscribeMessage(
        `f${index}`,
        `subscription { displayChanged(instanceId: "inst-~~fuzz${String(index % 12).padStart(2, '0')}") { type effectiveProps } }`,
        '{}',
        null,
      ),
    (index) =>
      subscribeMessage(
        `f${index}`,
        `subscription { instancesChanged(filter: { nameContains: "${index}" }) { type } }`,
        '{}',
        null,
      ),
    (index) =>
      Buffer.concat([
        subscribeMessage('same', 'subscription { displayChanged(instanceId: "inst-~~fuzz01") { type } }', '{}', null),
        completeMessage(index % 50 === 49 ? 'other' : 'same'),
      ]),
    () => initMessage(authorization),
  ])
  const chunks = [
    initMessage(random.chance(0.5) ? authorization : null),
    ...times(size === 10_000 ? 200 : random.int(200, 1500), one),
  ]
  return socket(false, chunks, { ends: random.pick(['answered', 'reset', 'unread'] as const) })
}

/** A case as a file that `--replay` reads. */
export function writeCase(file: string, one: Case, about: object): void {
  writeFileSync(
    file,
    `${JSON.stringify({ ...about, ...one, chunks: one.chunks.map((chunk) => chunk.toString('base64')) }, null, 1)}\n`,
  )
}

export function readCase(file: string): Case & { mode?: string } {
  const read = JSON.parse(readFileSync(file, 'utf8')) as Omit<Case, 'chunks'> & { chunks: string[]; mode?: string }
  return { ...read, chunks: read.chunks.map((chunk) => Buffer.from(chunk, 'base64')) }
}
