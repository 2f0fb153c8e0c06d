import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from '@graphql-codegen/cli'
import config from '../codegen.ts'
import { compose } from './compose.ts'
import { costGuide } from './write-cost-guide.ts'
import { errorsGuide } from './write-errors-guide.ts'
import { limitsGuide } from './write-limits-guide.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))

export type GeneratedFile = { path: string; content: string }

/** What follows from the SDL, the registry of codes and the table of limits alone. */
export function composedFiles(): GeneratedFile[] {
  const { supergraph, api } = compose()
  return [
    { path: 'schema/supergraph.graphql', content: supergraph },
    { path: 'schema/api.graphql', content: api },
    { path: 'docs/guides/errors.md', content: errorsGuide() },
    { path: 'docs/guides/limits.md', content: limitsGuide() },
    { path: 'docs/guides/cost.md', content: costGuide() },
  ]
}

/** Resolver and client types. They read schema/api.graphql from the disk: write the composed files first. */
export async function typeFiles(): Promise<GeneratedFile[]> {
  const files: { filename: string; content: string }[] = await generate({ ...config, cwd: root, silent: true }, false)
  return files.map(({ filename, content }) => ({ path: relative(root, resolve(root, filename)), content }))
}
