import { times, type Random } from './random.ts'

/**
 * JSON that a client may send as props, patches, filters, config or JSON Schemas, as text: some of it no serialiser
 * would write (duplicate and `__proto__` keys, numbers beyond a double, halves of surrogates, nesting without end).
 */

const words = [
  'title',
  'level',
  'count',
  'alert',
  'text',
  'rows',
  'a',
  'b',
  '__proto__',
  'constructor',
  'toString',
  '',
  'length',
  '$ref',
  'a/b',
  'a~b',
  'ключ',
  '\u0000',
  '\ud800',
  'x'.repeat(300),
]
const texts = [
  '',
  'x',
  'Quay 7',
  '\u0000',
  'half \ud83d',
  '\ud800',
  '\u202e',
  "'; DROP TABLE runtime.instance; --",
  '%',
  '\\',
  '${x}',
  'a'.repeat(40) + '!',
  'ß'.repeat(1000),
  '2027-01-01T00:00:00.000Z',
  'NaN',
  '[object Object]',
  'x'.repeat(5000),
]
const numbers = [
  '0',
  '-0',
  '1',
  '-1',
  '1.5',
  '9007199254740993',
  '1e308',
  '1e400',
  '-1e400',
  '5e-324',
  '1e-400',
  '2147483648',
  '-2147483649',
  '0.1',
  '1'.repeat(400),
  '1e2147483648',
]

export const aWord = (random: Random): string => random.pick(words)
export const aText = (random: Random): string => random.pick(texts)

/** Any JSON text, mostly small. */
export function anyJson(random: Random, depth = 4): string {
  const kind = random.int(0, depth > 0 ? 9 : 5)
  switch (kind) {
    case 0:
      return random.pick(['null', 'true', 'false'])
    case 1:
    case 2:
      return random.pick(numbers)
    case 3:
    case 4:
    case 5:
      return JSON.stringify(aText(random))
    case 6:
      return `[${times(random.int(0, 4), () => anyJson(random, depth - 1)).join(',')}]`
    default:
      return jsonObject(random, depth)
  }
}

export const jsonObject = (random: Random, depth = 4): string =>
  `{${times(random.int(0, 4), () => `${JSON.stringify(aWord(random))}:${anyJson(random, depth - 1)}`).join(',')}}`

const nested = (depth: number, open: string, inner: string, close: string) =>
  open.repeat(depth) + inner + close.repeat(depth)

/** Large or deep JSON objects of at most `bytes`: what costs whoever walks, compares, merges, copies or writes them. */
export function heavyJson(random: Random, bytes: number): string {
  const fill = (item: (index: number) => string) => {
    const items: string[] = []
    for (let size = 20, index = 0; ; index++) {
      const next = item(index)
      size += next.length + 1
      if (size > bytes) return items.join(',')
      items.push(next)
    }
  }
  switch (random.int(0, 7)) {
    case 0:
      return nested(Math.floor(bytes / 6), '{"a":', '1', '}')
    case 1:
      return `{"a":${nested(Math.floor(bytes / 2) - 10, '[', '', ']')}}`
    case 2:
      return `{${fill((index) => `"k${index}":${index}`)}}`
    case 3:
      return `{"rows":[${fill((index) => `{"a":${index}}`)}]}`
    case 4:
      return `{"rows":[${fill(() => '[]')}]}`
    case 5:
      return `{"text":"${'a'.repeat(bytes - 20)}!"}`
    case 6:
      return `{"text":"${'\\u0000'.repeat(Math.floor(bytes / 6) - 10)}"}`
    default:
      return nested(random.int(20, 200), '{"a":{"b":null},"c":', jsonObject(random), '}')
  }
}

const patterns = [
  '^(a+)+$',
  '^(a|a)*$',
  '^(a|aa)+$',
  '(x+x+)+y',
  '^([a-zA-Z0-9])(([\\\\-.]|[_]+)?([a-zA-Z0-9]+))*$',
  '^(?=a)b',
  '(?<!a)b',
  '\\\\1(a)',
  '[',
  '(',
  'a{1,100000}',
  '(a{1,100}){1,100}',
  '(((a{1,50}){1,50}){1,50})',
  '\\\\p{L}+',
  '\\\\u{110000}',
  '^.*.*.*.*.*.*x$',
  '(a?){50}a{50}',
  '',
  '\\\\',
  '[^\\\\s\\\\S]',
  '(?i)a',
  '(?<n>a)\\\\k<n>',
]
const formats = [
  'date-time',
  'email',
  'uri',
  'regex',
  'ipv6',
  'no-such-format',
  'uuid',
  'json-pointer',
  'hostname',
  'iri',
  '',
]

/** A JSON Schema, as text: valid, nearly valid, or one that grows while it is looked at. */
export function jsonSchema(random: Random, depth = 3): string {
  if (depth === 3 && random.chance(0.15)) return schemaBomb(random)
  const inner = () =>
    depth > 0 ? jsonSchema(random, depth - 1) : random.pick(['true', 'false', '{}', '{"type":"string"}'])
  const many = (max: number) => `[${times(random.int(0, max), inner).join(',')}]`
  const map = () => `{${times(random.int(0, 3), () => `${JSON.stringify(aWord(random))}:${inner()}`).join(',')}}`
  const keywords: (() => string)[] = [
    () =>
      `"type":${random.pick(['"object"', '"string"', '"array"', '"number"', '"integer"', '["string","null"]', '"x"', '[]', '5', 'null'])}`,
    () => `"properties":${map()}`,
    () => `"patternProperties":{"${random.pick(patterns)}":${inner()}}`,
    () => `"additionalProperties":${inner()}`,
    () => `"required":${random.pick(['["title"]', '[]', '["__proto__"]', '"title"', '["a","a"]'])}`,
    () => `"pattern":"${random.pick(patterns)}"`,
    () => `"format":"${random.pick(formats)}"`,
    () => `"items":${inner()}`,
    () => `"prefixItems":${many(3)}`,
    () => `"contains":${inner()},"minContains":${random.int(-1, 3)}`,
    () => '"uniqueItems":true',
    () => `"enum":[${times(random.int(0, 5), () => anyJson(random, 1)).join(',')}]`,
    () => `"const":${anyJson(random, 2)}`,
    () => `"multipleOf":${random.pick(['0', '0.01', '1e-300', '-1', '5e-324', '3'])}`,
    () => `"minimum":${random.pick(numbers)},"maximum":${random.pick(numbers)}`,
    () => `"maxLength":${random.pick(numbers)}`,
    () => `"allOf":${many(3)}`,
    () => `"anyOf":${many(3)}`,
    () => `"oneOf":${many(3)}`,
    () => `"not":${inner()}`,
    () => `"if":${inner()},"then":${inner()},"else":${inner()}`,
    () =>
      `"$ref":${random.pick(['"#"', '"#/$defs/a"', '"#/properties/a"', '"http://127.0.0.1:1/x"', '"file:///etc/passwd"', '"%"', '"#/%zz"', '5'])}`,
    () => `"$dynamicRef":"#a","$dynamicAnchor":"a"`,
    () => `"$id":${random.pick(['"a"', '"http://json-schema.org/draft-07/schema#"', '"#"', '""', '5'])}`,
    () =>
      `"$schema":${random.pick(['"https://json-schema.org/draft/2020-12/schema"', '"http://json-schema.org/draft-04/schema#"', '"x"', '5'])}`,
    () => `"$defs":{"a":${inner()}}`,
    () => `"dependentSchemas":${map()}`,
    () => `"unevaluatedProperties":${inner()}`,
    () => `"propertyNames":${inner()}`,
    () => `"nullable":true,"$async":true,"discriminator":{"propertyName":"a"}`,
  ]
  return `{${times(random.int(0, 4), () => random.pick(keywords)()).join(',')}}`
}

/** Small schemas that are exponentially large, or exponentially slow. */
function schemaBomb(random: Random): string {
  const levels = random.int(8, 40)
  const word = random.pick(['allOf', 'anyOf', 'oneOf'])
  const chain = (body: (next: string) => string) =>
    `"$defs":{${times(levels, (level) => `"a${level}":${level + 1 < levels ? body(`{"$ref":"#/$defs/a${level + 1}"}`) : '{"type":"integer"}'}`).join(',')}}`
  switch (random.int(0, 6)) {
    case 0:
      return `{"$ref":"#/$defs/a0",${chain((next) => `{"${word}":[${next},${next}]}`)}}`
    case 1:
      return `{"$ref":"#/$defs/a0",${chain((next) => `{"properties":{"a":${next},"b":${next}},"if":${next},"then":${next}}`)}}`
    case 2:
      return `{"${word}":[{"$ref":"#"},{"$ref":"#"}]}`
    case 3:
      return `{"not":{"$ref":"#"}}`
    case 4:
      return `{"properties":{"rows":{"uniqueItems":true},"text":{"pattern":"${random.pick(patterns)}"}}}`
    case 5:
      return nested(random.int(30, 3000), '{"properties":{"a":', '{}', '}}')
    default:
      return `{"properties":{${times(random.int(100, 900), (index) => `"k${index}":{"pattern":"^(a+)+$","enum":["${index}"]}`).join(',')}}}`
  }
}
