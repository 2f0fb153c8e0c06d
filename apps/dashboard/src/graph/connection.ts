import { createStore } from './store.ts'

/*
 * Whether the server can be reached, said once for the whole page. Feeds and reads name themselves while they are cut
 * off; the page is offline while one of them is.
 */

const cutOff = new Set<object>()

export const offline = createStore(false)

export function setCutOff(who: object, isCutOff: boolean): void {
  if (isCutOff) cutOff.add(who)
  else cutOff.delete(who)
  offline.set(cutOff.size > 0)
}

/** The server has refused the key that it took before: it has ended, or was revoked. */
export const sessionEnded = createStore(false)
