import type { FastifyReply, FastifyRequest } from 'fastify'
import { INSTANCE_FEED } from '../../schema/events.ts'
import type { GuardedGraph } from '../documents/guarded-graph.ts'
import { readSince } from '../live/reading/since.ts'
import type { StreamServer } from '../live/streams/stream-server.ts'
import type { Variables } from '../trusted/bind.ts'
import { compile, type CompiledOperation } from '../trusted/operation.ts'
import { run, type Sender } from '../trusted/run.ts'
import type { CompiledEndpoint } from './endpoint.ts'
import { eventStream } from './event-stream.ts'

type Streaming = {
  graph: Pick<GuardedGraph, 'admit' | 'execute' | 'schema'>
  streams: Pick<StreamServer, 'open'>
  endpoint: CompiledEndpoint
  variables: Variables
  sender: Sender
  request: FastifyRequest
  reply: FastifyReply
}

/**
 * Answers with the feed of an instance, by the hub that serves sockets. `Last-Event-ID`, which EventSource sends when it
 * comes back, resumes. What cannot be followed is refused before the stream begins: EventSource comes back to a stream
 * that ends, and gives up on a status.
 */
export async function streamEvents(streaming: Streaming): Promise<void> {
  const { graph, streams, endpoint, sender, request, reply } = streaming
  const last = request.headers['last-event-id']
  const variables =
    typeof last === 'string' && last !== '' ? { ...streaming.variables, since: last } : streaming.variables
  readSince(variables, { kind: INSTANCE_FEED, subject: variables['id'] as string })
  await run(graph, existsIn(graph), { id: variables['id'] }, sender)
  const { document, name } = endpoint.operation
  const admitted = graph.admit({ document, operationName: name, variables, ...sender })
  return streams.open(admitted.request, reply, eventStream)
}

const checks = new WeakMap<object, CompiledOperation>()

function existsIn({ schema }: Streaming['graph']): CompiledOperation {
  let check = checks.get(schema)
  if (!check) {
    check = compile(schema, { document: 'query Exists($id: ID!) { instance(id: $id) { id } }', result: 'instance' })
    checks.set(schema, check)
  }
  return check
}
