import { createTokenBucket, emitRate } from '../token-bucket.ts'
import { frameReady, readFromFrame, type FromFrame, type ToFrame } from './messages.ts'

/** STUCK: it does not answer. LEFT: it loaded another document, itself once more, or says that it did. */
export type Breakage = 'STUCK' | 'LEFT'

export type ComponentFrame = {
  tell(message: ToFrame): void
  /** Our script runs in it. */
  readonly isConnected: boolean
  /** In front of what is shown now, or behind it while the component is still starting. */
  bringToFront(): void
  /** Throws the component away with everything it has been told. */
  close(): void
}

export type FrameListener = {
  message(message: Exclude<FromFrame, { type: 'pong' }>): void
  /** Once; what comes out of the frame afterwards is not heard. */
  broke(how: Breakage): void
}

/** A document of ours has asked for its channel before it has loaded; the question may still be on its way. */
const readyWithinMs = 400
const beatMs = 1_000

/**
 * One sandboxed frame for one run of a component. Two locks lead to its opaque origin: the attribute, and the sandbox
 * directive of the document's own policy. A service worker may not answer for a frame with the attribute, so without
 * network the frame is opened with the second lock alone, and gets nothing before that lock has been tried.
 *
 * The browser runs such a frame in a process of its own (measured in Chromium 156, with either lock), so the page goes
 * on when a component does not, and asks every second whether it still answers. All frames of the page share that
 * process: one that hangs stops the others, and only when the last is closed does the browser end it.
 */
// eslint-disable-next-line max-lines-per-function -- one frame, whose parts share all of its state
export function openComponentFrame(
  parent: HTMLElement,
  url: string,
  { beatsMissedMax, listener }: { beatsMissedMax: number; listener: FrameListener },
): ComponentFrame {
  let frame!: HTMLIFrameElement
  let port: MessagePort | null = null
  let isClosed = false
  let isInFront = false
  let loads = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Asked and not answered. Counted in turns of this timer, not by the clock: a machine that slept has missed none. */
  let beatsMissed = 0
  const waiting: ToFrame[] = []
  const emits = createTokenBucket(emitRate)

  function open(locks: 'both' | 'policy'): void {
    clearTimeout(timer)
    frame?.remove()
    loads = 0
    frame = document.createElement('iframe')
    frame.title = 'Screen'
    frame.className = isInFront ? 'frame' : 'frame starting'
    if (locks === 'both') frame.setAttribute('sandbox', 'allow-scripts')
    // Also fired for the error page that a browser puts in place of a document it cannot get.
    frame.addEventListener('load', () => {
      loads += 1
      if (port && loads > 1) return fail('LEFT')
      if (port) return
      clearTimeout(timer)
      timer = setTimeout(() => open(locks === 'both' ? 'policy' : 'both'), readyWithinMs)
    })
    frame.src = url
    parent.append(frame)
  }

  function onWindowMessage({ source, data }: MessageEvent): void {
    if (source === null || source !== frame.contentWindow || data !== frameReady) return
    // The script of our document asks once.
    if (port) return fail('LEFT')
    // Null for every foreign origin, and an opaque one is foreign to all.
    if (frame.contentDocument !== null) return
    clearTimeout(timer)
    const channel = new MessageChannel()
    port = channel.port1
    port.onmessage = ({ data: answer }) => {
      const message = readFromFrame(answer, () => emits.take())
      if (message?.type === 'pong') beatsMissed = 0
      else if (message) listener.message(message)
    }
    // An opaque origin has no name to address it by.
    frame.contentWindow?.postMessage(null, '*', [channel.port2])
    for (const message of waiting.splice(0)) port.postMessage(message)
  }

  const heart = setInterval(() => {
    if (!port) return
    beatsMissed += 1
    if (beatsMissed >= beatsMissedMax) return fail('STUCK')
    port.postMessage({ type: 'ping' } satisfies ToFrame)
  }, beatMs)

  function fail(how: Breakage): void {
    if (isClosed) return
    close()
    listener.broke(how)
  }

  function close(): void {
    isClosed = true
    clearInterval(heart)
    clearTimeout(timer)
    removeEventListener('message', onWindowMessage)
    if (port) port.onmessage = null
    port?.close()
    frame.remove()
  }

  addEventListener('message', onWindowMessage)
  open(navigator.onLine ? 'both' : 'policy')

  return {
    tell(message) {
      if (port) port.postMessage(message)
      else waiting.push(message)
    },
    get isConnected() {
      return port !== null
    },
    bringToFront() {
      isInFront = true
      frame.className = 'frame'
    },
    close,
  }
}
