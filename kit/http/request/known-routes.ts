import type { FastifyInstance } from 'fastify'

/** Which methods the addresses of an app take; Fastify itself tells only of the one that was asked for. */
export class KnownRoutes {
  readonly #routes: { pattern: RegExp; methods: string[] }[] = []

  constructor(app: FastifyInstance) {
    app.addHook('onRoute', ({ url, method, config }) => {
      if (config?.isRefusal) return
      this.#routes.push({ pattern: patternOf(url), methods: [method].flat() })
    })
  }

  /** In capitals, sorted; none where nothing is served. */
  methodsOf(url: string): string[] {
    const [path = ''] = url.split('?')
    const methods = this.#routes.flatMap((route) => (route.pattern.test(path) ? route.methods : []))
    return [...new Set(methods)].sort()
  }
}

/** `/live/:id` and `/bundles/:hash.js`: a parameter is all up to the next slash. */
function patternOf(url: string): RegExp {
  const source = url
    .split(/:\w+/)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]+')
  return new RegExp(`^${source}$`)
}
