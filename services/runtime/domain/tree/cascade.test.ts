import type { Lifecycle } from '../../../../schema/enums.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InstanceState } from '../../../../schema/events.ts'
import { followers } from './cascade.ts'
import { decideLifecycle } from '../lifecycle/lifecycle-commands.ts'
import { factsWithoutDefinition } from '../state/instance-facts.ts'
import { everyMove, lifecycleEvents, moves, type LifecycleEvent } from '../lifecycle/lifecycle.ts'

const facts = factsWithoutDefinition(1000)
const now = '2026-01-01T00:00:00.000Z'

/** A tree as the engine keeps it, with what the rules look at and nothing else. */
class Tree {
  readonly nodes = new Map<string, InstanceState>()
  readonly moves: [Lifecycle, Lifecycle][] = []

  constructor(parents: readonly (number | null)[]) {
    parents.forEach((parent, index) => {
      const node = {
        id: `n${index}`,
        parentId: parent === null ? null : `n${parent}`,
        lifecycle: 'CREATED',
        desiredLifecycle: 'CREATED',
        pausedByAncestorId: null,
        resolvedVersionId: null,
        conditions: [] as InstanceState['conditions'],
      }
      this.nodes.set(node.id, node as InstanceState)
    })
  }

  get(id: string): InstanceState {
    return this.nodes.get(id) as InstanceState
  }

  above(id: string): InstanceState[] {
    const { parentId } = this.get(id)
    return parentId === null ? [] : [this.get(parentId), ...this.above(parentId)]
  }

  below(id: string): InstanceState[] {
    return [...this.nodes.values()].filter((node) => this.above(node.id).some((other) => other.id === id))
  }

  /** False where it is refused; then nothing has changed. */
  tell(id: string, event: LifecycleEvent): boolean {
    const root = this.get(id)
    const pausedAncestorId = this.above(id).find(({ lifecycle }) => lifecycle === 'PAUSED')?.id ?? null
    const followed = followers(root, event, this.below(id), () => everyMove)
    if (!this.#step(root, event, { inheritedFrom: null, pausedAncestorId, isWish: true })) return false
    for (const { state, events } of followed) {
      for (const each of events)
        expect(this.#step(this.get(state.id), each, { inheritedFrom: id, pausedAncestorId: null, isWish: false })).toBe(
          true,
        )
    }
    return true
  }

  #step(
    state: InstanceState,
    event: LifecycleEvent,
    how: { inheritedFrom: string | null; pausedAncestorId: string | null; isWish: boolean },
  ): boolean {
    const decision = decideLifecycle(state, { type: 'TRANSITION', event, now, ...how }, facts)
    if (!decision.ok) return false
    this.nodes.set(state.id, decision.next)
    if (decision.next.lifecycle !== state.lifecycle)
      this.moves.push([state.lifecycle as Lifecycle, decision.next.lifecycle as Lifecycle])
    return true
  }

  show(): string[] {
    return [...this.nodes.values()].map(
      ({ lifecycle, pausedByAncestorId }) => lifecycle + (pausedByAncestorId ? `<${pausedByAncestorId}` : ''),
    )
  }
}

const active = (parents: (number | null)[]) => {
  const tree = new Tree(parents)
  for (const id of tree.nodes.keys()) tree.tell(id, 'START')
  return tree
}

describe('a cascade (S3-50, R12)', () => {
  it('pauses what is active below, remembers whose pause it is, and wakes only those', () => {
    const tree = active([null, 0, 1])
    tree.tell('n1', 'PAUSE')
    tree.tell('n0', 'PAUSE')
    expect(tree.show()).toEqual(['PAUSED', 'PAUSED', 'PAUSED<n1'])
    tree.tell('n0', 'RESUME')
    expect(tree.show()).toEqual(['ACTIVE', 'PAUSED', 'PAUSED<n1'])
    tree.tell('n1', 'RESUME')
    expect(tree.show()).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE'])
  })

  it('a pause that was inherited can be made its own: the ancestor then wakes neither it nor what is below it', () => {
    const tree = active([null, 0, 1])
    tree.tell('n0', 'PAUSE')
    expect(tree.tell('n1', 'RESUME')).toBe(false)
    expect(tree.tell('n1', 'PAUSE')).toBe(true)
    tree.tell('n0', 'RESUME')
    expect(tree.show()).toEqual(['ACTIVE', 'PAUSED', 'PAUSED<n1'])
  })

  it('nothing starts or resumes below one that is paused', () => {
    const tree = new Tree([null, 0])
    tree.tell('n0', 'START')
    tree.tell('n0', 'PAUSE')
    expect(tree.tell('n1', 'START')).toBe(false)
    tree.tell('n0', 'RESUME')
    expect(tree.tell('n1', 'START')).toBe(true)
  })

  it('stops what runs, leaves what never started, and archives everything along allowed moves', () => {
    const tree = new Tree([null, 0, 0, 0])
    for (const id of ['n0', 'n1', 'n2']) tree.tell(id, 'START')
    tree.tell('n2', 'PAUSE')
    tree.tell('n0', 'STOP')
    expect(tree.show()).toEqual(['STOPPED', 'STOPPED', 'STOPPED', 'CREATED'])
    tree.tell('n0', 'ARCHIVE')
    expect(tree.show()).toEqual(['ARCHIVED', 'ARCHIVED', 'ARCHIVED', 'ARCHIVED'])
  })

  it('keeps its promises in any tree after any sequence of events', () => {
    const anyTree = fc
      .integer({ min: 1, max: 12 })
      .chain((size) =>
        fc.tuple(
          ...Array.from({ length: size }, (_, index) =>
            index === 0 ? fc.constant(null) : fc.option(fc.nat(index - 1), { freq: 8 }),
          ),
        ),
      )
    const anySteps = fc.array(
      fc.tuple(fc.nat(11), fc.constantFrom(...lifecycleEvents, 'START', 'PAUSE', 'RESUME' as const)),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(anyTree, anySteps, (parents, steps) => {
        const tree = new Tree(parents)
        for (const [index, event] of steps) {
          const id = `n${index % parents.length}`
          const before = tree.get(id).lifecycle as Lifecycle
          const moved = tree.tell(id, event)
          if (moved && event === 'ARCHIVE')
            expect(tree.below(id).every(({ lifecycle }) => lifecycle === 'ARCHIVED')).toBe(true)
          if (moved && event === 'STOP')
            expect(tree.below(id).some(({ lifecycle }) => lifecycle === 'ACTIVE' || lifecycle === 'PAUSED')).toBe(false)
          if (moved && before !== tree.get(id).lifecycle) expect(moves[before][event]).toBe(tree.get(id).lifecycle)
          for (const node of tree.nodes.values()) {
            if (node.pausedByAncestorId !== null) {
              expect(node.lifecycle).toBe('PAUSED')
              expect(tree.above(node.id).map((other) => other.id)).toContain(node.pausedByAncestorId)
              expect(tree.get(node.pausedByAncestorId).lifecycle).toBe('PAUSED')
            }
            if (node.lifecycle === 'ACTIVE')
              expect(tree.above(node.id).filter(({ lifecycle }) => lifecycle === 'PAUSED')).toEqual([])
          }
        }
        for (const [from, to] of tree.moves) expect(Object.values(moves[from])).toContain(to)
      }),
    )
  })
})
