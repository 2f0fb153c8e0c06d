import { beforeAll, describe, expect, it } from 'vitest'
import { ask, refusal, unique } from '../../support/graph/graph-client.ts'
import { publishScreen, publishVersion, write, type Definition } from '../../support/graph/graph-data.ts'
import {
  lifeMutations,
  lifeOf,
  live,
  logOf,
  refused,
  remove,
  verbs,
  wayTo,
  type Life,
  type Verb,
} from '../../support/graph/graph-lives.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'
import { follow, liveClient } from '../../support/graph/graph-socket.ts'

const moves: Record<string, string> = {
  'CREATED start': 'ACTIVE',
  'ACTIVE pause': 'PAUSED',
  'ACTIVE stop': 'STOPPED',
  'PAUSED resume': 'ACTIVE',
  'PAUSED stop': 'STOPPED',
  'STOPPED archive': 'ARCHIVED',
}
const cells = Object.keys(wayTo).flatMap((state) => verbs.map((verb) => [state, verb] as const))

eachMode('lives of instances', (marquee) => {
  let screen: Definition
  const create = async (input: Record<string, unknown> = {}): Promise<Life> =>
    (await live(marquee, 'create', { definitionTypeKey: screen.typeKey, ...input })).instance
  const bring = async (state: string, input: Record<string, unknown> = {}): Promise<Life> => {
    let life = await create(input)
    for (const verb of wayTo[state] as Verb[]) life = (await live(marquee, verb, { id: life.id })).instance
    return life
  }
  const states = async (...ids: string[]) =>
    await Promise.all(ids.map(async (id) => (await lifeOf(marquee, id))?.lifecycle))

  beforeAll(async () => {
    screen = await publishScreen(marquee)
  })

  describe('one move', () => {
    it.each(cells)('S3-11, S3-12: %s, told to %s, does what the table says', async (state, verb) => {
      const before = await bring(state)
      const to = moves[`${state} ${verb}`]
      if (to) {
        const { instance, revision } = await live(marquee, verb, { id: before.id })
        expect(instance).toMatchObject({ lifecycle: to, desiredLifecycle: to, revision: before.revision + 1 })
        expect(revision).toBe(before.revision + 1)
      } else {
        const { extensions } = await refused(marquee, verb, { id: before.id })
        const allowed = verbs.filter((other) => moves[`${state} ${other}`]).map((other) => other.toUpperCase())
        expect(extensions).toMatchObject({
          code: 'INVALID_TRANSITION',
          retryable: false,
          details: { from: state, event: verb.toUpperCase(), allowed },
        })
        expect(await lifeOf(marquee, before.id)).toEqual(before)
      }
    })

    it('S3-04, S3-17, S3-18: leaves its time, its actor and its reason in the log, as LIFECYCLE', async () => {
      const { id, startedAt } = await create()
      expect(startedAt).toBeNull()
      await live(marquee, 'start', { id, reason: 'doors open' })
      await live(marquee, 'stop', { id })
      const { instance } = await live(marquee, 'archive', { id })
      const times = [instance.startedAt, instance.stoppedAt, instance.archivedAt]
      expect(times).toEqual([...times].sort())
      const log = await logOf(marquee, id)
      expect(log.map(({ revision, type, reason }) => [revision, type, reason])).toEqual([
        [4, 'LIFECYCLE', null],
        [3, 'LIFECYCLE', null],
        [2, 'LIFECYCLE', 'doors open'],
        [1, 'CREATED', null],
      ])
      expect(log.every(({ actorId }) => actorId !== null)).toBe(true)
      expect(log[2]?.patch).toMatchObject({ lifecycle: 'ACTIVE', desiredLifecycle: 'ACTIVE' })
    })

    it('is refused whole at a stale revision, without a key, in another tenant, and where there is nothing', async () => {
      const { id, revision } = await create()
      expect((await refused(marquee, 'start', { id, expectedRevision: revision + 1 })).extensions).toMatchObject({
        code: 'CONFLICT',
        details: { currentRevision: revision },
      })
      expect((await refusal(marquee, lifeMutations.start, { input: { id } }, null)).extensions.code).toBe(
        'UNAUTHENTICATED',
      )
      expect((await refused(marquee, 'start', { id: 'inst-zzzzzzzz' })).extensions.code).toBe('NOT_FOUND')
      expect((await refused(marquee, 'start', { id, reason: 'x'.repeat(501) })).extensions.details).toMatchObject({
        problems: [{ pointer: '/reason' }],
      })
      expect(await states(id)).toEqual(['CREATED'])
    })

    it.each(['start', 'move', 'desire', 'delete'] as const)(
      '%s: a repeat with the same key answers the first result and does nothing',
      async (name) => {
        const { id } = await bring(name === 'delete' ? 'ARCHIVED' : 'CREATED')
        const parent = await create()
        const input = {
          id,
          idempotencyKey: unique(),
          ...(name === 'move' ? { parentId: parent.id } : name === 'desire' ? { lifecycle: 'ACTIVE' } : {}),
        }
        const send = (body: object) =>
          ask<Record<string, { changeId: string }>>(marquee, lifeMutations[name], { input: body })
        const answers = await Promise.all(Array.from({ length: 6 }, () => send(input)))
        expect(new Set(answers.map((data) => Object.values(data)[0]?.changeId)).size).toBe(1)
        expect(
          (
            await refused(marquee, name, {
              ...input,
              ...(name === 'desire'
                ? { lifecycle: 'STOPPED' }
                : name === 'move'
                  ? { parentId: null }
                  : { reason: 'other' }),
            })
          ).extensions.code,
        ).toBe('IDEMPOTENCY_MISMATCH')
      },
    )

    it('S2-06, S2-14: what a definition forbids is refused, and the rest is not', async () => {
      const { typeKey } = await publishVersion(marquee, { lifecycleTemplate: { forbid: ['PAUSE'] } })
      const { id } = await bring('ACTIVE', { definitionTypeKey: typeKey })
      expect((await refused(marquee, 'pause', { id })).extensions).toMatchObject({
        code: 'INVALID_TRANSITION',
        details: { from: 'ACTIVE', allowed: ['STOP'] },
      })
      expect((await live(marquee, 'stop', { id })).instance.lifecycle).toBe('STOPPED')
    })

    it('one of two that race wins, the other is told so, and revisions have no gap', async () => {
      const { id } = await bring('ACTIVE')
      const sent = await Promise.allSettled([live(marquee, 'stop', { id }), live(marquee, 'stop', { id })])
      expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect((await logOf(marquee, id)).map(({ revision }) => revision)).toEqual([3, 2, 1])
    })

    it('archive against patch: the patch is in the log before the archive, or refused', async () => {
      const { id } = await bring('STOPPED')
      const [archived, patched] = await Promise.allSettled([
        live(marquee, 'archive', { id }),
        write(marquee, 'patchProps', { id, patch: { title: 'Late' } }),
      ])
      if (archived.status === 'rejected') throw archived.reason
      const isFirst = patched.status === 'fulfilled'
      expect(archived.value.revision).toBe(isFirst ? 5 : 4)
      if (patched.status === 'rejected') expect(String(patched.reason)).toContain('INVALID_TRANSITION')
      else expect(patched.value.revision).toBe(4)
      expect(await lifeOf(marquee, id)).toMatchObject({ lifecycle: 'ARCHIVED', revision: archived.value.revision })
      expect((await logOf(marquee, id))[0]).toMatchObject({ revision: archived.value.revision })
    })

    it('leaves what is archived as it was: no patch, no override, no other version', async () => {
      const { id } = await bring('STOPPED')
      await live(marquee, 'archive', { id })
      const patch = 'mutation ($input: PatchPropsInput!) { patchProps(input: $input) { revision } }'
      const refused = await refusal(marquee, patch, { input: { id, patch: { title: 'Late' } } })
      expect(refused.extensions).toMatchObject({
        code: 'INVALID_TRANSITION',
        details: { from: 'ARCHIVED', allowed: [] },
      })
      await write(marquee, 'updateInstance', { id, visibility: 'PUBLIC' })
      expect(await lifeOf(marquee, id)).toMatchObject({ lifecycle: 'ARCHIVED', revision: 5 })
    })
  })

  describe('a tree (S3-50, R12)', () => {
    const family = async () => {
      const root = await bring('ACTIVE')
      const child = await bring('ACTIVE', { parentId: root.id })
      const grandchild = await bring('ACTIVE', { parentId: child.id })
      const other = await bring('ACTIVE', { parentId: root.id })
      return { root: root.id, child: child.id, grandchild: grandchild.id, other: other.id }
    }

    it('is paused and resumed as one change, one log row each; an independent pause survives', async () => {
      const { root, child, grandchild, other } = await family()
      await live(marquee, 'pause', { id: other })
      const { changeId } = await live(marquee, 'pause', { id: root, reason: 'night' })
      expect(await states(root, child, grandchild, other)).toEqual(['PAUSED', 'PAUSED', 'PAUSED', 'PAUSED'])
      expect(await lifeOf(marquee, grandchild)).toMatchObject({ pausedByAncestorId: root, desiredLifecycle: 'PAUSED' })
      for (const id of [root, child, grandchild]) {
        const [newest, before] = await logOf(marquee, id)
        expect(newest).toMatchObject({ type: 'LIFECYCLE', changeId, reason: 'night', revision: 3 })
        expect(before?.changeId).not.toBe(changeId)
      }
      expect((await logOf(marquee, other))[0]?.changeId).not.toBe(changeId)

      expect((await refused(marquee, 'resume', { id: child })).extensions.details).toMatchObject({
        pausedAncestorId: root,
        allowed: ['STOP'],
      })
      await live(marquee, 'resume', { id: root })
      expect(await states(root, child, grandchild, other)).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE', 'PAUSED'])
    })

    it('is stopped and archived with everything in it', async () => {
      const { root, child, grandchild, other } = await family()
      const idle = await create({ parentId: child })
      await live(marquee, 'pause', { id: child })
      await live(marquee, 'stop', { id: root })
      expect(await states(root, child, grandchild, other, idle.id)).toEqual([
        'STOPPED',
        'STOPPED',
        'STOPPED',
        'STOPPED',
        'CREATED',
      ])
      await live(marquee, 'archive', { id: root })
      expect(await states(root, child, grandchild, other, idle.id)).toEqual(Array(5).fill('ARCHIVED'))
      expect((await logOf(marquee, idle.id)).map(({ revision, type }) => [revision, type])).toEqual([
        [4, 'LIFECYCLE'],
        [3, 'LIFECYCLE'],
        [2, 'LIFECYCLE'],
        [1, 'CREATED'],
      ])
    })

    it('moves as a whole or not at all: one that may not pause keeps all awake, and is named', async () => {
      const { typeKey } = await publishVersion(marquee, { lifecycleTemplate: { forbid: ['PAUSE'] } })
      const root = await bring('ACTIVE')
      const child = await bring('ACTIVE', { parentId: root.id })
      const stubborn = await bring('ACTIVE', { parentId: child.id, definitionTypeKey: typeKey })
      expect((await refused(marquee, 'pause', { id: root.id })).extensions).toMatchObject({
        code: 'INVALID_TRANSITION',
        details: { instanceId: stubborn.id, event: 'PAUSE' },
      })
      expect(await states(root.id, child.id, stubborn.id)).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE'])
    })

    it('a child that is created while its parent is archived is refused, or archived with it', async () => {
      for (let round = 0; round < 5; round++) {
        const parent = await bring('STOPPED')
        const [made] = await Promise.allSettled([
          create({ parentId: parent.id }),
          live(marquee, 'archive', { id: parent.id }),
        ])
        if (made.status === 'fulfilled') expect(await states(made.value.id)).toEqual(['ARCHIVED'])
        else expect(String(made.reason)).toContain('INVALID_TRANSITION')
      }
    })
  })

  describe('deleteInstance (S4-50, R11)', () => {
    it('takes an archived tree out of reads, lists and searches, and leaves its log rows for the auditor', async () => {
      const name = unique()
      const root = await create({ name })
      const child = await create({ parentId: root.id, name: `${name} below` })
      expect((await refused(marquee, 'delete', { id: root.id })).extensions).toMatchObject({
        code: 'INVALID_TRANSITION',
        details: { from: 'CREATED', event: 'DELETE', allowed: ['START'] },
      })
      for (const verb of wayTo['ARCHIVED'] as Verb[]) await live(marquee, verb, { id: root.id })
      expect(await remove(marquee, { id: root.id })).toMatchObject({ id: root.id })
      expect(await states(root.id, child.id)).toEqual([undefined, undefined])
      const list = 'query ($f: InstanceFilter) { instances(filter: $f) { totalCount } }'
      expect(await ask(marquee, list, { f: { nameContains: name } })).toEqual({ instances: { totalCount: 0 } })
      for (const verb of ['start', 'delete'] as const)
        expect((await refused(marquee, verb, { id: root.id })).extensions.code).toBe('NOT_FOUND')
      expect((await refused(marquee, 'move', { id: root.id })).extensions.code).toBe('NOT_FOUND')
    })

    it('S3-13, S3-16: those who follow it see every move with its reason, then DELETED, and the feed ends; lists see it leave', async () => {
      const name = unique()
      const { id } = await create({ name })
      const client = liveClient(marquee)
      const one = follow<{
        instanceChanged: {
          type: string
          reason: string | null
          instance: { lifecycle: string; startedAt: string | null }
        }
      }>(
        client,
        'subscription ($id: ID!) { instanceChanged(id: $id) { type reason instance { lifecycle startedAt } } }',
        { id },
      )
      const many = follow<{ instancesChanged: { change: string; instance: { id: string } | null } }>(
        client,
        'subscription ($f: InstanceFilter!) { instancesChanged(filter: $f) { change instance { id } } }',
        { f: { nameContains: name } },
      )
      expect((await one.take(1))[0]?.instanceChanged.type).toBe('SNAPSHOT')
      await many.take(2)
      for (const verb of wayTo['ARCHIVED'] as Verb[]) await live(marquee, verb, { id, reason: `to ${verb}` })
      await remove(marquee, { id })
      const events = (await one.take(4)).map(({ instanceChanged: event }) => [
        event.type,
        event.reason,
        event.instance.lifecycle,
      ])
      expect(events).toEqual([
        ['LIFECYCLE', 'to start', 'ACTIVE'],
        ['LIFECYCLE', 'to stop', 'STOPPED'],
        ['LIFECYCLE', 'to archive', 'ARCHIVED'],
        ['DELETED', null, 'ARCHIVED'],
      ])
      expect(await one.ended).toBeNull()
      let left
      do left = (await many.take(1))[0]?.instancesChanged
      while (left?.change === 'UPDATE')
      expect(left).toEqual({ change: 'LEAVE', instance: { id } })
      many.stop()
      await client.dispose()
    })

    it('takes an EPHEMERAL one at any time', async () => {
      const { id } = await bring('ACTIVE', { persistence: 'EPHEMERAL' })
      await remove(marquee, { id })
      expect(await states(id)).toEqual([undefined])
    })
  })

  describe('setDesiredLifecycle (S2-12, S2-17)', () => {
    it('is carried out along allowed moves, by nobody, with the reason in the log; the generation is observed then', async () => {
      const { id, generation } = await bring('ACTIVE')
      const { instance } = await live(marquee, 'desire', { id, lifecycle: 'ARCHIVED', reason: 'the season is over' })
      expect(instance).toMatchObject({
        lifecycle: 'ACTIVE',
        desiredLifecycle: 'ARCHIVED',
        generation: generation + 1,
        observedGeneration: generation,
      })
      await expect.poll(() => states(id), { timeout: 10_000 }).toEqual(['ARCHIVED'])
      expect(await lifeOf(marquee, id)).toMatchObject({
        desiredLifecycle: 'ARCHIVED',
        generation: generation + 1,
        observedGeneration: generation + 1,
        revision: 5,
      })
      const [archived, stopped, desired] = await logOf(marquee, id)
      expect(desired).toMatchObject({ reason: 'the season is over', patch: { desiredLifecycle: 'ARCHIVED' } })
      for (const entry of [archived, stopped])
        expect(entry).toMatchObject({ type: 'LIFECYCLE', actorId: null, reason: 'the desired lifecycle' })
    })

    it('refuses what no allowed moves lead to, and says what they do lead to', async () => {
      const { id } = await bring('STOPPED')
      expect((await refused(marquee, 'desire', { id, lifecycle: 'ACTIVE' })).extensions).toMatchObject({
        code: 'INVALID_TRANSITION',
        details: { from: 'STOPPED', to: 'ACTIVE', allowed: ['STOPPED', 'ARCHIVED'] },
      })
    })

    it('an equal wish makes no revision', async () => {
      const { id, revision } = await bring('ACTIVE')
      expect((await live(marquee, 'desire', { id, lifecycle: 'ACTIVE' })).revision).toBe(revision)
    })
  })

  describe('a timeslot (S2-19)', () => {
    const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
    const ended = { start: inSeconds(-120), end: inSeconds(-60) }

    it('starts what is in it, and ends it with all that runs below', async () => {
      const slot = { start: inSeconds(-60), end: inSeconds(4) }
      const session = await create({ timeslot: slot })
      await expect.poll(() => states(session.id), { timeout: 10_000 }).toEqual(['ACTIVE'])
      const child = await bring('ACTIVE', { parentId: session.id })
      await expect.poll(() => states(session.id, child.id), { timeout: 15_000 }).toEqual(['STOPPED', 'STOPPED'])
      expect((await logOf(marquee, session.id)).map(({ reason, actorId }) => [reason, actorId]).slice(0, 2)).toEqual([
        ['the timeslot has ended', null],
        ['the timeslot has begun', null],
      ])
    })

    it('leaves alone what never ran in it, unless that is EPHEMERAL, which archives itself (S3-03)', async () => {
      const kept = await create({ timeslot: ended })
      const passing = await create({ timeslot: ended, persistence: 'EPHEMERAL' })
      await expect.poll(() => states(passing.id), { timeout: 10_000 }).toEqual(['ARCHIVED'])
      expect(await states(kept.id)).toEqual(['CREATED'])
    })
  })
})
