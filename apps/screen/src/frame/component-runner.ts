import type { ForgeHost } from '@marquee/sdk'
import { createTokenBucket, emitRate } from '../token-bucket.ts'
import type { FromFrame, Props, ShownInstance } from './messages.ts'

type Cleanup = () => unknown

/** What a component's module may export: `mount`, and the hooks, each on its own. */
export type ComponentModule = {
  mount?: (host: ForgeHost, element: HTMLElement) => unknown
  onMount?: (host: ForgeHost) => unknown
  onPropsChange?: (previous: Props, next: Props) => unknown
  onUnmount?: () => unknown
}

export type Stage = {
  /** A fresh place for a component, in front of the one before. */
  open(): HTMLElement
  close(element: HTMLElement): void
  /** A calm picture in place of a component that cannot be shown. */
  showFallback(): void
  hideFallback(): void
  /** Calls back once the browser has painted what stands there now. Not while nobody can see it. */
  whenPainted(then: () => void): void
}

export type ComponentRunner = {
  show(turn: number, source: string, props: Props, instance: ShownInstance): Promise<void>
  setProps(turn: number, props: Props): Promise<void>
  setInstance(instance: ShownInstance): void
}

type Mounted = {
  module: ComponentModule
  element: HTMLElement
  listeners: Set<(next: Props, previous: Props) => void>
  cleanups: Cleanup[]
  live: boolean
  /** It said itself that it cannot show anything: React's error boundary, for one. */
  hasFailed: boolean
}

/**
 * Runs one component at a time. A component that throws while it is told of a change is mounted anew, once; one that
 * throws while mounting gives way to the fallback until its props or its code change. Nothing it throws gets further.
 * What it shows is told to the page when it has been painted, not when the component has been told.
 */
export function createComponentRunner(
  stage: Stage,
  load: (source: string) => Promise<ComponentModule>,
  send: (message: FromFrame) => void,
): ComponentRunner {
  let props: Props = {}
  let instance: ShownInstance | null = null
  let module: ComponentModule | null = null
  let current: Mounted | null = null
  /** The newest `show` wins, whichever module has loaded first. */
  let shows = 0
  let turn = 0
  let isPainting = false
  let isPaintDue = false
  const emits = createTokenBucket(emitRate)

  function fail(error: unknown, isFatal = false): void {
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined }
    send({ type: 'failed', message, stack: stack ?? null, isFatal })
  }

  /** Told once for all turns that one frame shows. */
  function paint(): void {
    isPaintDue = true
    if (isPainting) return
    isPaintDue = false
    isPainting = true
    const [painted, by] = [turn, current]
    stage.whenPainted(() => {
      isPainting = false
      if (by && by === current && !by.hasFailed) send({ type: 'shown', turn: painted })
      if (isPaintDue) paint()
    })
  }

  /** The fallback takes the place of a component that cannot show anything. */
  async function giveUp(mounted: Mounted): Promise<void> {
    await unmount(mounted)
    if (current === null) stage.showFallback()
  }

  async function guarded(work: () => unknown, isFatal = false): Promise<{ value: unknown } | null> {
    try {
      return { value: await inTime(work()) }
    } catch (error) {
      fail(error, isFatal)
      return null
    }
  }

  /** For what nobody waits for: whether it was sound at once; what fails later is only reported. */
  function told(work: () => unknown): boolean {
    try {
      Promise.resolve(work()).catch((error: unknown) => fail(error))
      return true
    } catch (error) {
      fail(error)
      return false
    }
  }

  async function mount(next: ComponentModule): Promise<void> {
    const { mount: render } = next
    const element = stage.open()
    const mounted: Mounted = { module: next, element, listeners: new Set(), cleanups: [], live: true, hasFailed: false }
    const host = hostFor(mounted)
    const previous = current
    current = mounted
    const run = async (work: () => unknown, isFatal: boolean) => {
      const result = await guarded(work, isFatal)
      if (typeof result?.value !== 'function') return result !== null
      // Replaced while it was still mounting: nobody will ask for this cleanup later.
      if (mounted.live) mounted.cleanups.push(result.value as Cleanup)
      else await guarded(result.value as Cleanup)
      return true
    }
    const works = await run(() => {
      if (typeof render !== 'function') throw new TypeError('The component exports no mount(host, element).')
      return render(host, element)
    }, true)
    if (works && mounted.live) await run(() => next.onMount?.(host), false)
    if (previous) await unmount(previous)
    if (current !== mounted) return
    if (!works || mounted.hasFailed) return giveUp(mounted)
    stage.hideFallback()
    paint()
  }

  async function unmount(mounted: Mounted): Promise<void> {
    if (current === mounted) current = null
    if (!mounted.live) return
    mounted.live = false
    mounted.listeners.clear()
    for (const cleanup of mounted.cleanups.splice(0).reverse()) await guarded(cleanup)
    await guarded(() => mounted.module.onUnmount?.())
    stage.close(mounted.element)
  }

  function hostFor(mounted: Mounted): ForgeHost {
    return {
      get props() {
        return props
      },
      get instance() {
        return instance!
      },
      onPropsChange(listener) {
        if (mounted.live) mounted.listeners.add(listener)
        return () => void mounted.listeners.delete(listener)
      },
      emit(event, data) {
        if (mounted.live && emits.take()) send({ type: 'emit', event, data })
      },
      fail(error) {
        if (!mounted.live || mounted.hasFailed) return
        mounted.hasFailed = true
        fail(error, true)
        void giveUp(mounted)
      },
    }
  }

  return {
    async show(nextTurn, source, nextProps, nextInstance) {
      const newest = (shows += 1)
      const loaded = await guarded(() => load(source), true)
      if (newest !== shows) return
      turn = nextTurn
      props = nextProps
      instance = nextInstance
      if (!loaded) {
        if (!current) stage.showFallback()
        return
      }
      module = loaded.value as ComponentModule
      await mount(module)
    },
    async setProps(nextTurn, next) {
      const previous = props
      turn = nextTurn
      props = next
      if (!module) return
      // The fallback is showing: perhaps the new props are better ones.
      if (!current) return mount(module)
      const { listeners, module: running } = current
      const all = [...listeners].map((listener) => told(() => listener(next, previous)))
      all.push(told(() => running.onPropsChange?.(previous, next)))
      if (all.includes(false) && module === running) await mount(module)
      else paint()
    },
    setInstance(next) {
      instance = next
    },
  }
}

const patienceMs = 5_000

/** What a component promises, or nothing when it takes too long: the screen has to go on. */
function inTime(value: unknown): unknown {
  if (!(value instanceof Promise)) return value
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise((resolve) => (timer = setTimeout(resolve, patienceMs)))
  return Promise.race([value, late]).finally(() => clearTimeout(timer))
}
