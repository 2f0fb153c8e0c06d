import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { errorListeners } from './error-listeners.mjs'

const linter = new Linter()
const problems = (code: string) =>
  linter
    .verify(
      `import { spawn } from 'node:child_process'\nimport { createReadStream } from 'node:fs'\nimport { pipeline } from 'node:stream/promises'\nimport pg from 'pg'\n${code}`,
      {
        languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
        plugins: { marquee: { rules: { 'error-listeners': errorListeners } } },
        rules: { 'marquee/error-listeners': 'error' },
      },
    )
    .map(({ messageId }) => messageId)

describe('the rule of error listeners', () => {
  it.each([
    "const child = spawn('x'); child.on('error', () => {})",
    "const child = spawn('x'); const later = () => child.once('error', () => {})",
    "const client = new pg.Client({}); client.on('error', () => {})",
    "await pipeline(createReadStream('x'), to)",
    'const connect = () => {}; connect()',
    'pool.connect()',
  ])('lets pass: %s', (code) => expect(problems(code)).toEqual([]))

  it.each([
    "spawn('x')",
    "const make = () => spawn('x')",
    "const child = spawn('x'); child.on('exit', () => {})",
    'const client = new pg.Client({}); await client.connect()',
    "createReadStream('x').pipe(to)",
  ])('finds: %s', (code) => expect(problems(code)).toEqual(['missing']))
})
