import type { ComponentFrame } from '../frame/component-frame.ts'
import type { Props, ShownInstance } from '../frame/messages.ts'
import type { Look } from './last-good.ts'

const throwsWithinMs = 60_000

/** One component in one frame: what it was told, what it has painted, and how often it threw. */
export class ComponentRun {
  readonly bundleUrl: string
  /** The look that it shows; null before it has painted anything. */
  shown: Look | null = null
  /** The fallback stands in its place. */
  isBroken = false
  readonly #frame: ComponentFrame
  #turn = 0
  /** Told and not painted, by turn. */
  #told = new Map<number, Look>()
  #throws: number[] = []

  constructor(bundleUrl: string, frame: ComponentFrame) {
    this.bundleUrl = bundleUrl
    this.#frame = frame
  }

  start(source: string, look: Look, instance: ShownInstance): void {
    this.#frame.tell({ type: 'show', turn: this.#next(look), source, props: look.props, instance })
  }

  setProps(look: Look): void {
    this.#frame.tell({ type: 'props', turn: this.#next(look), props: look.props })
  }

  setInstance(instance: ShownInstance): void {
    this.#frame.tell({ type: 'instance', instance })
  }

  hold(isHeld: boolean): void {
    this.#frame.tell({ type: 'hold', isHeld })
  }

  /** The same picture is what a later revision asks for. */
  standsFor(props: Props, revision: number): void {
    if (this.shown?.props === props) this.shown = { ...this.shown, revision }
    for (const [turn, look] of this.#told) if (look.props === props) this.#told.set(turn, { ...look, revision })
  }

  get isConnected(): boolean {
    return this.#frame.isConnected
  }

  /** A frame with this turn was painted. False for turns that it was not told, or has painted already. */
  painted(turn: number): boolean {
    const look = this.#told.get(turn)
    if (!look) return false
    for (const told of this.#told.keys()) if (told <= turn) this.#told.delete(told)
    this.shown = look
    this.isBroken = false
    return true
  }

  /** How often it threw within the last minute, this one counted. */
  threw(at: number): number {
    this.#throws = [...this.#throws.filter((before) => before > at - throwsWithinMs), at]
    return this.#throws.length
  }

  bringToFront(): void {
    this.#frame.bringToFront()
  }

  close(): void {
    this.#frame.close()
  }

  #next(look: Look): number {
    this.#turn += 1
    this.#told.set(this.#turn, look)
    return this.#turn
  }
}
