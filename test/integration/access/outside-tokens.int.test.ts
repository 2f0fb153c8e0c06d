import { afterAll, beforeAll, expect, it } from 'vitest'
import { SYSTEM_SPACE_ID } from '../../../services/catalogue/index.ts'
import { ask, refusal } from '../../support/graph/graph-client.ts'
import { publishScreen, write, writes } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { grantRole, onTenant } from '../../support/graph/graph-principals.ts'
import { rawSocket } from '../../support/graph/graph-socket.ts'
import { graphql } from '../../support/marquee.ts'
import { OidcIssuer } from '../../support/outside/oidc-issuer.ts'

const [issuer, away] = await Promise.all([OidcIssuer.start(), OidcIssuer.start()])
away.answers = 'error'
const settings = {
  audience: 'marquee',
  algorithms: ['RS256'],
  clockSkewSeconds: 0,
  kinds: [{ claim: 'client', value: 'true', kind: 'SERVICE' }],
  roles: [
    { claim: 'groups', value: 'watchers', role: 'VIEWER' },
    { claim: 'groups', value: 'ops', role: 'OPERATOR' },
    { claim: 'realm.roles', value: 'space-owner', role: 'OWNER', nodeType: 'SPACE', nodeId: SYSTEM_SPACE_ID },
    { claim: 'groups', value: 'ops', role: 'OWNER', nodeType: 'PROJECT', nodeId: 'project-not-there' },
  ],
}
const env = {
  MARQUEE_OIDC: JSON.stringify([
    { issuer: issuer.url, ...settings },
    { issuer: away.url, ...settings },
  ]),
}

const me = '{ me { principal { id displayName kind email } roles } }'
const disable =
  'mutation ($input: SetPrincipalDisabledInput!) { setPrincipalDisabled(input: $input) { principal { id } } }'
const told = `query ($filter: ActivityFilter) { activities(filter: $filter, first: 200) { nodes {
  action actor { id } before after } } }`
const following = 'subscription ($id: ID!) { instanceChanged(id: $id) { revision } }'
const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds

type Me = { principal: { id: string; displayName: string; kind: string; email: string | null }; roles: string[] } | null

eachMode(
  'tokens of an issuer outside',
  (marquee) => {
    let id: string
    beforeAll(async () => {
      const { typeKey } = await publishScreen(marquee)
      id = (await write(marquee, 'createInstance', { definitionTypeKey: typeKey, visibility: 'PRIVATE' })).instance.id
    })
    const who = async (token: string) => (await ask<{ me: Me }>(marquee, me, {}, token)).me
    const mayRead = async (token: string) =>
      (
        await graphql<{ instance: object | null }>(
          marquee,
          'query ($id: ID!) { instance(id: $id) { id } }',
          { id },
          token,
        )
      ).data?.instance != null
    const followed = async (token: string) => {
      const socket = await rawSocket(marquee)
      socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })
      expect(await socket.message()).toEqual({ type: 'connection_ack' })
      socket.send({ id: '1', type: 'subscribe', payload: { query: following, variables: { id } } })
      expect(await socket.message()).toMatchObject({ type: 'next' })
      return { closed: socket.closed }
    }

    it('make a principal at the first sight, who holds what their claims say, and the audit says why', async () => {
      const sub = `${marquee.mode} ada`
      const token = await issuer.sign({ sub, name: 'Ada L.', groups: ['watchers'] })
      const ada = await who(token)
      expect(ada).toMatchObject({ principal: { displayName: 'Ada L.', kind: 'HUMAN', email: null }, roles: ['VIEWER'] })
      expect(await mayRead(token)).toBe(true)
      expect((await refusal(marquee, writes.patchProps, { input: { id, patch: {} } }, token)).extensions.code).toBe(
        'FORBIDDEN',
      )
      // At the same moment in several processes, and with another token: one principal.
      const others = await Promise.all(
        [1, 2, 3, 4].map(async (more) => who(await issuer.sign({ sub, name: 'Ada L.', groups: ['watchers'], more }))),
      )
      expect(new Set(others.map((each) => each?.principal.id))).toEqual(new Set([ada!.principal.id]))
      const service = await who(await issuer.sign({ sub: `${marquee.mode} robot`, client: true }))
      expect(service).toMatchObject({ principal: { displayName: `${marquee.mode} robot`, kind: 'SERVICE' }, roles: [] })
      const { activities } = await ask<{ activities: { nodes: { action: string; after: unknown }[] } }>(marquee, told, {
        filter: { actorId: ada!.principal.id },
      })
      const said = activities.nodes.filter(({ action }) => action === 'principal.created' || action === 'role.granted')
      expect(said.map(({ action }) => action).sort()).toEqual(['principal.created', 'role.granted'])
      expect(JSON.stringify(said)).toContain(issuer.url)
    })

    it('change what their principal holds, the newest last, and close the feeds of who holds less', async () => {
      const sub = `${marquee.mode} grace`
      const token = async (iat: number, claims: object) => issuer.sign({ sub, iat, ...claims })
      const first = await token(ago(30), { groups: ['ops', 'watchers'], realm: { roles: ['space-owner'] } })
      const grace = await who(first)
      expect(grace?.roles.sort()).toEqual(['OPERATOR', 'OWNER', 'VIEWER'])
      const spaces = async (key: string) =>
        (await ask<{ spaces: { id: string }[] }>(marquee, '{ spaces { id } }', {}, key)).spaces.map((each) => each.id)
      expect(await spaces(first)).toContain(SYSTEM_SPACE_ID)
      await ask(marquee, grantRole, { input: { principalId: grace!.principal.id, role: 'AUDITOR', ...onTenant } })
      const { closed } = await followed(first)

      const second = await token(ago(20), { groups: [] })
      await expect.poll(async () => (await who(second))?.roles, { timeout: 10_000 }).toEqual(['AUDITOR'])
      expect((await closed).code).toBe(4403)
      // The same principal: what they hold does not depend on which of their tokens is sent.
      expect((await who(first))?.roles).toEqual(['AUDITOR'])
      const older = await token(ago(25), { groups: ['ops'] })
      expect((await who(older))?.roles).toEqual(['AUDITOR'])
      const third = await token(ago(10), { groups: ['ops'] })
      await expect
        .poll(async () => (await who(third))?.roles.sort(), { timeout: 10_000 })
        .toEqual(['AUDITOR', 'OPERATOR'])
    })

    it('open nothing for a principal who is disabled, whatever their claims say', async () => {
      const sub = `${marquee.mode} eve`
      const token = await issuer.sign({ sub, groups: ['ops'] })
      const principalId = (await who(token))!.principal.id
      const { closed } = await followed(token)
      const set = (disabled: boolean) => ask(marquee, disable, { input: { principalId, disabled } })
      await set(true)
      expect((await closed).code).toBe(4403)
      for (const each of [token, await issuer.sign({ sub, groups: ['ops', 'watchers'], fresh: true })])
        expect((await refusal(marquee, me, {}, each)).extensions.code).toBe('UNAUTHENTICATED')
      await set(false)
      await expect.poll(() => mayRead(token), { timeout: 10_000 }).toBe(true)
    })

    it('end with their time: requests are refused, and sockets closed', async () => {
      const token = await issuer.sign({ sub: `${marquee.mode} short`, groups: ['watchers'], exp: ago(-3) })
      const { closed } = await followed(token)
      expect((await closed).code).toBe(4403)
      expect((await refusal(marquee, me, {}, token)).extensions.code).toBe('UNAUTHENTICATED')
    })

    it('that are none are UNAUTHENTICATED; those whose keys cannot be fetched are UNAVAILABLE', async () => {
      const good = await issuer.sign({ sub: 'mallory' })
      const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.`
      for (const forged of [
        none,
        await issuer.sign({ sub: 'mallory', aud: 'elsewhere' }),
        await issuer.sign({ sub: 'mallory', exp: ago(60) }),
        await issuer.sign({ sub: 'mallory', pad: 'x'.repeat(8000) }),
        await issuer.sign({ sub: 'mallory' }, { header: { kid: '../../etc/passwd' } }),
        `${good.slice(0, -4)}AAAA`,
      ])
        expect((await refusal(marquee, me, {}, forged)).extensions.code).toBe('UNAUTHENTICATED')
      const { extensions } = await refusal(marquee, me, {}, await away.sign({ sub: 'mallory' }))
      expect(extensions).toMatchObject({ code: 'UNAVAILABLE', retryable: true })
    })
  },
  env,
)

afterAll(() => Promise.all([issuer.stop(), away.stop()]))
