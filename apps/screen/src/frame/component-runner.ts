import type { ForgeHost } from '@marquee/sdk'
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
}

export type ComponentRunner = {
  show(source: string, props: Props, instance: ShownInstance): Promise<void>
  setProps(props: Props): Promise<void>
  setInstance(instance: ShownInstance): void
}

type Mounted = {
  module: ComponentModule
  element: HTMLElement
  listeners: Set<(next: Props, previous: Props) => void>
  cleanups: Cleanup[]
  live: boolean
}

/**
 * Runs one component at a time. A component that throws while it is told of a change is mounted anew, once; one that
 * throws while mounting gives way to the fallback until its props or its code change. Nothing it throws gets further.
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

  function fail(error: unknown): void {
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined }
    send({ type: 'failed', message, stack: stack ?? null })
  }

  async function guarded(work: () => unknown): Promise<{ value: unknown } | null> {
    try {
      return { value: await inTime(work()) }
    } catch (error) {
      fail(error)
      return null
    }
  }

  /** For what nobody waits for: whether it was sound at once; what fails later is only reported. */
  function told(work: () => unknown): boolean {
    try {
      Promise.resolve(work()).catch(fail)
      return true
    } catch (error) {
      fail(error)
      return false
    }
  }

  async function mount(next: ComponentModule): Promise<void> {
    const { mount: render } = next
    const element = stage.open()
    const mounted: Mounted = { module: next, element, listeners: new Set(), cleanups: [], live: true }
    const host = hostFor(mounted)
    const previous = current
    current = mounted
    const run = async (work: () => unknown) => {
      const result = await guarded(work)
      if (typeof result?.value !== 'function') return result !== null
      // Replaced while it was still mounting: nobody will ask for this cleanup later.
      if (mounted.live) mounted.cleanups.push(result.value as Cleanup)
      else await guarded(result.value as Cleanup)
      return true
    }
    const works = await run(() => {
      if (typeof render !== 'function') throw new TypeError('The component exports no mount(host, element).')
      return render(host, element)
    })
    if (works && mounted.live) await run(() => next.onMount?.(host))
    if (previous) await unmount(previous)
    if (current !== mounted) return
    if (works) {
      stage.hideFallback()
      send({ type: 'shown' })
    } else {
      await unmount(mounted)
      stage.showFallback()
    }
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
        if (mounted.live) send({ type: 'emit', event, data })
      },
    }
  }

  return {
    async show(source, nextProps, nextInstance) {
      const turn = (shows += 1)
      const loaded = await guarded(() => load(source))
      if (turn !== shows) return
      props = nextProps
      instance = nextInstance
      if (!loaded) {
        if (!current) stage.showFallback()
        return
      }
      module = loaded.value as ComponentModule
      await mount(module)
    },
    async setProps(next) {
      const previous = props
      props = next
      if (!module) return
      // The fallback is showing: perhaps the new props are better ones.
      if (!current) return mount(module)
      const { listeners, module: running } = current
      const all = [...listeners].map((listener) => told(() => listener(next, previous)))
      all.push(told(() => running.onPropsChange?.(previous, next)))
      if (all.includes(false) && module === running) await mount(module)
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
