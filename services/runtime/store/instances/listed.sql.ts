/**
 * Whether instance `i` is among those that domain/access/reader-scopes.ts listedFor names: `all` and `nodes` are the
 * placeholders of its members.
 */
export const listedSql = (i: string, all: string, nodes: string): string =>
  `(${all}::bool OR ${i}.visibility = 'PUBLIC' OR ${i}.project_id = ANY(${nodes}::text[]) OR ${i}.id = ANY(${nodes}::text[]))`
