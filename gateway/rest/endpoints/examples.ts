/** Ids that stand for things in examples; the test of the examples makes the things. */
export const stop = 'inst-busstop1'
export const archived = 'inst-archive1'
export const area = 'inst-harbour1'
export const dataset = 'inst-prices01'
export const signal = 'inst-signal01'
export const experiment = 'inst-trial001'
export const pipeline = 'inst-pipelin1'
export const run = 'run-000000example'
export const definition = 'def-busstop00'
export const version = 'dver-busstop110'
export const project = 'proj-harbour'
export const principal = 'prin-example'

/** A page of a connection, in the terms of every list of REST. */
export const page = (fragment: string): string =>
  `nodes { ...${fragment} } pageInfo { hasNextPage endCursor } totalCount @include(if: $totalCount)`

/** A page of instances that match. */
export const listOf = (operation: string, fragment: string): string =>
  `query ${operation}(
    $filter: InstanceFilter, $orderBy: InstanceOrder, $first: Int = 50, $after: String, $totalCount: Boolean = false
  ) { instances(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { ${page(fragment)} } }`
