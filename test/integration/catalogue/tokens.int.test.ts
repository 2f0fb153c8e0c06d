import { beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM_TENANT_ROOT_ID } from '../../../services/catalogue/domain/organisation/system-ids.ts'
import { ask, refusal, unique } from '../../support/graph/graph-client.ts'
import { publishScreen, write, writes } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { newPrincipal, revokeRole } from '../../support/graph/graph-principals.ts'
import { rawSocket } from '../../support/graph/graph-socket.ts'

const onTenant = { nodeType: 'TENANT', nodeId: SYSTEM_TENANT_ROOT_ID }
const makeUser =
  'mutation ($input: CreateUserInput!) { createUserWithPersonalSpace(input: $input) { principal { id } } }'
const grant = 'mutation ($input: RoleGrantInput!) { grantRole(input: $input) { grant { role } } }'
const issue =
  'mutation ($input: IssueTokenInput!) { issueToken(input: $input) { token role expiresAt principal { id } } }'
const lock = 'mutation ($input: LockPathInput!) { lockPath(input: $input) { revision } }'
const me = '{ me { principal { id } roles } }'

eachMode('a token of a principal (R40)', (marquee) => {
  let id: string
  beforeAll(async () => {
    const { typeKey } = await publishScreen(marquee)
    id = (
      await write(marquee, 'createInstance', {
        definitionTypeKey: typeKey,
        visibility: 'PRIVATE',
        props: { title: 'private' },
      })
    ).instance.id
  })

  const user = async (kind: string, ...roles: string[]) => {
    const input = { displayName: kind, email: `${unique()}@example.org`, kind }
    const { principal } = (
      await ask<{ createUserWithPersonalSpace: { principal: { id: string } } }>(marquee, makeUser, { input })
    ).createUserWithPersonalSpace
    for (const role of roles) await ask(marquee, grant, { input: { principalId: principal.id, role, ...onTenant } })
    return principal.id
  }
  const tokenFor = async (principalId: string, ttlSeconds = 600) =>
    (
      await ask<{ issueToken: { token: string; role: string; expiresAt: string } }>(marquee, issue, {
        input: { principalId, ttlSeconds },
      })
    ).issueToken

  it('speaks for that principal, as the strongest role that they hold on the tenant', async () => {
    const principalId = await user('HUMAN', 'VIEWER', 'OPERATOR')
    const { token, role } = await tokenFor(principalId)
    expect(role).toBe('OPERATOR')
    expect((await ask<{ me: object }>(marquee, me, {}, token)).me).toMatchObject({
      principal: { id: principalId },
      roles: expect.arrayContaining(['OPERATOR', 'VIEWER']) as unknown,
    })
    expect(
      (
        await ask<{ patchProps: { revision: number } }>(
          marquee,
          writes.patchProps,
          { input: { id, patch: { title: 'by hand' } } },
          token,
        )
      ).patchProps.revision,
    ).toBeGreaterThan(1)
  })

  it('of a VIEWER reads what is private and writes nothing', async () => {
    const { token } = await tokenFor(await user('HUMAN', 'VIEWER'))
    expect(
      (await ask<{ instance: { id: string } }>(marquee, 'query ($id: ID!) { instance(id: $id) { id } }', { id }, token))
        .instance,
    ).toEqual({ id })
    expect(
      (await refusal(marquee, writes.patchProps, { input: { id, patch: { title: 'no' } } }, token)).extensions.code,
    ).toBe('FORBIDDEN')
    expect((await refusal(marquee, writes.addTags, { input: { id, tags: ['no'] } }, token)).extensions.code).toBe(
      'FORBIDDEN',
    )
    expect((await refusal(marquee, issue, { input: { principalId: 'x' } }, token)).extensions.code).toBe('FORBIDDEN')
  })

  it('of an AI writes, but not where a human has locked, and takes no lock away', async () => {
    const { token } = await tokenFor(await user('AI', 'OPERATOR'))
    await ask(marquee, lock, { input: { id, path: '/level', reason: 'checked by hand' } })
    expect(
      (await refusal(marquee, writes.patchProps, { input: { id, patch: { level: 'warning' } } }, token)).extensions
        .code,
    ).toBe('LOCKED_PATH')
    await ask(marquee, writes.patchProps, { input: { id, patch: { title: 'by a machine' } } }, token)
    const unlock = 'mutation ($input: PropPathInput!) { unlockPath(input: $input) { revision } }'
    expect((await refusal(marquee, unlock, { input: { id, path: '/level' } }, token)).extensions.code).toBe(
      'LOCKED_PATH',
    )
  })

  it('is not known any more when it has expired, and its sockets are closed with 4403', async () => {
    const { token, expiresAt } = await tokenFor(await user('SERVICE', 'VIEWER'), 2)
    const socket = await rawSocket(marquee)
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })
    expect(await socket.message()).toEqual({ type: 'connection_ack' })
    expect((await socket.closed).code).toBe(4403)
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expiresAt) - 50)
    expect((await refusal(marquee, me, {}, token)).extensions.code).toBe('UNAUTHENTICATED')
  })

  describe('is not issued', () => {
    it('to somebody without a role anywhere, who is told which ones there are', async () => {
      const { principal, space } = await newPrincipal(marquee, 'HUMAN')
      const principalId = principal.id
      const own = { principalId, nodeType: 'SPACE', nodeId: space.id, role: 'OWNER' }
      await ask(marquee, revokeRole, { input: own })
      const { extensions } = await refusal(marquee, issue, { input: { principalId } })
      expect(extensions).toMatchObject({
        code: 'CONDITION_FAILED',
        details: { grantRole: { principalId, ...onTenant, roles: ['OWNER', 'OPERATOR', 'AUDITOR', 'VIEWER'] } },
      })
    })

    it('to nobody, or for no time, or for ever', async () => {
      const principalId = await user('HUMAN', 'VIEWER')
      expect((await refusal(marquee, issue, { input: { principalId: 'principal-none' } })).extensions.code).toBe(
        'NOT_FOUND',
      )
      for (const ttlSeconds of [0, -1, 30 * 24 * 3600 + 1]) {
        expect((await refusal(marquee, issue, { input: { principalId, ttlSeconds } })).extensions).toMatchObject({
          code: 'BAD_USER_INPUT',
          details: { problems: [{ pointer: '/ttlSeconds' }] },
        })
      }
    })
  })
})
