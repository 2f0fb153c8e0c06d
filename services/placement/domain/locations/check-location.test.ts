import { describe, expect, it } from 'vitest'
import { checkLocation } from './check-location.ts'

describe('checkLocation', () => {
  it('keeps what fits, tidied', () => {
    expect(checkLocation({ id: 'pt-lisboa', name: ' Lisboa ', geo: { lat: 38.7, lng: -9.1 } })).toEqual({
      ok: true,
      value: { id: 'pt-lisboa', name: 'Lisboa', geo: { lat: 38.7, lng: -9.1 }, timezone: null, parentId: null },
    })
  })

  it('reports every problem at once, each with its JSON pointer', () => {
    const checked = checkLocation({ id: 'Lisboa', name: ' ', geo: { lat: 0, lng: 181 }, timezone: 'x', parentId: '' })
    const pointers = checked.ok ? [] : checked.problems.map((problem) => problem.pointer)
    expect(pointers).toEqual(['/id', '/name', '/geo/lng', '/timezone', '/parentId'])
  })
})
