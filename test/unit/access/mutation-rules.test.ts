import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { mutationRules } from '../../../schema/access/mutations.ts'
import { defaultPermissions, isPermission, permissions } from '../../../schema/access/permissions.ts'
import { apiSdl } from '../../../schema/load.ts'

it('says of every mutation of the graph what it takes, and of nothing else', () => {
  const mutations = Object.keys(buildSchema(apiSdl()).getMutationType()?.getFields() ?? {})
  expect(Object.keys(mutationRules).sort()).toEqual(mutations.sort())
})

it('knows every permission that a rule or a role names', () => {
  const ruled = Object.values(mutationRules).filter(
    (rule) => rule !== 'KNOWN' && rule !== 'SCREEN' && rule !== 'ANYBODY',
  )
  const held = Object.values(defaultPermissions).flat()
  expect([...ruled, ...held].filter((name) => name !== '*' && !isPermission(name))).toEqual([])
  expect(Object.values(permissions).every((text) => text.length > 10)).toBe(true)
})
