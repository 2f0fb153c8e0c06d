import type { InstanceState } from '../../../../schema/events.ts'

const at = '2026-01-01T00:00:00.000Z'

/** An instance as tests need one, with what matters to them. */
export function aState(part: Partial<InstanceState> = {}): InstanceState {
  return {
    ...{
      id: 'inst-0000000a',
      tenantId: 't1',
      kind: 'DISPLAY',
      persistence: 'PERSISTENT',
      tier: 'TIMED',
      scope: 'PROJECT',
      projectId: 'proj-1',
    },
    ...{
      definitionId: 'def-1',
      definitionTypeKey: 'sign',
      resolvedVersionId: 'defv-1',
      bundleUrl: null,
      upgradeStrategy: 'PIN',
      maxVersion: null,
      runtime: 'EDGE',
      displayKeyHash: null,
    },
    ...{
      name: null,
      ownerId: 'p1',
      visibility: 'PUBLIC',
      parentId: null,
      lifecycle: 'CREATED',
      desiredLifecycle: 'CREATED',
    },
    ...{
      pausedByAncestorId: null,
      readiness: null,
      presence: 'NEVER',
      conditions: [],
      config: {},
      metadata: {},
      props: {},
      inheritedProps: {},
    },
    ...{
      bindings: [],
      programme: null,
      overrides: [],
      locks: [],
      effectiveProps: {},
      webhooks: {},
      timeslotStart: null,
      timeslotEnd: null,
      startedAt: null,
    },
    ...{ stoppedAt: null, archivedAt: null, createdAt: at, updatedAt: at, revision: 1 },
    ...part,
  }
}
