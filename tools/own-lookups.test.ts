import path from 'node:path'
import { Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import { ownLookups } from './own-lookups.mjs'

const root = path.resolve(import.meta.dirname, '..')
const linter = new Linter({ cwd: root })
const problems = (code: string) =>
  linter
    .verify(
      `const table: Record<string, number> = { a: 1 }\nconst known = { a: 1, b: 2 }\ndeclare const text: string\n${code}`,
      {
        files: ['**/*.ts'],
        languageOptions: {
          parser: tseslint.parser as never,
          parserOptions: { projectService: { allowDefaultProject: ['*.ts'] }, tsconfigRootDir: root },
        },
        plugins: { marquee: { rules: { 'own-lookups': ownLookups } } },
        rules: { 'marquee/own-lookups': 'error' },
      },
      { filename: 'probe.ts' },
    )
    .map(({ messageId, message }) => messageId ?? message)

describe('the rule of lookups', () => {
  it.each([
    'export const found = ownMember(table, text)',
    "export const found = table['a']",
    "declare const key: 'a' | 'b'\nexport const found = known[key]",
    'export function f(rows: Record<string, number>) { return rows[text] }',
    'table[text] = 1',
    'export const found = new Map(Object.entries(table)).get(text)',
  ])('lets pass: %s', (code) => expect(problems(code)).toEqual([]))

  it.each([
    'export const found = table[text]',
    'export const found = table[text.toLowerCase()] ?? 0',
    'export const f = (name: string | number) => table[name]',
  ])('finds: %s', (code) => expect(problems(code)).toEqual(['inherited']))
})
