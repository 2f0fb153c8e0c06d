import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createLiveClient, InstanceChangedDocument, type InstanceChangedSubscription } from '../../../sdk/src/index.ts'
import { ask } from '../../support/graph/graph-client.ts'
import { publishVersion, readInstance, write } from '../../support/graph/graph-data.ts'
import { eachMode } from '../../support/graph/graph-modes.ts'

const writers = 50
const patchesEach = 20
const patchProps = 'mutation ($input: PatchPropsInput!) { patchProps(input: $input) { revision } }'

eachMode('fifty writers on one instance', (marquee) => {
  it('loses no key and skips no revision, and a subscriber that is cut off three times holds each revision exactly once', async () => {
    const { typeKey } = await publishVersion(marquee)
    const { instance } = await write(marquee, 'createInstance', { definitionTypeKey: typeKey, props: { base: true } })
    const base = (await write(marquee, 'patchProps', { id: instance.id, patch: { base: null, ready: true } })).revision
    const last = base + writers * patchesEach

    const sockets: WebSocket[] = []
    class WatchedSocket extends WebSocket {
      constructor(url: string | URL, protocol?: string | string[]) {
        super(url, protocol)
        sockets.push(this)
      }
    }
    const live = createLiveClient({
      url: marquee.url,
      key: marquee.adminKey,
      webSocket: WatchedSocket as unknown as typeof globalThis.WebSocket,
    })
    const seen: InstanceChangedSubscription['instanceChanged'][] = []
    const cuts = [base + 150, base + 450, base + 800]
    let present = () => {}
    const complete = new Promise<void>((resolve, reject) => {
      live.subscribe(InstanceChangedDocument, () => ({ id: instance.id, since: seen.at(-1)?.cursor ?? null }), {
        onError: reject,
        onEvent({ instanceChanged }) {
          // Who resumes is told how the screens are, under the revision of the moment: no change.
          if (instanceChanged.type === 'PRESENCE') return
          seen.push(instanceChanged)
          present()
          const [cut = Infinity] = cuts
          if (instanceChanged.revision >= cut) {
            cuts.shift()
            // Not closed: destroyed, with frames on the way, as a network does it.
            sockets.at(-1)?.terminate()
          }
          if (instanceChanged.revision >= last) resolve()
        },
      })
    })
    await new Promise<void>((resolve) => (present = resolve))

    const write20 = async (writer: number): Promise<number[]> => {
      const revisions: number[] = []
      for (let patch = 0; patch < patchesEach; patch++) {
        const input = { id: instance.id, patch: { [`w${writer}p${patch}`]: writer } }
        revisions.push(
          (await ask<{ patchProps: { revision: number } }>(marquee, patchProps, { input })).patchProps.revision,
        )
      }
      return revisions
    }
    const answered = await Promise.all(Array.from({ length: writers }, (_, writer) => write20(writer)))
    await complete
    live.close()

    const state = await readInstance(marquee, instance.id)
    expect(state?.revision).toBe(last)
    const keys = Array.from({ length: writers }, (_, writer) =>
      Array.from({ length: patchesEach }, (_, patch) => `w${writer}p${patch}`),
    ).flat()
    expect(Object.keys(state?.props ?? {}).sort()).toEqual([...keys, 'ready'].sort())

    const allRevisions = Array.from({ length: last - base }, (_, index) => base + 1 + index)
    expect(answered.flat().sort((a, b) => a - b)).toEqual(allRevisions)
    for (const revisions of answered) expect(revisions).toEqual([...revisions].sort((a, b) => a - b))

    expect(sockets).toHaveLength(4)
    expect(seen.map(({ revision }) => revision)).toEqual([base, ...allRevisions])
    expect(seen.map(({ type }) => type)).toEqual(['SNAPSHOT', ...allRevisions.map(() => 'PROPS')])
    // Each event carries the state of its own revision: one key more than the one before.
    expect(seen.map(({ instance: { props } }) => Object.keys(props as object).length)).toEqual([
      1,
      ...allRevisions.map((_, index) => index + 2),
    ])
    expect(new Set(seen.slice(1).map(({ changeId }) => changeId)).size).toBe(writers * patchesEach)
  }, 90_000)
})
