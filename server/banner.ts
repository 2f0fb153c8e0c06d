import type { DemoResult } from '../demo/load.ts'
import type { Started } from './start.ts'

/** What the console says once everything runs: where to look, and one command that moves a screen. */
export function banner({ url, admin }: Started, demo: DemoResult | null): string {
  const lines = [
    '',
    '  Marquee is running.',
    '',
    `  GraphQL     ${url}/graphql    (GraphiQL in a browser)`,
    `  Dashboard   ${url}/dashboard`,
    ...(demo ? [`  A screen    ${url}/live/${demo.featuredId}`] : []),
    `  Admin key   ${keyLine(admin)}`,
    '',
    ...(demo
      ? [
          '  Change what the screen shows, while you look at it:',
          '',
          ...curl(url, demo.featuredId, keyInShell(admin)),
          '',
        ]
      : []),
    '  Ctrl-C stops everything.',
    '',
  ]
  return `${lines.join('\n')}\n`
}

function keyLine({ key, path, created }: Started['admin']): string {
  if (path === null) return 'the one in MARQUEE_ADMIN_KEY'
  // Shown once, when it is made; afterwards its file is the place to look.
  return created ? `${key}    (kept in ${path})` : `kept in ${path}`
}

const keyInShell = ({ path }: Started['admin']) =>
  path === null ? '${MARQUEE_ADMIN_KEY%%,*}' : `$(cat '${path.replaceAll("'", "'\\''")}')`

function curl(url: string, id: string, key: string): string[] {
  const query = 'mutation($i: PatchPropsInput!) { patchProps(input: $i) { revision } }'
  const body = JSON.stringify({
    query,
    variables: { i: { id, patch: { alert: { level: 'warning', message: 'Line 42 runs late today' } } } },
  })
  return [
    `  curl ${url}/graphql -H "authorization: Bearer ${key}" -H 'content-type: application/json' \\`,
    `    -d '${body}'`,
  ]
}
