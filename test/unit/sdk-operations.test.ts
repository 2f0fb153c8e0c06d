import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql'
import { describe, expect, it } from 'vitest'
import * as sdk from '../../sdk/src/index.ts'

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const schema = buildSchema(readFileSync(path('schema/api.graphql'), 'utf8'))
const operations = readdirSync(path('sdk/operations'))
  .flatMap((file) => parse(readFileSync(path(`sdk/operations/${file}`), 'utf8')).definitions)
  .filter((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION)

/** The documents whose root is this field. */
const documentsOf = (operation: string, field: string) =>
  operations.filter(
    (document) =>
      document.operation === operation &&
      document.selectionSet.selections.some(
        (selection) => selection.kind === Kind.FIELD && selection.name.value === field,
      ),
  )

const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((root) =>
  Object.keys(root?.getFields() ?? {}).map((field) => ({ root: root?.name.toLowerCase() ?? '', field })),
)

describe('the SDK', () => {
  it.each(roots)('has a typed document for the $root $field: write one in sdk/operations', ({ root, field }) => {
    const named = documentsOf(root, field).map(({ name }) => `${name?.value}Document`)
    expect(named).not.toEqual([])
    for (const name of named) expect(String((sdk as Record<string, unknown>)[name])).toContain(field)
  })

  it.each(roots)('lets every argument of the $root $field be given', ({ root, field }) => {
    const type = schema.getRootType(root as never)
    const documents = documentsOf(root, field)
    const given = new Set(
      documents.flatMap(({ selectionSet }) =>
        selectionSet.selections.flatMap((selection) =>
          selection.kind === Kind.FIELD ? (selection.arguments ?? []).map(({ name }) => name.value) : [],
        ),
      ),
    )
    expect([...given].sort()).toEqual((type?.getFields()[field]?.args ?? []).map(({ name }) => name).sort())
  })
})
