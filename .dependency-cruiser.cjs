// The borders between packages and rooms, as data. scripts/check-rules.ts runs this and fails when it saw too little.

/** Each room of core with the rooms it may import besides itself. A room that is not listed may import none. */
const rooms = {
  calendar: [],
  facts: ['calendar'],
  access: ['calendar', 'facts'],
  contract: ['access', 'facts'],
  feel: ['calendar', 'facts', 'access'],
  law: ['calendar', 'facts', 'access', 'feel'],
  journal: ['calendar'],
  courses: ['calendar', 'facts', 'law'],
  briefing: ['calendar', 'facts', 'law', 'courses', 'trips'],
  trips: ['calendar'],
  devices: ['calendar'],
  duties: ['.+'],
};

/** The npm packages core may import. */
const corePackages = 'lezer-feel|yaml|zod';

const tests = '\\.test\\.ts$';

const roomRules = Object.entries(rooms).map(([room, others]) => ({
  name: `core-${room}`,
  comment: `The room ${room} of core imports only: ${[room, ...others].join(', ')}.`,
  severity: 'error',
  from: { path: `^packages/core/src/${room}/`, pathNot: tests },
  to: {
    path: '^packages/core/src/[^/]+/',
    pathNot: `^packages/core/src/(${[room, ...others].join('|')})/`,
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      // Types may name each other (a tree and its operators do): they are gone when the program runs.
      comment: 'A cycle has no order to be loaded in, and no part that can be tested alone.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that resolves to nothing escapes every other rule here.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'core-is-pure',
      comment: 'Core is published and runs anywhere: no I/O, no built-in modules.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-imports-little',
      comment: `Core imports itself and ${corePackages.replaceAll('|', ', ')}.`,
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: tests },
      to: {
        pathNot: `^(packages/core/src/|(packages/core/)?node_modules/(${corePackages})/)`,
        dependencyTypesNot: ['core'],
      },
    },
    ...roomRules,
    {
      name: 'core-unlisted-room',
      comment: 'A new room of core needs its line in the table of rooms before it imports another.',
      severity: 'error',
      from: {
        path: '^packages/core/src/([^/]+)/',
        pathNot: [tests, `^packages/core/src/(${Object.keys(rooms).join('|')})/`],
      },
      to: { path: '^packages/core/src/[^/]+/', pathNot: '^packages/core/src/$1/' },
    },
    {
      name: 'packs-import-nothing',
      comment: 'Packs are data: files beside themselves and nothing else.',
      severity: 'error',
      from: { path: '^packages/packs/', pathNot: tests },
      to: { pathNot: '^packages/packs/' },
    },
    {
      name: 'server-imports-core',
      comment: 'Of this repository, the server imports core and packs.',
      severity: 'error',
      from: { path: '^packages/server/src/', pathNot: tests },
      to: { path: '^(packages|tests|bench|scripts)/', pathNot: '^packages/(server|core|packs)/src/' },
    },
    {
      name: 'tabular-is-apart',
      comment: "Reading people's tables needs bytes, core and words: the command line uses it without the program.",
      severity: 'error',
      from: { path: '^packages/server/src/tabular/', pathNot: tests },
      to: {
        path: '^packages/',
        pathNot: '^packages/(core/src/|server/src/(tabular|platform/words)/)',
      },
    },
    {
      name: 'platform-knows-no-room',
      comment: 'The platform carries every room and names none.',
      severity: 'error',
      from: { path: '^packages/server/src/platform/', pathNot: tests },
      to: { path: '^packages/server/src/modules/' },
    },
    {
      name: 'rooms-meet-through-their-index',
      comment: 'A room sees of another only its index and its contract.',
      severity: 'error',
      from: { path: '^packages/server/src/modules/([^/]+)/', pathNot: tests },
      to: {
        path: '^packages/server/src/modules/([^/]+)/',
        pathNot: ['^packages/server/src/modules/$1/', '^packages/server/src/modules/[^/]+/(index|contract)\\.ts$'],
      },
    },
    {
      name: 'web-knows-contracts',
      comment: 'Of this repository, the console imports core, contracts and words.',
      severity: 'error',
      from: { path: '^packages/web/src/', pathNot: tests },
      to: {
        path: '^(packages|tests|bench|scripts)/',
        pathNot: [
          '^packages/(web|core)/',
          '^packages/server/src/modules/[^/]+/(contract\\.ts|(names/)?words\\.(zh|en)\\.json)$',
        ],
      },
    },
    {
      name: 'cli-imports-packages',
      comment: 'Of this repository, the command line imports core, packs and server.',
      severity: 'error',
      from: { path: '^packages/cli/src/', pathNot: tests },
      to: { path: '^(packages|tests|bench|scripts)/', pathNot: '^packages/(cli|core|packs|server)/' },
    },
    {
      name: 'no-tests-in-product',
      comment: 'What ships never imports a test or a bench.',
      severity: 'error',
      from: { path: '^packages/', pathNot: tests },
      to: { path: `(${tests}|^(tests|bench)/)` },
    },
    {
      name: 'only-listed-packages',
      comment: 'An installation has only what the package lists as its dependencies.',
      severity: 'error',
      from: { path: '^packages/', pathNot: [tests, 'vite\\.config\\.ts$'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/[^/]+/dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
