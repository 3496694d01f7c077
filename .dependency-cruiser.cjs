/** Who may import whom. The tree says what the system is; these rules keep it true. */

const ownCode = '^(shared|bot|tabs|infra|manifest|tests)/';

/** The rooms of the use cases that every subject rests on. */
const ground =
  '^shared/useCases/(ports\\.ts$|people\\.ts$|approvals/|asking/|checklist/|chefComments/|interest/|ledger/|record/|settings/|spread/)';

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
      name: 'no-circle-of-rooms',
      comment: 'A room stands above all that it uses, so that it can be read from the ground up.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(bot|shared/(useCases|words)|infra/tenant/graph)/' },
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
        pathNot: [
          '^shared/(useCases|domain)/',
          '^shared/contract/(api|approvals|benefits|chain|chefComments|economy|fairness|ideas|inquiries|interests|meeting|pace|papers|past|plan|quarter|reports|stories|tasks|visits|year)\\.ts$',
          '^shared/lists/all\\.ts$',
        ],
      },
    },
    {
      name: 'rows-not-columns',
      comment: 'The ports name what a row of each list holds, by type; a column is behind them.',
      severity: 'error',
      from: { path: '^shared/useCases/', pathNot: '^shared/useCases/ports\\.ts$' },
      to: { path: '^shared/lists/' },
    },
    {
      name: 'use-cases-have-a-ground',
      comment:
        'The words a gate rests on, the ledger, the record and the settings know no subject that uses them.',
      severity: 'error',
      from: { path: ground },
      to: { path: '^shared/useCases/', pathNot: ground },
    },
    {
      name: 'requests-know-no-other-subject',
      comment: 'A decision is what the rest follows: other subjects know requests, not they them.',
      severity: 'error',
      from: { path: '^shared/useCases/requests/' },
      to: { path: '^shared/useCases/', pathNot: [ground, '^shared/useCases/requests/'] },
    },
    {
      name: 'subjects-know-requests-at-most',
      comment: 'Each subject is read alone; what needs several is the outbox, the sweep or a page.',
      severity: 'error',
      from: { path: '^shared/useCases/(stories|money|projects)/' },
      to: {
        path: '^shared/useCases/',
        pathNot: [ground, '^shared/useCases/requests/', '^shared/useCases/$1/'],
      },
    },
    {
      name: 'nobody-uses-the-sweep-or-a-page',
      comment: 'They are where the server begins; what they share stands in a subject.',
      severity: 'error',
      from: { path: '^shared/useCases/', pathNot: '^shared/useCases/(sweep|pages)/' },
      to: { path: '^shared/useCases/(sweep|pages)/' },
    },
    {
      name: 'graph-implements-ports',
      comment:
        'The only code that talks to Microsoft Graph; it knows lists, zones and ports, no rules.',
      severity: 'error',
      from: { path: '^shared/graph/' },
      to: {
        path: ownCode,
        pathNot: [
          '^shared/(graph|domain|lists)/',
          '^shared/calendar/zonedTime\\.ts$',
          '^shared/useCases/ports\\.ts$',
        ],
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
      name: 'word-makes-documents',
      comment: 'A paper in, a Word document out; the library for it is known in one room.',
      severity: 'error',
      from: { path: '^shared/word/' },
      to: {
        pathNot: [
          '^shared/(word|words|domain)/',
          '^node_modules/(docx|pptxgenjs|fflate)/',
          '^zlib$',
        ],
      },
    },
    {
      name: 'text-compares-texts',
      comment:
        'What changed in a text, which texts are alike, what one says without its looks; it knows their libraries and the domain only.',
      severity: 'error',
      from: { path: '^shared/text/' },
      to: {
        pathNot: [
          '^shared/(text|domain)/',
          '^node_modules/(diff|html-to-text|libsql|stopword|@orama/stemmers|@types/(html-to-text|stopword))/',
        ],
      },
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
      name: 'cards-of-one-subject',
      comment: 'Cards of two subjects share elements and words, not each other.',
      severity: 'error',
      from: { path: '^bot/cards/(requests|stories|chat)/' },
      to: { path: '^bot/cards/[^/]+/', pathNot: '^bot/cards/$1/' },
    },
    {
      name: 'only-the-channel-knows-botbuilder',
      comment: 'What Microsoft no longer maintains can be replaced in one room.',
      severity: 'error',
      from: { path: ownCode, pathNot: ['^bot/channel/', '^tests/'] },
      to: { path: '^node_modules/(botbuilder|botframework)' },
    },
    {
      name: 'the-channel-only-carries',
      comment: 'It knows how to bring and to receive, not what is said or what it is about.',
      severity: 'error',
      from: { path: '^bot/channel/' },
      to: {
        path: ownCode,
        pathNot: [
          '^bot/(channel/|log\\.ts$)',
          '^shared/domain/',
          '^shared/useCases/(ports|outbox/messenger)\\.ts$',
        ],
      },
    },
    {
      name: 'conversation-and-http-are-two',
      comment: 'The chat and the API are two doors to the same use cases; none goes by the other.',
      severity: 'error',
      from: { path: '^bot/(channel|turn|cards)/' },
      to: { path: '^bot/(http|api|jobs)/' },
    },
    {
      name: 'http-and-conversation-are-two',
      comment: 'As above, the other way round.',
      severity: 'error',
      from: { path: '^bot/(http|api|jobs)/' },
      to: { path: '^bot/(channel|turn|cards)/' },
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
