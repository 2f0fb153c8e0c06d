import { createElement, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import type { ForgeHost } from '../forge-host.ts'
import { ForgeHostProvider, mountReact, useForgeHost } from './forge-host-view.ts'

type Props = { title: string }

/** A host that is driven by hand. */
function handDriven() {
  const listeners = new Set<(next: Props, previous: Props) => void>()
  let props: Props = { title: 'One' }
  const emitted: unknown[][] = []
  const host: ForgeHost<Props> = {
    get props() {
      return props
    },
    instance: { id: 'inst-00000000', name: 'Sign', placement: null },
    onPropsChange: (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
    emit: (event, data) => void emitted.push([event, data]),
    fail: (error) => void emitted.push(['failed', error]),
  }
  const change = (next: Props) => {
    const previous = props
    props = next
    for (const listener of listeners) listener(next, previous)
  }
  return { host: host as unknown as ForgeHost, change, emitted, listeners }
}

const Sign = () => {
  const { props, instance, emit } = useForgeHost<Props>()
  emit('rendered', props.title)
  return createElement('h1', null, `${props.title} on ${instance.name}`)
}

// React is the component's to bring. Its renderers are here where another package has brought them.
type ToString = { renderToString(node: ReactNode): string }
const optional = <Module>(name: string) =>
  import(name).then(
    (module: Module) => module,
    () => null,
  )
const server = await optional<ToString>('react-dom/server')

describe('useForgeHost (S4-58)', () => {
  it.skipIf(server === null)('gives a component its props, its instance and its way to say something', () => {
    const { host, emitted } = handDriven()
    expect(server?.renderToString(createElement(ForgeHostProvider, { host }, createElement(Sign)))).toBe(
      '<h1>One on Sign</h1>',
    )
    expect(emitted).toEqual([['rendered', 'One']])
    expect(() => server?.renderToString(createElement(Sign))).toThrow('ForgeHostProvider')
  })

  it.skipIf(server === null)('mounts a component as a module does, and takes it away again', () => {
    const { host, change } = handDriven()
    const element = {} as HTMLElement
    let [shown, gone] = ['', false]
    const mount = mountReact((place) => {
      expect(place).toBe(element)
      return { render: (node) => void (shown = server?.renderToString(node) ?? ''), unmount: () => void (gone = true) }
    }, Sign)
    change({ title: 'Two' })
    const unmount = mount(host, element)
    expect([shown, gone]).toEqual(['<h1>Two on Sign</h1>', false])
    unmount()
    expect(gone).toBe(true)
  })
})
