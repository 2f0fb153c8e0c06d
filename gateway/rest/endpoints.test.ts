import { readFileSync } from 'node:fs'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { compileEndpoints } from './endpoints/index.ts'
import { openApiDocument } from './openapi.ts'

const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'))
const endpoints = compileEndpoints(schema)

/** Paths as the sources write them, where they write them; parameters have our names. */
const written: Readonly<Record<string, readonly string[]>> = {
  'S4-43': ['POST /api/instances'],
  'S4-44': ['GET /api/instances/{id}'],
  'S4-45': ['PATCH /api/instances/{id}/props'],
  'S4-46': ['PUT /api/instances/{id}/props'],
  'S4-47': ['PUT /api/instances/{id}/bindings'],
  'S4-48': ['GET /api/instances'],
  'S4-49': ['PATCH /api/instances/bulk'],
  'S4-50': ['DELETE /api/instances/{id}'],
  'S4-51': ['POST /api/instances/{id}/upgrade'],
  'S3-39 to S3-43': ['start', 'stop', 'pause', 'resume', 'archive'].map(
    (verb) => `POST /api/v1/instances/{id}/${verb}`,
  ),
  'S3-44 to S3-46': ['children', 'ancestors', 'tree'].map((name) => `GET /api/v1/instances/{id}/${name}`),
  'S3-47': ['GET /api/v1/instances/global'],
  'S3-48': ['GET /api/v1/instances/projects/{project_id}'],
  'S1-35': ['GET /ops', 'GET /ops/{name}', 'POST /ops/evaluate'],
  'S1-36': [
    ...['POST /pipelines', 'GET /pipelines', 'GET /pipelines/{id}', 'DELETE /pipelines/{id}'],
    ...['POST', 'GET'].map((method) => `${method} /pipelines/instances`),
    ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /pipelines/instances/{id}`),
    'POST /pipelines/instances/{id}/run',
  ],
  'S1-37': [
    'POST /experiments',
    'POST /experiments/{id}/run',
    'PATCH /experiments/{id}',
    'POST /experiments/{id}/save-as-macro',
  ],
  'S1-38, S1-41': [
    'GET /datasets/{id}',
    'GET /datasets/{id}/status',
    'POST /datasets/{id}/preview',
    'POST /datasets/{id}/refresh',
  ],
  'S1-39': ['POST /signals', 'POST /signals/{id}/validate', 'POST /signals/{id}/promote', 'GET /signals'],
  'S1-62': ['POST /resources/{id}/copy'],
  'S1-64, S1-65': ['POST /admin/users', 'POST /admin/team-spaces'],
}

it.each(Object.entries(written))('%s: has what the source writes', (_row, all) => {
  expect(endpoints.map(({ at }) => at)).toEqual(expect.arrayContaining([...all]))
})

it('has each address and each operation once, and an example of every parameter that is required', () => {
  expect(new Set(endpoints.map(({ at }) => at)).size).toBe(endpoints.length)
  expect(new Set(endpoints.map(({ operation }) => operation.name)).size).toBe(endpoints.length)
  for (const { at, parameters, example = {} } of endpoints)
    for (const { name, isRequired } of parameters)
      if (isRequired) expect([at, Object.keys(example)]).toEqual([at, expect.arrayContaining([name])])
})

it('is an OpenAPI 3.1 document without a fault, and with one path of the sources that another could be taken for', async () => {
  const problems = await lintFromString({
    source: JSON.stringify(openApiDocument(schema, endpoints)),
    absoluteRef: 'openapi.json',
    config: await createConfig({ extends: ['recommended'] }),
  })
  expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([
    'no-ambiguous-paths: Paths should resolve unambiguously. Found two ambiguous paths: `/api/v1/instances/{id}/start` and `/api/v1/instances/projects/{project_id}`.',
  ])
})
