import { setTimeout as sleep } from 'node:timers/promises'
import { print, type GraphQLFormattedError, type GraphQLSchema } from 'graphql'
import { Refused, type Backend } from '../../gateway/mcp/backend.ts'
import type { Variables } from '../../gateway/trusted/bind.ts'
import type { CompiledOperation } from '../../gateway/trusted/operation.ts'
import { answerIn } from '../../gateway/trusted/run.ts'
import { createEventStreamReader } from '../../kit/pure/event-stream.ts'
import { parseOwnJson } from '../../kit/pure/json/parse-json.ts'

export type RemoteOptions = { schema: GraphQLSchema; url: string; token: string }

type Answered = { data?: Record<string, unknown> | null; errors?: readonly GraphQLFormattedError[] }
type Event = { type: string; cursor: string }

const retryMs = 1000
/** Longer than any event of ours. */
const eventCharactersMax = 64 * 1024 * 1024

/** A running Marquee, asked over its public graph with the token of the principal. Feeds come back by themselves. */
export function remoteBackend({ schema, url, token }: RemoteOptions): Backend<null> {
  const post = async (operation: CompiledOperation, variables: Variables, accept: string, signal?: AbortSignal) => {
    try {
      return await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: print(operation.document), operationName: operation.name, variables }),
        ...(signal ? { signal } : {}),
      })
    } catch (cause) {
      throw new Refused({
        message: `There is no Marquee at ${url}: ${cause instanceof Error ? cause.message : String(cause)}`,
        extensions: { code: 'UNAVAILABLE', retryable: true },
      })
    }
  }
  return {
    schema,
    async run(operation, variables) {
      const response = await post(operation, variables, 'application/json')
      const { data, errors } = parseOwnJson(await response.text()) as Answered
      if (errors?.[0]) throw new Refused(errors[0])
      return answerIn(data, operation.result)
    },
    async follow(operation, variables, _sender, { changed, ended }) {
      const left = new AbortController()
      let since: string | undefined
      const open = () =>
        post(operation, { ...variables, ...(since === undefined ? {} : { since }) }, 'text/event-stream', left.signal)
      const first = await open()
      const begun = Promise.withResolvers<void>()
      const onEvent = ({ type, cursor }: Event) => {
        begun.resolve()
        const isNews = type !== 'SNAPSHOT' || since !== undefined
        since = cursor
        if (isNews) changed()
      }
      const run = async () => {
        for (let response: Response | null = first; !left.signal.aborted;) {
          if (response && (await readEvents(response, onEvent))) break
          await sleep(retryMs, undefined, { signal: left.signal }).catch(() => {})
          response = left.signal.aborted ? null : await open().catch(() => null)
        }
      }
      void run()
        .catch(() => {})
        .finally(() => {
          begun.resolve()
          ended()
        })
      await begun.promise
      return () => left.abort()
    },
  }
}

/** Until the stream breaks off; true where it is over for good. */
async function readEvents(response: Response, onEvent: (event: Event) => void): Promise<boolean> {
  if (!response.ok || !response.body) return response.status !== 429 && response.status < 500
  const reader = createEventStreamReader(eventCharactersMax)
  try {
    const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
      for (const { event, data } of reader.push(piece.value)) {
        if (event === 'complete') return true
        const { data: answered, errors } = parseOwnJson(data) as Answered
        if (errors) return true
        const [value] = Object.values(answered ?? {})
        if (value) onEvent(value as Event)
      }
    }
  } catch {
    return false
  }
  return false
}
