import { describe, expect, it } from 'vitest'
import {
  SYSTEM_PRINCIPAL_ID,
  SYSTEM_PROJECT_ID,
  SYSTEM_SPACE_ID,
  SYSTEM_TENANT_ROOT_ID,
} from '../../../services/catalogue/index.ts'
import { anonymous, bundle, CatalogueHarness, member, RETIRE, stranger } from './catalogue-harness.ts'

type Subspace = { id: string; kind: string; projects: { id: string }[] }
type Space = {
  id: string
  kind: string
  name: string
  owner: { id: string; displayName: string }
  subspaces: Subspace[]
}
type User = {
  principal: { id: string; email: string; kind: string }
  space: Space
  officialSubspace: Subspace
  stagingSubspace: Subspace
}

const harness = new CatalogueHarness()
const space = 'id kind name owner { id displayName } subspaces { id kind projects { id } }'
const mutation = (field: string, input: string, selection: string) =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { ${selection} } }`
const CREATE_SPACE = mutation('createSpaceWithSubspaces', 'CreateSpaceInput', `space { ${space} }`)
const CREATE_TEAM = mutation('createTeamSpace', 'CreateTeamSpaceInput', `space { ${space} }`)
const CREATE_USER = mutation(
  'createUserWithPersonalSpace',
  'CreateUserInput',
  `principal { id email kind } space { ${space} } officialSubspace { id kind } stagingSubspace { id kind }`,
)
const CREATE_PROJECT = mutation('createProject', 'CreateProjectInput', 'project { id name subspace { id } }')
const GRANT = mutation('grantRole', 'RoleGrantInput', 'grant { principal { id } nodeType nodeId role }')
const REVOKE = mutation('revokeRole', 'RoleGrantInput', 'grant { principal { id } nodeType nodeId role }')
const COPY = mutation(
  'copyResource',
  'CopyResourceInput',
  'definition { id typeKey title kind status provisioningSource owner { id } derivedFrom { id } project { id } versions { nodes { id version status defaultProps bundleUrl contentHash } } }',
)

let users = 0
const createUser = (more: object = {}) =>
  harness.write<User>(CREATE_USER, { displayName: 'Ada', email: `user-${(users += 1)}@example.org`, ...more })
const actions = () => harness.activities.map(({ action }) => action)
const grants = async (principalId: string) => {
  const { rows } = await harness.pool.query(
    'SELECT node_type, node_id, role FROM catalogue.role_grant WHERE principal_id = $1 ORDER BY role',
    [principalId],
  )
  return rows.map(({ node_type, node_id, role }) => `${role} ${node_type} ${node_id}`)
}

describe('createSpaceWithSubspaces (S1-59)', () => {
  it('makes the space, OFFICIAL and STAGING, and the owner’s role, with an activity for EACH under one change (S1-57, S1-58)', async () => {
    const { principal } = await createUser()
    harness.activities.length = 0
    const { space: made } = await harness.write<{ space: Space }>(CREATE_SPACE, {
      name: 'Research',
      ownerPrincipalId: principal.id,
    })
    expect(made).toMatchObject({
      kind: 'TEAM',
      name: 'Research',
      owner: { id: principal.id },
      subspaces: [{ projects: [] }, { projects: [] }],
    })
    expect(made.subspaces.map(({ kind }) => kind).sort()).toEqual(['OFFICIAL', 'STAGING'])
    expect(actions()).toEqual(['space.created', 'subspace.created', 'subspace.created', 'role.granted'])
    expect(new Set(harness.activities.map(({ changeId }) => changeId)).size).toBe(1)
    expect(new Set(harness.activities.map(({ actorId }) => actorId))).toEqual(new Set([SYSTEM_PRINCIPAL_ID]))
    expect(await grants(principal.id)).toContain(`OWNER SPACE ${made.id}`)
  })

  it('refuses a second system space, an owner who is nobody, and a name that does not show', async () => {
    const input = { name: 'X', ownerPrincipalId: SYSTEM_PRINCIPAL_ID }
    expect(await harness.refusal(CREATE_SPACE, { input: { ...input, kind: 'SYSTEM' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/kind' }] },
    })
    expect(await harness.refusal(CREATE_SPACE, { input: { ...input, name: ' ' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/name' }] },
    })
    expect(await harness.refusal(CREATE_SPACE, { input: { ...input, ownerPrincipalId: 'nobody' } })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await harness.refusal(CREATE_SPACE, { input }, stranger)).toMatchObject({ code: 'NOT_FOUND' })
    expect(actions()).toEqual([])
  })

  it('makes one space for one idempotency key', async () => {
    const input = { name: 'Once', ownerPrincipalId: SYSTEM_PRINCIPAL_ID, idempotencyKey: 'space-once' }
    const made = await Promise.all([1, 2].map(() => harness.write<{ space: Space }>(CREATE_SPACE, input)))
    expect(made[1]!.space.id).toBe(made[0]!.space.id)
    expect(actions()).toHaveLength(4)
  })
})

describe('createUserWithPersonalSpace (S1-60, S1-64)', () => {
  it('makes a principal, their space and its subspaces, and answers all four ids', async () => {
    const made = await createUser({ displayName: 'Grace', email: ' Grace@Example.org ' })
    expect(made.principal).toMatchObject({ kind: 'HUMAN', email: 'grace@example.org' })
    expect(made.space).toMatchObject({ kind: 'PERSONAL', owner: { id: made.principal.id, displayName: 'Grace' } })
    expect([made.officialSubspace, made.stagingSubspace].map(({ kind }) => kind)).toEqual(['OFFICIAL', 'STAGING'])
    expect(made.space.subspaces.map(({ id }) => id).sort()).toEqual(
      [made.officialSubspace.id, made.stagingSubspace.id].sort(),
    )
    expect(await grants(made.principal.id)).toEqual([`OWNER SPACE ${made.space.id}`])
    expect(actions()).toEqual([
      'principal.created',
      'space.created',
      'subspace.created',
      'subspace.created',
      'role.granted',
    ])
  })

  it('lets them VIEW the system space when it is asked to', async () => {
    const { principal, space: own } = await createUser({ viewSystemSpace: true })
    expect(await grants(principal.id)).toEqual([`OWNER SPACE ${own.id}`, `VIEWER SPACE ${SYSTEM_SPACE_ID}`])
    expect(actions().filter((action) => action === 'role.granted')).toHaveLength(2)
  })

  it('knows one person by one address, however two make them at once', async () => {
    const input = { displayName: 'Twin', email: 'twin@example.org' }
    const answers = await Promise.all(
      [input, { ...input, email: 'TWIN@example.org' }].map((each) => harness.ask(CREATE_USER, { input: each })),
    )
    expect(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions))).toEqual([
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        details: { problems: [expect.objectContaining({ pointer: '/email' })] },
      }),
    ])
    expect(actions().filter((action) => action === 'space.created')).toHaveLength(1)
    expect(await harness.refusal(CREATE_USER, { input: { ...input, email: 'nowhere' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
  })
})

describe('createTeamSpace (S1-61, S1-65)', () => {
  it('gives members the role OPERATOR, each once, and the owner theirs alone', async () => {
    const [owner, one, two] = [await createUser(), await createUser(), await createUser()].map(
      ({ principal }) => principal.id,
    )
    harness.activities.length = 0
    const { space: made } = await harness.write<{ space: Space }>(CREATE_TEAM, {
      name: 'Team',
      ownerPrincipalId: owner,
      memberPrincipalIds: [one, two, one, owner],
    })
    expect(made).toMatchObject({ kind: 'TEAM', owner: { id: owner } })
    for (const id of [one, two]) expect(await grants(id!)).toContain(`OPERATOR SPACE ${made.id}`)
    expect((await grants(owner!)).filter((grant) => grant.endsWith(made.id))).toEqual([`OWNER SPACE ${made.id}`])
    expect(actions().filter((action) => action === 'role.granted')).toHaveLength(3)
  })

  it('makes nothing when a member is nobody', async () => {
    const input = { name: 'Ghosts', ownerPrincipalId: SYSTEM_PRINCIPAL_ID, memberPrincipalIds: ['nobody'] }
    expect(await harness.refusal(CREATE_TEAM, { input })).toMatchObject({ code: 'NOT_FOUND' })
    const { data } = await harness.ask<{ spaces: Space[] }>('{ spaces { name } }')
    expect(data!.spaces.map(({ name }) => name)).not.toContain('Ghosts')
  })
})

describe('createProject (S1-56)', () => {
  it('makes a project below a subspace, with one activity', async () => {
    const { officialSubspace } = await createUser()
    harness.activities.length = 0
    const { project } = await harness.write<{ project: { id: string } }>(CREATE_PROJECT, {
      subspaceId: officialSubspace.id,
      name: 'Momentum',
    })
    expect(project).toEqual({
      id: expect.stringMatching(/^project-/),
      name: 'Momentum',
      subspace: { id: officialSubspace.id },
    })
    expect(actions()).toEqual(['project.created'])
    expect(await harness.refusal(CREATE_PROJECT, { input: { subspaceId: 'nowhere', name: 'X' } })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(
      await harness.refusal(CREATE_PROJECT, { input: { subspaceId: officialSubspace.id, name: '' } }),
    ).toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

describe('roles (S1-55)', () => {
  it('are granted once however often, and revoked', async () => {
    const { principal, space: own } = await createUser()
    const grant = { principalId: principal.id, nodeType: 'SPACE', nodeId: own.id, role: 'AUDITOR' }
    harness.activities.length = 0
    expect(await harness.write(GRANT, grant)).toEqual({
      grant: { principal: { id: principal.id }, nodeType: 'SPACE', nodeId: own.id, role: 'AUDITOR' },
    })
    await harness.write(GRANT, grant)
    expect(actions()).toEqual(['role.granted'])
    await harness.write(REVOKE, grant)
    expect(actions()).toEqual(['role.granted', 'role.revoked'])
    expect(await grants(principal.id)).toEqual([`OWNER SPACE ${own.id}`])
    expect(await harness.refusal(REVOKE, { input: grant })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('can be held on every node of the tree, and on no node that is not there (S1-56)', async () => {
    const { principal, space: own, officialSubspace } = await createUser()
    const { definition } = await harness.submit('roles/definition')
    const nodes = [
      ['TENANT', SYSTEM_TENANT_ROOT_ID],
      ['SPACE', own.id],
      ['SUBSPACE', officialSubspace.id],
      ['PROJECT', SYSTEM_PROJECT_ID],
      ['RESOURCE', definition.id],
      ['RESOURCE', 'inst-00000000'],
    ]
    for (const [nodeType, nodeId] of nodes)
      await harness.write(GRANT, { principalId: principal.id, nodeType, nodeId, role: 'VIEWER' })
    for (const nodeType of ['TENANT', 'SPACE', 'SUBSPACE', 'PROJECT', 'RESOURCE']) {
      const input = { principalId: principal.id, nodeType, nodeId: 'nowhere', role: 'VIEWER' }
      expect(await harness.refusal(GRANT, { input })).toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(
      await harness.refusal(GRANT, {
        input: { principalId: 'nobody', nodeType: 'SPACE', nodeId: own.id, role: 'VIEWER' },
      }),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('are granted and revoked by two at once without a double activity', async () => {
    const { principal, space: own } = await createUser()
    const grant = { principalId: principal.id, nodeType: 'SPACE', nodeId: own.id, role: 'VIEWER' }
    harness.activities.length = 0
    await Promise.all([1, 2, 3].map(() => harness.write(GRANT, grant)))
    expect(actions()).toEqual(['role.granted'])
    const revoked = await Promise.all([1, 2, 3].map(() => harness.ask(REVOKE, { input: grant })))
    expect(revoked.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']))).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
    ])
    expect(actions()).toEqual(['role.granted', 'role.revoked'])
  })
})

describe('copyResource (S1-62, S1-63, S1-66)', () => {
  type Copy = {
    definition: {
      id: string
      versions: { nodes: { id: string; version: string; status: string; contentHash: string }[] }
    }
  }

  it('makes a definition of the copier’s own in the target project, derived from the original, with its lineage and one activity', async () => {
    const { officialSubspace } = await createUser()
    const { project } = await harness.write<{ project: { id: string } }>(CREATE_PROJECT, {
      subspaceId: officialSubspace.id,
      name: 'Mine',
    })
    await harness.submitAndPublish('copy/original', '1.0.0', { title: 'Original', bundle, defaultProps: { a: 1 } })
    const latest = await harness.submitAndPublish('copy/original', '1.1.0', { bundle, defaultProps: { a: 2 } })
    await harness.submit('copy/original', '2.0.0')
    harness.activities.length = 0

    const { definition: copy } = await harness.write<Copy>(COPY, {
      resourceId: latest.definition.id,
      targetProjectId: project.id,
      typeKey: 'copy/mine',
    })
    expect(copy).toMatchObject({
      typeKey: 'copy/mine',
      title: 'Original',
      kind: 'COMPONENT',
      status: 'DRAFT',
      provisioningSource: 'COPY',
      owner: { id: SYSTEM_PRINCIPAL_ID },
      derivedFrom: { id: latest.definition.id },
      project: { id: project.id },
      versions: {
        nodes: [
          {
            version: '1.1.0',
            status: 'DRAFT',
            defaultProps: { a: 2 },
            bundleUrl: expect.stringMatching(/^\/bundles\//),
          },
        ],
      },
    })
    expect(copy.versions.nodes[0]!.contentHash).not.toBe(latest.contentHash)
    expect(harness.activities).toEqual([
      expect.objectContaining({
        action: 'resource.copied',
        resourceId: copy.id,
        actorId: SYSTEM_PRINCIPAL_ID,
        after: expect.objectContaining({ from: latest.definition.id, version: '1.1.0' }),
      }),
    ])
    const { rows } = await harness.pool.query('SELECT from_id, to_id, type FROM catalogue.lineage_edge')
    expect(rows).toEqual([{ from_id: copy.id, to_id: latest.definition.id, type: 'DERIVED_FROM' }])
    expect((await harness.publish(copy.versions.nodes[0]!.id)).status).toBe('PUBLISHED')
  })

  it('copies what is retired or was never published, too: its greatest version', async () => {
    const { definition } = await harness.submit('copy/draft', '0.1.0')
    const drafted = await harness.write<Copy>(COPY, {
      resourceId: definition.id,
      targetProjectId: SYSTEM_PROJECT_ID,
      typeKey: 'copy/of-draft',
      title: 'Named',
    })
    expect(drafted.definition).toMatchObject({
      title: 'Named',
      versions: { nodes: [{ version: '0.1.0', status: 'DRAFT' }] },
    })
    await harness.write(RETIRE, { definitionId: definition.id })
    const retired = await harness.write<Copy>(COPY, {
      resourceId: definition.id,
      targetProjectId: SYSTEM_PROJECT_ID,
      typeKey: 'copy/of-retired',
    })
    expect(retired.definition.versions.nodes[0]).toMatchObject({ version: '0.1.0', status: 'DRAFT' })
  })

  it('takes no type key that is taken, also when two take it at once, and knows no foreign ids', async () => {
    const { definition } = await harness.submitAndPublish('copy/taken')
    const input = { resourceId: definition.id, targetProjectId: SYSTEM_PROJECT_ID, typeKey: 'copy/taken' }
    expect(await harness.refusal(COPY, { input })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/typeKey' }] },
    })
    const raced = await Promise.all([1, 2].map(() => harness.ask(COPY, { input: { ...input, typeKey: 'copy/raced' } })))
    expect(raced.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']))).toEqual([
      'BAD_USER_INPUT',
    ])
    expect(await harness.refusal(COPY, { input: { ...input, typeKey: 'Not one' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
    })
    expect(
      await harness.refusal(COPY, { input: { ...input, typeKey: 'copy/x', targetProjectId: 'nowhere' } }),
    ).toMatchObject({ code: 'NOT_FOUND' })
    expect(
      await harness.refusal(COPY, { input: { ...input, typeKey: 'copy/x', resourceId: 'inst-00000000' } }),
    ).toMatchObject({ code: 'NOT_FOUND' })
    expect(await harness.refusal(COPY, { input: { ...input, typeKey: 'copy/x' } }, stranger)).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('access', () => {
  const inputs: [string, Record<string, unknown>][] = [
    [CREATE_SPACE, { name: 'X', ownerPrincipalId: SYSTEM_PRINCIPAL_ID }],
    [CREATE_TEAM, { name: 'X', ownerPrincipalId: SYSTEM_PRINCIPAL_ID }],
    [CREATE_USER, { displayName: 'X', email: 'x@example.org' }],
    [CREATE_PROJECT, { subspaceId: 'x', name: 'X' }],
    [GRANT, { principalId: 'x', nodeType: 'SPACE', nodeId: 'x', role: 'OWNER' }],
    [REVOKE, { principalId: 'x', nodeType: 'SPACE', nodeId: 'x', role: 'OWNER' }],
    [COPY, { resourceId: 'x', targetProjectId: 'x', typeKey: 'x' }],
  ]

  it.each([
    ['an anonymous viewer', anonymous, 'UNAUTHENTICATED'],
    ['a viewer who is no administrator', member, 'FORBIDDEN'],
  ])('lets %s change nothing of the tree', async (_, viewer, code) => {
    for (const [source, input] of inputs)
      expect(await harness.refusal(source, { input }, viewer)).toMatchObject({ code })
    expect(actions()).toEqual([])
  })
})
