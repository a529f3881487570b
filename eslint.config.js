// A short explicit list of rules; no preset. Layout is Prettier's business, import directions dependency-cruiser's.
import tseslint from 'typescript-eslint'

/** Where default exports are the rule: plug-in folders and files that tools read. */
const defaultExports = [
  'commands/**',
  'src/core/checks/**',
  'src/page/probes/**',
  'src/lookups/**',
  'src/jobs/**',
  '*.config.{ts,js}',
]

/** Rooms that get the time and randomness handed to them. */
const pure = ['src/core/**', 'src/usecases/**', 'commands/**']

/** Everything that never runs in a browser. */
const server = ['src/**', 'commands/**']
const browser = ['src/page/**', 'src/desk/**']

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Default exports only in plug-in folders.',
}
const noClock = [
  {
    selector:
      'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
    message: 'The time comes in as data or by the Clock port.',
  },
]
const noProcessEnv = {
  object: 'process',
  property: 'env',
  message: 'Read Config: only src/config.ts reads process.env.',
}
const noEnvImport = { name: 'node:process', importNames: ['env'], message: noProcessEnv.message }
const noAmbient = [
  { object: 'Date', property: 'now', message: 'The time comes in as data or by the Clock port.' },
  {
    object: 'performance',
    property: 'now',
    message: 'The time comes in as data or by the Clock port.',
  },
  { object: 'Math', property: 'random', message: 'Randomness comes by the Random port.' },
]

export default tseslint.config(
  { ignores: ['dist/**', 'var/**', 'coverage/**', 'node_modules/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-restricted-properties': ['error', noProcessEnv],
      'no-restricted-imports': ['error', noEnvImport],
    },
  },
  {
    files: ['src/**', 'commands/**', 'scripts/**'],
    ignores: ['src/core/fitted/**'],
    rules: { 'max-lines': ['error', 400], 'no-console': 'error' },
  },
  // What these print is their purpose.
  { files: ['scripts/**', 'src/cli/**', 'src/main.ts'], rules: { 'no-console': 'off' } },
  {
    files: server,
    ignores: browser,
    rules: {
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'localStorage',
        'sessionStorage',
        'navigator',
        'location',
      ],
      '@typescript-eslint/no-unsafe-type-assertion': 'warn',
    },
  },
  {
    files: pure,
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport, ...noClock],
      'no-restricted-properties': ['error', noProcessEnv, ...noAmbient],
    },
  },
  { files: defaultExports, rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['commands/**', 'src/core/checks/**'],
    rules: { 'no-restricted-syntax': ['error', ...noClock] },
  },
  {
    files: ['src/config.ts', 'scripts/**', 'test/**', 'lab/**', '*.config.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' },
  },
)
