import { describe, expect, it, vi } from 'vitest'
import type { ForgeHost } from '@marquee/sdk'
import { createComponentRunner, type ComponentModule } from './component-runner.ts'
import type { FromFrame, Props, ShownInstance } from './messages.ts'

const instance: ShownInstance = { id: 'inst-00000000', name: 'Stop', placement: null }

/** A stage that remembers what stands on it, and modules by the name that stands for their source. */
function setUp(modules: Record<string, ComponentModule>) {
  const sent: FromFrame[] = []
  const open: object[] = []
  let fallback = false
  let turn = 0
  const frames: (() => void)[] = []
  const paint = () => {
    for (const then of frames.splice(0)) then()
  }
  const runner = createComponentRunner(
    {
      open() {
        const element = {}
        open.push(element)
        return element as HTMLElement
      },
      close: (element) => void open.splice(open.indexOf(element), 1),
      showFallback: () => (fallback = true),
      hideFallback: () => (fallback = false),
      whenPainted: (then) => void frames.push(then),
    },
    (source) => (modules[source] ? Promise.resolve(modules[source]) : Promise.reject(new SyntaxError(`no ${source}`))),
    (message) => sent.push(message),
  )
  return {
    show: (source: string, props: Props, given: ShownInstance) => runner.show((turn += 1), source, props, given),
    setProps: (props: Props) => runner.setProps((turn += 1), props),
    setInstance: (given: ShownInstance) => runner.setInstance(given),
    paint,
    sent,
    open,
    isFallback: () => fallback,
    failures: () => sent.filter(({ type }) => type === 'failed'),
  }
}

describe('createComponentRunner', () => {
  it('says of a component that fails itself, or is replaced before a frame is painted, nothing but that', async () => {
    let host!: ForgeHost
    const { show, setProps, paint, sent, open, isFallback } = setUp({ a: { mount: (given) => void (host = given) } })
    await show('a', {}, instance)
    host.fail(new Error('render failed'))
    host.fail(new Error('once more'))
    paint()
    expect(sent).toMatchObject([{ type: 'failed', message: 'render failed', isFatal: true }])
    await vi.waitFor(() => expect(isFallback()).toBe(true))
    expect(open).toHaveLength(0)
    await setProps({ n: 1 })
    paint()
    expect(isFallback()).toBe(false)
    expect(sent.slice(1)).toEqual([{ type: 'shown', turn: 2 }])
  })

  it('passes on a burst of events and drops the flood behind it', async () => {
    const flood = (host: ForgeHost) => {
      for (let index = 0; index < 200_000; index += 1) host.emit('tick', index)
    }
    const { show, sent } = setUp({ a: { mount: flood } })
    await show('a', {}, instance)
    expect(sent.filter(({ type }) => type === 'emit').length).toBeLessThan(100)
  })

  it('gives the component its host and tells it of changes until it stops listening', async () => {
    const heard: [Props, Props][] = []
    let host!: ForgeHost
    let stop!: () => void
    const { show, setProps, setInstance, paint, sent } = setUp({
      a: {
        mount(given) {
          host = given
          stop = given.onPropsChange((next, previous) => heard.push([next, previous]))
        },
      },
    })
    await show('a', { n: 1 }, instance)
    expect(host.props).toEqual({ n: 1 })
    expect(host.instance).toBe(instance)
    await setProps({ n: 2 })
    expect(host.props).toEqual({ n: 2 })
    stop()
    await setProps({ n: 3 })
    expect(heard).toEqual([[{ n: 2 }, { n: 1 }]])
    host.emit('touched', { x: 1 })
    setInstance({ ...instance, name: 'Renamed' })
    expect(host.instance.name).toBe('Renamed')
    expect(sent).toEqual([{ type: 'emit', event: 'touched', data: { x: 1 } }])
    paint()
    paint()
    expect(sent.slice(1)).toEqual([
      { type: 'shown', turn: 1 },
      { type: 'shown', turn: 3 },
    ])
  })

  it('calls the hooks in order and every cleanup once, last first', async () => {
    const calls: string[] = []
    const { show, setProps, open } = setUp({
      a: {
        mount: () => (calls.push('mount'), () => calls.push('mount cleanup')),
        onMount: () => (calls.push('onMount'), () => calls.push('onMount cleanup')),
        onPropsChange: (previous, next) => calls.push(`props ${String(previous.n)} ${String(next.n)}`),
        onUnmount: () => calls.push('onUnmount'),
      },
      b: { mount: () => void calls.push('b') },
    })
    await show('a', { n: 1 }, instance)
    await setProps({ n: 2 })
    await show('b', { n: 2 }, instance)
    expect(calls).toEqual(['mount', 'onMount', 'props 1 2', 'b', 'onMount cleanup', 'mount cleanup', 'onUnmount'])
    expect(open).toHaveLength(1)
  })

  it('shows the fallback for a component that cannot mount, and tries again with other props', async () => {
    const { show, setProps, isFallback, failures, open } = setUp({
      a: {
        mount: (host) => {
          if (host.props.bad) throw new Error('bad props')
        },
      },
    })
    await show('a', { bad: true }, instance)
    expect(isFallback()).toBe(true)
    expect(failures()).toMatchObject([{ message: 'bad props' }])
    expect(open).toHaveLength(0)
    await setProps({ bad: false })
    expect(isFallback()).toBe(false)
    expect(open).toHaveLength(1)
  })

  it('mounts anew a component that throws at a change, and tells its other listeners first', async () => {
    const told: string[] = []
    let mounts = 0
    const { show, setProps, isFallback, failures, open } = setUp({
      a: {
        mount(host) {
          mounts += 1
          host.onPropsChange(() => {
            throw new Error('cannot')
          })
          host.onPropsChange(() => told.push('other'))
        },
      },
    })
    await show('a', {}, instance)
    await setProps({ n: 1 })
    expect({ mounts, told, fallback: isFallback() }).toEqual({ mounts: 2, told: ['other'], fallback: false })
    expect(failures()).toHaveLength(1)
    expect(open).toHaveLength(1)
  })

  it('keeps what it shows when the next version does not load, and says why', async () => {
    const { show, isFallback, failures, open } = setUp({ a: { mount: () => undefined } })
    await show('a', {}, instance)
    await show('missing', {}, instance)
    expect(isFallback()).toBe(false)
    expect(open).toHaveLength(1)
    expect(failures()).toMatchObject([{ message: 'no missing' }])
  })

  it('says what is missing of a module without mount', async () => {
    const { show, isFallback, failures } = setUp({ a: {} })
    await show('a', {}, instance)
    expect(isFallback()).toBe(true)
    expect(failures()).toMatchObject([{ message: 'The component exports no mount(host, element).' }])
  })

  it('does not hear a component that was replaced', async () => {
    let old!: ForgeHost
    const { show, setProps, sent } = setUp({ a: { mount: (host) => void (old = host) }, b: { mount: () => undefined } })
    await show('a', {}, instance)
    await show('b', {}, instance)
    sent.length = 0
    old.emit('ghost')
    let heard = false
    old.onPropsChange(() => (heard = true))
    await setProps({ n: 1 })
    expect(sent).toEqual([])
    expect(heard).toBe(false)
  })
})
