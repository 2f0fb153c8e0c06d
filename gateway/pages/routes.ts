import type { FastifyInstance, FastifyReply } from 'fastify'
import { AppError } from '../../kit/errors/app-error.ts'
import { matchesId } from '../../kit/pure/ids/id-format.ts'
import type { AppName, Assets } from './assets.ts'
import { renderDashboardPage } from './dashboard-page.ts'
import { renderFramePage } from './frame-page.ts'
import { hydrationOf } from './hydration.ts'
import { renderLivePage } from './live-page.ts'
import type { PresentState } from './present-state.ts'
import { pagePolicy } from './security-headers.ts'
import { ownMember } from '../../kit/pure/json/json.ts'

export type PagesOptions = {
  assets: Assets
  /** Source of a published component by its SHA-256 in hex. */
  bundle: (hash: string) => Promise<string | null>
  /** What screens are served with. Without it they get it through their feeds alone. */
  present?: PresentState
}

const immutable = 'public, max-age=31536000, immutable'
const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}
const html = 'text/html; charset=utf-8'

/** Adds the pages that people and screens open, and the files that these need. */
export function registerPages(app: FastifyInstance, { assets, bundle, present }: PagesOptions): void {
  /** `?shell` asks for the page alone, without state: what browsers keep for a start without network must not grow old. */
  app.get<{ Params: { id: string }; Querystring: { shell?: string } }>(
    '/live/:id',
    async ({ params: { id }, query, host }, reply) => {
      if (!matchesId('inst', 8, id)) missing('There is no such screen.')
      const [scriptUrl, styleUrl, frame, resolved] = await Promise.all([
        assets.url('screen', 'page.js'),
        assets.url('screen', 'page.css'),
        assets.source('screen', 'frame.js'),
        query.shell === undefined && present ? present(id) : null,
      ])
      if (!scriptUrl || !styleUrl || !frame) notBuilt()
      const hydration = hydrationOf(resolved)
      return reply
        .headers({
          // A state is of its moment: neither the browser nor anybody on the way keeps it.
          'cache-control': hydration ? 'no-store' : 'no-cache',
          // The frame may be led nowhere but here: opening an address is a way to tell something to a stranger.
          'content-security-policy': pagePolicy(host, { 'frame-src': "'self'", 'worker-src': "'self'" }),
        })
        .type(html)
        .send(renderLivePage({ instanceId: id, scriptUrl, styleUrl, frameUrl: '/live/frame', hydration }))
    },
  )

  app.get('/live/frame', async (_request, reply) => {
    const script = await assets.source('screen', 'frame.js')
    if (!script) notBuilt()
    const { body, policy } = renderFramePage(script)
    return reply.headers({ 'cache-control': 'no-cache', 'content-security-policy': policy }).type(html).send(body)
  })

  app.get('/live/sw.js', async ({ host }, reply) => {
    const script = await assets.source('screen', 'service-worker.js')
    if (!script) missing('There is no service worker.')
    // Its own policy decides what the worker may fetch, not the page's: it reads pages and assets of this origin.
    return reply
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': pagePolicy(host) })
      .type(types.js!)
      .send(script)
  })

  app.get<{ Params: { hash: string } }>('/bundles/:hash.js', async ({ params: { hash } }, reply) => {
    const source = /^[0-9a-f]{64}$/.test(hash) ? await bundle(hash) : null
    if (source === null) missing('There is no such bundle.')
    return reply
      .headers({
        'cache-control': immutable,
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      })
      .type(types.js!)
      .send(source)
  })

  app.get<{ Params: { app: string; name: string } }>(
    '/assets/:app/:name',
    async ({ params: { app: name, name: file } }, reply) => {
      const content = isApp(name) ? await assets.file(name, file) : null
      const type = ownMember(types, file.slice(file.lastIndexOf('.') + 1))
      if (!content || !type) missing('There is no such file.')
      return reply.headers({ 'cache-control': immutable }).type(type).send(content)
    },
  )

  registerDashboard(app, assets)
}

/** Every state of the dashboard has an address of its own, and all of them the same page. */
function registerDashboard(app: FastifyInstance, assets: Assets): void {
  const dashboard = async ({ host }: { host: string }, reply: FastifyReply) => {
    const [scriptUrl, styleUrl] = await Promise.all([
      assets.url('dashboard', 'main.js'),
      assets.url('dashboard', 'main.css'),
    ])
    if (!scriptUrl || !styleUrl) notBuilt()
    return reply
      .headers({
        'cache-control': 'no-cache',
        // What a screen shows is a frame of the page.
        'content-security-policy': pagePolicy(host, { 'frame-src': "'self'" }),
      })
      .type(html)
      .send(renderDashboardPage({ scriptUrl, styleUrl }))
  }
  app.get('/dashboard', dashboard)
  app.get('/dashboard/*', dashboard)
}

function isApp(name: string): name is AppName {
  return name === 'screen' || name === 'dashboard'
}

function missing(text: string): never {
  throw new AppError('NOT_FOUND', { public: text })
}

function notBuilt(): never {
  throw new AppError('UNAVAILABLE', { public: 'The pages have not been built yet: npm run build.' })
}
