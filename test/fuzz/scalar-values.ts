import { anyJson, aText, heavyJson, jsonObject, jsonSchema } from './json-values.ts'
import type { Random } from './random.ts'

/**
 * What stands in cases for things that only exist once the stage is set: whoever sends a case puts the real ones in.
 * They are as long as those, so that lengths in frames and headers hold.
 */
export const standIns = { instances: 12, definitions: 2 }
export const instanceStandIn = (index: number): string => `inst-~~fuzz${String(index).padStart(2, '0')}`
export const definitionStandIn = (index: number): string => `def-~~fuzz~${index}`

const typeKeys = [
  'fuzz/screen',
  'fuzz/made',
  'display/bus-stop',
  'market/prices',
  'no/such',
  'No Key',
  'a/'.repeat(150),
  '../../etc',
]
const crons = [
  '* * * * *',
  '0 0 30 2 *',
  '@daily',
  '@reboot',
  'PT15M',
  'PT0S',
  'P1Y',
  'PT1E9S',
  'R/2027-01-01T06:00:00Z/PT15M',
  'R5/2027-13-01T00:00:00Z/PT',
  '2027-01-01T06:00:00',
  '*/0 * * * *',
  '1-99999999 * * * *',
  '0,'.repeat(2000) + '0 * * * *',
  '* * * * * *',
  '0 0 1 1 *',
  '0 0 29 2 1',
  'L W # ? *',
  '',
]
const expressions = [
  '1 + 2',
  'a + b',
  'sum(a)',
  'a ** b',
  '('.repeat(3000) + '1' + ')'.repeat(3000),
  '-'.repeat(5000) + '1',
  '1' + ' + 1'.repeat(3000),
  'rolling_mean(a, 1000000000)',
  'lag(a, -1)',
  'constructor.constructor("return process")()',
  '__proto__',
  'a[0]',
  '1 / 0',
  'nope(',
  '\u0000',
  'a'.repeat(20_000),
]
const bindingPaths = [
  'alerts:42',
  'inst-~~fuzz01#/title',
  'inst-~~fuzz02#jmespath:[*].a[?b>`1`]',
  'https://example.invalid/a#/b',
  'http://127.0.0.1:1/',
  'http://169.254.169.254/latest',
  '{"a":1}',
  '#',
  'x#jmespath:' + '('.repeat(400),
  'a#/' + '%2'.repeat(100),
  'file:///etc/passwd',
  '',
]
const bundles = [
  'export const mount = () => {}',
  'export function mount(',
  'export default 1',
  '('.repeat(20_000),
  '`${'.repeat(3000),
  'import x from "fs"; export const mount = 1',
  '['.repeat(5000) + ']'.repeat(5000),
  'export const mount = /(a+)+$/',
  '\u0000',
  'a'.repeat(60_000),
]
const zones = ['UTC', 'Europe/Berlin', 'Mars/Phobos', '../../etc/passwd', '+01:00', 'Etc/GMT+14', '', 'A'.repeat(3000)]
const dates = [
  '2027-01-01T00:00:00.000Z',
  '2027-02-30T00:00:00.000Z',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '2027-01-01',
  '0000-00-00T00:00:00Z',
  '99999-01-01T00:00:00Z',
  'now',
  '',
]
const cursors = [
  '',
  'x',
  '\u0000',
  'A'.repeat(5000),
  'W10',
  'e30',
  Buffer.from('["NAME_ASC","x","inst-00000000"]').toString('base64url'),
  Buffer.from('[1e400]').toString('base64url'),
  Buffer.from('[['.repeat(2000)).toString('base64url'),
  '.'.repeat(100),
  'epoch:9007199254740993',
]
const slugs = ['fuzz-a', 'fuzz-b', 'fuzz-c', 'No Slug', '', 'x'.repeat(300), '..', 'a/b/c']
const versions = [
  '1',
  '1.0.0',
  'v2',
  '99999999999999999999.0.0',
  '1.0.0-' + 'a.'.repeat(200) + 'a',
  '',
  'x',
  '-1',
  '1.0.0+b',
]
const integers = ['0', '1', '2', '10', '200', '201', '-1', '2147483647', '2147483648', '1e3', '1.5', '"5"']
const floats = ['0', '-90', '90.0001', '180', '-180', '1e308', '1e400', '5e-324', '-0', '45.5', '"1"']

const quoted = (text: string) => JSON.stringify(text)

/** JSON text of a value that the scalar (mostly) takes, chosen for the argument or member that it is for. */
export function scalarValue(random: Random, name: string, type: string): string {
  const named = byName(random, name)
  if (named !== null && random.chance(0.8)) return named
  switch (type) {
    case 'ID':
      return quoted(anId(random))
    case 'Int':
      return random.pick(integers)
    case 'Float':
      return random.pick(floats)
    case 'Boolean':
      return random.pick(['true', 'false', 'true', 'false', '1', '"true"'])
    case 'SemVer':
      return random.chance(0.05) ? random.pick(['1', '1.5', '{}']) : quoted(random.pick(versions))
    case 'DateTime':
      return quoted(random.pick(dates))
    case 'Cursor':
      return quoted(random.pick(cursors))
    case 'JSON':
      return random.chance(0.05) ? heavyJson(random, random.int(100, 40_000)) : anyJson(random)
    case 'JSONObject':
      return random.chance(0.1)
        ? heavyJson(random, random.int(100, 40_000))
        : random.chance(0.05)
          ? anyJson(random)
          : jsonObject(random)
    default:
      return quoted(aText(random))
  }
}

function anId(random: Random): string {
  if (random.chance(0.6)) return instanceStandIn(random.int(0, standIns.instances - 1))
  if (random.chance(0.5)) return definitionStandIn(random.int(0, standIns.definitions - 1))
  return random.pick([
    'inst-00000000',
    'def-00000000',
    'run-00000000',
    'prin-00000000',
    'x',
    '',
    '\u0000',
    'inst-' + 'x'.repeat(5000),
    '__proto__',
    'inst-ÄÖ000000',
    ...slugs,
  ])
}

/** Null where the name says nothing. */
function byName(random: Random, name: string): string | null {
  switch (name) {
    case 'id':
    case 'instanceId':
    case 'rootId':
    case 'parentId':
      return quoted(anId(random))
    case 'typeKey':
    case 'definitionTypeKey':
      return quoted(random.pick(typeKeys))
    case 'expression':
      return quoted(random.pick(random.chance(0.5) ? crons : expressions))
    case 'path':
      return quoted(
        random.chance(0.5)
          ? random.pick(bindingPaths)
          : random.pick(['/title', '/a/b', '/a~2', '', '/', '/__proto__/x', '/rows/0', '/' + 'a/'.repeat(5000)]),
      )
    case 'bundle':
      return quoted(random.pick(bundles))
    case 'timezone':
      return quoted(random.pick(zones))
    case 'after':
    case 'since':
      return quoted(random.pick(cursors))
    case 'propsSchema':
    case 'parametersSchema':
      return jsonSchema(random)
    case 'patch':
      return random.pick([
        () => '{"title":"fuzz"}',
        () => '{"alert":null}',
        () => jsonObject(random),
        () => heavyJson(random, random.int(100, 60_000)),
      ])()
    case 'propsContain':
      return random.pick([
        () => '{"title":"Untitled"}',
        () => jsonObject(random),
        () => heavyJson(random, random.int(100, 30_000)),
      ])()
    case 'codeRef':
    case 'codeRefs':
      return quoted(random.pick(['flow.checkpoint', 'no.such', '../../x', '']))
    case 'package':
      return quoted(random.pick(['fuzz', '../..', '/etc', 'a\u0000b', '']))
    case 'handles':
      return jsonObject(random)
    case 'tags':
    case 'all':
    case 'any':
    case 'none':
      return quoted(random.pick(['fuzz', 'a', '', 'x'.repeat(300), '\u0000']))
    case 'onPropsChange':
    case 'onError':
    case 'onInteraction':
      return quoted(random.pick(['http://127.0.0.1:1/hook', 'https://example.invalid/hook', 'file:///x', '']))
    default:
      return null
  }
}
