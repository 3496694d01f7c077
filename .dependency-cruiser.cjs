/** Who may import whom. The tree says what the system is; these rules keep it true. */

const ownCode = '^(shared|bot|tabs|infra|manifest|tests)/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means two files are one subject, by types as by values.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      comment:
        'The rules know no package, no clock and no I/O, so that they can be read and proved.',
      severity: 'error',
      from: { path: '^shared/domain/' },
      to: { pathNot: '^shared/domain/' },
    },
    {
      name: 'words-say-the-domain',
      comment: 'Sentences are about the domain and nothing else.',
      severity: 'error',
      from: { path: '^shared/words/' },
      to: { pathNot: ['^shared/(words|domain)/'] },
    },
    {
      name: 'contract-and-lists-shape-the-domain',
      comment: 'What crosses a process or lies in a list is the domain, checked with zod at most.',
      severity: 'error',
      from: { path: '^shared/(contract|lists)/' },
      to: { pathNot: ['^shared/(contract|lists|domain)/', '^node_modules/zod/'] },
    },
    {
      name: 'use-cases-know-only-ports',
      comment: 'A use case says what happens; how it is stored and told is behind its ports.',
      severity: 'error',
      from: { path: '^shared/useCases/' },
      to: {
        pathNot: ['^shared/(useCases|domain)/', '^shared/contract/(api|economy|stories)\\.ts$'],
      },
    },
    {
      name: 'graph-implements-ports',
      comment: 'The only code that talks to Microsoft Graph; it knows lists and ports, no rules.',
      severity: 'error',
      from: { path: '^shared/graph/' },
      to: {
        path: ownCode,
        pathNot: ['^shared/(graph|domain|lists)/', '^shared/useCases/ports\\.ts$'],
      },
    },
    {
      name: 'only-graph-talks-to-graph',
      comment: 'One limiter, one place for retries: nobody else reaches for the Graph client.',
      severity: 'error',
      from: { path: ownCode, pathNot: ['^shared/graph/', '^tests/'] },
      to: { path: '^node_modules/@microsoft/microsoft-graph' },
    },
    {
      name: 'calendar-knows-the-holidays',
      comment: 'Holidays and the clock in Copenhagen come from libraries, in one place.',
      severity: 'error',
      from: { path: '^shared/calendar/' },
      to: {
        pathNot: ['^shared/(calendar|domain)/', '^node_modules/(date-holidays|@date-fns/tz)/'],
      },
    },
    {
      name: 'text-compares-texts',
      comment: 'What changed in a text; it knows the diff library and the domain only.',
      severity: 'error',
      from: { path: '^shared/text/' },
      to: { pathNot: ['^shared/(text|domain)/', '^node_modules/diff/'] },
    },
    {
      name: 'cards-are-pure',
      comment: 'A card is drawn from a view; it fetches nothing.',
      severity: 'error',
      from: { path: '^bot/cards/' },
      to: {
        path: ownCode,
        pathNot: ['^bot/cards/', '^shared/(domain|contract|words|text)/'],
      },
    },
    {
      name: 'bot-uses-shared',
      comment: 'The server builds on shared code, never on screens or scripts.',
      severity: 'error',
      from: { path: '^bot/' },
      to: { path: ['^tabs/', '^infra/', '^manifest/', '^tests/'] },
    },
    {
      name: 'tabs-go-through-the-api',
      comment: 'The tab writes through the API, so a gate cannot be skipped.',
      severity: 'error',
      from: { path: '^tabs/' },
      to: { path: ownCode, pathNot: ['^tabs/', '^shared/(domain|contract|words|text)/'] },
    },
    {
      name: 'tenant-shares-nothing',
      comment: 'It plays Microsoft, so it must not share code with what it tests.',
      severity: 'error',
      from: { path: '^infra/tenant/' },
      to: { path: ownCode, pathNot: '^infra/tenant/' },
    },
    {
      name: 'nobody-uses-the-tenant',
      comment: 'The product does not know that a local tenant exists; tests start it.',
      severity: 'error',
      from: { path: ownCode, pathNot: ['^infra/tenant/', '^tests/'] },
      to: { path: '^infra/tenant/' },
    },
    {
      name: 'commands-use-the-wiring',
      comment: 'Commands reach the lists the same way as the server: its configuration and wiring.',
      severity: 'error',
      from: { path: ['^infra/', '^manifest/'], pathNot: '^infra/tenant/' },
      to: {
        path: ownCode,
        pathNot: [
          '^infra/',
          '^manifest/',
          '^shared/',
          '^bot/(config|wiring|clock|log|environment)\\.ts$',
        ],
      },
    },
    {
      name: 'nothing-rests-on-tests',
      comment: 'Tests use the product, not the other way round.',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tests/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
    },
  },
};
