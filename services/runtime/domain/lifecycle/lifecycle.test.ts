import type { Lifecycle } from '../../../../schema/enums.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allowedEvents,
  everyMove,
  lifecycleEvents,
  lifecycles,
  moves,
  pathTo,
  reachable,
  readLifecycleTemplate,
} from './lifecycle.ts'

const sixMoves = [
  'CREATED>ACTIVE',
  'ACTIVE>PAUSED',
  'ACTIVE>STOPPED',
  'PAUSED>ACTIVE',
  'PAUSED>STOPPED',
  'STOPPED>ARCHIVED',
]
const pairs = lifecycles.flatMap((from) => lifecycles.map((to) => `${from}>${to}`))
const cells = lifecycles.flatMap((from) => lifecycleEvents.map((event) => ({ from, event, to: moves[from][event] })))
const anyForbidden = fc.uniqueArray(fc.constantFrom(...lifecycleEvents))

describe('the lifecycle (S3-02, S3-11)', () => {
  it.each(pairs)('%s is one move exactly where the model has it', (pair) => {
    const ways = cells.filter(({ from, to }) => `${from}>${to}` === pair)
    expect(ways).toHaveLength(sixMoves.includes(pair) ? 1 : 0)
  })

  it('has an answer for every state and event, and ARCHIVED is the end', () => {
    expect(cells).toHaveLength(25)
    expect(
      cells
        .filter(({ to }) => to !== null)
        .map(({ from, to }) => `${from}>${to ?? ''}`)
        .sort(),
    ).toEqual([...sixMoves].sort())
    expect(allowedEvents('ARCHIVED', everyMove)).toEqual([])
  })

  it('finds the shortest way along allowed moves, and none back (S2-17)', () => {
    expect(pathTo('CREATED', 'ARCHIVED', everyMove)).toEqual(['START', 'STOP', 'ARCHIVE'])
    expect(pathTo('PAUSED', 'ARCHIVED', everyMove)).toEqual(['STOP', 'ARCHIVE'])
    expect(pathTo('CREATED', 'PAUSED', everyMove)).toEqual(['START', 'PAUSE'])
    expect(pathTo('STOPPED', 'STOPPED', everyMove)).toEqual([])
    expect(pathTo('STOPPED', 'ACTIVE', everyMove)).toBeNull()
    expect(reachable('STOPPED', everyMove)).toEqual(['STOPPED', 'ARCHIVED'])
  })
})

describe('a lifecycle template (S2-06, S2-14)', () => {
  it('can only take moves away, whatever it says', () => {
    fc.assert(
      fc.property(anyForbidden, fc.constantFrom(...lifecycles), (forbid, from) => {
        const allowed = allowedEvents(from, readLifecycleTemplate({ forbid }))
        expect(allowed).toEqual(allowedEvents(from, everyMove).filter((event) => !forbid.includes(event)))
      }),
    )
  })

  it('bends the way around what it forbids, or closes it', () => {
    const rules = readLifecycleTemplate({ forbid: ['PAUSE'] })
    expect(reachable('CREATED', rules)).toEqual(['CREATED', 'ACTIVE', 'STOPPED', 'ARCHIVED'])
    expect(pathTo('ACTIVE', 'PAUSED', rules)).toBeNull()
  })

  it.each([
    [{ forbid: 'PAUSE' }, '/forbid'],
    [{ forbid: ['PAUSE', 'FLY'] }, '/forbid/1'],
    [{ transitions: [{ from: 'STOPPED', to: 'ACTIVE' }] }, '/transitions'],
    [{ forbid: [null] }, '/forbid/0'],
  ])('of another shape is refused at its place: %j', (template, pointer) => {
    const rules = readLifecycleTemplate(template)
    expect(rules).toMatchObject({ ok: false, problems: [{ pointer }] })
    expect(lifecycles.flatMap((from: Lifecycle) => allowedEvents(from, rules))).toEqual([])
  })
})
