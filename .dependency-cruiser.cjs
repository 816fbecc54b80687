/**
 * The arrows of the house (docs/architecture.md): which room may know which. Type imports count.
 * `$1` in a rule is the capability or mechanism the importing file belongs to. Files beside a contract are
 * parts of it: `…-values.ts` holds the schemas (zod) whose types the domain needs.
 */
const rooms = 'kernel|law|intake|reader|typeset|platform|ui|mechanisms|app'
const test = '\\.(test|e2e)\\.tsx?$'
/** A capability (`src/campaigns/`) or a mechanism (`src/mechanisms/record/`): both have the same doors inside. */
const own = `^src/((?:mechanisms/)?(?!(?:${rooms})/)[^/]+)/`

/** `to` patterns a room may use; anything else under src/ is forbidden to it. */
function room(name, from, allowed, comment) {
  return {
    name,
    severity: 'error',
    comment,
    from: { path: from, pathNot: test },
    to: { path: '^src/', pathNot: allowed },
  }
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or need a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared',
      severity: 'error',
      comment: 'A package is used only when package.json names it.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-tools-in-the-product',
      severity: 'error',
      comment: 'What runs at the customer stands under dependencies, not devDependencies.',
      from: { path: '^src/', pathNot: [test, 'examples\\.tsx$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },

    room('kernel', '^src/kernel/', ['^src/kernel/'], 'The kernel imports nothing of ours.'),
    room('reader', '^src/reader/', ['^src/(kernel|reader)/'], 'Text to facts: kernel only.'),
    room('law', '^src/law/', ['^src/(kernel|law)/'], 'The engine over the law: kernel only.'),
    room('typeset', '^src/typeset/', ['^src/(kernel|typeset)/'], 'Documents to paper: kernel only.'),
    room('intake', '^src/intake/', ['^src/(kernel|platform|intake)/'], 'Bytes to text: kernel and platform.'),
    room('platform', '^src/platform/', ['^src/(kernel|platform)/'], 'The platform knows nothing of what it carries.'),
    room('ui', '^src/ui/', ['^src/(kernel|ui)/'], 'The design system knows no domain.'),
    room(
      'mechanisms',
      '^src/mechanisms/',
      ['^src/(kernel|platform|ui|mechanisms)/'],
      'A mechanism knows no capability.',
    ),
    room(
      'domain',
      `${own}domain/`,
      ['^src/(kernel|law)/', '^src/$1/(domain/|[^/]+-values\\.ts$)', '^src/mechanisms/[^/]+/(domain/|index\\.ts$)'],
      'Pure: kernel, law, the mechanisms’ domain.',
    ),
    room(
      'contract',
      `${own}contract\\.ts$`,
      [
        '^src/kernel/',
        '^src/platform/contract/',
        '^src/$1/(domain/|[^/]+-(values|contract)\\.ts$)',
        '^src/mechanisms/[^/]+/(contract|index)\\.ts$',
        '^src/mechanisms/[^/]+/domain/',
        '^src/(?!mechanisms/)[^/]+/(contract|index)\\.ts$',
      ],
      'The wire: domain, kernel, the helper that starts an operation, other doors.',
    ),
    room(
      'server',
      `${own}server/`,
      [
        '^src/(kernel|law|platform|intake|reader|typeset)/',
        '^src/$1/(domain/|server/|[^/]+\\.ts$)',
        '^src/mechanisms/[^/]+/(domain|server)/',
        '^src/[^/]+/((server/)?index|contract)\\.ts$',
        '^src/mechanisms/[^/]+/((server/)?index|[^/]+)\\.ts$',
      ],
      'Use cases: everything below, other capabilities by their doors.',
    ),
    room(
      'web',
      `${own}web/`,
      [
        '^src/(kernel|ui|platform/web)/',
        '^src/$1/(domain/|web/|[^/]+\\.ts$)',
        '^src/mechanisms/[^/]+/(domain|web)/',
        '^src/mechanisms/[^/]+/[^/]+\\.ts$',
        '^src/[^/]+/((web/)?index|contract)\\.ts$',
        '^src/app/contract\\.ts$',
        '^src/app/web/',
      ],
      'Screens: domain, contracts as types, ui, the mechanisms’ screens.',
    ),
    {
      name: 'doors',
      severity: 'error',
      comment:
        'A capability uses another only through its doors: index.ts, server/index.ts, web/index.ts(x), contract.ts.',
      from: { path: `^src/(?!(?:${rooms})/)([^/]+)/`, pathNot: test },
      to: {
        path: `^src/(?!(?:${rooms})/)[^/]+/`,
        pathNot: ['^src/$1/', '^src/[^/]+/(index\\.ts|contract\\.ts|(server|web)/index\\.tsx?)$'],
      },
    },
    {
      name: 'doors-of-mechanisms',
      severity: 'error',
      comment:
        'So are the mechanisms used: index.ts, server/index.ts, web/index.ts, the contract’s files, and their domain.',
      from: { path: '^src/(mechanisms/[^/]+|[^/]+)/', pathNot: test },
      to: {
        path: '^src/mechanisms/[^/]+/',
        pathNot: [
          '^src/$1/',
          '^src/mechanisms/[^/]+/domain/',
          '^src/mechanisms/[^/]+/([^/]+\\.ts|(server|web)/index\\.tsx?)$',
        ],
      },
    },
    {
      name: 'contracts-are-types-in-the-browser',
      severity: 'error',
      comment: 'zod stays out of the first load: screens import contracts with `import type`.',
      from: { path: ['/web/', '^src/ui/'], pathNot: test },
      to: {
        path: ['/contract\\.ts$', '^src/.*-values\\.ts$', '^node_modules/(zod|@orpc/(server|contract|zod|openapi))/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-browser-has-no-node',
      severity: 'error',
      comment: 'Screens run where there is no file, process or database.',
      from: { path: ['/web/', '^src/ui/'], pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-rooms',
      severity: 'error',
      comment: 'Pure rooms read no clock, environment, file or database: such things arrive as arguments.',
      from: { path: ['^src/(kernel|law|reader)/', `${own}domain/`], pathNot: test },
      to: {
        path: [
          '^node:',
          '^(fs|path|process|os|child_process|net|http|https|crypto|timers)(/|$)',
          '^node_modules/(pg|kysely|fastify|react)/',
        ],
        pathNot: ['^(node:)?crypto$'],
      },
    },
    {
      name: 'tsx-only-for-screens',
      severity: 'error',
      comment: 'Node cannot run .tsx: only web/ and ui/ hold and import it.',
      from: { path: '^src/', pathNot: ['/web/', '^src/ui/', test] },
      to: { path: '\\.tsx$' },
    },
    {
      name: 'tsx-lives-with-screens',
      severity: 'error',
      comment: '.tsx only under a web/ folder or ui/.',
      from: { path: '^(src|scripts|test|bench)/.*\\.tsx$', pathNot: ['/web/', '^src/ui/'] },
      to: {},
    },
    {
      name: 'the-pool-stays-inside',
      severity: 'error',
      comment: 'Only the unit of work hands out a connection: nobody else reaches the pools.',
      from: {
        path: '^src/',
        pathNot: ['^src/platform/(database|sign-in)/', '^src/app/(compose|start-product)\\.ts$', test],
      },
      to: {
        path: [
          '^src/platform/database/(pools|launcher|migrate|roles|open-database)\\.ts$',
          '^node_modules/(pg|pg-pool|postgres)/',
        ],
      },
    },
    {
      name: 'no-one-imports-the-app',
      severity: 'error',
      comment: 'The app is the roof: only its own files, tests and benchmarks know it.',
      from: { path: '^src/(?!app/)', pathNot: [test, '/web/'] },
      to: { path: '^src/app/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      comment: 'The product imports no test and nothing made for tests.',
      from: { path: '^src/', pathNot: test },
      to: { path: [test, '^(test|e2e|bench)/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // TypeScript 7 has no programming interface yet: swc reads the sources.
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default', 'browser'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
    builtInModules: { add: [] },
  },
}
