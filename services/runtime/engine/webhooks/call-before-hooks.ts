import { AppError } from '../../../../kit/errors/app-error.ts'
import { hookBody, judgeHook, type BeforeHook, type Move, type MoveCause } from '../../domain/lifecycle/hooks.ts'
import type { LifecycleEvent } from '../../domain/lifecycle/lifecycle.ts'
import { postSigned, type PostDeps } from './post-signed.ts'

/** `allowed`: what it could be told instead. */
export type HookQuestion = { move: Move; hook: BeforeHook; allowed: LifecycleEvent[] }

/** Asks the before hooks of moves that are about to be made. Throws INVALID_TRANSITION with the first that says no. */
export type CallBeforeHooks = (questions: readonly HookQuestion[], cause: MoveCause) => Promise<void>

const concurrent = 8
/** For all hooks of one move: somebody waits for its answer. */
const totalMs = 60_000

/**
 * A hook may be asked and the move then not be made (another hook refuses, somebody else was faster), and may be asked
 * again: what it does for a move it does for the instance and the event, however often it is asked. Signed with the
 * secret of the definition.
 */
export function createBeforeHooks(deps: PostDeps): CallBeforeHooks {
  return async (questions, cause) => {
    const queue = [...questions]
    const until = Date.now() + totalMs
    const refusals: AppError[] = []
    const lane = async () => {
      for (let question = queue.shift(); question && refusals.length === 0; question = queue.shift()) {
        const refusal = await ask(deps, question, cause, until - Date.now())
        if (refusal) refusals.push(refusal)
      }
    }
    await Promise.all(Array.from({ length: Math.min(concurrent, questions.length) }, lane))
    const [first] = refusals
    if (first) throw first
  }
}

async function ask(
  deps: PostDeps,
  { move, hook, allowed }: HookQuestion,
  cause: MoveCause,
  leftMs: number,
): Promise<AppError | null> {
  const { state, event, from, to } = move
  const answer =
    leftMs <= 0
      ? { error: `was not asked: all hooks of a move have ${totalMs / 1000} seconds` }
      : await postSigned(deps, {
          signerId: state.definitionId ?? state.id,
          url: hook.url,
          messageId: `${cause.changeId}-${state.id}-${event}`,
          body: hookBody('before', move, cause, new Date().toISOString()),
          timeoutMs: Math.min(leftMs, hook.timeoutSeconds * 1000),
        })
  const reason = judgeHook(hook, answer)
  if (reason === null) return null
  return new AppError('INVALID_TRANSITION', {
    public: `${state.id} cannot be told to ${event}: ${reason}.`.replace(/[.!?]\.$/, '.'),
    details: {
      instanceId: state.id,
      from,
      event,
      to,
      allowed,
      hook: { time: 'before', reason, status: 'status' in answer ? answer.status : null },
    },
  })
}
