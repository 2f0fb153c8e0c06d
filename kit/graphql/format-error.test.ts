import {
  buildSchema,
  execute,
  GraphQLError,
  graphql,
  GraphQLObjectType,
  GraphQLSchema,
  parse,
  GraphQLInt,
  validate,
} from 'graphql'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { AppError } from '../errors/app-error.ts'
import { createLogger } from '../log.ts'
import { formatError, formatErrors } from './format-error.ts'
import { scalars } from './scalars.ts'

function recorder() {
  const destination = new PassThrough()
  const lines: { level: string; msg: string; err?: { stack?: string } }[] = []
  destination.on('data', (chunk: Buffer) => lines.push(JSON.parse(chunk.toString())))
  const log = createLogger({ level: 'debug', name: 'test', destination })
  return { lines, options: { service: 'catalogue', log, requestId: 'req-1' } }
}

const failing = (error: unknown, type = GraphQLInt) =>
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        a: {
          type,
          resolve: () => {
            throw error
          },
        },
        b: {
          type,
          resolve: () => {
            throw error
          },
        },
        large: { type, resolve: () => 2 ** 40 },
        withArgument: { type, args: { version: { type: scalars['SemVer']! } }, resolve: () => 1 },
      },
    }),
  })

const extensions = (code: string, retryable = false) => ({ code, service: 'catalogue', retryable, requestId: 'req-1' })

describe('formatError', () => {
  it('shows a coded error with its details, its path and no locations', async () => {
    const { options } = recorder()
    const error = new AppError('CONFLICT', { public: 'Someone was first.', details: { currentRevision: 7 } })
    const { errors } = await graphql({ schema: failing(error), source: '{ a }' })
    const formatted = formatError(errors![0], options)
    expect(JSON.stringify(formatted)).toBe(
      '{"message":"Someone was first.","path":["a"],"extensions":{"code":"CONFLICT","service":"catalogue","retryable":false,"requestId":"req-1","details":{"currentRevision":7}}}',
    )
  })

  it('masks what nobody meant for a caller and logs it once with its stack', async () => {
    const { options, lines } = recorder()
    const { errors } = await graphql({ schema: failing(new TypeError('secret of the house')), source: '{ a b }' })
    const answers = errors!.map((error) => formatError(error, options))
    expect(answers).toEqual([
      { message: 'Something went wrong on our side.', path: ['a'], extensions: extensions('INTERNAL_SERVER_ERROR') },
      { message: 'Something went wrong on our side.', path: ['b'], extensions: extensions('INTERNAL_SERVER_ERROR') },
    ])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ level: 'error', requestId: 'req-1' })
    expect(lines[0]!.err!.stack).toContain('secret of the house')
  })

  it('takes a value of ours that a scalar cannot write for our fault, not for the caller’s', async () => {
    const { options } = recorder()
    const { errors } = await graphql({ schema: failing(null), source: '{ large }' })
    expect(formatError(errors![0], options).extensions).toEqual(extensions('INTERNAL_SERVER_ERROR'))
  })

  it.each([
    ['connection refused', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })],
    ['both addresses refused', new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })])],
    ['shut down by an administrator', Object.assign(new Error('terminating connection'), { code: '57P01' })],
    ['cut off', new Error('Connection terminated unexpectedly')],
    [
      'wrapped by Prisma',
      Object.assign(new Error('x'), {
        code: 'P2010',
        meta: { driverAdapterError: Object.assign(new Error('y'), { cause: { originalCode: '57P01' } }) },
      }),
    ],
    ['as a cause', new Error('could not load', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) })],
  ])('calls a database that is away UNAVAILABLE and worth a retry: %s', (_, error) => {
    const { options } = recorder()
    expect(formatError(error, options).extensions).toEqual(extensions('UNAVAILABLE', true))
  })

  it('calls text that Postgres cannot store the caller’s mistake', () => {
    const { options } = recorder()
    const error = Object.assign(new Error('invalid byte sequence'), { code: '22021' })
    expect(formatError(error, options).extensions).toEqual(extensions('BAD_USER_INPUT'))
  })

  it('keeps the messages of syntax, validation and coercion, with codes', async () => {
    const { options } = recorder()
    const schema = failing(null)
    const syntax = await graphql({ schema, source: '{ a' })
    expect(formatError(syntax.errors![0], options)).toMatchObject({
      message: 'Syntax Error: Expected Name, found <EOF>.',
      locations: [{ line: 1, column: 4 }],
      extensions: extensions('GRAPHQL_PARSE_FAILED'),
    })
    const invalid = validate(buildSchema('type Query { a: Int }'), parse('{ other }'))
    expect(formatError(invalid[0], options)).toMatchObject({
      message: 'Cannot query field "other" on type "Query".',
      extensions: extensions('GRAPHQL_VALIDATION_FAILED'),
    })
    const source = 'query ($v: SemVer) { withArgument(version: $v) }'
    const coerced = await graphql({ schema, source, variableValues: { v: 'one' } })
    expect(formatError(coerced.errors![0], options)).toEqual({
      message: `Variable "$v" got invalid value "one"; 'one' is not a semantic version.`,
      extensions: extensions('BAD_USER_INPUT'),
    })
    const literal = await graphql({ schema, source: '{ withArgument(version: "one") }' })
    expect(formatError(literal.errors![0], options).extensions).toEqual(extensions('BAD_USER_INPUT'))
    const missing = await execute({
      schema: buildSchema('type Query { a(n: Int!): Int }'),
      document: parse('query ($n: Int!) { a(n: $n) }'),
    })
    expect(formatError(missing.errors![0], options).extensions).toEqual(extensions('BAD_USER_INPUT'))
  })

  it('hands on what a subgraph has judged already', () => {
    const { options, lines } = recorder()
    const theirs = { code: 'NOT_FOUND', service: 'runtime', retryable: false, requestId: 'req-0', details: { id: 'x' } }
    const error = new GraphQLError('No such instance.', { path: ['instance'], extensions: theirs })
    expect(formatError(error, options)).toEqual({
      message: 'No such instance.',
      path: ['instance'],
      extensions: theirs,
    })
    expect(lines).toMatchObject([
      { level: 'info', msg: 'refused', code: 'NOT_FOUND', service: 'runtime', requestId: 'req-1' },
    ])
  })

  it('masks a code that is in nobody’s registry', () => {
    const { options } = recorder()
    const error = new GraphQLError('select * from secrets', {
      path: ['a'],
      extensions: { code: 'DOWNSTREAM_SERVICE_ERROR' },
    })
    expect(formatError(error, options)).toMatchObject({ extensions: extensions('INTERNAL_SERVER_ERROR') })
  })

  it('has one line in the log for the refusals of an answer, with what callers are not told', () => {
    const { options, lines } = recorder()
    const refusals = [
      new AppError('FORBIDDEN', { public: 'No.' }),
      new AppError('NOT_FOUND', { public: 'Gone.', internal: 'row 7' }),
      new AppError('FORBIDDEN', { public: 'No.' }),
    ]
    expect(JSON.stringify(formatErrors(refusals, options))).not.toContain('row 7')
    expect(lines).toMatchObject([
      {
        level: 'info',
        code: 'FORBIDDEN',
        codes: ['FORBIDDEN', 'NOT_FOUND'],
        count: 3,
        internal: 'row 7',
        requestId: 'req-1',
        reason: 'No.',
      },
    ])
  })
})
