import type { Breakage, ComponentFrame, FrameListener } from '../frame/component-frame.ts'
import type { FromFrame, Props, ShownInstance } from '../frame/messages.ts'
import { createTokenBucket } from '../token-bucket.ts'
import type { LastGood, Look } from './last-good.ts'
import { ComponentRun } from './run.ts'

/** What stands on the screen. `shown` is what was painted; FAILED and STUCK: it is not what is wanted, and why. */
export type StageState = {
  state: 'STARTING' | 'SHOWN' | 'FAILED' | 'STUCK'
  shown: Look | null
  error: string | null
  /** Nothing can be seen: time for a calm picture. */
  isEmpty: boolean
}

export type Stage = {
  /** Another component, in a frame of its own. The one before stays until this one has been painted. */
  show(source: string, look: Look, instance: ShownInstance): void
  setProps(props: Props, revision: number): void
  setInstance(instance: ShownInstance): void
  /** The picture in front stands still until it is let go. */
  hold(isHeld: boolean): void
  clear(): void
}

type Options = {
  openFrame(options: { beatsMissedMax: number; listener: FrameListener }): ComponentFrame
  /** From this machine's own copy. */
  sourceOf(bundleUrl: string): Promise<string>
  lastGood: LastGood
  onState(state: StageState): void
  onEmit(event: string, data: unknown): void
  onFailure(failure: { message: string; stack: string | null; bundleUrl: string }): void
}

const strikesMax = 3
const throwsMax = 5
/** Seconds without an answer. A component that was stuck before gets less: somebody is waiting for the rescue. */
const patience = { first: 10, again: 5 }
const backOffMs = [500, 2_000]
/** After a rescue, what is wanted is tried again: maybe it was the machine, or the network. */
const retryMs = { first: 60_000, max: 900_000 }
/** So long without trouble, and what is shown was shown well; and past failures are forgotten. */
const provenAfterMs = 10_000
const forgivenAfterMs = 60_000
const calmAgainAfterMs = 300_000

/*
 *  STARTING ── painted ──> SHOWN ── new bundle ──> (the old one stays in front) ── painted ──> SHOWN
 *     │                      │
 *     └──────── trouble ─────┘   stuck, left, five throws, nothing to show
 *                  │
 *      new frame, with back-off ── the third time ──> what was shown well last, and what is wanted again later
 */

/** Shows one component and keeps the screen alive when that does not. */
// eslint-disable-next-line max-lines-per-function -- one state machine, whose parts share all of its state
export function createStage({ openFrame, sourceOf, lastGood, onState, onEmit, onFailure }: Options): Stage {
  let wanted: { source: string; look: Look } | null = null
  let instance: ShownInstance
  let visible: ComponentRun | null = null
  let starting: ComponentRun | null = null
  /** Runs that show something else than what is wanted. */
  const rescues = new WeakSet<ComponentRun>()
  let strikes = 0
  let retries = 0
  let lastBreakage: 'FAILED' | Breakage = 'FAILED'
  let error: string | null = null
  let isHeld = false
  const timers = { retry: 0, calm: 0, proven: 0, forgiven: 0 }
  /** Props that change all the time may not start a broken component all the time. */
  let attempts = newAttempts()
  let told = ''

  const isWanted = (run: ComponentRun | null) =>
    run !== null && run.bundleUrl === wanted?.look.bundleUrl && !rescues.has(run)

  function later(name: keyof typeof timers, ms: number, then: () => void): void {
    clearTimeout(timers[name])
    timers[name] = setTimeout(then, ms) as unknown as number
  }

  function start(source: string, look: Look, isRescue: boolean): void {
    starting?.close()
    const run: ComponentRun = new ComponentRun(
      look.bundleUrl,
      openFrame({
        beatsMissedMax: strikes > 0 && lastBreakage === 'STUCK' ? patience.again : patience.first,
        listener: { message: (message) => heard(run, message), broke: (how) => broke(run, how) },
      }),
    )
    if (isRescue) rescues.add(run)
    starting = run
    run.start(source, look, instance)
    tell()
  }

  function heard(run: ComponentRun, message: Exclude<FromFrame, { type: 'pong' }>): void {
    if (run !== visible && run !== starting) return
    if (message.type === 'emit') {
      if (run === visible) onEmit(message.event, message.data)
    } else if (message.type === 'shown') {
      if (run.painted(message.turn)) painted(run)
    } else {
      onFailure({ message: message.message, stack: message.stack, bundleUrl: run.bundleUrl })
      const isTooMuch = message.isFatal || run.threw(performance.now()) >= throwsMax
      if (message.isFatal) run.isBroken = true
      if (isTooMuch) return strike(run, 'FAILED', message.message)
      if (!isWanted(run)) return
      error = message.message
      later('calm', calmAgainAfterMs, () => {
        error = null
        tell()
      })
      tell()
    }
  }

  function painted(run: ComponentRun): void {
    if (run === starting) {
      starting = null
      visible?.close()
      visible = run
      run.bringToFront()
      if (isHeld) run.hold(true)
    }
    if (run === visible && isWanted(run)) {
      // A retry of what works again.
      starting?.close()
      starting = null
      clearTimeout(timers.retry)
      error = null
      if (strikes > 0) later('forgiven', forgivenAfterMs, forgive)
      if (timers.proven === 0) prove(run)
    }
    tell()
  }

  /** What stood for a while without trouble was shown well. */
  function prove(run: ComponentRun): void {
    const look = run.shown
    later('proven', provenAfterMs, () => {
      timers.proven = 0
      if (run !== visible || run.isBroken || !look) return
      lastGood.keep(look)
      if (run.shown !== look) prove(run)
    })
  }

  function forgive(): void {
    strikes = 0
    retries = 0
    attempts = newAttempts()
  }

  function broke(run: ComponentRun, how: Breakage): void {
    const message =
      how === 'STUCK'
        ? 'The component does not answer: it hangs.'
        : 'The component navigated away or loaded itself anew.'
    onFailure({ message, stack: null, bundleUrl: run.bundleUrl })
    // They share a process: one that hangs stops the other, and both are gone. One that never came up is not to blame.
    const isInnocent = how === 'STUCK' && starting !== null && starting !== run && !starting.isConnected
    if (isInnocent) {
      closeBoth()
      return retry()
    }
    strike(how === 'STUCK' ? (starting ?? run) : run, how, message)
  }

  function strike(run: ComponentRun, how: 'FAILED' | Breakage, message: string): void {
    const wasWanted = isWanted(run)
    clearTimeout(timers.proven)
    clearTimeout(timers.forgiven)
    timers.proven = 0
    // A fallback in front is better than nothing; it stays until something takes its place.
    if (run === starting || how !== 'FAILED') run.close()
    else run.isBroken = true
    if (how === 'STUCK') closeBoth()
    if (run === starting) starting = null
    if (run === visible && how !== 'FAILED') visible = null
    if (wasWanted) {
      strikes += 1
      lastBreakage = how
      error = message
      clearTimeout(timers.calm)
      const pauseMs = backOffMs[strikes - 1]
      if (strikes < strikesMax && pauseMs !== undefined) later('retry', pauseMs, retry)
      else {
        retries += 1
        later('retry', Math.min(retryMs.max, retryMs.first * 2 ** (retries - 1)), retry)
      }
    }
    if (strikes >= strikesMax || !wasWanted) void rescue(wasWanted ? null : run)
    tell()
  }

  function closeBoth(): void {
    starting?.close()
    visible?.close()
    starting = visible = null
  }

  function retry(): void {
    if (wanted) start(wanted.source, wanted.look, false)
  }

  /** Shows the best of what was shown well; the one after it where `failed` was that. */
  async function rescue(failed: ComponentRun | null): Promise<void> {
    if (!wanted || starting || (visible && !visible.isBroken)) return
    const broken = wanted
    const looks = lastGood.insteadOf(broken.look)
    const from = failed ? looks.findIndex(({ bundleUrl }) => bundleUrl === failed.bundleUrl) + 1 : 0
    for (const look of looks.slice(from)) {
      const source = await sourceOf(look.bundleUrl).catch(() => null)
      if (wanted !== broken || starting) return
      if (source !== null) return start(source, look, true)
    }
  }

  function tell(): void {
    const shown = visible?.isBroken === false ? visible.shown : null
    const isSound = isWanted(visible) && shown !== null
    const trouble = lastBreakage === 'STUCK' ? 'STUCK' : 'FAILED'
    const state = isSound ? 'SHOWN' : error !== null ? trouble : shown ? 'SHOWN' : 'STARTING'
    const next: StageState = { state, shown, error, isEmpty: visible === null && strikes > 0 }
    const key = JSON.stringify([state, shown?.bundleUrl, shown?.revision, error, next.isEmpty])
    if (key === told) return
    told = key
    onState(next)
  }

  return {
    show(source, look, nextInstance) {
      instance = nextInstance
      const isAnother = wanted?.look.bundleUrl !== look.bundleUrl
      // What is on the screen when its successor comes has earned to be called good.
      if (isAnother && isWanted(visible) && visible?.isBroken === false && strikes === 0 && visible.shown)
        lastGood.keep(visible.shown)
      wanted = { source, look }
      if (isAnother) {
        forgive()
        error = null
        clearTimeout(timers.calm)
      }
      clearTimeout(timers.retry)
      start(source, look, false)
    },
    setProps(props, revision) {
      if (!wanted) return
      const isSame = wanted.look.props === props
      wanted = { ...wanted, look: { ...wanted.look, props, revision } }
      const runs = [visible, starting].filter((run): run is ComponentRun => isWanted(run))
      for (const run of runs) {
        if (isSame) run.standsFor(props, revision)
        else run.setProps(wanted.look)
      }
      // Perhaps these are better ones.
      if (!isSame && strikes > 0 && !isWanted(starting) && attempts.take()) {
        strikes = Math.min(strikes, strikesMax - 1)
        clearTimeout(timers.retry)
        retry()
      }
      tell()
    },
    setInstance(next) {
      instance = next
      visible?.setInstance(next)
      starting?.setInstance(next)
    },
    hold(next) {
      if (next === isHeld) return
      isHeld = next
      visible?.hold(isHeld)
    },
    clear() {
      for (const name of ['retry', 'calm', 'proven', 'forgiven'] as const) clearTimeout(timers[name])
      timers.proven = 0
      closeBoth()
      wanted = null
      isHeld = false
      error = null
      forgive()
      told = ''
    },
  }
}

const newAttempts = () => createTokenBucket({ burst: 3, everyMs: 120_000 })
