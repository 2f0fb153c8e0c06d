import type { Endpoint } from '../endpoint.ts'
import { page, run } from './examples.ts'

export const runEndpoints: Endpoint[] = [
  {
    at: 'GET /runs',
    summary: 'List runs, newest first.',
    document: `query ListRuns($filter: RunFilter, $first: Int = 50, $after: String, $totalCount: Boolean = false) {
      runs(filter: $filter, first: $first, after: $after) { ${page('Run')} }
    }`,
    result: 'runs',
    shape: 'page',
    example: { statuses: ['SUCCEEDED', 'FAILED'], first: 2 },
  },
  {
    at: 'GET /runs/{id}',
    summary: 'Get a run. `/runs/{id}/outputs/{name}` is a table that it gave, as a file.',
    document: 'query GetRun($id: ID!) { run(id: $id) { ...Run } }',
    result: 'run',
    example: { id: run },
  },
  {
    at: 'GET /runs/{id}/results/{name}',
    summary: 'A page of a table that it gave.',
    document: `query GetRunOutput($id: ID!, $name: String!, $first: Int = 100, $after: String) {
      runOutput(id: $id, name: $name, first: $first, after: $after) {
        name columns { name type } rows totalCount pageInfo { hasNextPage endCursor } url
      }
    }`,
    result: 'runOutput',
    example: { id: run, name: 'weights' },
  },
  {
    at: 'POST /runs/{id}/cancel',
    summary: 'Cancel a run.',
    document: 'mutation CancelRun($input: RunInput!) { cancelRun(input: $input) { run { ...Run } } }',
    result: 'cancelRun.run',
    example: { id: 'run-cancelled00', reason: 'Not needed' },
  },
  {
    at: 'POST /runs/{id}/retry',
    summary: 'Try a run again that failed, crashed or was cancelled.',
    document: 'mutation RetryRun($input: RunInput!) { retryRun(input: $input) { run { ...Run } } }',
    result: 'retryRun.run',
    example: { id: 'run-failed00000' },
  },
]
