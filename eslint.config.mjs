import graphqlPlugin from '@graphql-eslint/eslint-plugin'
import js from '@eslint/js'
import tseslint from 'typescript-eslint'
import { errorListeners } from './tools/error-listeners.mjs'
import { ownLookups } from './tools/own-lookups.mjs'

/**
 * One configuration for all files, because the plugin keeps the first it meets for the whole run. The composed graph
 * stands in for each subgraph: what a subgraph declares and nobody can reach is then seen across all three, and the
 * plugin's own reading of federation files fails on @apollo/subgraph 2.15.
 */
const graphQLConfig = { schema: 'schema/api.graphql', documents: 'sdk/operations/*.graphql' }

/**
 * Everything that a client can name has a description; an argument called `input` is explained by its type. `foreign`
 * types are another subgraph's: their owner describes them, and composition keeps one description.
 */
const describe = (...foreign) => ({
  '@graphql-eslint/require-description': [
    'error',
    {
      types: true,
      FieldDefinition: true,
      EnumValueDefinition: true,
      InputValueDefinition: true,
      ignoredSelectors: [
        '[type=ScalarTypeDefinition]',
        '[type=InputValueDefinition][name.value=input]',
        `[type=ObjectTypeDefinition][name.value=/^(${['Query', 'Mutation', 'Subscription', ...foreign].join('|')})$/]`,
      ],
    },
  ],
})

/** Rules of the language a stranger meets: every type explained, names that tell what a thing is for. */
const sdlRules = {
  ...describe(),
  '@graphql-eslint/description-style': ['error', { style: 'inline' }],
  '@graphql-eslint/no-typename-prefix': 'error',
  '@graphql-eslint/no-unreachable-types': 'error',
  '@graphql-eslint/unique-enum-value-names': 'error',
  '@graphql-eslint/require-deprecation-reason': 'error',
  '@graphql-eslint/naming-convention': [
    'error',
    {
      types: 'PascalCase',
      FieldDefinition: 'camelCase',
      InputValueDefinition: 'camelCase',
      DirectiveDefinition: 'camelCase',
      EnumValueDefinition: 'UPPER_CASE',
      InputObjectTypeDefinition: { style: 'PascalCase', requiredSuffixes: ['Input', 'Filter'] },
    },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'ObjectTypeDefinition[name.value=Mutation] > FieldDefinition[gqlType.gqlType.name.value!=/Payload$/]',
      message: 'A mutation answers with a type! of its own that ends in Payload, so that facts can be added later.',
    },
    {
      selector: 'ObjectTypeDefinition[name.value=Subscription] > FieldDefinition:not([name.value=/ed$/])',
      message: 'A subscription is named after what happened: noun and past participle (instanceChanged).',
    },
  ],
}

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '.marquee/',
      'coverage/',
      'prisma/generated/',
      '**/generated.ts',
      'schema/enums.ts',
      'schema/supergraph.graphql',
      'schema/api.graphql',
      'docs/',
      'test/fixtures/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{ts,tsx,mjs,cjs}'], ...js.configs.recommended },
  { files: ['**/*.{ts,tsx}'], extends: [tseslint.configs.strict] },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The type checker knows what is defined; these two only know what a file says.
      'no-undef': 'off',
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // We write `type` everywhere: an interface can be reopened by a stranger.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // `rows[0]!` after a count check is how noUncheckedIndexedAccess is answered.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // The three that need types and find real bugs: lost promises, and a union that grew.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, allowDefaultCaseForExhaustiveSwitch: true },
      ],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A function is read whole. The files listed have longer ones: take them apart when you work on them, and their line out.
    files: ['{kit,gateway,services,schema,server,executors,sdk,cli,apps}/**/*.{ts,tsx}'],
    ignores: [
      '**/*.test.ts',
      '**/test-*.ts',
      '**/*.contract.ts',
      'apps/screen/src/frame/component-runner.ts',
      'executors/builtin/backtest-fixed.ts',
      'executors/data/source/csv-scan.ts',
      'executors/run-isolated.ts',
      'kit/db/postmaster.ts',
      'kit/env.ts',
      'kit/http/fetch/guarded-fetch.ts',
      'sdk/src/live/{connection,feed,live-client}.ts',
      'services/catalogue/store/content/content-archive.ts',
      'services/runtime/domain/instances/new-instance.ts',
      'services/runtime/index.ts',
    ],
    rules: { 'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Markup has a line for every tag: a component of a hundred lines has the statements of one of forty.
    files: ['apps/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 110, skipBlankLines: true, skipComments: true }] },
  },
  {
    // kit/pure/json/parse-json.ts bounds depth, size and numbers before it builds anything. An executor's own files and pages in a browser read what we wrote.
    files: [
      'kit/**/*.ts',
      'gateway/**/*.ts',
      'services/**/*.ts',
      'schema/**/*.ts',
      'server/**/*.ts',
      'executors/**/*.ts',
    ],
    ignores: [
      '**/*.test.ts',
      '**/test-*.ts',
      '**/*.contract.ts',
      'kit/pure/json/json-value-of.ts',
      'executors/data/**',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'JSON',
          property: 'parse',
          message:
            'Use parseJson (text from outside) or parseOwnJson (text of our own) of kit/pure/json/parse-json.ts.',
        },
      ],
    },
  },
  {
    // Elsewhere a batch belongs to one caller.
    files: ['services/*/graphql/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name=DataLoader]',
          message:
            'Use BatchLoader of kit/graphql/batch-loader.ts: one bad key must not fail the other fields of a batch.',
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts', 'test/**/*.ts', '**/*.contract.ts'],
    rules: { 'max-lines': 'off', '@typescript-eslint/switch-exhaustiveness-check': 'off' },
  },
  {
    // dependency-cruiser keeps packages out of a domain; these come without an import.
    files: ['services/*/domain/**/*.ts', 'kit/pure/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'fetch',
        'setTimeout',
        'setInterval',
        'setImmediate',
        'performance',
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name=Date][callee.property.name=now]',
          message: 'Now is an argument.',
        },
        { selector: 'NewExpression[callee.name=Date][arguments.length=0]', message: 'Now is an argument.' },
        {
          selector: 'CallExpression[callee.object.name=Math][callee.property.name=random]',
          message: 'Random is an argument.',
        },
      ],
    },
  },
  {
    files: ['{kit,executors,services,gateway,server,demo}/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.contract.ts'],
    plugins: { marquee: { rules: { 'error-listeners': errorListeners, 'own-lookups': ownLookups } } },
    rules: { 'marquee/error-listeners': 'error', 'marquee/own-lookups': 'error' },
  },
  // Command lines talk to people, and pages in a browser have no other log.
  {
    files: ['tools/**', 'bench/**', 'demo/**', 'server/main.ts', 'apps/**', 'codegen.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        URL: 'readonly',
        console: 'readonly',
        module: 'writable',
        Buffer: 'readonly',
        WebAssembly: 'readonly',
      },
    },
  },
  {
    files: ['schema/*.graphql', 'sdk/operations/*.graphql'],
    plugins: { '@graphql-eslint': graphqlPlugin },
    languageOptions: { parser: graphqlPlugin.parser, parserOptions: { graphQLConfig } },
  },
  { files: ['schema/*.graphql'], rules: sdlRules },
  { files: ['schema/runtime.graphql'], rules: describe('Definition', 'DefinitionVersion', 'Project', 'Principal') },
  { files: ['schema/placement.graphql'], rules: describe('Instance') },
  {
    files: ['sdk/operations/*.graphql'],
    rules: {
      ...graphqlPlugin.configs['flat/operations-recommended'].rules,
      // An id is asked for where it is shown; a feed of props needs none.
      '@graphql-eslint/require-selections': 'off',
    },
  },
)
