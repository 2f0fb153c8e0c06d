/**
 * The GraphQL endpoint that an address means: ws and http are read as one another, and an address without a path is
 * that of a server, whose endpoint is /graphql.
 */
export function endpoint(url: string | URL, as: 'http' | 'ws'): string {
  const target = new URL(url)
  const secure = target.protocol === 'https:' || target.protocol === 'wss:'
  if (!secure && target.protocol !== 'http:' && target.protocol !== 'ws:') {
    throw new TypeError(`An endpoint is an http or ws address, not ${JSON.stringify(String(url))}`)
  }
  if (target.pathname === '/') target.pathname = '/graphql'
  target.hash = ''
  return target.href.replace(/^\w+:/, `${as}${secure ? 's' : ''}:`)
}
