import { readFileSync } from 'node:fs'

export const subgraphNames = ['catalogue', 'runtime', 'placement'] as const
export type SubgraphName = (typeof subgraphNames)[number]

const files: Record<SubgraphName, string[]> = {
  catalogue: ['shared', 'catalogue'],
  runtime: ['shared', 'shared-instance', 'runtime'],
  placement: ['shared', 'shared-instance', 'placement'],
}

const read = (name: string) => readFileSync(new URL(`./${name}.graphql`, import.meta.url), 'utf8')

/**
 * The whole SDL of one subgraph. What several subgraphs must define alike (federation intersects input types and
 * enums) stands once, in shared*.graphql.
 */
export function subgraphSdl(name: SubgraphName): string {
  return files[name].map(read).join('\n')
}

/** The composed graph that a distributed gateway plans on. Committed; `npm run generate` writes it. */
export const supergraphSdl = () => read('supergraph')

/** The graph as clients see it; written together with the supergraph. */
export const apiSdl = () => read('api')
