import { describe, expect, it } from 'vitest'
import { inspectBundle } from './bundle.ts'

describe('inspectBundle', () => {
  it.each([
    'export function mount(host, element) {}',
    'export async function mount() {}',
    'export const version = 1, mount = () => {}',
    'function start() {}\nexport { start as mount }',
    "export { mount } from './elsewhere.js'",
    'export class mount {}',
  ])('takes %j', (source) => {
    expect(inspectBundle(source)).toEqual({ ok: true, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('names a bundle by the SHA-256 of its UTF-8 text', () => {
    expect(inspectBundle('export const mount=1')).toEqual({
      ok: true,
      hash: '1e8e5fe22bd4d496303b532002c632a2abf6eaec391d9315c3b790a5734226bf',
    })
  })

  it.each([
    ['export function mount( {', 'is not an ES module'],
    ['module.exports = { mount() {} }', "must export a function named 'mount'"],
    ['export default function mount() {}', "must export a function named 'mount'"],
    ["export * from './mount.js'", "must export a function named 'mount'"],
    ['// export function mount() {}', "must export a function named 'mount'"],
    ['', "must export a function named 'mount'"],
    ['export function mount() {}\0', 'characters'],
    ['export function mount() { return "\ud800" }', 'characters'],
    [`export const mount = ${'['.repeat(50_000)}`, 'is not an ES module'],
  ])('refuses %.40j', (source, problem) => {
    expect(inspectBundle(source)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(problem),
    })
  })
})
