/** The import rule of the design: who may import whom. `npm run check:imports` holds the source against it. */
const stages = [
  'ingest',
  'normalize',
  'annotate',
  'align',
  'compare',
  'notes',
  'asked',
  'front',
  'report',
  'stories',
  'versions',
  'feeds',
]

/** Folder → the only folders of src it may import, besides itself. */
const allowed = {
  model: [],
  text: ['model'],
  ports: ['model'],
  english: ['model', 'text'],
  likeness: ['model', 'text', 'english'],
  adapters: ['ports', 'model', 'text'],
  reader: ['ports', 'model', 'text'],
  ...Object.fromEntries(stages.map((stage) => [stage, ['model', 'text', 'english', 'ports']])),
  align: ['model', 'text', 'english', 'likeness'],
  compare: ['model', 'text', 'english', 'likeness'],
  notes: ['model', 'text', 'english', 'likeness'],
  asked: ['model', 'text', 'english', 'likeness', 'align', 'compare', 'notes'],
  front: ['model', 'text', 'english', 'likeness'],
  print: ['model', 'text'],
  editions: ['model', 'text', 'print', 'report'],
  evidence: ['model', 'text', 'print', 'report'],
  study: ['model', 'text', 'print', 'report', 'editions'],
  watch: ['model', 'text', 'ports', 'pool'],
}

const layers = Object.entries(allowed).map(([folder, targets]) => ({
  name: `${folder}-imports-only-its-own-layer`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...targets].join('|')})/` },
}))

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...layers,
    {
      name: 'pipeline-imports-stages-ports-model',
      severity: 'error',
      from: { path: '^src/pipeline\\.ts$' },
      to: { path: '^src/', pathNot: `^src/(${[...stages, 'ports', 'model'].join('|')})/` },
    },
    {
      name: 'only-wire-names-adapters',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(adapters/|wire\\.ts$)' },
      to: { path: '^src/adapters/' },
    },
    {
      name: 'agent-imports-only-its-own-layer',
      severity: 'error',
      from: { path: '^src/agent/' },
      to: { path: '^src/', pathNot: '^src/(agent|pool|print|model)/|^src/generator\\.ts$' },
    },
    {
      name: 'client-imports-nothing-of-the-program',
      comment: 'it runs in browsers; what it knows of the service are types made from the OpenAPI document.',
      severity: 'error',
      from: { path: '^src/client\\.ts$' },
      to: { path: '^src/' },
    },
    {
      name: 'edges-import-no-stage-but-report',
      comment: 'cli, server, jobs and index go through pipeline; report is a view they may call.',
      severity: 'error',
      from: { path: '^src/(cli|server|jobs)/|^src/index\\.ts$' },
      to: { path: `^src/(${stages.filter((stage) => stage !== 'report').join('|')})/` },
    },
    {
      name: 'src-never-imports-workers',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^workers/' },
    },
    {
      name: 'not-to-dev-dependency',
      severity: 'error',
      from: { path: '^(src|workers)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
