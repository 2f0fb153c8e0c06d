import type { GraphQLFormattedError } from 'graphql'
import type { SharedPayload } from '../rendering/shared-payload.ts'

/** One operation of one socket, as a feed sees it. */
export type Sink = {
  /** False: the reader does not keep up and nothing was written; `drained` of its member is called when it does again. */
  send(payload: SharedPayload): boolean
  /** Ends the operation: with errors, or as complete. Nothing may be sent afterwards. */
  end(errors?: readonly GraphQLFormattedError[]): void
}

/** What a sink's owner holds of a running subscription. */
export type Membership = {
  /** The reader has caught up with what was written to it. */
  drained(): void
  /** The reader has left. */
  stop(): void
}
