import type { GraphQLFormattedError } from 'graphql'
import { parseOwnJson } from '../../kit/pure/json/parse-json.ts'
import type { GuardedGraph } from '../documents/guarded-graph.ts'
import type { LiveHub } from '../live/hub.ts'
import type { Holdings } from '../live/sockets/holdings.ts'
import { run, type Sender } from '../trusted/run.ts'
import { Refused, type Backend } from './backend.ts'

export type LocalBackendOptions = {
  graph: GuardedGraph
  hub: Pick<LiveHub, 'subscribe'>
  holdings: Pick<Holdings, 'subscription'>
  format(error: unknown, requestId: string): GraphQLFormattedError
}

type Event = { data?: { instanceChanged?: { type: string } | null } | null }

/** The graph and the hub of this process. Feeds count as subscriptions of their viewer. */
export function localBackend({ graph, hub, holdings, format }: LocalBackendOptions): Backend<Sender> {
  const refused = (error: unknown, { caller }: Sender) => new Refused(format(error, caller.requestId))
  return {
    schema: graph.schema,
    async run(operation, variables, sender) {
      try {
        return await run(graph, operation, variables, sender)
      } catch (error) {
        throw refused(error, sender)
      }
    },
    async follow({ document, name }, variables, sender, { changed, ended }) {
      try {
        const { request } = graph.admit({ document, operationName: name, variables, ...sender })
        const release = holdings.subscription(sender.caller.viewer, sender.address)
        const begun = Promise.withResolvers<void>()
        let isOver = false
        const end = () => {
          if (isOver) return
          isOver = true
          release()
          begun.resolve()
          ended()
        }
        try {
          const membership = hub.subscribe(request, {
            send(payload) {
              begun.resolve()
              const { data } = parseOwnJson(payload.json.toString()) as Event
              if (data?.instanceChanged && data.instanceChanged.type !== 'SNAPSHOT') changed()
              return true
            },
            end,
          })
          await begun.promise
          return () => {
            membership.stop()
            end()
          }
        } catch (error) {
          end()
          throw error
        }
      } catch (error) {
        throw refused(error, sender)
      }
    },
  }
}
