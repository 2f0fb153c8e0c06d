/**
 * Who may import whom. Type-only imports count: a type is a promise too.
 * Each rule is broken on purpose in tools/dependency-rules.test.ts, so that none can go blind unnoticed.
 */
const ours = '^(services|executors|gateway|server|sdk|cli|apps|tools|demo|bench|prisma|schema|kit)/'
const besides = (...folders) => ({ path: ours, pathNot: folders.map((folder) => `^${folder}`) })
// Tests may use the test runner, fast-check and node: they do not ship, and nothing imports them.
const tests = '[.](test|contract)[.]ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'services-are-islands',
      comment:
        'A service that imports another can never move to its own process or repository. Declare a port in ports.ts ' +
        'and let server/links/ implement it.',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      // What runs executors is no service: it is a tool that services use, and executors-have-one-door says how far.
      to: besides('services/$1/', 'kit/', 'schema/', 'prisma/generated/', 'executors/'),
    },
    {
      name: 'services-have-one-door',
      comment: 'What is behind index.ts may change at will only while nobody leans on it.',
      severity: 'error',
      from: { path: '^(server|gateway|demo|apps|sdk)/' },
      to: { path: '^services/', pathNot: '^services/[^/]+/(index|ports)[.]ts$' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Rules know words, not tables or wires: then they are tested in microseconds and survive a change of storage. ' +
        'Besides itself a domain sees kit/pure, the registry of error codes, the viewer, the rules of access, the shapes of events and those of configs.',
      severity: 'error',
      from: { path: '^services/([^/]+)/domain/' },
      to: besides(
        'services/$1/domain/',
        'kit/pure/',
        'kit/errors/app-error[.]ts$',
        'kit/graphql/viewer/(viewer|access)[.]ts$',
        'schema/(events|enums|kinds|[a-z]+-configs|access/permissions|access/mutations)[.]ts$',
      ),
    },
    {
      name: 'domain-does-no-io',
      comment:
        'A rule that reads a file, a clock or a socket cannot be replayed. Time and ids are arguments; what needs a ' +
        'package belongs in kit/pure behind a plain function.',
      severity: 'error',
      from: { path: '^services/[^/]+/domain/', pathNot: tests },
      to: { pathNot: [ours, '^test/'] },
    },
    {
      name: 'store-looks-down',
      comment: 'Storage serves the actions. If it called them, a rule could run twice or outside its transaction.',
      severity: 'error',
      from: { path: '^services/([^/]+)/(store|engine)/', pathNot: tests },
      to: { path: '^services/$1/(actions|graphql|index[.]ts)' },
    },
    {
      name: 'actions-know-no-graphql',
      comment: 'An action is done by a resolver, a job and a test alike; the wire is none of its business.',
      severity: 'error',
      from: { path: '^services/([^/]+)/actions/', pathNot: tests },
      to: { path: '^services/$1/(graphql/|index[.]ts$)' },
    },
    {
      name: 'prisma-stays-in-store',
      comment: "Rows leave the store as domain types; a Prisma type outside it makes the table everybody's business.",
      severity: 'error',
      from: { path: '^(services|gateway|kit)/', pathNot: '^services/[^/]+/(store/|index[.]ts$)' },
      to: { path: '^prisma/generated/' },
    },
    {
      name: 'kit-knows-nobody',
      comment: 'Otherwise kit becomes the place where services meet behind their doors. It may use npm packages only.',
      severity: 'error',
      from: { path: '^kit/' },
      to: besides('kit/'),
    },
    {
      name: 'executors-run-alone',
      comment:
        'An executor runs in a process that has no database and no keys. What it imports of ours must work there: kit and schema only.',
      severity: 'error',
      from: { path: '^executors/' },
      to: besides('executors/', 'kit/', 'schema/'),
    },
    {
      name: 'executors-have-one-door',
      comment:
        'Who imports executor code loads it into the server, and shares its crashes and its memory. Ask the runner for a run.',
      severity: 'error',
      from: { path: '^(services|gateway|server|demo|apps|sdk)/' },
      to: { path: '^executors/', pathNot: '^executors/(run-isolated|registry|executor|executor-error)[.]ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'Files in a ring are one file in disguise: none can be read, tested or moved alone.',
      severity: 'error',
      from: { pathNot: '^prisma/generated/' },
      to: { circular: true },
    },
    {
      name: 'gateway-sees-no-service',
      comment:
        'The gateway routes by SDL and addresses, so that a subgraph may be in this process or on another machine.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: besides('gateway/', 'kit/', 'schema/'),
    },
    {
      name: 'nothing-imports-server',
      comment:
        'server/ is where everything is put together; who imports it has become part of the assembly. Tests and benches start it.',
      severity: 'error',
      from: { pathNot: '^(server|test|bench)/' },
      to: { path: '^server/' },
    },
    {
      name: 'sdk-stands-alone',
      comment: 'The SDK is installed by strangers who have none of our other files.',
      severity: 'error',
      from: { path: '^sdk/' },
      to: besides('sdk/'),
    },
    {
      name: 'apps-use-sdk-only',
      comment: 'A page does what every other client can do, through the same graph.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: besides('apps/$1/', 'sdk/'),
    },
    {
      name: 'cli-uses-sdk-only',
      comment: 'What the command line can do, every client can: it knows the public graph and nothing behind it.',
      severity: 'error',
      from: { path: '^cli/' },
      to: besides('cli/', 'sdk/'),
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Test support is free to be crude because nobody builds on it.',
      severity: 'error',
      from: { path: ours, pathNot: [tests, '^bench/'] },
      to: { path: ['^test/', tests] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)node_modules/[.]', '(^|/)dist/', '^docs/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['marquee-source', 'import', 'types', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.d.ts'],
    },
  },
}
