// Who may import whom: the table of docs/architecture.md. A room that is not in it does not compile into the product.

/** Names of packages as the pattern of their files. */
const npm = (...names) => names.map((name) => `node_modules/${name}/`)

/** Node's built-in modules: a marker, because they are told by their kind, not by their path. */
const node = Symbol('node')

/** The beacon's process, a room's file that reads its own configuration. */
const beaconMain = '^src/beacon/main\\.ts$'

const core = '^src/core/'
const usecases = '^src/usecases/'

/** What managers read, and how it is filled; never the catalogue of what candidates read. */
const managers = '^src/texts/(managers|managers-desk|managers-language|fill|plural|template)\\.ts$'
const preact = npm('preact', 'preact-render-to-string')

/** Room → what it may import besides itself. */
const rooms = {
  core: [managers, ...npm('zod')],
  texts: [core],
  page: [core, '^src/texts/', ...preact],
  desk: [core, managers, ...preact, ...npm('d3-[a-z]+', 'topojson-client', 'world-atlas')],
  usecases: [core, managers],
  web: [
    core,
    usecases,
    '^src/echo/',
    '^src/texts/',
    '^src/(desk|page)/server\\.tsx$',
    node,
    ...npm('fastify', '@fastify/[a-z-]+', 'fastify-type-provider-zod', 'zod', 'ws', 'prom-client'),
  ],
  echo: [node, ...npm('koffi', 'ws')],
  beacon: ['^src/echo/', node, ...npm('ws')],
  chat: [core, usecases, managers, node, ...npm('@slack/[a-z-]+', 'discord\\.js', 'zod', 'ws')],
  meetings: [core, usecases, node, ...npm('zod', 'ws')],
  intake: [core, usecases, node, ...npm('zod', 'chrono-node', 'temporal-polyfill')],
  notify: [core, usecases, '^src/texts/', node, ...npm('nodemailer', 'ics', 'zod')],
  pictures: [
    core,
    usecases,
    managers,
    node,
    ...npm(
      '@resvg/resvg-js',
      'd3-[a-z]+',
      'topojson-client',
      'world-atlas',
      'dejavu-fonts-ttf',
      // Types of maps, which have no package of their own.
      '@types/(geojson|topojson-specification)',
    ),
  ],
  sharing: [core, usecases, node, ...npm('zod')],
  jobs: [core, usecases, node, ...npm('node-cron')],
  lookups: [
    core,
    usecases,
    node,
    ...npm(
      '@ip-location-db/[a-z-]+',
      '@photostructure/tz-lookup',
      'chrono-node',
      'geoip-lite',
      'koffi',
      'libphonenumber-js',
      'maxmind',
      'structured-headers',
      'temporal-polyfill',
      'ua-parser-js',
      'zod',
    ),
  ],
  store: [core, usecases, node, ...npm('kysely', 'better-sqlite3', 'pg', 'zod')],
  simulate: [core, node, ...npm('ws')],
  cli: [core, usecases, '^src/(app|config)\\.ts$', node],
}

/** Everything but these. */
const other = (allowed) => ({
  pathNot: allowed.filter((entry) => entry !== node),
  ...(allowed.includes(node) ? { dependencyTypesNot: ['core'] } : {}),
})

/** Everything that is not allowed is forbidden. */
const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: beaconMain },
  to: other([`^src/${room}/`, ...allowed]),
}))

/** Folders whose index.ts is generated. */
const indexes = '^(commands|src/(core/checks|page/probes|lookups|jobs))/index\\.ts$'

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'commands-imports',
      severity: 'error',
      from: { path: '^commands/' },
      to: other(['^commands/', core, usecases, managers, '^src/chat/command\\.ts$']),
    },
    {
      name: 'main-imports',
      severity: 'error',
      from: { path: '^src/main\\.ts$' },
      to: other(['^src/(app|config)\\.ts$', node]),
    },
    {
      name: 'beacon-main-imports',
      comment:
        'As src/main.ts does for the main server: src/config.ts stays the only reader of the environment.',
      severity: 'error',
      from: { path: beaconMain },
      to: other(['^src/(beacon|echo)/', '^src/config(\\.ts$|/beacon\\.ts$)', node]),
    },
    {
      name: 'config-imports',
      severity: 'error',
      from: { path: '^src/config(\\.ts$|/)' },
      to: other([core, '^src/config/', '^src/texts/languages\\.ts$', node, ...npm('zod')]),
    },
    {
      name: 'random-imports',
      comment: 'Node’s randomness behind the port, for app.ts alone.',
      severity: 'error',
      from: { path: '^src/random\\.ts$' },
      to: other(['^src/usecases/ports\\.ts$', node]),
    },
    {
      name: 'page-sees-core-as-types',
      comment: 'A schema library would spend the page’s size budget.',
      severity: 'error',
      from: { path: '^src/page/' },
      to: { path: core, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'texts-by-reader',
      comment: 'Neither the candidate’s page nor the console carries what the other reads.',
      severity: 'error',
      from: { path: '^src/(page|texts)/', pathNot: '^src/texts/managers' },
      to: { path: '^src/texts/managers' },
    },
    {
      name: 'managers-read-no-candidates-texts',
      severity: 'error',
      from: { path: '^src/texts/managers' },
      to: {
        path: '^src/texts/',
        pathNot:
          '^src/texts/(managers/|managers\\.ts$|managers-desk\\.ts$|managers-language\\.ts$|plural\\.ts$|template\\.ts$)',
      },
    },
    {
      name: 'known-rooms-only',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          `^src/(${Object.keys(rooms).join('|')})/`,
          '^src/((main|app|config|random)\\.ts$|config/)',
        ],
      },
      to: {},
    },
    {
      name: 'commands-are-handed-over',
      comment: 'Only app.ts gives the commands to the chats.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/app\\.ts$' },
      to: { path: '^commands/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^src/main\\.ts$'] },
      to: {},
    },
    {
      name: 'no-barrels',
      severity: 'error',
      from: {},
      to: { path: '/index\\.tsx?$', pathNot: [indexes, 'node_modules/'] },
    },
    {
      name: 'no-utils',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils?|helpers?|types\\.ts)(/|$)', pathNot: 'node_modules' },
    },
    {
      name: 'no-dev-dependencies',
      severity: 'error',
      from: { path: '^(src|commands)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    },
  },
}
