import type { TypedDocument } from '@marquee/sdk'
import * as graph from '../graph/generated.ts'
import type { Transition } from './bulk-plan.ts'

/** The mutation of each lifecycle action; what they answer is read again anyway. */
export const transitions: Record<Transition, TypedDocument<object, { input: graph.TransitionInput }>> = {
  start: graph.StartDocument,
  pause: graph.PauseDocument,
  resume: graph.ResumeDocument,
  stop: graph.StopDocument,
  archive: graph.ArchiveDocument,
}
