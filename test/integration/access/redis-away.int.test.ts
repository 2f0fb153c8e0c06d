import { expect, it } from 'vitest'
import { ask, refusal } from '../../support/graph/graph-client.ts'
import { publishScreen, write, writes } from '../../support/graph/graph-data.ts'
import { newPrincipal, onTenant, revokeRole, tokenOf } from '../../support/graph/graph-principals.ts'
import { rawSocket } from '../../support/graph/graph-socket.ts'
import { graphql, startMarquee } from '../../support/marquee.ts'
import { startRedis } from '../../support/redis-server.ts'
import { describeRedis } from '../../support/redis.ts'

const maxAgeMs = 1000
const following = 'subscription ($id: ID!) { instanceChanged(id: $id) { type } }'
const reading = 'query ($id: ID!) { instance(id: $id) { id } }'

describeRedis('a role that is revoked while Redis is away', () => {
  it('is gone from every process within accessMaxAgeMs: requests are refused, and sockets closed', async () => {
    const redis = await startRedis()
    if (redis === null) return expect.fail('there is no redis-server on the path')
    const marquee = await startMarquee({
      mode: 'distributed',
      redis: redis.url,
      env: { MARQUEE_LIMIT_ACCESS_MAX_AGE_MS: String(maxAgeMs) },
    })
    try {
      const { typeKey } = await publishScreen(marquee)
      const { instance } = await write(marquee, 'createInstance', { definitionTypeKey: typeKey })
      const { principal } = await newPrincipal(marquee, 'HUMAN', 'OWNER')
      const token = await tokenOf(marquee, principal.id)
      const socket = await rawSocket(marquee)
      socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })
      expect(await socket.message()).toEqual({ type: 'connection_ack' })
      socket.send({ id: '1', type: 'subscribe', payload: { query: following, variables: { id: instance.id } } })
      expect(await socket.message()).toMatchObject({ type: 'next' })

      await redis.stop()
      await ask(marquee, revokeRole, { input: { principalId: principal.id, role: 'OWNER', ...onTenant } })
      const revokedAt = Date.now()
      expect((await socket.closed).code).toBe(4403)
      const input = { id: instance.id, patch: { title: 'no' } }
      expect((await refusal(marquee, writes.patchProps, { input }, token)).extensions.code).toMatch(
        /NOT_FOUND|FORBIDDEN/,
      )
      expect(
        (await graphql<{ instance: unknown }>(marquee, reading, { id: instance.id }, token)).data?.instance,
      ).toBeNull()
      // Ten times the bound, for a machine that is busy; without it nothing ends before the token does.
      expect(Date.now() - revokedAt).toBeLessThan(10 * maxAgeMs)
    } finally {
      await marquee.stop()
      await redis.stop()
    }
  })
})
