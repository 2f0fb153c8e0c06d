import { beforeAll, describe, expect, it } from 'vitest'
import { ask, refusal } from '../../support/graph/graph-client.ts'
import { publishScreen, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { newPrincipal, onTenant, tokenOf } from '../../support/graph/graph-principals.ts'
import { rawSocket } from '../../support/graph/graph-socket.ts'
import { adminKey } from '../../support/marquee.ts'

const issue = `mutation ($input: IssueTokenInput!) { issueToken(input: $input) { id token expiresAt } }`
const list = `query ($principalId: ID, $first: Int, $after: String) {
  listCredentials(principalId: $principalId, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id kind permissions createdAt expiresAt revokedAt principal { id } createdBy { id } } } }`
const revoke = 'mutation ($input: RevokeCredentialInput!) { revokeCredential(input: $input) { id } }'
const rotate = 'mutation ($input: RotateCredentialInput!) { rotateCredential(input: $input) { id token expiresAt } }'
const disable =
  'mutation ($input: SetPrincipalDisabledInput!) { setPrincipalDisabled(input: $input) { principal { id } } }'
const readOne = 'query ($id: ID!) { instance(id: $id) { id } }'
const following = 'subscription ($id: ID!) { instanceChanged(id: $id) { revision } }'

type Issued = { id: string; token: string; expiresAt: string }
type Listed = {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  nodes: {
    id: string
    permissions: string[] | null
    createdAt: string
    expiresAt: string
    revokedAt: string | null
    createdBy: { id: string } | null
  }[]
}

eachMode('credentials (S1-53, S1-54)', (marquee) => {
  let id: string
  beforeAll(async () => {
    const { typeKey } = await publishScreen(marquee)
    id = (await write(marquee, 'createInstance', { definitionTypeKey: typeKey, visibility: 'PRIVATE' })).instance.id
  })

  const issued = async (principalId: string, more: object = {}, key: string = adminKey) =>
    (await ask<{ issueToken: Issued }>(marquee, issue, { input: { principalId, ...more } }, key)).issueToken
  const listed = async (variables: object, key: string = adminKey) =>
    (await ask<{ listCredentials: Listed }>(marquee, list, variables, key)).listCredentials
  const mayRead = async (token: string) => {
    const answer = await ask<{ instance: object | null }>(marquee, readOne, { id }, token).catch((error: unknown) =>
      String(error).includes('UNAUTHENTICATED') || String(error).includes('credential')
        ? { instance: null }
        : Promise.reject(error as Error),
    )
    return answer.instance !== null
  }
  /** A screen's feed that was opened with this token, and what ends it. */
  const followed = async (token: string) => {
    const socket = await rawSocket(marquee)
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })
    expect(await socket.message()).toEqual({ type: 'connection_ack' })
    socket.send({ id: '1', type: 'subscribe', payload: { query: following, variables: { id } } })
    expect(await socket.message()).toMatchObject({ type: 'next' })
    return { closed: socket.closed }
  }

  it('are listed, newest first and in pages: one’s own, or others’ with credential.manage; never the secret', async () => {
    const { principal } = await newPrincipal(marquee, 'SERVICE', 'VIEWER')
    const first = await issued(principal.id, { ttlSeconds: 600, permissions: ['instance.read'] })
    const second = await issued(principal.id, { ttlSeconds: 600 })
    const all = await listed({ principalId: principal.id })
    expect(all.totalCount).toBe(2)
    expect(all.nodes.map((node) => node.id)).toEqual([second.id, first.id])
    expect(all.nodes.map(({ permissions, revokedAt, expiresAt }) => ({ permissions, revokedAt, expiresAt }))).toEqual([
      { permissions: null, revokedAt: null, expiresAt: second.expiresAt },
      { permissions: ['instance.read'], revokedAt: null, expiresAt: first.expiresAt },
    ])
    expect(JSON.stringify(all)).not.toContain(first.token.split('.')[2] as string)
    const page = await listed({ principalId: principal.id, first: 1 })
    expect(page.pageInfo.hasNextPage).toBe(true)
    const next = await listed({ principalId: principal.id, first: 1, after: page.pageInfo.endCursor })
    expect(next.nodes.map((node) => node.id)).toEqual([first.id])
    // Their own without naming themselves; nobody else's.
    expect((await listed({}, second.token)).totalCount).toBe(2)
    const other = await newPrincipal(marquee, 'SERVICE', 'VIEWER')
    const asked = (
      await refusal(marquee, list, { principalId: principal.id }, await tokenOf(marquee, other.principal.id))
    ).extensions.code
    expect(asked).toBe('FORBIDDEN')
    expect((await refusal(marquee, list, {}, null)).extensions.code).toBe('UNAUTHENTICATED')
    expect((await refusal(marquee, list, { after: 'x' }, second.token)).extensions.code).toBe('BAD_USER_INPUT')
  })

  it('end one by one: requests are refused and feeds closed in every process; the others work on', async () => {
    const { principal } = await newPrincipal(marquee, 'SERVICE', 'VIEWER')
    const [stolen, kept] = [await issued(principal.id), await issued(principal.id)]
    const { closed } = await followed(stolen.token)
    expect(await mayRead(stolen.token)).toBe(true)
    await ask(marquee, revoke, { input: { id: stolen.id } }, kept.token)
    expect((await closed).code).toBe(4403)
    expect(await mayRead(stolen.token)).toBe(false)
    expect(await mayRead(kept.token)).toBe(true)
    const { revokedAt } = (await listed({}, kept.token)).nodes.find((node) => node.id === stolen.id) as {
      revokedAt: string
    }
    expect(Date.parse(revokedAt)).not.toBeNaN()
    // Again changes nothing.
    await ask(marquee, revoke, { input: { id: stolen.id } }, kept.token)
    expect((await listed({}, kept.token)).nodes.find((node) => node.id === stolen.id)?.revokedAt).toBe(revokedAt)
    // What is somebody else's does not exist.
    const other = await newPrincipal(marquee, 'SERVICE', 'OPERATOR')
    const theirs = await tokenOf(marquee, other.principal.id)
    expect((await refusal(marquee, revoke, { input: { id: kept.id } }, theirs)).extensions.code).toBe('NOT_FOUND')
    expect((await refusal(marquee, rotate, { input: { id: kept.id } }, theirs)).extensions.code).toBe('NOT_FOUND')
    expect(await mayRead(kept.token)).toBe(true)
  })

  it('are rotated: the new one has the same scope, the old one works through the overlap and no longer', async () => {
    const { principal } = await newPrincipal(marquee, 'SERVICE', 'VIEWER')
    const old = await issued(principal.id, { ttlSeconds: 3600, permissions: ['instance.read'] })
    const rotated = async (input: object, key: string) =>
      (await ask<{ rotateCredential: Issued }>(marquee, rotate, { input }, key)).rotateCredential
    const next = await rotated({ id: old.id, overlapSeconds: 3600 }, adminKey)
    expect([await mayRead(old.token), await mayRead(next.token)]).toEqual([true, true])
    expect((await listed({ principalId: principal.id })).nodes.map(({ permissions }) => permissions)).toEqual([
      ['instance.read'],
      ['instance.read'],
    ])
    const last = await rotated({ id: next.id, overlapSeconds: 0 }, adminKey)
    await expect.poll(() => mayRead(next.token), { timeout: 10_000 }).toBe(false)
    expect(await mayRead(last.token)).toBe(true)
    expect((await refusal(marquee, rotate, { input: { id: next.id } })).extensions.code).toBe('CONDITION_FAILED')
    const { extensions } = await refusal(marquee, rotate, { input: { id: last.id, overlapSeconds: 604_801 } })
    expect(extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { problems: [{ pointer: '/overlapSeconds' }] },
    })
  })

  describe('of a principal who is disabled', () => {
    it('open nothing until the principal is enabled again', async () => {
      const { principal } = await newPrincipal(marquee, 'HUMAN', 'OWNER')
      const { token } = await issued(principal.id)
      const { closed } = await followed(token)
      const set = (disabled: boolean) => ask(marquee, disable, { input: { principalId: principal.id, disabled } })
      await set(true)
      expect((await closed).code).toBe(4403)
      expect(await mayRead(token)).toBe(false)
      expect((await refusal(marquee, issue, { input: { principalId: principal.id } })).extensions.code).toBe(
        'NOT_FOUND',
      )
      await set(false)
      await expect.poll(() => mayRead(token), { timeout: 10_000 }).toBe(true)
    })

    it('is not the last OWNER, and not one who holds more than who asks', async () => {
      const { principal } = await newPrincipal(marquee, 'HUMAN', 'OPERATOR')
      const token = await tokenOf(marquee, principal.id)
      const owner = await newPrincipal(marquee, 'HUMAN', 'OWNER')
      const input = { principalId: owner.principal.id, disabled: true }
      expect((await refusal(marquee, disable, { input }, token)).extensions.code).toBe('FORBIDDEN')
      expect(
        (await refusal(marquee, disable, { input: { ...input, principalId: onTenant.nodeId } })).extensions.code,
      ).toBe('NOT_FOUND')
    })
  })
})
