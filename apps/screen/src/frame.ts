import { createComponentRunner, type ComponentModule, type Stage } from './frame/component-runner.ts'
import { frameReady, type FromFrame, type ToFrame } from './frame/messages.ts'

/*
 * The script of the sandboxed frame. Its origin is opaque and its policy lets nothing out, so it asks the page for a
 * channel and lives on what comes through it.
 */

const reportEveryMs = 10_000

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
  let reportedAt = -reportEveryMs
  const send = (message: FromFrame) => {
    if (message.type === 'failed') {
      // A component that fails at every tick would drown the page.
      if (performance.now() - reportedAt < reportEveryMs) return
      reportedAt = performance.now()
    }
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
    turn = turn.then(() => {
      switch (data.type) {
        case 'show':
          return runner.show(data.source, data.props, data.instance)
        case 'props':
          return runner.setProps(data.props)
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
