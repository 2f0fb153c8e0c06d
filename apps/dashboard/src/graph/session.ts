import {
  createClient,
  createLiveClient,
  isMarqueeError,
  type LiveClient,
  type MarqueeClient,
  type MarqueeError,
} from '@marquee/sdk'
import { sessionEnded } from './connection.ts'
import { PermissionsDocument, WhoAmIDocument, type WhoAmIQuery } from './generated.ts'
import { createStore, useStore } from './store.ts'

export type Viewer = NonNullable<WhoAmIQuery['me']>
export type Permissions = ReadonlySet<string>

export type Session = {
  key: string
  client: MarqueeClient
  live: LiveClient
  /** Null for who has no key; undefined until the server has said. */
  viewer: Viewer | null | undefined
  /** Held in the tenant. Who holds none there may still hold some at a node below it. */
  permissions: Permissions
}

const keyName = 'marquee:dashboard-key'

const store = createStore<Session>(connect(kept()))

export const useSession = (): Session => useStore(store)

/** Whether a set of permissions has this one. */
export const holds = (permissions: Permissions, permission: string): boolean =>
  permissions.has('*') || permissions.has(permission)

/** Resolves when the server has taken the key; throws what it said when it has not, and nothing is changed then. */
export async function signIn(key: string): Promise<void> {
  const next = connect(key)
  try {
    const known = await readViewer(next.client)
    if (known.viewer === null) throw new Error('The server does not know this key.')
    take({ ...next, ...known })
    keep(key)
    sessionEnded.set(false)
  } catch (error) {
    next.live.close()
    throw error
  }
}

export function signOut(): void {
  keep('')
  sessionEnded.set(false)
  take({ ...connect(''), viewer: null })
}

/** Asks who the kept key belongs to; done once when the page starts, and again until there is an answer. */
export async function resume(): Promise<void> {
  const session = store.get()
  if (session.key === '') return store.set({ ...session, viewer: null })
  try {
    const known = await readViewer(session.client)
    if (store.get() === session) store.set({ ...session, ...known })
  } catch (error) {
    if (isMarqueeError(error) && error.code === 'UNAVAILABLE') return void setTimeout(() => void resume(), 2_000)
    if (store.get() === session) store.set({ ...session, viewer: null })
    sessionEnded.set(true)
  }
}

function take(next: Session): void {
  store.get().live.close()
  store.set(next)
}

function connect(key: string): Session {
  const options = { url: location.origin, key: key || undefined }
  return {
    key,
    client: createClient({ ...options, retry: { attemptsMax: 2 } }),
    live: createLiveClient(options),
    viewer: undefined,
    permissions: new Set(),
  }
}

async function readViewer(client: MarqueeClient): Promise<Pick<Session, 'viewer' | 'permissions'>> {
  const { me } = await client.query(WhoAmIDocument)
  if (me === null) return { viewer: null, permissions: new Set() }
  const held = await client.query(PermissionsDocument, { resourceId: me.tenantId }).catch((error: MarqueeError) => {
    // Who holds nothing in the tenant does not see its node.
    if (error.code === 'NOT_FOUND') return { myPermissions: [] }
    throw error
  })
  return { viewer: me, permissions: new Set(held.myPermissions) }
}

function kept(): string {
  try {
    return sessionStorage.getItem(keyName) ?? ''
  } catch {
    return ''
  }
}

function keep(value: string): void {
  try {
    if (value === '') sessionStorage.removeItem(keyName)
    else sessionStorage.setItem(keyName, value)
  } catch {
    // Storage is forbidden here: the key lives as long as this page.
  }
}
