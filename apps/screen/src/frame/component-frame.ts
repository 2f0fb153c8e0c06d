import { frameReady, readFromFrame, type FromFrame, type Props, type ShownInstance, type ToFrame } from './messages.ts'

export type ComponentFrame = {
  show(source: string, props: Props, instance: ShownInstance): void
  setProps(props: Props): void
  setInstance(instance: ShownInstance): void
  /** Throws the component away with everything it has been told. */
  clear(): void
}

/** A document of ours has asked for its channel before it has loaded; the question may still be on its way. */
const readyWithinMs = 400
/** A component may reload its own frame; one that does nothing else is left alone. */
const startsMax = 20

/**
 * The sandboxed frame that a component runs in. Two locks lead to its opaque origin: the attribute, and the sandbox
 * directive of the document's own policy. A service worker may not answer for a frame with the attribute, so without
 * network the frame is opened with the second lock alone, and gets nothing before that lock has been tried.
 */
export function createComponentFrame(
  parent: HTMLElement,
  url: string,
  receive: (message: FromFrame) => void,
): ComponentFrame {
  let frame: HTMLIFrameElement
  let port: MessagePort | null = null
  let shown: Extract<ToFrame, { type: 'show' }> | null = null
  let starts = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function open(locks: 'both' | 'policy'): void {
    clearTimeout(timer)
    frame?.remove()
    port?.close()
    port = null
    frame = document.createElement('iframe')
    frame.title = 'Screen'
    frame.className = 'frame'
    if (locks === 'both') frame.setAttribute('sandbox', 'allow-scripts')
    // Also fired for the error page that a browser puts in place of a document it cannot get.
    frame.addEventListener('load', () => {
      if (port) return
      clearTimeout(timer)
      timer = setTimeout(() => open(locks === 'both' ? 'policy' : 'both'), readyWithinMs)
    })
    frame.src = url
    parent.append(frame)
  }

  function connect(): void {
    // Null for every foreign origin, and an opaque one is foreign to all.
    if (frame.contentDocument !== null || starts >= startsMax) return
    starts += 1
    clearTimeout(timer)
    port?.close()
    const channel = new MessageChannel()
    port = channel.port1
    port.onmessage = ({ data }) => {
      const message = readFromFrame(data)
      if (message) receive(message)
    }
    // An opaque origin has no name to address it by.
    frame.contentWindow?.postMessage(null, '*', [channel.port2])
    if (shown) port.postMessage(shown)
  }

  const tell = (message: ToFrame) => port?.postMessage(message)

  addEventListener('message', ({ source, data }) => {
    if (source !== null && source === frame.contentWindow && data === frameReady) connect()
  })
  open(navigator.onLine ? 'both' : 'policy')

  return {
    show(source, props, instance) {
      shown = { type: 'show', source, props, instance }
      tell(shown)
    },
    setProps(props) {
      if (shown) shown = { ...shown, props }
      tell({ type: 'props', props })
    },
    setInstance(instance) {
      if (shown) shown = { ...shown, instance }
      tell({ type: 'instance', instance })
    },
    clear() {
      if (!shown) return
      shown = null
      open(navigator.onLine ? 'both' : 'policy')
    },
  }
}
