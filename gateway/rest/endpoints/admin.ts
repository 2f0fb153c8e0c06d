import type { Endpoint } from '../endpoint.ts'
import { page, principal, project } from './examples.ts'

const grant = (verb: 'grant' | 'revoke', at: Endpoint['at'], summary: string): Endpoint => ({
  at,
  summary,
  document: `mutation ${verb === 'grant' ? 'Grant' : 'Revoke'}Role($input: RoleGrantInput!) {
    ${verb}Role(input: $input) { grant { principal { ...Principal } nodeType nodeId role } }
  }`,
  result: `${verb}Role.grant`,
  example: { principalId: principal, nodeType: 'PROJECT', nodeId: project, role: 'VIEWER' },
})

export const adminEndpoints: Endpoint[] = [
  {
    at: 'POST /admin/users',
    summary: 'Create a principal with a personal space that it owns.',
    document: `mutation CreateUserWithSpace($input: CreateUserInput!) {
      createUserWithPersonalSpace(input: $input) {
        principal { ...Principal } space { id name } officialSubspace { id } stagingSubspace { id }
      }
    }`,
    result: 'createUserWithPersonalSpace',
    created: '/admin/users',
    example: { displayName: 'Ada Example', email: 'ada@example.org' },
  },
  {
    at: 'POST /admin/team-spaces',
    summary: 'Create a team space; its members are operators of it.',
    document: `mutation CreateTeamSpace($input: CreateTeamSpaceInput!) {
      createTeamSpace(input: $input) { space { ...Space } }
    }`,
    result: 'createTeamSpace.space',
    created: '/admin/spaces',
    example: { name: 'Harbour team', ownerPrincipalId: principal },
  },
  {
    at: 'POST /admin/spaces',
    summary: 'Create a space with an official and a staging subspace.',
    document: `mutation CreateSpace($input: CreateSpaceInput!) {
      createSpaceWithSubspaces(input: $input) { space { ...Space } }
    }`,
    result: 'createSpaceWithSubspaces.space',
    created: '/admin/spaces',
    example: { name: 'City', ownerPrincipalId: principal },
  },
  {
    at: 'GET /admin/spaces',
    summary: 'List spaces with their subspaces and projects.',
    document: 'query ListSpaces { spaces { ...Space } }',
    result: 'spaces',
    example: {},
  },
  {
    at: 'POST /admin/projects',
    summary: 'Create a project in a subspace.',
    document: `mutation CreateProject($input: CreateProjectInput!) {
      createProject(input: $input) { project { id name } }
    }`,
    result: 'createProject.project',
    created: '/admin/spaces',
    example: { subspaceId: 'sub-staging', name: 'Harbour' },
  },
  grant('grant', 'PUT /admin/roles', 'Grant a role on the tenant, a space, a project or one thing.'),
  grant('revoke', 'DELETE /admin/roles', 'Revoke a role.'),
  {
    at: 'POST /admin/tokens',
    summary: 'Issue a token of a principal. It is shown once.',
    document: `mutation IssueToken($input: IssueTokenInput!) {
      issueToken(input: $input) { token principal { ...Principal } role expiresAt }
    }`,
    result: 'issueToken',
    example: { principalId: principal, ttlSeconds: 3600 },
  },
  {
    at: 'GET /admin/activities',
    summary: 'Who did what, newest first.',
    document: `query ListActivities(
      $filter: ActivityFilter, $first: Int = 50, $after: String, $totalCount: Boolean = false
    ) { activities(filter: $filter, first: $first, after: $after) { ${page('Activity')} } }`,
    result: 'activities',
    shape: 'page',
    example: { actions: ['role.granted'], first: 2 },
  },
]
