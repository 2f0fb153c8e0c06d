import {
  createClient,
  createLiveClient,
  type DisplayEvent,
  type DisplayState,
  type MarqueeError,
  type ShownInstance,
} from '@marquee/sdk'
import './page.css'
import { bundleSourceAtLast } from './frame/bundle-source.ts'
import { createComponentFrame } from './frame/component-frame.ts'
import { createEmitter } from './emitter.ts'
import { takeHydration } from './hydration.ts'
import { createInstanceCard } from './instance-card.ts'
import { createNotices } from './notice.ts'
import { keepForOffline } from './offline-copy.ts'
import { createReporter } from './reporter.ts'
import { takeKey } from './screen-key.ts'

/*
 * The page at /live/{id}: follows what the screen shows and hands it to the component in the frame. Made to stay open
 * for months: one feed, one frame, one state; nothing here grows.
 */

const { instanceId = '', frameUrl = '' } = document.body.dataset
/** Somebody looks at what the screens show, in a frame of the dashboard: no screen, so it reports and emits nothing. */
const isPreview = new URLSearchParams(location.search).has('preview')
const key = takeKey({ keep: !isPreview })
const storage = stateStorage(key !== undefined)
const client = createClient({ url: location.origin, key })
const live = createLiveClient({ url: location.origin, key, storage })
const notices = createNotices()
const emit = createEmitter(client, instanceId, key !== undefined && !isPreview)
const reporter = createReporter(client, instanceId, key !== undefined && !isPreview)
const retryRefusedMs = 60_000
/** The name and place of a screen are worth waiting for so long before it shows anything. */
const cardWithinMs = 2_000

const card = createInstanceCard(client, instanceId, storage, (instance) => {
  if (instance.name) document.title = instance.name
  frame.setInstance(instance)
})
const frame = createComponentFrame(document.getElementById('stage')!, frameUrl, (message) => {
  switch (message.type) {
    case 'emit':
      return emit(message.event, message.data)
    case 'failed':
      console.error('The component failed:', message.message, message.stack ?? '')
      reporter.fails(message.message)
      return emit('component-error', {
        message: message.message,
        stack: message.stack,
        bundleUrl: shown?.bundleUrl ?? null,
      })
    case 'shown':
      document.body.dataset.shown = 'true'
      reporter.fails(null)
  }
})

/** What the page came with; good for one start. */
let hydration = takeHydration()
let shown: DisplayState | null = null
let loading: AbortController | null = null

function follow(): void {
  live.display(instanceId, {
    initial: hydration?.state,
    onChange,
    onState: (state) => notices.setLive(state === 'live'),
    onError: refused,
  })
  hydration = null
}

function onChange(next: DisplayState, event: DisplayEvent | null): void {
  const before = shown
  shown = next
  document.body.dataset.revision = String(next.revision)
  if (!next.deleted) reporter.shows(next.revision)
  if (event === null && hydration && next.cursor === hydration.state.cursor) learnCard(hydration.card)
  if (event && event.type !== 'PROPS' && event.type !== 'BINDINGS') card.refresh(before ? 3_000 : 0)
  if (next.deleted) return stop('This screen was removed', 'Nothing is shown here any more.')
  if (next.lifecycle === 'ARCHIVED' || next.lifecycle === 'STOPPED')
    return stop('This screen is switched off', 'It shows again when it is started.')
  if (next.bundleUrl === null) return stop('Nothing to show', 'The definition of this screen has no component.')
  notices.clear()
  if (next.bundleUrl !== before?.bundleUrl || !loading) return void swap(next.bundleUrl)
  if (next.props !== before.props) frame.setProps(next.props)
}

/** The feed goes on from the state that the page came with, and need not say anything for a long time. */
function learnCard(given: ShownInstance | null): void {
  if (given) card.take(given)
  else card.refresh(0)
}

/** Brings a component's code into the frame; the newest call wins, and the one before stays until it is there. */
async function swap(bundleUrl: string): Promise<void> {
  loading?.abort()
  const mine = (loading = new AbortController())
  try {
    const [source, instance] = await Promise.all([
      bundleSourceAtLast(bundleUrl, mine.signal),
      card.atFirst(cardWithinMs),
    ])
    if (!mine.signal.aborted && shown) frame.show(source, shown.props, instance)
  } catch {
    // Another component took its place meanwhile.
  }
}

function stop(title: string, text: string): void {
  loading?.abort()
  loading = null
  notices.show({ title, text })
}

/** The server said no. It may say yes tomorrow: a screen that was published, a key that was granted. */
function refused(error: MarqueeError): void {
  const missing = error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN' || error.code === 'UNAUTHENTICATED'
  if (missing) {
    card.forget()
    frame.clear()
    stop(
      'This screen is not available',
      key === undefined
        ? `There is no public screen ${instanceId}. A private one opens with its key: add #key=… to the address.`
        : `There is no screen ${instanceId}, or the key does not open it.`,
    )
  } else if (!shown) {
    stop('This screen cannot be shown', error.message)
  }
  if (missing) shown = null
  setTimeout(follow, retryRefusedMs * (1 + Math.random()))
}

/** What a key opened is gone with the window; what everybody may see outlives it. */
function stateStorage(hasKey: boolean): Storage | undefined {
  try {
    return hasKey ? sessionStorage : localStorage
  } catch {
    return undefined
  }
}

// A key that is typed into the address bar of an open page changes the fragment and nothing else.
addEventListener('hashchange', () => {
  if (new URLSearchParams(location.hash.slice(1)).has('key')) location.reload()
})
notices.setLive(false)
follow()
void keepForOffline([location.pathname, frameUrl, ...ownAssets()])

function ownAssets(): string[] {
  return [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[rel=stylesheet], script[src]')].map(
    (element) => new URL('src' in element ? element.src : element.href).pathname,
  )
}
