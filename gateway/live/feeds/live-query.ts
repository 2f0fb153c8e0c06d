import { SET_FEED } from '../../../schema/events.ts'
import { OpenQueries } from '../live-query/open-queries.ts'
import { QueryGroup } from '../live-query/query-group.ts'
import type { SetEvent } from '../live-query/set-event.ts'
import type { Plan } from '../rendering/plan.ts'
import type { FeedContext, FeedDefinition, Feeds } from './definition.ts'
import { observedIn } from './observation.ts'
import type { Observes } from './observed-screens.ts'
import { zoneChanged } from './zone.ts'

/** What follows many instances at once, over one set of live queries. */
export function liveQueryFeeds(context: FeedContext): Feeds {
  const queries = new OpenQueries(context)
  return { definitions: [instancesChanged(queries), zoneChanged(queries, context.limits)], followed: queries }
}

/** `instancesChanged`: all instances that match a filter. */
const instancesChanged = (queries: OpenQueries): FeedDefinition => ({
  field: 'instancesChanged',
  cursorKind: SET_FEED,
  open({ plan, args, viewer, renderer, format, onEmpty }) {
    const filter = args['filter'] ?? {}
    const { feed, release } = queries.open({ viewer, filter, observes: observesOf(plan, filter) })
    return new QueryGroup({
      ...{ feed, format, renderer: renderer<SetEvent>(({ state }) => state?.id ?? null) },
      onEmpty: () => {
        onEmpty()
        release()
      },
    })
  },
})

function observesOf(plan: Plan, filter: unknown): Observes {
  const asked = observedIn(plan)
  const { presence = null } = filter as { presence?: unknown }
  return {
    inFilter: presence !== null,
    presence: asked.has('presence') || asked.has('health'),
    shownRevision: asked.has('shownRevision') || asked.has('displays'),
    problems: asked.has('conditions') || asked.has('health') || asked.has('displays'),
  }
}
