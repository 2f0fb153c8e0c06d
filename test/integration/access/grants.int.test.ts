import { beforeAll, describe, expect, it } from 'vitest'
import { ask, refusal, unique } from '../../support/graph/graph-client.ts'
import { publish, screenSchema, submit, writes } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import {
  grantRole,
  issueToken,
  newPrincipal,
  newToken,
  onTenant,
  revokeRole,
  tokenOf,
  type Role,
} from '../../support/graph/graph-principals.ts'
import { follow, liveClient, rawSocket } from '../../support/graph/graph-socket.ts'
import { adminKey, type RunningMarquee } from '../../support/marquee.ts'

const createProject = 'mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }'
const readOne = 'query ($id: ID!) { instance(id: $id) { id name } }'
const listOf = `query ($filter: InstanceFilter) { instances(filter: $filter, first: 200) { totalCount nodes { id } } }`
const myPermissions = 'query ($id: ID!) { myPermissions(resourceId: $id) }'
const following = 'subscription ($id: ID!) { instanceChanged(id: $id) { revision instance { name } } }'
const copy = `mutation ($input: CopyResourceInput!) { copyResource(input: $input) { definition { id } } }`
const start = 'mutation ($input: TransitionInput!) { startInstance(input: $input) { revision } }'

/** A person with a project in a space of their own, a published definition and a PRIVATE instance of it. */
async function newOwner(marquee: RunningMarquee) {
  const { principal, space } = await newPrincipal(marquee, 'HUMAN')
  const token = await tokenOf(marquee, principal.id)
  const subspaceId = space.subspaces[0]?.id as string
  const made = await ask<{ createProject: { project: { id: string } } }>(
    marquee,
    createProject,
    { input: { subspaceId, name: 'Mine' } },
    token,
  )
  const projectId = made.createProject.project.id
  const typeKey = `own/${unique()}`
  const input = { typeKey, kind: 'COMPONENT', version: '1.0.0', propsSchema: screenSchema, projectId }
  const submitted = await ask<{
    submitDefinition: { definitionVersion: { id: string; definition: { id: string } } }
  }>(marquee, submit, { input: { ...input, defaultProps: { title: 'Mine' } } }, token)
  const { id: versionId, definition } = submitted.submitDefinition.definitionVersion
  const draftHidden = (
    await ask<{ definition: object | null }>(
      marquee,
      'query ($id: ID!) { definition(id: $id) { id } }',
      { id: definition.id },
      null,
    )
  ).definition
  await ask(marquee, publish, { input: { definitionVersionId: versionId } }, token)
  const created = await ask<{ createInstance: { instance: { id: string } } }>(
    marquee,
    writes.createInstance,
    { input: { definitionTypeKey: typeKey, projectId, name: unique(), visibility: 'PRIVATE' } },
    token,
  )
  return {
    principalId: principal.id,
    token,
    spaceId: space.id,
    subspaceId,
    projectId,
    definitionId: definition.id,
    draftHidden,
    typeKey,
    id: created.createInstance.instance.id,
  }
}

eachMode('grants in the tree (S1-40, S1-55, S1-56, S4-09, S4-10)', (marquee) => {
  let owner: Awaited<ReturnType<typeof newOwner>>
  beforeAll(async () => {
    owner = await newOwner(marquee)
  })
  const read = async (key: string | null) =>
    (await ask<{ instance: object | null }>(marquee, readOne, { id: owner.id }, key)).instance
  const listed = async (key: string | null) =>
    (
      await ask<{ instances: { totalCount: number; nodes: { id: string }[] } }>(
        marquee,
        listOf,
        { filter: { projectId: owner.projectId } },
        key,
      )
    ).instances
  const patch = (title: string) => ({ input: { id: owner.id, patch: { title } } })
  const nodeOf = (type: string) =>
    ({
      SPACE: owner.spaceId,
      SUBSPACE: owner.subspaceId,
      PROJECT: owner.projectId,
      RESOURCE: owner.id,
      TENANT: onTenant.nodeId,
    })[type] as string
  const granted = async (nodeType: string, role: Role) => {
    const { principal } = await newPrincipal(marquee, 'HUMAN')
    await ask(marquee, grantRole, { input: { principalId: principal.id, nodeType, nodeId: nodeOf(nodeType), role } })
    return tokenOf(marquee, principal.id)
  }

  it('let the owner of a personal space work in it without any role on the tenant', async () => {
    expect(owner.draftHidden).toBeNull()
    await ask(marquee, writes.patchProps, patch('by its owner'), owner.token)
    await ask(marquee, start, { input: { id: owner.id } }, owner.token)
    expect(await read(owner.token)).toMatchObject({ id: owner.id })
    expect(await listed(owner.token)).toMatchObject({ totalCount: 1, nodes: [{ id: owner.id }] })
    const copied = { resourceId: owner.definitionId, targetProjectId: owner.projectId, typeKey: `own/${unique()}` }
    await ask(marquee, copy, { input: copied }, owner.token)
    const own = await ask<{ issueToken: { token: string; role: string | null } }>(
      marquee,
      issueToken,
      { input: { principalId: owner.principalId, ttlSeconds: 60 } },
      owner.token,
    )
    expect(own.issueToken.role).toBeNull()
    expect(await read(own.issueToken.token)).toMatchObject({ id: owner.id })
  })

  it('hide what is private from everybody else, as if it were not there', async () => {
    const stranger = (await newOwner(marquee)).token
    for (const key of [stranger, null]) {
      expect(await read(key)).toBeNull()
      expect(await listed(key)).toEqual({ totalCount: 0, nodes: [] })
    }
    expect((await refusal(marquee, writes.patchProps, patch('no'), stranger)).extensions.code).toBe('NOT_FOUND')
    expect(
      (await refusal(marquee, writes.addTags, { input: { id: owner.id, tags: ['no'] } }, stranger)).extensions.code,
    ).toBe('NOT_FOUND')
    expect((await refusal(marquee, start, { input: { id: owner.id } }, stranger)).extensions.code).toBe('NOT_FOUND')
    expect((await refusal(marquee, myPermissions, { id: owner.id }, stranger)).extensions.code).toBe('NOT_FOUND')
    expect((await refusal(marquee, myPermissions, { id: owner.projectId }, stranger)).extensions.code).toBe('NOT_FOUND')
    const into = { definitionTypeKey: owner.typeKey, projectId: owner.projectId }
    expect((await refusal(marquee, writes.createInstance, { input: into }, stranger)).extensions.code).toBe('NOT_FOUND')
    const child = { definitionTypeKey: owner.typeKey, parentId: owner.id }
    expect(['NOT_FOUND', 'FORBIDDEN']).toContain(
      (await refusal(marquee, writes.createInstance, { input: child }, stranger)).extensions.code,
    )
  })

  it.each(['TENANT', 'SPACE', 'SUBSPACE', 'PROJECT', 'RESOURCE'])(
    'hold at a %s and everything below it',
    async (nodeType) => {
      const viewer = await granted(nodeType, 'VIEWER')
      expect(await read(viewer)).toMatchObject({ id: owner.id })
      expect(await listed(viewer)).toMatchObject({ totalCount: 1, nodes: [{ id: owner.id }] })
      expect((await refusal(marquee, writes.patchProps, patch('no'), viewer)).extensions.code).toBe('FORBIDDEN')

      const operator = await granted(nodeType, 'OPERATOR')
      await ask(marquee, writes.patchProps, patch(`by an operator of the ${nodeType}`), operator)
      const { myPermissions: held } = await ask<{ myPermissions: string[] }>(
        marquee,
        myPermissions,
        { id: owner.id },
        operator,
      )
      expect(held).toEqual(expect.arrayContaining(['instance.read', 'instance.write', 'run.trigger']))
      expect(held).not.toContain('grant.write')
    },
  )

  it('are followed live by those who may read, and by nobody else', async () => {
    const client = liveClient(marquee, await granted('PROJECT', 'VIEWER'))
    const feed = follow<{ instanceChanged: { revision: number } }>(client, following, { id: owner.id })
    const [first] = await feed.take(1)
    await ask(marquee, writes.patchProps, patch(unique()), owner.token)
    const [second] = await feed.take(1)
    expect(second?.instanceChanged.revision).toBeGreaterThan(first?.instanceChanged.revision as number)
    await client.dispose()
    const other = liveClient(marquee, (await newOwner(marquee)).token)
    const hidden = follow(other, following, { id: owner.id })
    expect((await hidden.ended)?.[0]?.extensions.code).toBe('NOT_FOUND')
    await other.dispose()
  })

  it('name the tenant as `me` names it', async () => {
    const { me } = await ask<{ me: { tenantId: string } }>(marquee, '{ me { tenantId } }')
    expect(me.tenantId).toBe(onTenant.nodeId)
    expect((await ask<{ myPermissions: string[] }>(marquee, myPermissions, { id: me.tenantId })).myPermissions).toEqual(
      ['*'],
    )
  })

  describe('are given and taken by those who hold them', () => {
    const give = (key: string, principalId: string, role: Role, nodeType = 'SPACE') =>
      refusal(marquee, grantRole, { input: { principalId, nodeType, nodeId: nodeOf(nodeType), role } }, key)

    it('on their own node, and on no other', async () => {
      const { principal } = await newPrincipal(marquee, 'HUMAN')
      const grant = { principalId: principal.id, nodeType: 'PROJECT', nodeId: owner.projectId, role: 'VIEWER' }
      await ask(marquee, grantRole, { input: grant }, owner.token)
      expect(await read(await tokenOf(marquee, principal.id))).toMatchObject({ id: owner.id })
      await ask(marquee, revokeRole, { input: grant }, owner.token)
      expect((await give(owner.token, principal.id, 'VIEWER', 'TENANT')).extensions.code).toBe('FORBIDDEN')
      const stranger = await newOwner(marquee)
      expect((await give(stranger.token, principal.id, 'VIEWER')).extensions.code).toBe('NOT_FOUND')
    })

    it('and nothing beyond what they hold', async () => {
      const operator = await granted('SPACE', 'OPERATOR')
      expect((await give(operator, owner.principalId, 'VIEWER')).extensions.code).toBe('FORBIDDEN')
      const { principalId } = await newToken(marquee, 'HUMAN', 'OWNER')
      expect((await refusal(marquee, issueToken, { input: { principalId } }, owner.token)).extensions.code).toBe(
        'FORBIDDEN',
      )
    })
  })

  it('come with a token as far as the token goes', async () => {
    const input = { principalId: owner.principalId, permissions: ['instance.read'] }
    const { token } = (await ask<{ issueToken: { token: string } }>(marquee, issueToken, { input }, owner.token))
      .issueToken
    expect(await read(token)).toMatchObject({ id: owner.id })
    expect((await refusal(marquee, writes.patchProps, patch('no'), token)).extensions.code).toBe('FORBIDDEN')
    // It cannot get a wider one.
    const wider = { principalId: owner.principalId, permissions: ['instance.read', 'instance.write'] }
    const next = (await ask<{ issueToken: { token: string } }>(marquee, issueToken, { input: wider }, token)).issueToken
    expect((await refusal(marquee, writes.patchProps, patch('no'), next.token)).extensions.code).toBe('FORBIDDEN')
    const unknown = { principalId: owner.principalId, permissions: ['everything'] }
    expect((await refusal(marquee, issueToken, { input: unknown }, owner.token)).extensions.code).toBe('BAD_USER_INPUT')
  })

  it('end with the role: requests are refused and sockets closed within a second, in every process', async () => {
    const { principal } = await newPrincipal(marquee, 'HUMAN', 'OWNER')
    const token = await tokenOf(marquee, principal.id)
    const socket = await rawSocket(marquee)
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })
    expect(await socket.message()).toEqual({ type: 'connection_ack' })
    socket.send({ id: '1', type: 'subscribe', payload: { query: following, variables: { id: owner.id } } })
    expect(await socket.message()).toMatchObject({ type: 'next' })
    expect(await read(token)).toMatchObject({ id: owner.id })

    await ask(marquee, revokeRole, { input: { principalId: principal.id, role: 'OWNER', ...onTenant } })
    const revokedAt = Date.now()
    expect((await socket.closed).code).toBe(4403)
    expect(await read(token)).toBeNull()
    expect((await refusal(marquee, writes.patchProps, patch('no'), token)).extensions.code).toBe('NOT_FOUND')
    const again = { input: { principalId: principal.id, role: 'OWNER', ...onTenant } }
    expect((await refusal(marquee, grantRole, again, token)).extensions.code).toBe('FORBIDDEN')
    // The promise is a second; the machine of the test may be busy.
    expect(Date.now() - revokedAt).toBeLessThan(5000)
    // Whoever is somebody else was not disturbed.
    expect(await read(adminKey)).toMatchObject({ id: owner.id })
  })
})
