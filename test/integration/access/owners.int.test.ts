import { afterAll, beforeAll, expect, it } from 'vitest'
import { SYSTEM_PRINCIPAL_ID } from '../../../services/catalogue/index.ts'
import { unique } from '../../support/graph/graph-client.ts'
import { grantRole, onTenant, revokeRole } from '../../support/graph/graph-principals.ts'
import { Installation } from '../../support/installation.ts'

let home: Installation
beforeAll(async () => {
  home = await Installation.start()
})
afterAll(() => home.stop())

const owner = (principalId: string) => ({ input: { principalId, role: 'OWNER', ...onTenant } })
const newPrincipal = async () => {
  const { createUserWithPersonalSpace } = await home.ask<{
    createUserWithPersonalSpace: { principal: { id: string } }
  }>('mutation ($input: CreateUserInput!) { createUserWithPersonalSpace(input: $input) { principal { id } } }', {
    input: { displayName: 'x', email: `${unique()}@example.org` },
  })
  return createUserWithPersonalSpace.principal.id
}

it('keeps the last OWNER of the tenant, also when two leave at once', async () => {
  expect(await home.refusal(revokeRole, owner(SYSTEM_PRINCIPAL_ID))).toMatchObject({ code: 'CONDITION_FAILED' })
  const other = await newPrincipal()
  await home.ask(grantRole, owner(other))
  const left = await Promise.allSettled(
    [SYSTEM_PRINCIPAL_ID, other].map((principalId) => home.ask(revokeRole, owner(principalId))),
  )
  expect(left.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const { rows } = await home.pool.query(
    `SELECT principal_id FROM catalogue.role_grant WHERE node_type = 'TENANT' AND role = 'OWNER'`,
  )
  expect(rows).toHaveLength(1)
})
