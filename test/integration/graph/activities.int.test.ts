import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiSdl } from '../../../schema/load.ts'
import { unique } from '../../support/graph/graph-client.ts'
import { admin, Installation } from '../../support/installation.ts'
import { bareInstance } from '../../support/bare-instance.ts'

type Json = Record<string, unknown>
/** Makes what the mutation needs, and answers its input. */
type Drive = () => Promise<Json>

const mutations = buildSchema(apiSdl()).getMutationType()?.getFields() ?? {}
const contentDir = mkdtempSync(path.join(tmpdir(), 'marquee-content-'))
const hooks = 'https://hooks.example.com/said'

let home: Installation
beforeAll(async () => {
  mkdirSync(path.join(contentDir, 'pack'))
  writeFileSync(
    path.join(contentDir, 'pack/manifest.json'),
    JSON.stringify({
      name: 'pack',
      version: '1.0.0',
      definitions: [{ typeKey: 'pack/form', kind: 'FORM', version: '1.0.0' }],
    }),
  )
  home = await Installation.start({ contentDir })
})
afterAll(async () => {
  await home.stop()
  rmSync(contentDir, { recursive: true, force: true })
})

/** Runs a mutation whose payload has these fields. */
async function run<Payload = Json>(name: string, input: Json, selection = '__typename'): Promise<Payload> {
  const type = String(mutations[name]?.args[0]?.type)
  return (
    await home.ask<Record<string, Payload>>(`mutation ($input: ${type}) { ${name}(input: $input) { ${selection} } }`, {
      input,
    })
  )[name] as Payload
}
const rows = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await home.pool.query<Row>(sql, values)).rows

const instance = async (input: Json = {}) =>
  (await run<{ instance: { id: string } }>('createInstance', { ...bareInstance, ...input }, 'instance { id }')).instance
    .id
const ownTenant = () =>
  run('grantRole', {
    principalId: admin.principalId,
    nodeType: 'TENANT',
    nodeId: '00000000-0000-0000-0000-000000000010',
    role: 'OWNER',
  })
const credential = async () => {
  await ownTenant()
  return { id: (await run<{ id: string }>('issueToken', { principalId: admin.principalId }, 'id')).id }
}
const submitted = async (input: Json = {}) => {
  const { definitionVersion } = await run<{
    definitionVersion: { id: string; definition: { id: string; typeKey: string } }
  }>(
    'submitDefinition',
    { typeKey: `acts/${unique()}`, kind: 'COMPONENT', version: '1.0.0', ...input },
    'definitionVersion { id definition { id typeKey } }',
  )
  return { versionId: definitionVersion.id, ...definitionVersion.definition }
}
const published = async (input: Json = {}) => {
  const definition = await submitted(input)
  await run('publishDefinitionVersion', { definitionVersionId: definition.versionId })
  return definition
}
const done = async (id: string, ...names: string[]) => {
  for (const name of names) await run(name, { id })
  return { id }
}
const subspace = async () => (await rows<{ id: string }>('SELECT id FROM catalogue.subspace LIMIT 1'))[0]?.id
const project = async () =>
  (
    await run<{ project: { id: string } }>(
      'createProject',
      { subspaceId: await subspace(), name: unique() },
      'project { id }',
    )
  ).project.id
const grant = () => ({ principalId: admin.principalId, nodeType: 'RESOURCE', nodeId: 'nothing', role: 'VIEWER' })
const onProject = async () => ({ ...grant(), nodeType: 'PROJECT', nodeId: await project() })

/** A dataset that a worker outside refreshes. */
const dataset = async () => {
  const { typeKey } = await published({
    kind: 'PIPELINE',
    codeRef: `outside.${unique()}`,
    flowTemplates: [{ name: 'refresh', runKind: 'PipelineRun' }],
  })
  const id = await instance({ kind: 'DATASET', definitionTypeKey: typeKey })
  await run('startInstance', { id })
  return id
}
const triggered = async (instanceId?: string) =>
  (
    await run<{ run: { id: string; flow: { codeRef: string } } }>(
      'triggerRun',
      { instanceId: instanceId ?? (await dataset()) },
      'run { id flow { codeRef } }',
    )
  ).run
const claimed = async (instanceId?: string) => {
  const { id, flow } = await triggered(instanceId)
  const { lease } = await run<{ lease: string }>('claimRun', { codeRefs: [flow.codeRef], worker: 'test' }, 'lease')
  return { id, lease }
}
const refreshed = async () => {
  const id = await dataset()
  const outputs = {
    ref: 'rows',
    rows_total: 3,
    rows_added: 3,
    last_date: '2026-01-01',
    schema: [{ name: 'price', type: 'DOUBLE' }],
  }
  await run('completeRun', { ...(await claimed(id)), outputs })
  return id
}
const experiment = async () =>
  instance({
    kind: 'EXPERIMENT',
    definitionTypeKey: 'ops/expression',
    config: { expression: 'MEAN(price, 3)', inputs: { price: {} } },
  })
const scheduled = async () => {
  const instanceId = await dataset()
  await run('setSchedule', { instanceId, expression: '0 6 * * *' })
  return { instanceId }
}

/** A display, and a programme for it. */
const board = async () =>
  (
    await run<{ instance: { id: string } }>(
      'createInstance',
      { kind: 'DISPLAY', definitionTypeKey: (await published()).typeKey },
      'instance { id }',
    )
  ).instance.id
const aProgramme = async (): Promise<Json> => ({
  name: `lunch ${unique()}`,
  instanceId: await board(),
  entries: [{ name: 'lunch', start: '2027-01-04T11:00', rrule: 'FREQ=DAILY', duration: 'PT3H', props: { menu: 'L' } }],
})
const programmed = async () => ({
  id: (await run<{ programme: { id: string } }>('createProgramme', await aProgramme(), 'programme { id }')).programme
    .id,
})
const rollable = async () => {
  const { typeKey } = await published()
  await instance({ kind: 'DISPLAY', definitionTypeKey: typeKey })
  await published({ typeKey, version: '2.0.0' })
  return { definitionTypeKey: typeKey, toVersion: '2.0.0' }
}
const rolling = async () =>
  (await run<{ rollout: { id: string } }>('startRollout', await rollable(), 'rollout { id }')).rollout.id

const aCalendar = () => ({ name: `holidays ${unique()}`, dates: [{ date: '2027-12-25' }] })
const kept = async () => ({
  id: (await run<{ calendar: { id: string } }>('createCalendar', aCalendar(), 'calendar { id }')).calendar.id,
})

const aZone = () => ({ id: `zone-${unique()}`, name: 'Here', center: { lat: 0, lng: 0 }, radiusMeters: 10 })
const aGroup = () => ({ id: `group-${unique()}`, name: 'These', selector: { tags: { any: ['a'] } } })

const drives: Record<string, Drive> = {
  submitDefinition: async () => ({ typeKey: `acts/${unique()}`, kind: 'FORM', version: '1.0.0' }),
  evaluateDefinitionVersion: async () => ({ definitionVersionId: (await submitted()).versionId }),
  publishDefinitionVersion: async () => ({ definitionVersionId: (await submitted()).versionId }),
  deprecateDefinitionVersion: async () => ({ definitionVersionId: (await published()).versionId }),
  retireDefinition: async () => ({ definitionId: (await published()).id }),
  syncDefinitionContent: async () => ({ package: 'pack' }),
  copyResource: async () => ({
    resourceId: (await published()).id,
    targetProjectId: await project(),
    typeKey: `acts/${unique()}`,
  }),
  createSpaceWithSubspaces: async () => ({ name: unique(), ownerPrincipalId: admin.principalId }),
  createUserWithPersonalSpace: async () => ({ displayName: 'Somebody', email: `${unique()}@example.com` }),
  createTeamSpace: async () => ({ name: unique(), ownerPrincipalId: admin.principalId }),
  createProject: async () => ({ subspaceId: await subspace(), name: unique() }),
  grantRole: onProject,
  revokeRole: async () => {
    const input = await onProject()
    await run('grantRole', input)
    return input
  },
  upsertConfigResource: async () => ({ kind: 'LAB_LOCATION', key: `lab-${unique()}`, body: { floor: 1 } }),
  setPlacement: async () => ({ id: await instance(), placement: { location: 'here' } }),
  addTags: async () => ({ id: await instance(), tags: ['a'] }),
  removeTags: async () => ({ id: await instance({ placement: { tags: ['a'] } }), tags: ['a'] }),
  upsertLocation: async () => ({ id: `loc-${unique()}`, name: 'Here' }),
  upsertZone: async () => aZone(),
  deleteZone: async () => {
    const zone = aZone()
    await run('upsertZone', zone)
    return { id: zone.id }
  },
  upsertGroup: async () => aGroup(),
  deleteGroup: async () => {
    const group = aGroup()
    await run('upsertGroup', group)
    return { id: group.id }
  },
  createInstance: async () => bareInstance,
  promoteInstance: async () => ({ id: await refreshed() }),
  promoteModel: async () => {
    const { typeKey } = await published({
      kind: 'ML_MODULE',
      codeRef: `outside.${unique()}`,
      flowTemplates: [{ name: 'training', runKind: 'TrainingRun' }],
    })
    const model = await instance({ kind: 'MODEL', definitionTypeKey: typeKey })
    await run('startInstance', { id: model })
    const trained = await claimed(model)
    await run('completeRun', { ...trained, outputs: { model_artifact: { weights: [1, 2] } } })
    return { runId: trained.id, stage: 'STAGING' }
  },
  saveExperimentAsMacro: async () => ({ instanceId: await experiment(), typeKey: `macros/${unique()}` }),
  updateInstance: async () => ({ id: await instance(), name: unique() }),
  patchProps: async () => ({ id: await instance(), patch: { a: 1 } }),
  replaceProps: async () => ({ id: await instance(), props: { a: 1 } }),
  bulkPatchProps: async () => ({ filter: { ids: [await instance()] }, patch: { a: 1 } }),
  setBindings: async () => ({ id: await instance(), bindings: [{ key: 'a', source: 'STATIC', path: '1' }] }),
  setKv: async () => ({ key: unique(), value: 1 }),
  refreshBindings: async () => ({ id: await instance({ bindings: [{ key: 'a', source: 'KV', path: 'none' }] }) }),
  resendWebhookDelivery: async () => {
    const id = await instance({ webhooks: { onInteraction: hooks } })
    await run('emitInstanceEvent', { id, event: 'touched' })
    return (
      await rows<{ id: string }>('SELECT id FROM runtime.webhook_delivery WHERE instance_id = $1', [id])
    )[0] as Json
  },
  rotateWebhookSecret: async () => ({ id: await instance({ webhooks: { onInteraction: hooks } }) }),
  emitInstanceEvent: async () => ({ id: await instance(), event: 'touched' }),
  setOverride: async () => ({ id: await instance(), path: '/a', value: 1 }),
  clearOverride: async () => {
    const id = await instance()
    await run('setOverride', { id, path: '/a', value: 1 })
    return { id, path: '/a' }
  },
  lockPath: async () => ({ id: await instance(), path: '/a' }),
  unlockPath: async () => {
    const id = await instance()
    await run('lockPath', { id, path: '/a' })
    return { id, path: '/a' }
  },
  upgradeInstance: async () => {
    const { typeKey } = await published()
    const id = await instance({ kind: 'DISPLAY', definitionTypeKey: typeKey })
    await published({ typeKey, version: '2.0.0' })
    return { id, targetVersion: '2.0.0' }
  },
  startRollout: async () => rollable(),
  pauseRollout: async () => ({ id: await rolling() }),
  resumeRollout: async () => {
    const id = await rolling()
    await run('pauseRollout', { id })
    return { id }
  },
  abortRollout: async () => ({ id: await rolling() }),
  issueToken: async () => {
    await ownTenant()
    return { principalId: admin.principalId }
  },
  revokeCredential: async () => credential(),
  rotateCredential: async () => credential(),
  setPrincipalDisabled: async () => {
    const input = { displayName: 'Somebody', email: `${unique()}@example.com` }
    const made = await run<{ principal: { id: string } }>('createUserWithPersonalSpace', input, 'principal { id }')
    return { principalId: made.principal.id, disabled: true }
  },
  requestEnrolment: async () => ({ device: 'Kiosk' }),
  confirmEnrolment: async () => ({
    instanceId: await instance(),
    code: (await run<{ code: string }>('requestEnrolment', {}, 'code')).code,
  }),
  issueDisplayKey: async () => ({ id: await instance() }),
  revokeDisplayKey: async () => done(await instance(), 'issueDisplayKey'),
  startInstance: async () => ({ id: await instance() }),
  pauseInstance: async () => done(await instance(), 'startInstance'),
  resumeInstance: async () => done(await instance(), 'startInstance', 'pauseInstance'),
  stopInstance: async () => done(await instance(), 'startInstance'),
  archiveInstance: async () => done(await instance(), 'startInstance', 'stopInstance'),
  deleteInstance: async () => done(await instance(), 'startInstance', 'stopInstance', 'archiveInstance'),
  setDesiredLifecycle: async () => ({ id: await instance(), lifecycle: 'ACTIVE' }),
  moveInstance: async () => ({
    id: await instance(),
    parentId: await instance({ kind: 'DISPLAY', definitionTypeKey: (await published()).typeKey }),
  }),
  setUpstreams: async () => ({ id: await dataset(), upstreams: [{ instanceId: await dataset() }] }),
  setFlowHandles: async () => ({ id: await dataset(), handles: { prefect: { deployment_id: 'd' } } }),
  createProgramme: aProgramme,
  updateProgramme: async () => ({ ...(await programmed()), name: `dinner ${unique()}` }),
  deleteProgramme: programmed,
  createCalendar: async () => aCalendar(),
  updateCalendar: async () => ({ ...(await kept()), dates: [{ date: '2028-12-25' }] }),
  deleteCalendar: kept,
  setSchedule: async () => ({ instanceId: await dataset(), expression: '0 6 * * *' }),
  setScheduleEnabled: async () => ({ ...(await scheduled()), enabled: false }),
  clearSchedule: scheduled,
  triggerRun: async () => ({ instanceId: await dataset() }),
  cancelRun: async () => ({ id: (await triggered()).id }),
  retryRun: async () => {
    const { id, lease } = await claimed()
    await run('failRun', { id, lease, error: { code: 'X', message: 'no' } })
    return { id }
  },
  claimRun: async () => ({ codeRefs: [(await triggered()).flow.codeRef], worker: 'test' }),
  completeRun: async () => claimed(),
  failRun: async () => ({ ...(await claimed()), error: { code: 'X', message: 'no' } }),
}

/** What leaves no activity, and why. */
const silent: Record<string, { why: string; drive: Drive }> = {
  reportDisplayState: {
    why: 'an observation: 5,000 screens would write more history than all people together',
    drive: async () => ({ id: await instance(), revision: 1 }),
  },
  heartbeatRun: {
    why: 'says that a worker lives; what it logs stands in the log of the run',
    drive: async () => claimed(),
  },
}

const activities = async () =>
  rows<{ id: string; action: string; actor_id: string | null; change_id: string }>(
    'SELECT id, action, actor_id, change_id FROM runtime.activity',
  )
/** What a mutation leaves. */
async function told(name: string, input: Json) {
  const before = new Set((await activities()).map(({ id }) => id))
  await run(name, input)
  return (await activities()).filter(({ id }) => !before.has(id))
}
/** Each version of a package is a change of its own, so that one that is wrong keeps no other back. */
const severalChanges = ['syncDefinitionContent']

describe('activities (S1-24)', () => {
  it('have a word about every mutation of the graph', () => {
    expect([...Object.keys(drives), ...Object.keys(silent)].sort()).toEqual(Object.keys(mutations).sort())
  })

  it.each(Object.keys(drives))('tell who did it: %s', async (name) => {
    const found = await told(name, await (drives[name] as Drive)())
    expect(found.length).toBeGreaterThanOrEqual(1)
    // One change, whatever it touched.
    if (!severalChanges.includes(name)) expect(new Set(found.map(({ change_id }) => change_id)).size).toBe(1)
    expect(new Set(found.map(({ actor_id }) => actor_id))).toEqual(new Set([admin.principalId]))
    for (const { action } of found) expect(action).toMatch(/^[a-z_]+([.-][a-z_]+)+$/)
  })

  it.each(Object.keys(silent))('are not made of what is no decision of anybody’s: %s', async (name) => {
    const { drive } = silent[name] as (typeof silent)[string]
    expect(await told(name, await drive())).toEqual([])
  })
})
