import {
  createClient,
  createLiveClient,
  type DisplayEvent,
  type DisplayState,
  type MarqueeError,
  type ShownInstance,
} from '@marquee/sdk'
import './page.css'
import { bundleSource, bundleSourceAtLast } from './frame/bundle-source.ts'
import { openComponentFrame } from './frame/component-frame.ts'
import { deviceId } from './device-id.ts'
import { enrolled } from './enrolled.ts'
import { createEmitter } from './emitter.ts'
import { takeHydration } from './hydration.ts'
import { createInstanceCard } from './instance-card.ts'
import { createNotices } from './notice.ts'
import { keepForOffline } from './offline-copy.ts'
import { createReporter } from './reporter.ts'
import { forgetKey, takeKey } from './screen-key.ts'
import { createLastGood } from './stage/last-good.ts'
import { createStage, type StageState } from './stage/stage.ts'
import { createTokenBucket } from './token-bucket.ts'

/*
 * The page at /live/{id}: follows what the screen is to show and hands it to the component on the stage. Made to stay
 * open for months: one feed, one stage, one state; nothing here grows.
 */

const { instanceId = '', frameUrl = '' } = document.body.dataset
/** Somebody looks at what the screens show, in a frame of the dashboard: no screen, so it reports and emits nothing. */
const isPreview = new URLSearchParams(location.search).has('preview')
const key = takeKey({ keep: !isPreview })
const storage = stateStorage(key !== undefined)
const client = createClient({ url: location.origin, key })
const live = createLiveClient({ url: location.origin, key, storage })
const notices = createNotices()
const mayWrite = key !== undefined && !isPreview
const emit = createEmitter(client, instanceId, mayWrite)
const reporter = createReporter(client, { id: instanceId, device: deviceId(instanceId) }, mayWrite)
const failures = createTokenBucket({ burst: 3, everyMs: 20_000 })
const retryRefusedMs = 60_000
/** The name and place of a screen are worth waiting for so long before it shows anything. */
const cardWithinMs = 2_000

const card = createInstanceCard(client, instanceId, storage, (instance) => {
  if (instance.name) document.title = instance.name
  stage.setInstance(instance)
  if (shown?.lifecycle === 'CREATED' && !isPreview) onChange(shown, null)
})
const stage = createStage({
  openFrame: (options) => openComponentFrame(document.getElementById('stage')!, frameUrl, options),
  sourceOf: bundleSource,
  lastGood: createLastGood(instanceId, storage),
  onState,
  onEmit: emit,
  onFailure({ message, stack, bundleUrl }) {
    console.error('The component failed:', message, stack ?? '')
    if (failures.take()) emit('component-error', { message, stack, bundleUrl })
  },
})

/** What the page came with; good for one start. */
let hydration = takeHydration()
let shown: DisplayState | null = null
let loading: AbortController | null = null
/** The component on the stage, or on its way there. */
let staged: string | null = null
/** What the stage was asked for last. */
let wanted: string | null = null

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
  if (!next.deleted) reporter.stands({ receivedRevision: next.revision })
  if (event === null && hydration && next.cursor === hydration.state.cursor) learnCard(hydration.card)
  if (event && event.type !== 'PROPS' && event.type !== 'BINDINGS') card.refresh(before ? 3_000 : 0)
  if (next.deleted) return stop('This screen was removed', 'Nothing is shown here any more.')
  document.body.dataset.lifecycle = next.lifecycle
  const dark = isPreview && next.lifecycle === 'CREATED' ? null : darkNotice(next.lifecycle)
  if (dark) return stop(dark.title, dark.text)
  if (next.bundleUrl === null) return stop('Nothing to show', 'The definition of this screen has no component.')
  notices.clear()
  if (next.lifecycle === 'PAUSED' && loading) return hold(next, before)
  stage.hold(next.lifecycle === 'PAUSED')
  if (next.bundleUrl !== wanted || !loading) return void swap(next.bundleUrl)
  if (staged === next.bundleUrl) stage.setProps(next.props, next.revision)
}

/** The last picture stays, still. What comes meanwhile is shown when the instance is resumed. */
function hold(next: DisplayState, before: DisplayState | null): void {
  stage.hold(true)
  const isSamePicture = next.props === before?.props && next.bundleUrl === staged
  if (isSamePicture && before.lifecycle !== 'PAUSED') stage.setProps(next.props, next.revision)
}

/** What stands in place of a picture. */
function darkNotice(lifecycle: DisplayState['lifecycle']): { title: string; text: string } | null {
  switch (lifecycle) {
    case 'CREATED':
      return { title: card.name() ?? 'This screen is ready', text: 'It has not been started yet.' }
    case 'STOPPED':
      return { title: 'This screen is switched off', text: 'It was stopped.' }
    case 'ARCHIVED':
      return { title: 'This screen is out of use', text: 'It was archived.' }
    case 'ACTIVE':
    case 'PAUSED':
      return null
  }
}

function onState({ state, shown: look, error, isEmpty }: StageState): void {
  if (look) document.body.dataset.shown = 'true'
  if (isEmpty) notices.show({ title: 'This display will be back shortly.', text: '' })
  else notices.clear()
  reporter.stands({ state, revision: look?.revision ?? null, error })
}

/** The feed goes on from the state that the page came with, and need not say anything for a long time. */
function learnCard(given: ShownInstance | null): void {
  if (given) card.take(given)
  else card.refresh(0)
}

/** Brings a component's code onto the stage; the newest call wins, and the one before stays until it is there. */
async function swap(bundleUrl: string): Promise<void> {
  loading?.abort()
  const mine = (loading = new AbortController())
  wanted = bundleUrl
  try {
    const [source, instance] = await Promise.all([
      bundleSourceAtLast(bundleUrl, mine.signal),
      card.atFirst(cardWithinMs),
    ])
    if (mine.signal.aborted || !shown) return
    staged = bundleUrl
    stage.show(source, { bundleUrl, props: shown.props, revision: shown.revision }, instance)
  } catch {
    // Another component took its place meanwhile.
  }
}

function stop(title: string, text: string): void {
  loading?.abort()
  loading = null
  staged = null
  stage.clear()
  notices.show({ title, text })
  whenPainted(() => {
    if (shown && !shown.deleted && staged === null)
      reporter.stands({ state: 'SHOWN', revision: shown.revision, error: null })
  })
}

/** The first comes before a frame is painted, the second after it. */
function whenPainted(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then))
}

/** The server said no. It may say yes tomorrow: a screen that was published, a key that was granted. */
function refused(error: MarqueeError): void {
  const missing = error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN' || error.code === 'UNAUTHENTICATED'
  if (missing) {
    card.forget()
    shown = null
    // Its key was revoked or has expired: it shows a code again, for whoever comes to give it another instance.
    if (!isPreview && key !== undefined && enrolled.read()?.key === key) {
      enrolled.forget()
      forgetKey()
      location.replace('/screen')
    }
    stop(
      'This screen is not available',
      key === undefined
        ? `There is no public screen ${instanceId}. A private one opens with its key: add #key=… to the address.`
        : `There is no screen ${instanceId}, or the key does not open it.`,
    )
  } else if (!shown) {
    stop('This screen cannot be shown', error.message)
  }
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
