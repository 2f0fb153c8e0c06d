import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../kit/errors/app-error.ts'
import { sha256Hex } from '../../kit/pure/ids/hash.ts'
import { pagePolicy } from '../pages/security-headers.ts'

type File = { type: string; content: Buffer }
type Page = { html: string; etag: string; files: ReadonlyMap<string, File> }

const folder = '/assets/graphiql'
let built: Promise<Page> | undefined

/** The query editor, which works without network. Its 9 MB are read when somebody asks for them. */
const page = (): Promise<Page> =>
  (built ??= import('@graphql-yoga/render-graphiql').then(({ renderGraphiQL }) =>
    split(
      String(
        renderGraphiQL({
          title: 'Marquee',
          endpoint: '/graphql',
          subscriptionsProtocol: 'WS',
          defaultQuery: welcomeQuery,
        } as never),
      ),
    ),
  ))

/**
 * The library writes one page with everything inline. Style and script become files named after their content, which
 * browsers keep for ever and whose origin a policy can name.
 */
function split(whole: string): Page {
  const [style, script] = [
    between(whole, '<style>', '</style>', 'first'),
    between(whole, '<script>', '</script>', 'last'),
  ]
  const files = new Map<string, File>([
    [
      `${sha256Hex(style.inner).slice(0, 16)}.css`,
      { type: 'text/css; charset=utf-8', content: Buffer.from(style.inner) },
    ],
    [
      `${sha256Hex(script.inner).slice(0, 16)}.js`,
      { type: 'text/javascript; charset=utf-8', content: Buffer.from(script.inner) },
    ],
  ])
  const [css, js] = [...files.keys()] as [string, string]
  const html =
    whole.slice(0, style.start).replace(/<link rel="icon"[^>]*>/, '<link rel="icon" href="data:,">') +
    `<link rel="stylesheet" href="${folder}/${css}">${whole.slice(style.end, script.start)}<script src="${folder}/${js}"></script>${whole.slice(script.end)}`
  return { html, etag: `"${sha256Hex(html).slice(0, 32)}"`, files }
}

function between(
  text: string,
  open: string,
  close: string,
  which: 'first' | 'last',
): { inner: string; start: number; end: number } {
  const start = text.indexOf(open)
  const end = which === 'first' ? text.indexOf(close, start) : text.lastIndexOf(close)
  if (start === -1 || end < start) throw new Error(`GraphiQL has no ${open}`)
  return { inner: text.slice(start + open.length, end), start, end: end + close.length }
}

/** The page, for a browser that opens /graphql. */
export async function sendGraphiql(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { html, etag } = await page()
  void reply.headers({
    etag,
    'cache-control': 'no-cache',
    'content-security-policy': pagePolicy(request.host, {
      // Its editor writes styles into the page, and runs its language service in workers made of blobs.
      'style-src': "'self' 'unsafe-inline'",
      'font-src': "'self' data:",
      'worker-src': 'blob:',
    }),
  })
  if (request.headers['if-none-match'] === etag) return reply.status(304).send()
  return reply.type('text/html; charset=utf-8').send(html)
}

/** The files that the page needs. */
export function registerGraphiqlFiles(app: FastifyInstance): void {
  app.get<{ Params: { name: string } }>(`${folder}/:name`, async ({ params: { name } }, reply) => {
    const file = (await page()).files.get(name)
    if (!file) throw new AppError('NOT_FOUND', { public: 'There is no such file.' })
    return reply.header('cache-control', 'public, max-age=31536000, immutable').type(file.type).send(file.content)
  })
}

const welcomeQuery = `# Reading what is PUBLIC needs no key. To write, add a header below:
# { "authorization": "Bearer <admin key>" }
query NearestScreens {
  nearby(lat: 35.68, lng: 139.76, first: 5) {
    distanceMeters
    instance {
      id
      name
      revision
      url
      definition { title latestVersion { version } }
      placement { geo { lat lng } timezone tags }
    }
  }
}

# Follow one of them live, then change it:
subscription Follow($id: ID!) {
  displayChanged(instanceId: $id) { type revision patch effectiveProps }
}
`
