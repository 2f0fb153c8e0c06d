import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from '@graphql-codegen/cli'
import config from '../codegen.ts'
import { buildSchema } from 'graphql'
import openapiTS, { astToString } from 'openapi-typescript'
import { compileEndpoints } from '../gateway/rest/endpoints/index.ts'
import { openApiDocument } from '../gateway/rest/openapi.ts'
import { compose } from './compose.ts'
import { costGuide } from './write-cost-guide.ts'
import { errorsGuide } from './write-errors-guide.ts'
import { limitsGuide } from './write-limits-guide.ts'
import { restGuide } from './write-rest-guide.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))

export type GeneratedFile = { path: string; content: string }

/** What follows from the SDL, the registry of codes and the tables of limits and endpoints alone. */
export async function composedFiles(): Promise<GeneratedFile[]> {
  const { supergraph, api } = compose()
  const schema = buildSchema(api)
  const endpoints = compileEndpoints(schema)
  const openApi = openApiDocument(schema, endpoints)
  return [
    { path: 'schema/supergraph.graphql', content: supergraph },
    { path: 'schema/api.graphql', content: api },
    { path: 'docs/guides/errors.md', content: errorsGuide() },
    { path: 'docs/guides/limits.md', content: limitsGuide() },
    { path: 'docs/guides/cost.md', content: costGuide() },
    { path: 'docs/guides/rest.md', content: restGuide(endpoints) },
    { path: 'docs/openapi.json', content: `${JSON.stringify(openApi, null, 1)}\n` },
    // A client that is generated from the document, for the test that drives the endpoints with it.
    { path: 'test/support/rest/generated.ts', content: astToString(await openapiTS(openApi as never)) },
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
