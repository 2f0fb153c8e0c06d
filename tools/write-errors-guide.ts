import { errorCodes } from '../kit/errors/app-error.ts'

/** The text of docs/guides/errors.md: the registry as a table, with how to act on it. */
export function errorsGuide(): string {
  const rows = Object.entries(errorCodes).map(
    ([code, { meaning, retryable, httpStatus }]) =>
      `| \`${code}\` | ${meaning} | ${retryable ? 'yes' : 'no'} | ${httpStatus} |`,
  )
  return `# Errors

<!-- Written by \`npm run generate\` from kit/errors/app-error.ts. Do not edit. -->

Every error of the graph carries the same extensions, on a query, a mutation and a subscription alike:

\`\`\`json
{
  "message": "A sentence for people; it may change.",
  "extensions": { "code": "CONFLICT", "service": "runtime", "retryable": false, "requestId": "…", "details": { "currentRevision": 8 } }
}
\`\`\`

- Act on \`code\`, never on \`message\`.
- \`retryable: true\`: the same request, sent again unchanged after a pause, may succeed. Use an \`idempotencyKey\` and it is safe.
- \`retryable: false\`: sending it again changes nothing. After a \`CONFLICT\`, read the instance again and decide again.
- \`details\` is for programs. Where a code has details, the table says which.
- \`details.problems[]\` lists what is wrong, each with a \`message\` and a JSON \`pointer\`. It points into the mutation's \`input\` (\`/timeslot/end\`, \`/bindings/0/path\`), with one exception: what does not fit a definition is named by its place in the instance, \`/props/…\` or \`/config/…\`, whether a patch, an override, a binding or an upgrade would bring it there. So a form shows each problem beside its field, whichever mutation it sends.
- \`requestId\` finds the request in the log. It is also the response header \`x-request-id\`.

Plain HTTP routes answer with the status in the last column; GraphQL responses keep the status that GraphQL over HTTP asks for.

| code | meaning | retryable | HTTP |
|---|---|---|---|
${rows.join('\n')}
`
}
