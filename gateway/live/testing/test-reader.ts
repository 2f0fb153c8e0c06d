import { getOperationAST, parse, type GraphQLFormattedError } from 'graphql'
import type { Bus, BusListener } from '../../../kit/bus/bus.ts'
import { createMemoryBus } from '../../../kit/bus/memory-bus.ts'
import { anonymousViewer } from '../../../kit/graphql/viewer/viewer.ts'
import { graphSchema } from './test-schema.ts'
import { Fetcher } from '../rendering/fetcher.ts'
import type { Sink } from '../feed/sink.ts'
import { planSubscription, type Plan } from '../rendering/plan.ts'
import { Renderer } from '../rendering/renderer.ts'
import { frameTail, type SharedPayload } from '../rendering/shared-payload.ts'

export const anonymous = anonymousViewer('t1')

/** A socket's operation, for tests: what it was sent, and whether it takes more. */
export class TestReader<Frame> implements Sink {
  frames: Frame[] = []
  slow = false
  ended: 'no' | 'complete' | readonly GraphQLFormattedError[] = 'no'

  send(payload: SharedPayload): boolean {
    if (this.ended !== 'no') throw new Error('sent after the end')
    if (this.slow) return false
    this.frames.push(readFrame<Frame>(payload))
    return true
  }

  end(errors?: readonly GraphQLFormattedError[]): void {
    if (this.ended !== 'no') throw new Error('ended twice')
    this.ended = errors ?? 'complete'
  }
}

/** The first root field of the result in a frame. */
function readFrame<Frame>(payload: SharedPayload): Frame {
  const frame = payload.frame(frameTail('1'))
  const message = JSON.parse(frame.subarray(frame.indexOf('{')).toString()) as {
    payload: { data: Record<string, Frame> }
  }
  return Object.values(message.payload.data)[0] as Frame
}

/** The bus of one process that can be told to say that it may have lost something. */
export function breakableBus(): Bus & { onResync(): void } {
  const bus = createMemoryBus()
  const listeners = new Set<BusListener>()
  return {
    ...bus,
    subscribe: async (topic, listener) => {
      const unsubscribe = await bus.subscribe(topic, listener)
      listeners.add(listener)
      return async () => {
        listeners.delete(listener)
        await unsubscribe()
      }
    },
    onResync: () => {
      for (const listener of listeners) listener.onResync()
    },
  }
}

export function planOf(source: string, schema = graphSchema): Plan {
  const document = parse(source)
  const operation = getOperationAST(document)
  if (!operation) throw new Error('not an operation')
  return planSubscription(schema, document, operation, {})
}

/** Answers of a plan; where it asks for what no event carries, the graph takes `fetchMs` to say what is `fetched`. */
export function rendererOf<Event extends object>(
  plan: Plan,
  subjectId: (event: Event) => string | null,
  fetchMs = 0,
  fetched: (id: string) => Record<string, unknown> | null = () => null,
): Renderer<Event> {
  const graph = {
    schema: graphSchema,
    execute: async ({ variables }: { variables?: Record<string, unknown> | null }) => {
      await pause(fetchMs / 2)
      const ids = Object.entries(variables ?? {}).filter(([name]) => name.startsWith('liveId'))
      const data = Object.fromEntries(ids.map(([name, id]) => [name.replace('liveId', 'live'), fetched(id as string)]))
      await pause(fetchMs / 2)
      return { data }
    },
    ready: () => Promise.resolve(true),
    stop: () => Promise.resolve(),
  }
  const caller = { viewer: anonymous, authorization: null, requestId: 'r' }
  const fetcher = plan.fetch && new Fetcher(graph, plan.fetch, {}, caller)
  return new Renderer<Event>({ plan, fetcher, subjectId, format: formatted })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export const formatted = (error: unknown): GraphQLFormattedError => ({
  message: error instanceof Error ? error.message : String(error),
})
