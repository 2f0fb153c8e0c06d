import type { BaseContext } from '../../../kit/graphql/subgraph.ts'
import type { CatalogueDeps } from '../actions/deps.ts'
import type { Reading } from '../store/definitions/definition-reads.ts'
import type { CatalogueLoaders } from './loaders.ts'

/** The catalogue's part of a request's context. */
export type CatalogueContextPart = {
  deps: CatalogueDeps
  /** What of the catalogue the viewer may read. */
  reading: Reading
  loaders: CatalogueLoaders
  /** After a write in the same request, what was loaded before it is stale. */
  forgetLoaded(): void
}

export type CatalogueContext = BaseContext & { catalogue: CatalogueContextPart }
