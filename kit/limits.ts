import type { JsonBounds } from './pure/json/parse-json.ts'

/**
 * Every budget that bounds what a client may cost. One row is one budget: docs/guides/limits.md is generated from this
 * table, `readEnv` reads an override for each from `MARQUEE_LIMIT_<KEY_IN_UPPER_SNAKE_CASE>`, and the code that
 * enforces it takes the value from `Limits`. A budget is checked before the work is done.
 */
export type LimitRow = {
  /** What is bounded; a noun phrase. */
  what: string
  unit: string
  default: number
  min: number
  max: number
  /** What the client meets past it: an error code, a close code or an HTTP status, and what happens then. */
  past: string
}

// prettier-ignore
export const limitTable = {
  documentTokens: { what: 'Tokens of one GraphQL document', unit: 'tokens', default: 8000, min: 100, max: 1_000_000, past: '`QUERY_TOO_EXPENSIVE`' },
  documentNesting: { what: 'Brackets open at once in one document, those of literals among them (the planner reads no more)', unit: 'levels', default: 48, min: 16, max: 48, past: '`QUERY_TOO_EXPENSIVE`' },
  documentDirectives: { what: 'Directives in one document', unit: 'directives', default: 200, min: 1, max: 10_000, past: '`QUERY_TOO_EXPENSIVE`' },
  documentOperations: { what: 'Operations in one document', unit: 'operations', default: 50, min: 1, max: 10_000, past: '`QUERY_TOO_EXPENSIVE`' },
  documentFragments: { what: 'Fragments defined in one document', unit: 'fragments', default: 100, min: 1, max: 10_000, past: '`QUERY_TOO_EXPENSIVE`' },
  documentDepth: { what: 'Fields nested in one operation', unit: 'levels', default: 16, min: 16, max: 100, past: '`QUERY_TOO_EXPENSIVE`' },
  documentRootFields: { what: 'Root fields of one operation, aliases among them', unit: 'fields', default: 100, min: 1, max: 10_000, past: '`QUERY_TOO_EXPENSIVE`' },
  documentSelections: { what: 'Selections of one operation with its fragments opened', unit: 'selections', default: 10_000, min: 100, max: 100_000, past: '`QUERY_TOO_EXPENSIVE`' },
  documentRepeats: { what: 'Fields of one document that repeat a response name beside them', unit: 'fields', default: 250, min: 10, max: 10_000, past: '`QUERY_TOO_EXPENSIVE`' },
  validationErrors: { what: 'Validation errors told of one document', unit: 'errors', default: 20, min: 1, max: 100, past: 'the rest is left out' },
  costAnonymous: { what: 'Cost of a document for who has no key, or a screen\'s', unit: 'points', default: 50_000, min: 100, max: 1_000_000_000, past: '`QUERY_TOO_EXPENSIVE`; docs/guides/cost.md says how it is counted' },
  costToken: { what: 'Cost of a document for a principal with a token', unit: 'points', default: 200_000, min: 100, max: 1_000_000_000, past: '`QUERY_TOO_EXPENSIVE`' },
  costAdmin: { what: 'Cost of a document for an administrator', unit: 'points', default: 1_000_000, min: 100, max: 1_000_000_000, past: '`QUERY_TOO_EXPENSIVE`' },
  costIntrospection: { what: 'Part of the cost of a document that is for `__schema` and `__type`, for every viewer; the standard introspection query fits once', unit: 'points', default: 8000, min: 100, max: 1_000_000_000, past: '`QUERY_TOO_EXPENSIVE`' },
  historyPageBytes: { what: 'Patches of one page of history, as JSON', unit: 'bytes', default: 4_194_304, min: 1024, max: 1_073_741_824, past: 'the page has fewer changes than `first`; `pageInfo.hasNextPage` is true' },
  answerBytes: { what: 'Data of one answer to a query or mutation, as JSON', unit: 'bytes', default: 33_554_432, min: 1024, max: 268_435_456, past: '`ANSWER_TOO_LARGE` in place of the answer, before it is written' },
  socketsPerProcess: { what: 'Open WebSockets and subscriptions over HTTP of one process', unit: 'sockets', default: 50_000, min: 1, max: 1_000_000, past: 'HTTP 503 with `UNAVAILABLE` and `Retry-After`' },
  socketsPerAddress: { what: 'Open WebSockets and HTTP streams of one client address in one process (IPv6: of one /64 network)', unit: 'sockets', default: 2000, min: 1, max: 1_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`' },
  socketsPerPrincipal: { what: 'Open WebSockets and HTTP streams of one principal or display key in one process', unit: 'sockets', default: 5000, min: 1, max: 1_000_000, past: 'close code 4429 in answer to `connection_init`; HTTP 429 with `RATE_LIMITED` for a stream' },
  socketsOpenedPerSecond: { what: 'WebSockets opened per second in one process, in the long run', unit: 'sockets', default: 2000, min: 1, max: 1_000_000, past: 'HTTP 503 with `UNAVAILABLE` and `Retry-After`' },
  socketsOpenedAtOnce: { what: 'WebSockets opened in one burst in one process', unit: 'sockets', default: 10_000, min: 1, max: 1_000_000, past: 'HTTP 503 with `UNAVAILABLE` and `Retry-After`' },
  mcpSessionsPerProcess: { what: 'MCP sessions of one process', unit: 'sessions', default: 1000, min: 1, max: 100_000, past: 'HTTP 503 with `UNAVAILABLE` and `Retry-After`' },
  mcpSessionsPerPrincipal: { what: 'MCP sessions of one principal in one process', unit: 'sessions', default: 50, min: 1, max: 100_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`' },
  mcpSessionIdleMs: { what: 'How long an MCP session stays whose client asks nothing and holds no stream open', unit: 'milliseconds', default: 1_800_000, min: 10, max: 86_400_000, past: 'the session ends; its client is answered 404 and opens another one' },
  mcpSubscriptionsPerSession: { what: 'Resources that one MCP session follows', unit: 'resources', default: 200, min: 1, max: 10_000, past: '`LIMIT_REACHED`; the session stays' },
  operationsPerSocket: { what: 'Operations open at once on one socket', unit: 'operations', default: 1000, min: 1, max: 100_000, past: '`LIMIT_REACHED`; the socket stays open' },
  subscriptionsPerViewer: { what: 'Subscriptions open at once of one viewer (a principal, a display key, or all anonymous clients of an address) in one process', unit: 'subscriptions', default: 10_000, min: 1, max: 10_000_000, past: '`LIMIT_REACHED`; the socket stays open' },
  enrolmentSeconds: { what: 'How long a screen shows its enrolment code', unit: 'seconds', default: 900, min: 1, max: 86_400, past: 'the code is `NOT_FOUND`; the screen asks for another one' },
  enrolmentsPending: { what: 'Screens that wait to be enrolled', unit: 'screens', default: 1000, min: 1, max: 100_000, past: '`LIMIT_REACHED`; the screen asks again later' },
  enrolmentsPendingPerAddress: { what: 'Screens of one client address that wait to be enrolled', unit: 'screens', default: 50, min: 1, max: 100_000, past: '`LIMIT_REACHED`; the screen asks again later' },
  enrolmentGuessesPerMinute: { what: 'Wrong enrolment codes per minute of one principal, and of one client address, in the long run', unit: 'codes', default: 6, min: 1, max: 1_000_000, past: '`RATE_LIMITED`, for right codes too' },
  enrolmentGuessesAtOnce: { what: 'Wrong enrolment codes in one burst of one principal, and of one client address', unit: 'codes', default: 10, min: 1, max: 1_000_000, past: '`RATE_LIMITED`, for right codes too' },
  displayKeysPerInstance: { what: 'Display keys of one instance', unit: 'keys', default: 50, min: 1, max: 1000, past: '`LIMIT_REACHED`' },
  outsideTokenBytes: { what: 'A token that an issuer outside has signed', unit: 'bytes', default: 8192, min: 256, max: 65_536, past: '`UNAUTHENTICATED`, before it is looked at' },
  addressReadsPerSecond: { what: 'Reads per second of one client address without a principal, its screens among them, in the long run', unit: 'points', default: 1000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  addressReadsAtOnce: { what: 'Reads in one burst of one client address without a principal, its screens among them', unit: 'points', default: 20_000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only; `LIMIT_REACHED` where one request counts as more than this' },
  addressWritesPerSecond: { what: 'Writes per second of one client address without a principal, its screens among them, in the long run', unit: 'writes', default: 1000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  addressWritesAtOnce: { what: 'Writes in one burst of one client address without a principal, its screens among them', unit: 'writes', default: 20_000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only; `LIMIT_REACHED` where one request counts as more than this' },
  addressSubscriptionsPerSecond: { what: 'Subscriptions begun per second of one client address without a principal, its screens among them, in the long run', unit: 'subscriptions', default: 5000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  addressSubscriptionsAtOnce: { what: 'Subscriptions begun in one burst of one client address without a principal, its screens among them', unit: 'subscriptions', default: 50_000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  displayKeyReadsPerSecond: { what: 'Reads per second of one display key, in the long run', unit: 'points', default: 200, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  displayKeyReadsAtOnce: { what: 'Reads in one burst of one display key', unit: 'points', default: 5000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only; `LIMIT_REACHED` where one request counts as more than this' },
  displayKeyWritesPerSecond: { what: 'Writes per second of one display key, in the long run', unit: 'writes', default: 100, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  displayKeyWritesAtOnce: { what: 'Writes in one burst of one display key', unit: 'writes', default: 2000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only; `LIMIT_REACHED` where one request counts as more than this' },
  displayKeySubscriptionsPerSecond: { what: 'Subscriptions begun per second of one display key, in the long run', unit: 'subscriptions', default: 5000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  displayKeySubscriptionsAtOnce: { what: 'Subscriptions begun in one burst of one display key', unit: 'subscriptions', default: 50_000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  principalReadsPerSecond: { what: 'Reads per second of one principal with a token, in the long run', unit: 'points', default: 1000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  principalReadsAtOnce: { what: 'Reads in one burst of one principal with a token', unit: 'points', default: 10_000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only; `LIMIT_REACHED` where one request counts as more than this' },
  principalWritesPerSecond: { what: 'Writes per second of one principal with a token, in the long run', unit: 'writes', default: 1000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  principalWritesAtOnce: { what: 'Writes in one burst of one principal with a token', unit: 'writes', default: 100_000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only; `LIMIT_REACHED` where one request counts as more than this' },
  principalSubscriptionsPerSecond: { what: 'Subscriptions begun per second of one principal with a token, in the long run', unit: 'subscriptions', default: 1000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  principalSubscriptionsAtOnce: { what: 'Subscriptions begun in one burst of one principal with a token', unit: 'subscriptions', default: 20_000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  adminReadsPerSecond: { what: 'Reads per second of one administrator, in the long run', unit: 'points', default: 20_000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  adminReadsAtOnce: { what: 'Reads in one burst of one administrator', unit: 'points', default: 100_000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only; `LIMIT_REACHED` where one request counts as more than this' },
  adminWritesPerSecond: { what: 'Writes per second of one administrator, in the long run', unit: 'writes', default: 20_000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  adminWritesAtOnce: { what: 'Writes in one burst of one administrator', unit: 'writes', default: 200_000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only; `LIMIT_REACHED` where one request counts as more than this' },
  adminSubscriptionsPerSecond: { what: 'Subscriptions begun per second of one administrator, in the long run', unit: 'subscriptions', default: 20_000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  adminSubscriptionsAtOnce: { what: 'Subscriptions begun in one burst of one administrator', unit: 'subscriptions', default: 200_000, min: 1, max: 10_000_000, past: 'HTTP 429 with `RATE_LIMITED` and `Retry-After`; on a socket an `error` for this operation only' },
  rateKeys: { what: 'Principals, keys and addresses whose rates one process counts at a time', unit: 'keys', default: 100_000, min: 100, max: 10_000_000, past: 'who has asked nothing for longest is counted anew' },
  zoneEvents: { what: 'Events of one zone that a process keeps for subscribers who resume `zoneChanged`', unit: 'events', default: 1000, min: 1, max: 100_000, past: 'whoever resumes further back is told RESYNC and the present' },
  zoneResumeMs: { what: 'How long a process keeps them after the last subscriber has left', unit: 'milliseconds', default: 60_000, min: 10, max: 3_600_000, past: 'whoever resumes later is told RESYNC and the present' },
  messageBytes: { what: 'One message from a client over a WebSocket', unit: 'bytes', default: 1_048_576, min: 1024, max: 16_777_216, past: 'close code 1009' },
  messagesPerSecond: { what: 'Messages and pings per second from one socket, in the long run', unit: 'messages', default: 200, min: 1, max: 1_000_000, past: 'close code 4429' },
  messagesAtOnce: { what: 'Messages and pings in one burst from one socket', unit: 'messages', default: 4000, min: 1, max: 1_000_000, past: 'close code 4429' },
  operationIdLength: { what: 'The id of one operation on a socket', unit: 'characters', default: 200, min: 36, max: 10_000, past: 'close code 4400' },
  connectionInitMs: { what: 'From the opening of a socket to its `connection_init`', unit: 'milliseconds', default: 5000, min: 10, max: 600_000, past: 'close code 4408' },
  pingMs: { what: 'Between two pings of the server; a socket that has answered neither of the last two is gone', unit: 'milliseconds', default: 20_000, min: 10, max: 600_000, past: 'the socket is cut (1006)' },
  idleMs: { what: 'How long an acknowledged socket may carry no operation', unit: 'milliseconds', default: 600_000, min: 10, max: 86_400_000, past: 'close code 1001' },
  unreadBytes: { what: 'Bytes written to one socket that its client has not read yet; one answer to an idle socket may be larger', unit: 'bytes', default: 8_388_608, min: 65_536, max: 1_073_741_824, past: 'close code 1013' },
  unreadMs: { what: 'How long a client may leave what was written to its socket unread', unit: 'milliseconds', default: 60_000, min: 10, max: 600_000, past: 'close code 1013' },
  closeMs: { what: 'From our close frame to the cut of a socket whose client does not answer it', unit: 'milliseconds', default: 2000, min: 10, max: 60_000, past: 'the socket is cut; nothing received meanwhile is looked at' },
  jsonDepth: { what: 'Nesting of one JSON document from outside: a request body, a WebSocket message, the answer of a webhook or a source', unit: 'levels', default: 64, min: 48, max: 256, past: '`BAD_USER_INPUT` with a JSON pointer; a value of the graph (props, filters, schemas) has at most 32 levels of its own' },
  jsonNodes: { what: 'Values in one JSON document from outside, arrays and objects included', unit: 'values', default: 500_000, min: 1000, max: 10_000_000, past: '`BAD_USER_INPUT` with a JSON pointer' },
  streamHeartbeatMs: { what: 'Between two signs of life in a subscription over HTTP; a client that has read nothing for three of them is gone', unit: 'milliseconds', default: 15_000, min: 10, max: 600_000, past: 'the connection is cut' },
  bodyBytes: { what: 'Body of one HTTP request (a bundle of 1 MB, escaped as JSON, fits)', unit: 'bytes', default: 4_194_304, min: 1024, max: 67_108_864, past: 'HTTP 413 with `PAYLOAD_TOO_LARGE`' },
  headerBytes: { what: 'Headers of one HTTP request, its address included', unit: 'bytes', default: 16_384, min: 1024, max: 262_144, past: 'HTTP 431 with `PAYLOAD_TOO_LARGE`; the connection is closed' },
  headersMs: { what: 'From the beginning of an HTTP request (or of a connection that sends none) to the end of its headers', unit: 'milliseconds', default: 10_000, min: 10, max: 600_000, past: 'HTTP 408 with `REQUEST_TIMEOUT`; the connection is closed' },
  requestMs: { what: 'From the beginning of an HTTP request to the end of its body', unit: 'milliseconds', default: 30_000, min: 10, max: 600_000, past: 'HTTP 408 with `REQUEST_TIMEOUT`; the connection is closed' },
  keepAliveMs: { what: 'How long an HTTP connection stays open for its next request', unit: 'milliseconds', default: 72_000, min: 10, max: 600_000, past: 'the connection is closed' },
  connectionIdleMs: { what: 'How long nothing may be read from or written to an HTTP connection while an answer is due (a client that does not read its answer)', unit: 'milliseconds', default: 120_000, min: 10, max: 3_600_000, past: 'the connection is cut' },
  interactionsKept: { what: 'Events of components (`emitInstanceEvent`) that are kept of one instance, for `MARQUEE_LOG_RETENTION_DAYS` at most', unit: 'events', default: 10_000, min: 1, max: 10_000_000, past: 'the oldest are removed within a minute or two; their activities stay' },
  screensKept: { what: 'Screens (devices that report) that are remembered of one instance; those that are offline for `MARQUEE_LOG_RETENTION_DAYS` at most, except the last', unit: 'screens', default: 20_000, min: 1, max: 10_000_000, past: 'those that have been silent for longest are forgotten within a minute or two' },
  archiveBytes: { what: 'A content archive, packed and unpacked, headers and padding included', unit: 'bytes', default: 67_108_864, min: 1024, max: 1_073_741_824, past: '`BAD_USER_INPUT`; nothing of it is published' },
  archiveFiles: { what: 'Files of one content archive', unit: 'files', default: 2000, min: 1, max: 100_000, past: '`BAD_USER_INPUT`; nothing of it is published' },
  archiveEntries: { what: 'Entries of one content archive, folders among them', unit: 'entries', default: 10_000, min: 1, max: 1_000_000, past: '`BAD_USER_INPUT`; nothing of it is published' },
  archiveMs: { what: 'Unpacking one content archive', unit: 'milliseconds', default: 30_000, min: 10, max: 600_000, past: '`BAD_USER_INPUT`; nothing of it is published' },
  bundleBytes: { what: 'The bundle of one definition version', unit: 'bytes', default: 1_048_576, min: 1024, max: 16_777_216, past: '`PAYLOAD_TOO_LARGE`' },
  sourceBytes: { what: 'A file that a dataset reads (CSV, JSON, Parquet), packed and unpacked', unit: 'bytes', default: 17_179_869_184, min: 1024, max: 1_099_511_627_776, past: 'the run fails with `SOURCE_FAILED`, `reason: TOO_LARGE`; what was read before stays' },
  sourceRows: { what: 'Rows of a file that a dataset reads', unit: 'rows', default: 200_000_000, min: 1, max: 1_000_000_000_000, past: 'the run fails with `SOURCE_FAILED`, `reason: TOO_LARGE`; what was read before stays' },
  sourceTempBytes: { what: 'What one run of a built-in executor keeps on the disk for want of memory while it reads', unit: 'bytes', default: 34_359_738_368, min: 1_048_576, max: 1_099_511_627_776, past: 'the run fails with `OUT_OF_DISK`; what was read before stays. How long it may take is its timeout' },
  runWrittenBytes: { what: 'Bytes that one run of a supplied executor may add to its folder', unit: 'bytes', default: 1_073_741_824, min: 1_048_576, max: 1_099_511_627_776, past: 'the run fails with `OUT_OF_DISK`, and what it wrote is deleted' },
  runWrittenFiles: { what: 'Files and folders that one run of a supplied executor may add to its folder', unit: 'files', default: 10_000, min: 10, max: 1_000_000, past: 'the run fails with `OUT_OF_DISK`, and what it wrote is deleted' },
  validationSteps: { what: 'Work of checking one value against its JSON Schema: subschemas evaluated, texts and lists gone over', unit: 'steps', default: 500_000, min: 1000, max: 100_000_000, past: '`SCHEMA_VIOLATION` with a problem of the keyword `steps`; the write changes nothing' },
  programmeEntries: { what: 'Entries of one programme', unit: 'entries', default: 200, min: 1, max: 10_000, past: '`LIMIT_REACHED`; nothing is written' },
  programmeItems: { what: 'Items of the playlist of one entry of a programme', unit: 'items', default: 200, min: 1, max: 10_000, past: '`LIMIT_REACHED`; nothing is written' },
  programmeItemSeconds: { what: 'The least that one item of a playlist is shown; each step is a revision of every instance that shows it', unit: 'seconds', default: 10, min: 1, max: 86_400, past: '`BAD_USER_INPUT` with a JSON pointer where an item is shorter' },
  programmeSegments: { what: 'Segments of one answer of `programmePreview`', unit: 'segments', default: 5000, min: 10, max: 100_000, past: '`LIMIT_REACHED`: ask for fewer hours' },
  calendarDates: { what: 'Dates of one calendar', unit: 'dates', default: 5000, min: 1, max: 100_000, past: '`LIMIT_REACHED`; nothing is written' },
  rolloutInstances: { what: 'Instances of one rollout, and of one plan of an upgrade', unit: 'instances', default: 100_000, min: 1, max: 1_000_000, past: '`LIMIT_REACHED`: narrow the filter' },
  rolloutWaves: { what: 'Waves of one rollout', unit: 'waves', default: 20, min: 1, max: 1000, past: '`BAD_USER_INPUT`' },
  calendarBytes: { what: 'An iCalendar text that a calendar is made from', unit: 'bytes', default: 524_288, min: 1024, max: 16_777_216, past: '`PAYLOAD_TOO_LARGE`; nothing is written' },
  refusalsRecordedPerMinute: { what: 'Forbidden mutations of one principal or screen that each process records as activities, in a minute', unit: 'activities', default: 60, min: 1, max: 100_000, past: 'the refusal is answered and not recorded' },
  accessMaxAgeMs: { what: 'How long a process goes by what it knows of a principal without reading it again; changes are told at once over the bus, this bounds them while the bus is away', unit: 'milliseconds', default: 5000, min: 100, max: 60_000, past: 'it is read again; `UNAVAILABLE` where it cannot be' },
} as const satisfies Record<string, LimitRow>

export type LimitName = keyof typeof limitTable
export type Limits = { readonly [name in LimitName]: number }

export const limitNames = Object.keys(limitTable) as LimitName[]

export const defaultLimits: Limits = Object.freeze(
  Object.fromEntries(limitNames.map((name) => [name, limitTable[name].default])),
) as Limits

/** What a JSON document from outside may have, in at most `bytes`. */
export const jsonBounds = (
  { jsonDepth, jsonNodes }: Pick<Limits, 'jsonDepth' | 'jsonNodes'>,
  bytes: number,
): JsonBounds => ({ depth: jsonDepth, nodes: jsonNodes, bytes })

/** The environment variable that overrides a budget. */
export const limitVariable = (name: LimitName): string =>
  `MARQUEE_LIMIT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
