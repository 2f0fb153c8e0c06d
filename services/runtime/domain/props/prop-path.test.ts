import { describe, expect, it } from 'vitest'
import { overlap, pathProblem, stepsBelow, valueProblem } from './prop-path.ts'

describe('a path into props', () => {
  it.each(['/alert', '/alert/message', '/items/0/title', '/a~1b/~0', '/', '/ü'])('takes %j', (path) => {
    expect(pathProblem(path)).toBeNull()
  })

  it.each([
    '',
    'alert',
    '#/alert',
    '/a~2',
    '/a~',
    '/__proto__/x',
    '/a/constructor',
    `/${'a'.repeat(500)}`,
    '/a'.repeat(33),
    '/a\0',
    '/\ud800',
  ])('refuses %j with a reason', (path) => {
    expect(pathProblem(path)).toEqual(expect.any(String))
  })

  it('tells what stands at or below another', () => {
    expect(stepsBelow('/alert', '/alert/message')).toEqual(['message'])
    expect(stepsBelow('/alert', '/alert')).toEqual([])
    expect(stepsBelow('/alert', '/alerts')).toBeNull()
    expect(overlap('/alert/message', '/alert')).toBe(true)
    expect(overlap('/alert/message', '/alert/level')).toBe(false)
  })

  it('refuses null and what is nested too deeply as a value', () => {
    expect(valueProblem(null)).not.toBeNull()
    expect(valueProblem(JSON.parse(`${'['.repeat(33)}${']'.repeat(33)}`))).not.toBeNull()
    expect(valueProblem({ text: 'Late', since: null })).toBeNull()
  })
})
