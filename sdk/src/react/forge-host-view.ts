import {
  Component,
  createContext,
  createElement,
  useContext,
  useMemo,
  useSyncExternalStore,
  type FunctionComponent,
  type ReactNode,
} from 'react'
import type { ForgeHost } from '../forge-host.ts'

/*
 * For components written with React, which then comes in their own bundle:
 *
 *   import { createRoot } from 'react-dom/client'
 *   import { mountReact, useForgeHost } from '@marquee/sdk/react'
 *
 *   function Sign() {
 *     const { props, emit } = useForgeHost<{ title: string }>()
 *     return <h1 onClick={() => emit('touched')}>{props.title}</h1>
 *   }
 *   export const mount = mountReact(createRoot, Sign)
 */

const HostContext = createContext<ForgeHost | null>(null)

export type ForgeHostView<P> = Pick<ForgeHost<P>, 'props' | 'instance' | 'onPropsChange' | 'emit'>

/** Makes `host` known to all below it. */
export const ForgeHostProvider: FunctionComponent<{ host: ForgeHost; children?: ReactNode }> = ({ host, children }) =>
  createElement(HostContext.Provider, { value: host }, children)

/** What is to be shown now; renders again whenever the props change. Throws outside a ForgeHostProvider. */
export function useForgeHost<P = Record<string, unknown>>(): ForgeHostView<P> {
  const host = useContext(HostContext) as ForgeHost<P> | null
  if (host === null) throw new Error('useForgeHost needs a ForgeHostProvider above it: mountReact makes one.')
  const snapshot = () => host.props
  const props = useSyncExternalStore((changed) => host.onPropsChange(changed), snapshot, snapshot)
  // The same functions at every render, so that an effect may depend on them.
  const functions = useMemo(
    () => ({ onPropsChange: host.onPropsChange.bind(host), emit: host.emit.bind(host) }),
    [host],
  )
  return { props, instance: host.instance, ...functions }
}

/** React takes the whole tree away when a component throws: the screen is told, and shows something calm in its place. */
class ErrorBoundary extends Component<{ host: ForgeHost; children?: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown) {
    this.props.host.fail(error)
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children
  }
}

/** The part of react-dom/client's root that is needed. */
type Root = { render(node: ReactNode): void; unmount(): void }

/** The `mount` of a component's module: renders `component` into its place, and takes it away again. */
export const mountReact =
  (createRoot: (element: HTMLElement) => Root, component: FunctionComponent) =>
  (host: ForgeHost, element: HTMLElement): (() => void) => {
    const root = createRoot(element)
    root.render(
      createElement(ForgeHostProvider, { host }, createElement(ErrorBoundary, { host }, createElement(component))),
    )
    return () => root.unmount()
  }
