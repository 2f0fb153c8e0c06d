import { ExecutorError } from '../../executor-error.ts'
import type { Component } from '../../executor.ts'
import { parquetStore } from './parquet-store.ts'
import { sqliteStore } from './sqlite-store.ts'
import type { DatasetStore } from './dataset-store.ts'
import { virtualStore } from './virtual-store.ts'
import { ownMember } from '../../../kit/pure/json/json.ts'

/** The stores by the codeRef of their definitions: a line per file. */
const stores: Readonly<Record<string, DatasetStore>> = {
  'store.parquet': parquetStore,
  'store.sqlite': sqliteStore,
}

/** All that keep rows. */
export const partStores: readonly DatasetStore[] = Object.values(stores)

export function storeOf(codeRef: string): DatasetStore {
  const store = ownMember(stores, codeRef)
  if (store) return store
  if (codeRef === virtualStore)
    throw new ExecutorError('BAD_CONFIG', 'A store that keeps nothing reads files only: choose one that keeps rows.', {
      details: { pointer: '/store' },
    })
  throw new ExecutorError('UNKNOWN_CODE_REF', `There is no store ${codeRef}.`, {
    details: { codeRef, allowed: Object.keys(stores) },
  })
}

/** The codeRef of the component that plays a role, or what serves where there is none. */
export const componentOf = (components: readonly Component[], role: string, fallback: string): string =>
  components.find((component) => component.role === role)?.codeRef ?? fallback
