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
  return files.map(({ filename, content }) => {
    const path = relative(root, resolve(root, filename))
    return { path, content: path === 'sdk/src/generated.ts' ? withoutImport(content) : content }
  })
}

/** The package that codegen imports one type from asks every user of the SDK to install graphql. */
function withoutImport(content: string): string {
  const line = "import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';\n"
  if (content.split(line).length !== 2) throw new Error('codegen imports DocumentTypeDecoration in another way now')
  return content.replace(line, "import type { DocumentTypeDecoration } from './typed-document.ts';\n")
}
