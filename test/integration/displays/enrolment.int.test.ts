import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, pointersOf, refusal } from '../../support/graph/graph-client.ts'
import { publishScreen, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { newToken } from '../../support/graph/graph-principals.ts'
import { follow, liveClient } from '../../support/graph/graph-socket.ts'
import { artificial, Installation } from '../../support/installation.ts'
import { bareInstance } from '../../support/bare-instance.ts'
import { adminKey, graphql } from '../../support/marquee.ts'

type Requested = { id: string; code: string; key: string; expiresAt: string }
type Key = {
  id: string
  name: string | null
  kind: string
  expiresAt: string | null
  revokedAt: string | null
  lastUsedAt: string | null
  instance: { id: string; name: string | null }
  principal: object | null
  createdBy: { id: string } | null
}

const request = `mutation ($input: RequestEnrolmentInput!) { requestEnrolment(input: $input) { id code key expiresAt } }`
const confirm = `mutation ($input: ConfirmEnrolmentInput!) {
  confirmEnrolment(input: $input) { credentialId revision instance { id hasDisplayKey } } }`
const own = '{ enrolment { id status instanceId } }'
const pending = '{ pendingEnrolments { totalCount nodes { id device address } } }'
const keys = `query ($instanceId: ID) { listCredentials(kind: DISPLAY, instanceId: $instanceId) { totalCount nodes {
  id name kind expiresAt revokedAt lastUsedAt instance { id name } principal { id } createdBy { id } } } }`
const revoke = 'mutation ($input: RevokeCredentialInput!) { revokeCredential(input: $input) { id } }'
const rotate = 'mutation ($input: RotateCredentialInput!) { rotateCredential(input: $input) { id token expiresAt } }'
const display = 'subscription ($id: ID!) { displayChanged(instanceId: $id) { type revision } }'
const read = 'query ($id: ID!) { instance(id: $id) { id } }'

eachMode(
  'a screen that shows a code',
  (marquee) => {
    let typeKey: string
    beforeAll(async () => {
      ;({ typeKey } = await publishScreen(marquee))
    })
    const create = async () =>
      (await write(marquee, 'createInstance', { definitionTypeKey: typeKey, visibility: 'PRIVATE' })).instance.id
    const requested = async (device: string | null = null) =>
      (await ask<{ requestEnrolment: Requested }>(marquee, request, { input: { device } }, null)).requestEnrolment
    const confirmed = async (input: object, key: string | null = adminKey) =>
      (await ask<{ confirmEnrolment: { credentialId: string; revision: number } }>(marquee, confirm, { input }, key))
        .confirmEnrolment
    const stands = async (key: string) =>
      (
        await ask<{ enrolment: { id: string; status: string; instanceId: string | null } | null }>(
          marquee,
          own,
          {},
          key,
        )
      ).enrolment
    const keysOf = async (instanceId: string, key: string = adminKey) =>
      (await ask<{ listCredentials: { totalCount: number; nodes: Key[] } }>(marquee, keys, { instanceId }, key))
        .listCredentials
    const mayRead = async (id: string, key: string) =>
      (await graphql<{ instance: object | null }>(marquee, read, { id }, key)).data?.instance != null

    it('shows the instance that an operator gives it, and stops at once when its key is revoked', async () => {
      const id = await create()
      const kiosk = await requested('Kiosk, Chromium')
      expect(kiosk.code).toMatch(/^[A-Z0-9]{6}$/)
      expect(await stands(kiosk.key)).toEqual({ id: kiosk.id, status: 'PENDING', instanceId: null })
      expect(await mayRead(id, kiosk.key)).toBe(false)
      const { token: operator, principalId } = await newToken(marquee, 'HUMAN', 'OPERATOR')
      const waiting = async (key: string) =>
        (
          await ask<{ pendingEnrolments: { nodes: { id: string }[] } }>(marquee, pending, {}, key)
        ).pendingEnrolments.nodes.find((each) => each.id === kiosk.id)
      // From where, only those may see who may audit.
      const seen = { id: kiosk.id, device: 'Kiosk, Chromium' }
      expect(await waiting(operator)).toEqual({ ...seen, address: null })
      expect(await waiting(adminKey)).toEqual({ ...seen, address: '127.0.0.1' })

      const typed = `${kiosk.code.slice(0, 3)}-${kiosk.code.slice(3)}`.toLowerCase()
      const { credentialId, revision } = await confirmed({ code: typed, instanceId: id, name: 'Hall' }, operator)
      expect(revision).toBe(2)
      expect(await waiting(adminKey)).toBeUndefined()
      expect(await stands(kiosk.key)).toEqual({ id: kiosk.id, status: 'CONFIRMED', instanceId: id })

      const other = await requested()
      await confirmed({ code: other.code, instanceId: id })
      const [live, liveOther] = [liveClient(marquee, kiosk.key), liveClient(marquee, other.key)]
      const [feed, feedOther] = [follow<object>(live, display, { id }), follow<object>(liveOther, display, { id })]
      expect(await feed.take(1)).toMatchObject([{ displayChanged: { type: 'SNAPSHOT', revision: 3 } }])
      await feedOther.take(1)

      const list = await keysOf(id, operator)
      expect(list.totalCount).toBe(2)
      expect(list.nodes.find((each) => each.id === credentialId)).toMatchObject({
        name: 'Hall',
        kind: 'DISPLAY',
        expiresAt: null,
        revokedAt: null,
        instance: { id },
        principal: null,
        createdBy: { id: principalId },
      })
      expect(JSON.stringify(list)).not.toContain(kiosk.key)
      // Its first use was after it was given; the kiosk's own was before, and is written with the next minute's.
      const usedAt = async () => (await keysOf(id)).nodes.find((each) => each.id !== credentialId)?.lastUsedAt
      await expect.poll(usedAt, { timeout: 20_000 }).not.toBeNull()

      await ask(marquee, revoke, { input: { id: credentialId } }, operator)
      expect((await feed.ended)?.[0]?.extensions.code).toBe('NOT_FOUND')
      expect(await mayRead(id, kiosk.key)).toBe(false)
      // The other screen of the instance goes on: the revision that took the key away is its next.
      expect(await feedOther.take(1)).toMatchObject([{ displayChanged: { revision: 4 } }])
      expect((await keysOf(id)).nodes.find((each) => each.id === credentialId)?.revokedAt).not.toBeNull()
      await Promise.all([live.dispose(), liveOther.dispose()])
    })

    it('is given to an instance once, and only by those who may issue its keys', async () => {
      const id = await create()
      const { code, key } = await requested()
      const { token: viewer } = await newToken(marquee, 'HUMAN', 'VIEWER')
      const codeOf = async (input: object, by: string | null) =>
        (await refusal(marquee, confirm, { input }, by)).extensions.code
      expect(await codeOf({ code, instanceId: id }, null)).toBe('UNAUTHENTICATED')
      expect(await codeOf({ code, instanceId: id }, viewer)).toBe('FORBIDDEN')
      expect(await codeOf({ code, instanceId: id }, key)).toBe('FORBIDDEN')
      expect(await codeOf({ code, instanceId: 'inst-00000000' }, adminKey)).toBe('NOT_FOUND')
      expect(pointersOf(await refusal(marquee, confirm, { input: { code, instanceId: id, ttlSeconds: 59 } }))).toEqual([
        '/ttlSeconds',
      ])
      for (const by of [null, key]) {
        const { extensions } = await refusal(marquee, pending, {}, by)
        expect(extensions.code).toBe(by === null ? 'UNAUTHENTICATED' : 'FORBIDDEN')
      }
      // None of that has used the code up.
      const [one, two] = await Promise.allSettled([
        confirmed({ code, instanceId: id }),
        confirmed({ code, instanceId: id }),
      ])
      expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected'])
      expect((await keysOf(id)).totalCount).toBe(1)
      expect(await stands(adminKey)).toBeNull()
    })

    it('is given another key, and the one before works through the overlap and no longer', async () => {
      const id = await create()
      const kiosk = await requested()
      const { credentialId } = await confirmed({ code: kiosk.code, instanceId: id, ttlSeconds: 3600 })
      const { token: stranger } = await newToken(marquee, 'HUMAN', 'VIEWER')
      expect((await refusal(marquee, rotate, { input: { id: credentialId } }, stranger)).extensions.code).toBe(
        'FORBIDDEN',
      )
      const rotated = async (input: object) =>
        (await ask<{ rotateCredential: { id: string; token: string; expiresAt: string } }>(marquee, rotate, { input }))
          .rotateCredential
      const next = await rotated({ id: credentialId, overlapSeconds: 2 })
      expect(Date.parse(next.expiresAt)).toBeGreaterThan(Date.now() + 3_500_000)
      expect([await mayRead(id, kiosk.key), await mayRead(id, next.token)]).toEqual([true, true])
      await expect.poll(() => mayRead(id, kiosk.key), { timeout: 20_000 }).toBe(false)
      const last = await rotated({ id: next.id, overlapSeconds: 0 })
      expect([await mayRead(id, next.token), await mayRead(id, last.token)]).toEqual([false, true])
      expect((await refusal(marquee, rotate, { input: { id: next.id } })).extensions.code).toBe('CONDITION_FAILED')
    })

    it('waits together with no more screens of its address than may, and asks again later', async () => {
      const waiting: Requested[] = []
      for (let count = 0; count < 3; count++) waiting.push(await requested())
      expect((await refusal(marquee, request, { input: {} }, null)).extensions).toMatchObject({
        code: 'LIMIT_REACHED',
        details: { limit: 3 },
      })
      const id = await create()
      for (const { code } of waiting) await confirmed({ code, instanceId: id })
      await requested()
    })

    it('is not found by guessing: wrong codes are counted for whoever guesses, and for their address', async () => {
      const id = await create()
      const { code } = await requested()
      const { token } = await newToken(marquee, 'HUMAN', 'OPERATOR')
      const guess = async (by: string, text = 'AAAAAA') =>
        (await refusal(marquee, confirm, { input: { code: text, instanceId: id } }, by)).extensions.code
      let wrong = 0
      while ((await guess(token)) === 'NOT_FOUND') wrong++
      expect(wrong).toBeLessThanOrEqual(20)
      expect(await guess(token, code)).toBe('RATE_LIMITED')
      expect(await guess(adminKey, code)).toBe('RATE_LIMITED')
    })
  },
  {
    MARQUEE_LIMIT_ENROLMENTS_PENDING_PER_ADDRESS: '3',
    MARQUEE_LIMIT_ENROLMENT_GUESSES_AT_ONCE: '20',
    MARQUEE_LIMIT_ENROLMENT_GUESSES_PER_MINUTE: '1',
  },
)

describe('enrolment, looked at from inside', () => {
  let home: Installation
  beforeAll(async () => {
    home = await Installation.start({
      limits: {
        enrolmentsPending: 2,
        displayKeysPerInstance: 2,
        enrolmentGuessesAtOnce: 2,
        enrolmentGuessesPerMinute: 1,
        enrolmentSeconds: 60,
      },
    })
  })
  afterAll(() => home.stop())
  const requested = async () =>
    (await home.ask<{ requestEnrolment: Requested }>(request, { input: {} })).requestEnrolment
  const instance = async () =>
    (
      await home.ask<{ createInstance: { instance: { id: string } } }>(
        'mutation ($input: CreateInstanceInput!) { createInstance(input: $input) { instance { id } } }',
        { input: bareInstance },
      )
    ).createInstance.instance.id
  const enrol = async (instanceId: string, more: object = {}) => {
    const { code } = await requested()
    await home.ask(confirm, { input: { code, instanceId, ...more } })
  }
  const keysOf = async (instanceId: string) =>
    (await home.ask<{ listCredentials: { nodes: Key[] } }>(keys, { instanceId })).listCredentials.nodes

  it('keeps neither the code nor the key', async () => {
    const { code, key } = await requested()
    const { rows } = await home.pool.query('SELECT * FROM runtime.enrolment')
    const { rows: activities } = await home.pool.query('SELECT * FROM runtime.activity')
    expect(JSON.stringify([rows, activities])).not.toMatch(new RegExp(`${code}|${key}`))
    await home.pool.query('DELETE FROM runtime.enrolment')
  })

  it('lets so many wait and no more, and those whose time is over not count', async () => {
    await requested()
    await requested()
    expect(await home.refusal(request, { input: {} })).toMatchObject({ code: 'LIMIT_REACHED', details: { limit: 2 } })
    await home.pool.query(`UPDATE runtime.enrolment SET expires_at = now() - interval '1 second'`)
    const { code } = await requested()
    await home.pool.query(`UPDATE runtime.enrolment SET expires_at = now() - interval '1 second'`)
    const late = await home.refusal(confirm, { input: { code, instanceId: await instance() } })
    expect(late.code).toBe('NOT_FOUND')
  })

  it('gives an instance so many keys and no more; the code of one too many waits on', async () => {
    const id = await instance()
    await enrol(id)
    await enrol(id)
    const { code } = await requested()
    expect(await home.refusal(confirm, { input: { code, instanceId: id } })).toMatchObject({
      code: 'LIMIT_REACHED',
      details: { limit: 2 },
    })
    expect((await keysOf(id)).length).toBe(2)
    await home.ask(revoke, { input: { id: (await keysOf(id))[0]?.id } })
    await home.ask(confirm, { input: { code, instanceId: id } })
  })

  it('counts wrong codes for each principal apart', async () => {
    const id = await instance()
    const guess = async (viewer = artificial) =>
      (await home.refusal(confirm, { input: { code: 'AAAAAA', instanceId: id } }, viewer)).code
    expect([await guess(), await guess(), await guess()]).toEqual(['NOT_FOUND', 'NOT_FOUND', 'RATE_LIMITED'])
    await enrol(id)
  })

  it('ends a key when its time is over, with a revision that its screen is told of', async () => {
    const id = await instance()
    await enrol(id, { ttlSeconds: 60 })
    await home.pool.query('UPDATE runtime.display_key SET expires_at = now() WHERE instance_id = $1', [id])
    home.startWorker()
    const hasKey = async () =>
      (
        await home.ask<{ instance: { hasDisplayKey: boolean; revision: number } }>(
          'query ($id: ID!) { instance(id: $id) { hasDisplayKey revision } }',
          { id },
        )
      ).instance
    await expect.poll(hasKey, { timeout: 20_000 }).toEqual({ hasDisplayKey: false, revision: 3 })
    expect((await keysOf(id))[0]?.revokedAt).not.toBeNull()
  })
})
