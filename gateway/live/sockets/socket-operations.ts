import type { ExecutionResult, GraphQLFormattedError } from 'graphql'
import { AppError } from '../../../kit/errors/app-error.ts'
import type { Limits } from '../../../kit/limits.ts'
import type { Release } from './holdings.ts'
import type { Membership, Sink } from '../feed/sink.ts'
import { frameTail } from '../rendering/shared-payload.ts'
import type { SocketWriter } from './socket-writer.ts'

/** An operation under way; `membership` is null for a query or mutation, and until the hub has taken a subscription. */
type Operation = {
  id: string
  tail: Buffer
  membership: Membership | null
  isLagging: boolean
  release: Release | null
}

export type OperationLimits = Pick<Limits, 'operationsPerSocket'>

export type OperationsOptions = {
  writer: SocketWriter
  limits: OperationLimits
  /** Takes what was thrown while something was told to one operation. */
  failed: (error: unknown) => void
}

/**
 * The operations of one socket, each under an id that is free again when it ends. What comes for an operation that has
 * ended (a late answer, an event on its way) is dropped.
 */
export class SocketOperations {
  readonly #options: OperationsOptions
  readonly #operations = new Map<string, Operation>()
  /** When the last one ended, on the clock of performance.now(); meaningless while there are any. */
  idleSince = performance.now()

  constructor(options: OperationsOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#operations.size
  }

  has(id: string): boolean {
    return this.#operations.has(id)
  }

  /** Throws LIMIT_REACHED where the socket carries all that it may: asked before anything is done for one more. */
  requireRoom(): void {
    const { operationsPerSocket } = this.#options.limits
    if (this.#operations.size >= operationsPerSocket)
      throw limitReached(`One socket carries at most ${operationsPerSocket} operations.`, operationsPerSocket)
  }

  /** Starts a subscription, counted until it ends. Throws what `subscribe` throws; then there is no operation. */
  follow(id: string, counted: Release, subscribe: (sink: Sink) => Membership): void {
    const operation = this.#open(id, counted)
    try {
      operation.membership = subscribe(this.#sinkOf(operation))
    } catch (error) {
      this.#forget(operation)
      throw error
    }
  }

  /** Starts a query or mutation, which is answered once. `execute` must not reject. */
  answer(id: string, execute: () => Promise<ExecutionResult | { errors: GraphQLFormattedError[] }>): void {
    const operation = this.#open(id, null)
    execute()
      .then((payload) => {
        // The caller may have completed it meanwhile, and used the id again.
        if (!this.#forget(operation)) return
        this.#options.writer.send({ id, type: 'next', payload })
        this.#options.writer.send({ id, type: 'complete' })
      })
      .catch(this.#options.failed)
  }

  /** The client wants no more of it. An unknown id is one that has ended already. */
  complete(id: string): void {
    const operation = this.#operations.get(id)
    if (!operation) return
    this.#forget(operation)
    operation.membership?.stop()
  }

  /** The socket has taken what was written to it: feeds that were held back go on. */
  drained(): void {
    for (const operation of [...this.#operations.values()]) {
      if (!operation.isLagging) continue
      operation.isLagging = false
      operation.membership?.drained()
    }
  }

  endAll(): void {
    for (const operation of [...this.#operations.values()]) {
      this.#forget(operation)
      this.#guarded(() => operation.membership?.stop())
    }
  }

  #open(id: string, release: Release | null): Operation {
    const operation: Operation = { id, tail: frameTail(id), membership: null, isLagging: false, release }
    this.#operations.set(id, operation)
    return operation
  }

  /** False where the operation was over before. */
  #forget(operation: Operation): boolean {
    if (this.#operations.get(operation.id) !== operation) return false
    this.#operations.delete(operation.id)
    operation.release?.()
    if (this.#operations.size === 0) this.idleSince = performance.now()
    return true
  }

  #sinkOf(operation: Operation): Sink {
    const { id, tail } = operation
    const { writer } = this.#options
    return {
      send: (payload) => {
        const isSent = writer.share(payload, tail)
        if (!isSent) operation.isLagging = true
        return isSent
      },
      end: (errors) =>
        this.#guarded(() => {
          if (this.#forget(operation))
            writer.send(errors ? { id, type: 'error', payload: errors } : { id, type: 'complete' })
        }),
    }
  }

  /** A socket that fails must not keep a feed from telling the others. */
  #guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#options.failed(error)
    }
  }
}

const limitReached = (sentence: string, limit: number) =>
  new AppError('LIMIT_REACHED', { public: sentence, details: { limit } })
