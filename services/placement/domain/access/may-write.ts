import { mayOperate, type Viewer } from '../../../../kit/graphql/viewer/viewer.ts'

/** Null where the viewer may write, else why not: nobody knows who asks, or they may only look. */
export function writeRefusal(viewer: Viewer): 'UNAUTHENTICATED' | 'FORBIDDEN' | null {
  if (mayOperate(viewer)) return null
  return viewer.principalId === null ? 'UNAUTHENTICATED' : 'FORBIDDEN'
}
