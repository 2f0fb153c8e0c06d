import {
  ConfigResourceDocument,
  ConfigResourcesDocument,
  KvDocument,
  SetKvDocument,
  UpsertConfigResourceDocument,
  type ConfigKind,
  type ConfigResourceFieldsFragment,
  type KvFieldsFragment,
} from '@marquee/sdk'
import { everyPage, settingsOf } from '../../find.ts'
import { newKey } from '../../session.ts'
import type { Kind } from '../kind.ts'
import type { Json } from '../manifest.ts'
import { filled, upserted } from './upserted.ts'

export const config: Kind = upserted<ConfigResourceFieldsFragment>({
  name: 'Config',
  members: ['kind', 'title', 'body'],
  specOf: ({ kind, title, body }): Json => filled({ kind, title, body }),
  nameOf: ({ key }) => key,
  read: async ({ client }, { metadata, spec }) =>
    (await client.query(ConfigResourceDocument, { kind: spec.kind as ConfigKind, key: metadata.name })).configResource,
  readAll: async ({ client }) =>
    (
      await everyPage(
        async (after) => (await client.query(ConfigResourcesDocument, { first: 200, after })).configResources,
      )
    )
      // Every installation brings these along.
      .filter(({ provisioningSource }) => provisioningSource !== 'SEED'),
  async write({ client }, { metadata }, spec) {
    const input = {
      kind: spec.kind as ConfigKind,
      key: metadata.name,
      title: spec.title as string,
      body: spec.body as Json,
    }
    await client.mutate(UpsertConfigResourceDocument, { input: { ...input, idempotencyKey: newKey() } })
  },
})

/** The value of a KV key. The graph lists no keys, so only those are exported that a binding follows. */
export const kv: Kind = upserted<KvFieldsFragment & { id?: string }>({
  name: 'Kv',
  members: ['value'],
  specOf: ({ value }) => ({ value }),
  nameOf: ({ key }) => key,
  read: async ({ client }, { metadata }) => (await client.query(KvDocument, { key: metadata.name })).kv,
  async readAll({ client }) {
    const followed = (await settingsOf(client, {})).flatMap(({ bindings }) =>
      bindings.filter(({ source }) => source === 'KV').map(({ path }) => path.split('#')[0]!),
    )
    const entries = await Promise.all(
      [...new Set(followed)].sort().map(async (key) => (await client.query(KvDocument, { key })).kv),
    )
    return entries.filter((entry) => entry !== null)
  },
  async write({ client }, { metadata }, spec) {
    await client.mutate(SetKvDocument, { input: { key: metadata.name, value: spec.value, idempotencyKey: newKey() } })
  },
})
