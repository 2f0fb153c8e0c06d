import { limitNames, limitTable, limitVariable } from '../kit/limits.ts'

/** The text of docs/guides/limits.md: the table of budgets. */
export function limitsGuide(): string {
  const rows = limitNames.map((name) => {
    const { what, unit, default: value, past } = limitTable[name]
    return `| ${what} | ${value.toLocaleString('en')} ${unit} | \`${limitVariable(name)}\` | ${past} |`
  })
  return `# Limits

<!-- Written by \`npm run generate\` from kit/limits.ts. Do not edit. -->

Every request is bounded before the work is done. Each budget has a default and an environment variable that changes it; a change takes effect at the next start.

| budget | default | variable | past it |
|---|---|---|---|
${rows.join('\n')}
`
}
