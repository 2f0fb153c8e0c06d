import type { Endpoint } from '../endpoint.ts'
import { area, listOf, page, project, stop } from './examples.ts'

const verbs = {
  start: 'Start it.',
  pause: 'Pause it, and what is below it.',
  resume: 'Resume it, and what its pause has paused.',
  stop: 'Stop it, and what is below it.',
  archive: 'Archive it for good, and what is below it.',
} as const

const transitions = Object.entries(verbs).map(([verb, summary]): Endpoint => {
  const name = `${verb[0]?.toUpperCase()}${verb.slice(1)}Instance`
  return {
    at: `POST /api/v1/instances/{id}/${verb}`,
    summary,
    document: `mutation ${name}($input: TransitionInput!) {
      ${verb}Instance(input: $input) { changeId instance { ...Instance } }
    }`,
    result: `${verb}Instance.instance`,
    example: { id: stop, reason: 'Timetable change' },
  }
})

export const lifecycleEndpoints: Endpoint[] = [
  ...transitions,
  {
    at: 'GET /api/v1/instances/{id}/children',
    summary: 'What is directly below it, oldest first.',
    document: `query ListChildren($id: ID!, $first: Int = 50, $after: String, $totalCount: Boolean = false) {
      instance(id: $id) { children(first: $first, after: $after) { ${page('Instance')} } }
    }`,
    result: 'instance.children',
    shape: 'page',
    example: { id: area },
  },
  {
    at: 'GET /api/v1/instances/{id}/ancestors',
    summary: 'Its parent, that one’s parent and so on.',
    document: 'query ListAncestors($id: ID!) { instance(id: $id) { ancestors { ...Instance } } }',
    result: 'instance.ancestors',
    example: { id: stop },
  },
  {
    at: 'GET /api/v1/instances/{id}/tree',
    summary:
      'It and everything below it, each with its `children`; what has its parent on an earlier page stands at the top.',
    document: `query GetTree($id: ID!, $maxDepth: Int, $first: Int = 200, $after: String, $totalCount: Boolean = false) {
      instanceTree(rootId: $id, maxDepth: $maxDepth, first: $first, after: $after) { ${page('InstanceRow')} }
    }`,
    result: 'instanceTree',
    shape: 'tree',
    example: { id: area, maxDepth: 3 },
  },
  {
    at: 'GET /api/v1/instances/global',
    summary: 'The instance of the scope GLOBAL.',
    document: 'query GetGlobalInstance { globalInstance { ...Instance } }',
    result: 'globalInstance',
    example: {},
  },
  {
    at: 'GET /api/v1/instances/projects/{project_id}',
    summary: 'Instances of a project.',
    document: listOf('ListProjectInstances', 'Instance'),
    parameters: { project_id: 'filter.projectId' },
    result: 'instances',
    shape: 'page',
    example: { project_id: project, lifecycles: ['CREATED', 'ACTIVE'] },
  },
]
