import type { Logger } from '../log.ts'
import type { Viewer } from './viewer/viewer.ts'

/** What every resolver of every subgraph finds in its context; a service adds its own part under its name. */
export type BaseContext = {
  viewer: Viewer
  requestId: string
  log: Logger
  /** The client's address as budgets count it; null where nobody knows it. */
  address?: string | null
}

/** A thing of another subgraph, known by its key only. Rows never carry `__typename`; references always do. */
export type Reference<Name extends string = string> = { __typename: Name; id: string }

export const reference = <Name extends string>(typeName: Name, id: string): Reference<Name> => ({
  __typename: typeName,
  id,
})

export const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && '__typename' in value

/**
 * One service as the graph sees it. `entities` load the rows of the types that this service owns, by key, through its
 * request's loaders; other @key types here only add fields and must be content with the parent's `id`.
 */
export type Subgraph<Part extends object = object> = {
  name: string
  resolvers: Record<string, unknown>
  entities: Record<string, (reference: Reference, context: BaseContext & Part) => Promise<object | null>>
  /** The service's part of the context, made anew for each request: loaders live here. */
  context(base: BaseContext): Part
}
