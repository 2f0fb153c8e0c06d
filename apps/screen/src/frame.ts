import { createComponentRunner, type ComponentModule, type Stage } from './frame/component-runner.ts'
import { createTokenBucket } from './token-bucket.ts'
import { createStillness } from './frame/stillness.ts'
import { frameReady, type FromFrame, type ToFrame } from './frame/messages.ts'

/*
 * The script of the sandboxed frame. Its origin is opaque and its policy lets nothing out, so it asks the page for a
 * channel and lives on what comes through it.
 */

/** A component that fails at every tick would drown the page, which judges by a handful. */
const failureRate = { burst: 8, everyMs: 10_000 }
/** Taken before any component may replace them. */
const nextFrame = requestAnimationFrame.bind(globalThis)
const stillness = createStillness(globalThis)
const stillSheet = new CSSStyleSheet()
stillSheet.replaceSync('*, ::before, ::after { animation-play-state: paused !important; transition: none !important }')

/** Timers, animations and films: whatever would move the picture by itself. */
function hold(isHeld: boolean): void {
  stillness.hold(isHeld)
  document.adoptedStyleSheets = isHeld ? [stillSheet] : []
  for (const animation of document.getAnimations()) {
    if (isHeld) animation.pause()
    else if (animation.playState === 'paused') animation.play()
  }
  for (const film of document.querySelectorAll('video, audio')) {
    const media = film as HTMLMediaElement
    if (isHeld) media.pause()
    else void media.play().catch(() => {})
  }
}

const stage: Stage = {
  open() {
    const element = document.createElement('div')
    element.className = 'component'
    document.body.append(element)
    return element
  },
  close: (element) => element.remove(),
  showFallback: () => fallback().removeAttribute('hidden'),
  hideFallback: () => fallback().setAttribute('hidden', ''),
  // The first comes before a frame is painted, the second after it.
  whenPainted: (then) => void nextFrame(() => nextFrame(then)),
}

function fallback(): HTMLElement {
  return document.getElementById('fallback')!
}

/** Imported from a blob, because the policy names no server that a module could come from. */
async function importSource(source: string): Promise<ComponentModule> {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  try {
    return (await import(/* @vite-ignore */ url)) as ComponentModule
  } finally {
    URL.revokeObjectURL(url)
  }
}

function start(port: MessagePort): void {
  const failures = createTokenBucket(failureRate)
  const send = (message: FromFrame) => {
    if (message.type === 'failed' && !message.isFatal && !failures.take()) return
    try {
      port.postMessage(message)
    } catch {
      // What a component emits may be something that cannot be sent, a function for one.
    }
  }
  const runner = createComponentRunner(stage, importSource, send)
  // One after the other: a change that arrives while a component is mounting is told to it afterwards.
  let turn: Promise<unknown> = Promise.resolve()
  port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    if (data.type === 'ping') return send({ type: 'pong' })
    if (data.type === 'hold') return hold(data.isHeld)
    turn = turn.then(() => {
      switch (data.type) {
        case 'show':
          return runner.show(data.turn, data.source, data.props, data.instance)
        case 'props':
          return runner.setProps(data.turn, data.props)
        case 'instance':
          return runner.setInstance(data.instance)
      }
    })
  }
  const report = (error: unknown) =>
    send({
      type: 'failed',
      message: error instanceof Error ? error.message : String(error),
      stack: error instanceof Error ? (error.stack ?? null) : null,
      isFatal: false,
    })
  addEventListener('error', (event) => report(event.error ?? event.message))
  addEventListener('unhandledrejection', (event) => report(event.reason))
}

addEventListener('message', function receive({ source, ports }) {
  const [port] = ports
  if (source !== parent || !port) return
  removeEventListener('message', receive)
  start(port)
})
parent.postMessage(frameReady, '*')
