import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../kit/http/create-app.ts'
import { defaultLimits } from '../../kit/limits.ts'
import { createLogger } from '../../kit/log.ts'
import { createAssets } from './assets.ts'
import { resolvedOf } from '../../schema/resolved-keys.ts'
import { blankState } from '../live/testing/test-log.ts'
import { registerPages } from './routes.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'marquee-pages-'))
const component = 'export const mount = () => {}'
const hash = createHash('sha256').update(component).digest('hex')
const shown = new Map([
  ['inst-pub00000', 'PUBLIC'],
  ['inst-pri00000', 'PRIVATE'],
])
const shownState = {
  name: '</title><script>alert(1)</script>',
  effectiveProps: { text: '</script><script>alert(2)</script>' },
}
let app: FastifyInstance

function built(name: string, files: Record<string, string>): void {
  mkdirSync(path.join(folder, name), { recursive: true })
  const manifest: Record<string, string> = {}
  for (const [entry, content] of Object.entries(files)) {
    manifest[entry] = entry.replace('.', '-ABCDEFGH.')
    writeFileSync(path.join(folder, name, manifest[entry]), content)
  }
  writeFileSync(path.join(folder, name, 'manifest.json'), JSON.stringify(manifest))
}

beforeAll(() => {
  app = createApp({ log: createLogger({ level: 'silent', name: 'test' }), service: 'gateway', limits: defaultLimits })
  registerPages(app, {
    assets: createAssets(folder),
    bundle: (wanted) => Promise.resolve(wanted === hash ? component : null),
    present: (id) =>
      Promise.resolve(
        shown.has(id)
          ? resolvedOf(blankState(id, shownState), {
              epoch: 'e1',
              isPublic: shown.get(id) === 'PUBLIC',
              placement: null,
            })
          : null,
      ),
  })
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const get = (url: string, host = 'marquee.test:4000') => app.inject({ url, headers: { host } })

describe('the pages', () => {
  it('say what to do as long as nothing is built, and appear once it is', async () => {
    for (const url of ['/live/inst-abcd0123', '/live/frame', '/dashboard']) {
      expect(await get(url)).toMatchObject({ statusCode: 503 })
    }
    built('screen', {
      'page.js': 'page()',
      'page.css': 'body{}',
      'frame.js': 'frame("</script>")',
      'service-worker.js': 'worker()',
    })
    built('dashboard', { 'main.js': 'main()', 'main.css': 'body{}' })
    for (const url of ['/live/inst-abcd0123', '/live/frame', '/dashboard'])
      expect(await get(url)).toMatchObject({ statusCode: 200 })
  })

  it('give a screen its shell under a policy that lets in nothing but this server', async () => {
    const { body, headers } = await get('/live/inst-abcd0123')
    expect(body).toContain('data-instance-id="inst-abcd0123"')
    expect(body).toContain('src="/assets/screen/page-ABCDEFGH.js"')
    expect(body).not.toMatch(/<script(?![^>]*src=)/)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).toContain("connect-src 'self' ws://marquee.test:4000 wss://marquee.test:4000;")
    expect(policy).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    })
  })

  it('give a screen that everybody may see its state, as data that nothing executes', async () => {
    const { body, headers } = await get('/live/inst-pub00000')
    expect(body.match(/<script/g)).toHaveLength(2)
    const [, text = ''] = /<script type="application\/json" id="hydration">([^<]*)<\/script>/.exec(body) ?? []
    expect(JSON.parse(text)).toMatchObject({
      state: { revision: 1, props: shownState.effectiveProps, deleted: false },
      card: { id: 'inst-pub00000', name: shownState.name },
    })
    expect(body).toContain('<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>')
    expect(headers).toMatchObject({ 'cache-control': 'no-store' })
    expect(String(headers['content-security-policy'])).toBe(
      String((await get('/live/inst-abcd0123')).headers['content-security-policy']),
    )
  })

  it('give not a byte of state with a private screen, nor with the shell that browsers keep', async () => {
    const shell = (await get('/live/inst-abcd0123')).body.replaceAll('inst-abcd0123', 'inst-pri00000')
    expect((await get('/live/inst-pri00000')).body).toBe(shell)
    expect((await get('/live/inst-pub00000?shell')).body).toBe(shell.replaceAll('inst-pri00000', 'inst-pub00000'))
  })

  it('do not put a strange host into a policy', async () => {
    const { headers } = await get('/live/inst-abcd0123', 'x; script-src *')
    expect(headers['content-security-policy']).toContain("connect-src 'self';")
  })

  it('know no screen whose id is none', async () => {
    for (const id of ['inst-ABCD0123', 'inst-abc', 'inst-abcd01234', '%3Cscript%3E', 'inst-abcd012%22']) {
      expect(await get(`/live/${id}`)).toMatchObject({ statusCode: 404 })
    }
  })

  it('shut the frame in: opaque origin, no connections, no script but ours', async () => {
    const { body, headers } = await get('/live/frame')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain('sandbox allow-scripts;')
    expect(policy).not.toContain('allow-same-origin')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).toContain("frame-ancestors 'self'")
    const script = /<script>([\s\S]*)<\/script>/.exec(body)![1]!
    expect(script).toBe('frame("<\\/script>")')
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}' blob:`)
  })

  it('serve a bundle by its hash, for ever and to everybody', async () => {
    const answer = await get(`/bundles/${hash}.js`)
    expect(answer.body).toBe(component)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    })
    for (const other of ['0'.repeat(64), 'short', hash.toUpperCase(), '..%2f..%2fpackage']) {
      expect(await get(`/bundles/${other}.js`)).toMatchObject({ statusCode: 404 })
    }
  })

  it('serve the built files by their names, and no other file', async () => {
    expect(await get('/assets/screen/page-ABCDEFGH.js')).toMatchObject({ statusCode: 200, body: 'page()' })
    expect((await get('/assets/screen/page-ABCDEFGH.css')).headers['content-type']).toBe('text/css; charset=utf-8')
    for (const url of [
      '/assets/screen/manifest.json',
      '/assets/screen/..%2f..%2fpackage.json',
      '/assets/other/page.js',
      '/assets/screen/none.js',
    ]) {
      expect(await get(url)).toMatchObject({ statusCode: 404 })
    }
    expect(await get('/live/sw.js')).toMatchObject({ statusCode: 200, body: 'worker()' })
  })

  it('serve what was built anew below a running server', async () => {
    mkdirSync(path.join(folder, 'dashboard'), { recursive: true })
    writeFileSync(path.join(folder, 'dashboard', 'main-NEWNEWNE.js'), 'new()')
    writeFileSync(
      path.join(folder, 'dashboard', 'manifest.json'),
      JSON.stringify({ 'main.js': 'main-NEWNEWNE.js', 'main.css': 'main-ABCDEFGH.css' }),
    )
    expect(await get('/assets/dashboard/main-NEWNEWNE.js')).toMatchObject({ statusCode: 200, body: 'new()' })
    expect((await get('/dashboard')).body).toContain('/assets/dashboard/main-NEWNEWNE.js')
  })
})
