import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { banner } from './banner.ts'

const url = 'http://127.0.0.1:4000'
const demo = { featuredId: 'inst-0000000a', created: 12 }
const shown = (admin: { key: string; path: string | null; created: boolean }, given: typeof demo | null = demo) =>
  banner({ url, admin }, given)

const folders: string[] = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

/** What curl is given when the command of the banner is pasted into a shell. */
function pasted(text: string, env: Record<string, string> = {}): string[] {
  const command = text.slice(text.indexOf('  curl'), text.indexOf('  Ctrl-C'))
  const script = `curl() { printf '%s\\n' "$@"; }\n${command}`
  return execFileSync('sh', ['-c', script], { env: { ...process.env, ...env }, encoding: 'utf8' })
    .trimEnd()
    .split('\n')
}

describe('banner', () => {
  it('says where to look', () => {
    const text = shown({ key: 'mk_key', path: '/data/admin-key', created: true })
    for (const place of [`${url}/graphql`, `${url}/dashboard`, `${url}/live/inst-0000000a`])
      expect(text).toContain(place)
  })

  it('shows the key once, when it was made, and afterwards only where it is kept', () => {
    expect(shown({ key: 'mk_key', path: '/data/admin-key', created: true })).toContain(
      'mk_key    (kept in /data/admin-key)',
    )
    expect(shown({ key: 'mk_key', path: '/data/admin-key', created: false })).not.toContain('mk_key')
    expect(shown({ key: 'mk_key', path: null, created: false })).not.toContain('mk_key')
  })

  it('shows no screen where there is no demo', () => {
    const text = shown({ key: 'mk_key', path: null, created: false }, null)
    expect(text).not.toContain('/live/')
    expect(text).not.toContain('curl')
  })

  it.each(['data', 'my data', "Anna's data", '$HOME `id` "x"'])(
    'has a command that works as pasted, with the key from a folder named %s',
    (name) => {
      const folder = mkdtempSync(path.join(tmpdir(), `marquee ${name} `))
      folders.push(folder)
      const file = path.join(folder, 'admin-key')
      writeFileSync(file, 'mk_key\n')
      const args = pasted(shown({ key: 'mk_key', path: file, created: false }))
      expect(args).toContain('authorization: Bearer mk_key')
      expect(args[0]).toBe(`${url}/graphql`)
      expect(JSON.parse(args.at(-1) as string)).toMatchObject({ variables: { i: { id: 'inst-0000000a' } } })
    },
  )

  it('has a command that takes a given key from the environment', () => {
    const args = pasted(shown({ key: 'mk_given', path: null, created: false }), { MARQUEE_ADMIN_KEY: 'mk_given' })
    expect(args).toContain('authorization: Bearer mk_given')
    const replaced = pasted(shown({ key: 'mk_new', path: null, created: false }), {
      MARQUEE_ADMIN_KEY: 'mk_new,mk_old',
    })
    expect(replaced).toContain('authorization: Bearer mk_new')
  })
})
