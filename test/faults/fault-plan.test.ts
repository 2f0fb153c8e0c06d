import { expect, it } from 'vitest'
import { describeFault, planBusFaults, planFaults, partNames } from './fault-plan.ts'

it('the same seed plans the same faults, another seed others', () => {
  const first = (seed: number) => planFaults(seed).take(50).map(describeFault).toArray()
  expect(first(7)).toEqual(first(7))
  expect(first(7)).not.toEqual(first(8))
})

it('eight in a row are of eight kinds, and in a long round every part is killed', () => {
  const faults = planFaults(3).take(48).toArray()
  const first = new Set(
    faults
      .slice(0, 8)
      .map((fault) =>
        fault.type.startsWith('redis')
          ? 'redis'
          : fault.type === 'link'
            ? fault.trouble.type === 'swallow'
              ? 'swallow'
              : 'link'
            : fault.type,
      ),
  )
  expect(first).toHaveLength(8)
  const killed = new Set(faults.flatMap((fault) => (fault.type === 'kill' ? [fault.part] : [])))
  expect([...killed].sort()).toEqual([...partNames].sort())
})

it('the control takes the bus away, in silence', () => {
  const faults = planBusFaults(1).take(6).toArray()
  expect(faults.every(({ type, hushed }) => hushed && (type === 'redis-kill' || type === 'link'))).toBe(true)
})
