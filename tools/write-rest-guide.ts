import type { CompiledEndpoint } from '../gateway/rest/endpoint.ts'

/** The field of the graph that it asks: of a read down to what is answered. */
const fieldOf = ({ kind, rootField, result }: CompiledEndpoint['operation']) =>
  kind === 'query' ? result.join('.') : rootField

/** The text of docs/guides/rest.md: how the endpoints behave, and which operation each one is. */
export function restGuide(endpoints: readonly CompiledEndpoint[]): string {
  const groups = Map.groupBy(endpoints, ({ group }) => group)
  const tables = [...groups].map(([group, all]) => {
    const rows = all.map(
      ({ at, operation, summary }) => `| \`${at}\` | \`${fieldOf(operation)}\` | ${summary.replaceAll('|', '\\|')} |`,
    )
    return `### ${group}\n\n| endpoint | operation | what it does |\n|---|---|---|\n${rows.join('\n')}`
  })
  return `# REST

<!-- Written by \`npm run generate\` from gateway/rest/endpoints. Do not edit. -->

Every endpoint is an operation of the graph at an address. It is executed as if you had sent the document to \`/graphql\`: the same access, rules, budgets, rates and errors. \`GET /api/openapi.json\` is the description for programs (OpenAPI 3.1; in the repository: \`docs/openapi.json\`), from which clients are generated; \`openapi-typescript\` with \`openapi-fetch\` is tested.

\`\`\`sh
npm start                                              # prints the address and where the admin key is
KEY="authorization: Bearer $(cat .marquee/admin-key)"
curl -s 'http://127.0.0.1:4000/api/instances?component_id=display/bus-stop&first=2'
curl -si http://127.0.0.1:4000/api/instances/inst-… -H "$KEY"                        # ETag: "7"
curl -s -X PATCH http://127.0.0.1:4000/api/instances/inst-…/props -H "$KEY" \\
  -H 'content-type: application/merge-patch+json' -H 'if-match: "7"' -H 'idempotency-key: 3f2c' \\
  -d '{"alert":{"level":"warning","message":"Line 42 runs late"}}'
curl -N http://127.0.0.1:4000/api/instances/inst-…/events                            # follow it
\`\`\`

## Rules

- **Who asks.** \`authorization: Bearer\` with the admin key, a token or a display key. Without one only what is public is there.
- **Names.** Parameters and bodies have the names and types of the graph, except where the table says what the sources wrote: \`component_id\` (the type key of the definition), \`owner_id\`, \`target_version\`, \`target_parent_id\`, \`new_name\`. Lists in a query have commas (\`tags=bus,covered\`), members of objects have dots (\`near.lat\`), JSON is text. What is not known, is not of its type or comes twice is refused with a pointer; null in a body is null, left out is left out. Times are RFC 3339.
- **Where.** What is below \`/api/instances\` is below \`/api/v1/instances\` too, and the other way round.
- **Errors** are problem details (RFC 9457, \`application/problem+json\`): \`code\` is the code of [errors.md](errors.md), \`status\` its status, \`details.problems[]\` has JSON pointers, \`requestId\` finds the line in the log. Pointers of SCHEMA_VIOLATION begin at the instance (\`/props/title\`), all others at the query or the body.
- **Revisions.** The ETag of an instance is its revision. \`If-Match\` on a write makes it CONFLICT with status 412 when someone was first; \`If-None-Match\` on a GET is answered 304. Presence and health change without a revision: they are in \`/status\`, which has no ETag.
- **Repeats.** \`Idempotency-Key\` makes a write safe to repeat: the second request answers as the first did; with another body it is IDEMPOTENCY_MISMATCH. Both headers are refused where the operation does not take them.
- **Pages.** Lists are \`{ items, nextCursor }\`. \`first\` and \`after\` turn pages; the header \`Link\` has the next one; \`totalCount=true\` counts.
- **Writes** answer what they changed, and \`x-change-id\` names the change in history and activities. Bodies of PATCH are merge patches (RFC 7396): null deletes.
- **Events.** \`GET /api/instances/{id}/events\` is a stream for EventSource: the event's name is its type, its id resumes after it (\`Last-Event-ID\`, or \`since\`). An error is an event named \`problem\`; \`end\` means that the instance was deleted.
- **Methods and types.** 405 with \`Allow\`, 415 for bodies that are no JSON, 406 where \`Accept\` takes no JSON. HEAD and OPTIONS work; pages of other origins are admitted by \`MARQUEE_ALLOWED_ORIGINS\`.

## Endpoints

${tables.join('\n\n')}
`
}
