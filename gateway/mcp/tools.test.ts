import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { buildSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { compileTools } from './tool-calls.ts'

const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'))
const tools = [...compileTools(schema).values()]
const guide = readFileSync(new URL('../../docs/guides/mcp.md', import.meta.url), 'utf8')

describe.each(tools)('$name', ({ name, inputSchema, effect, question, operation }) => {
  it('has a schema of its arguments that a validator takes, and stands in the guide', () => {
    const ajv = new Ajv2020({ strict: false })
    addFormats.default(ajv)
    const validate = ajv.compile(inputSchema)
    expect(validate({ surely: 'unknown' })).toBe(false)
    const shown = name === 'forge_instance_list' ? '`_list`' : `\`${name}\``
    expect(guide).toContain(shown)
  })

  it('changes nothing unless it says so, and asks where something is lost', () => {
    expect(operation.kind === 'mutation').toBe(effect !== 'reads')
    expect(question !== undefined).toBe(effect === 'destroys')
  })
})
