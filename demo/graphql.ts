import { setTimeout as sleep } from 'node:timers/promises'

export type FetchGraphql = (body: { query: string; variables: Record<string, unknown> }) => Promise<{
  data?: unknown
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[]
}>

/** Runs an operation; the caller vouches for the shape of what it selects. */
export type Ask = <Data>(query: string, variables: Record<string, unknown>) => Promise<Data>

const ATTEMPTS_MAX = 4
const PAUSE_MS = 250

/** The first error that an operation was answered with. */
export class GraphqlRefusal extends Error {
  readonly code: unknown
  readonly retryable: boolean

  constructor(message: string, extensions: Record<string, unknown>) {
    super(message)
    this.name = 'GraphqlRefusal'
    this.code = extensions['code']
    this.retryable = extensions['retryable'] === true
  }
}

/**
 * Turns errors into exceptions and repeats what may succeed when sent again: a database that restarts in the middle of
 * a thousand writes is no reason to begin anew.
 */
export function connect(fetchGraphql: FetchGraphql): Ask {
  return async function ask<Data>(query: string, variables: Record<string, unknown>): Promise<Data> {
    for (let attempt = 1; ; attempt++) {
      const { data, errors } = await fetchGraphql({ query, variables })
      const [error] = errors ?? []
      if (error === undefined) return data as Data
      const refusal = new GraphqlRefusal(error.message, error.extensions ?? {})
      if (!refusal.retryable || attempt === ATTEMPTS_MAX) throw refusal
      await sleep(PAUSE_MS * 2 ** attempt)
    }
  }
}
