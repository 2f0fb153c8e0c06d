import type { Scope } from '../../../../schema/enums.ts'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../schema/events.ts'
import { factsWithoutDefinition } from '../state/instance-facts.ts'
import { configOf, configProblems, scopeConfigs, withScopeDefaults } from './scope-config.ts'

const facts = factsWithoutDefinition(1000)
const template = (scope: string) =>
  parse(
    readFileSync(new URL(`../../templates/${scope.toLowerCase()}-instance.yaml`, import.meta.url), 'utf8'),
  ) as JsonObject
const problems = (scope: Scope, config: JsonObject) =>
  configProblems({ kind: 'HOPPER', scope }, config, facts).map(({ pointer }) => pointer)

describe('the config of a scope (S3-20, S3-21, S3-22)', () => {
  it.each(Object.keys(scopeConfigs) as Scope[])(
    'the %s template holds exactly what the defaults say, and fits (S3-23)',
    (scope) => {
      expect(template(scope)).toEqual(withScopeDefaults(scope, {}))
      expect(problems(scope, template(scope))).toEqual([])
    },
  )

  it('the GLOBAL one has the keys and values that the source gives it (S3-24)', () => {
    expect(template('GLOBAL')).toEqual({
      scope: 'GLOBAL',
      routing: { strategy: 'intelligent', fallback: 'rules' },
      delegation: { enabled: true, auto_create_project_instances: true },
      limits: { max_child_instances: 100 },
    })
  })

  it('keeps what its owner says and fills in the rest, for a HOPPER only', () => {
    const given = { limits: { max_child_instances: 3 }, mine: [1] }
    expect(configOf({ kind: 'HOPPER', scope: 'PROJECT' }, given)).toMatchObject({
      ...given,
      routing: { strategy: 'rules', fallback: 'none' },
    })
    expect(configOf({ kind: 'DISPLAY', scope: 'PROJECT' }, given)).toBe(given)
  })

  it.each([
    ['GLOBAL', { routing: { strategy: 'magic' } }, '/routing/strategy'],
    ['GLOBAL', { limits: { max_child_instances: -1 } }, '/limits/max_child_instances'],
    ['GLOBAL', { limits: { max_children: 5 } }, '/limits/max_children'],
    ['GLOBAL', { scope: 'PROJECT' }, '/scope'],
    ['PROJECT', { delegation: 'no' }, '/delegation'],
    ['ORCHESTRATION', { execution: { max_parallel: 0 } }, '/execution/max_parallel'],
  ])('%s refuses %j at its place', (scope, config, pointer) => {
    expect(problems(scope as Scope, config as JsonObject)).toEqual([`/config${pointer}`])
  })

  it('leaves members that it does not know to the definition, so that a scope can be told more later (S3-25)', () => {
    expect(problems('GLOBAL', { regions: ['eu'] })).toEqual([])
    expect(withScopeDefaults('GALAXY', { regions: ['eu'] })).toEqual({ regions: ['eu'] })
  })
})
