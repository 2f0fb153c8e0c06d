import type { ScreenScript } from '../load/screen.ts'
import { authorization } from './marquee.ts'
import type { ServerProcess } from './processes.ts'

const document = `subscription ($id: ID!) {
  displayChanged(instanceId: $id) { type cursor revision at effectiveProps patch lifecycle bundleUrl } }`

/** What a screen of `%ID%` says to Marquee, which checks on subscribing and on every event what it may see. */
export const displayScript = ({ port }: ServerProcess): ScreenScript => ({
  port,
  path: '/graphql',
  subprotocol: 'graphql-transport-ws',
  init: JSON.stringify({ type: 'connection_init', payload: { authorization } }),
  subscribe: JSON.stringify({
    id: '%OPERATION%',
    type: 'subscribe',
    payload: { query: document, variables: { id: '%ID%' } },
  }),
})
