import { expect } from 'vitest'
import { wallClock } from '../../../kit/pure/time/time-zone.ts'
import type { Viewer } from '../../../kit/graphql/viewer/viewer.ts'
import { publish, submit, writes } from '../../support/graph/graph-data.ts'
import { unique } from '../../support/graph/graph-client.ts'
import { admin, type Installation } from '../../support/installation.ts'

export type Json = Record<string, unknown>
export type Shown = {
  id: string
  revision: number
  effectiveProps: Json
  conditions: { type: string; message: string }[]
  programme: null | {
    entry: string | null
    item: number | null
    until: string | null
    since: string | null
    blockedBecause: string | null
    programme: { id: string; name: string } | null
    next: { entry: string | null; from: string; to: string } | null
  }
}
export type Step = {
  from: string
  to: string
  entry: string | null
  item: number | null
  props: Json | null
  dst: string | null
}

const fields = `id revision effectiveProps conditions { type message }
  programme { entry item until since blockedBecause programme { id name } next { entry from to } }`
export const created = `mutation ($input: CreateProgrammeInput!) {
  createProgramme(input: $input) { changeId programme { id name revision targetCount entries { name duration } } } }`
export const updated = `mutation ($input: UpdateProgrammeInput!) {
  updateProgramme(input: $input) { changeId programme { id revision } } }`
export const deleted = 'mutation ($input: DeleteProgrammeInput!) { deleteProgramme(input: $input) { id } }'

/** What a display of the tests may show. */
const menuSchema = {
  type: 'object',
  required: ['menu'],
  properties: { menu: { type: 'string', maxLength: 20 }, price: { type: 'integer' } },
  additionalProperties: false,
}

/** Displays that show a menu, and programmes for them. */
export class MenuBoards {
  readonly home: Installation
  typeKey = ''

  constructor(home: Installation) {
    this.home = home
  }

  async publish(): Promise<void> {
    this.typeKey = `test/${unique()}`
    const definition = { typeKey: this.typeKey, kind: 'COMPONENT', version: '1.0.0' }
    const { submitDefinition } = await this.home.ask<{ submitDefinition: { definitionVersion: { id: string } } }>(
      submit,
      {
        input: { ...definition, propsSchema: menuSchema, defaultProps: { menu: 'closed' } },
      },
    )
    await this.home.ask(publish, { input: { definitionVersionId: submitDefinition.definitionVersion.id } })
  }

  async board(more: Json = {}): Promise<string> {
    const { createInstance } = await this.home.ask<{ createInstance: { instance: { id: string } } }>(
      writes.createInstance,
      { input: { definitionTypeKey: this.typeKey, ...more } },
    )
    return createInstance.instance.id
  }

  async programme(input: Json, viewer: Viewer = admin): Promise<{ id: string; name: string; targetCount: number }> {
    const made = await this.home.ask<{
      createProgramme: { programme: { id: string; name: string; targetCount: number } }
    }>(created, { input: { name: unique(), ...input } }, viewer)
    return made.createProgramme.programme
  }

  async shown(id: string): Promise<Shown> {
    return (await this.home.ask<{ instance: Shown }>(`query ($id: ID!) { instance(id: $id) { ${fields} } }`, { id }))
      .instance
  }

  /** Waits until the display shows this. */
  async shows(id: string, props: Json): Promise<Shown> {
    await expect.poll(async () => (await this.shown(id)).effectiveProps, { timeout: 20_000 }).toEqual(props)
    return this.shown(id)
  }

  async preview(instanceId: string, from: string | null, hours: number): Promise<Step[]> {
    const { programmePreview } = await this.home.ask<{ programmePreview: Step[] }>(
      `query ($instanceId: ID!, $from: DateTime, $hours: Float) {
        programmePreview(instanceId: $instanceId, from: $from, hours: $hours) { from to entry item props dst } }`,
      { instanceId, from, hours },
    )
    return programmePreview
  }

  /** The revisions that programmes made, oldest first. */
  async steps(id: string): Promise<{ revision: number; at: string; reason: string; menu: string | null }[]> {
    const { rows } = await this.home.pool.query<{ revision: number; at: string; reason: string; menu: string | null }>(
      `SELECT revision, at, reason, patch #>> '{effectiveProps,menu}' AS menu FROM runtime.instance_event
       WHERE instance_id = $1 AND (patch ? 'programme') ORDER BY revision`,
      [id],
    )
    return rows
  }
}

/** What the clocks of a zone show so many seconds from now, as windows are written. */
export const local = (zone: string, seconds: number): string =>
  new Date(wallClock(zone, Date.now() + seconds * 1000)).toISOString().slice(0, 19)
