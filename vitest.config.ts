import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.js'

/** What needs fresh installs, another Node, long measuring or kills by the dozen: `npm run test:release`. */
const release = ['tests/**/*.release.test.ts']
/** Of those what measures nothing: they run side by side. */
const sideBySide = [
  'tests/batch/kills.release.test.ts',
  'tests/docs/*.release.test.ts',
  'tests/{eval/agreement,normalize/hostile}.release.test.ts',
  'tests/server/{attacks,long-job,serve-kills}.release.test.ts',
  'tests/store/full-disk.release.test.ts',
  'tests/study/documents.release.test.ts',
  'tests/watch/{kills,rounds}.release.test.ts',
  'tests/workers/{failures,kill,poison,reader,restarts}.release.test.ts',
]
/** On Redis where they stand, on Valkey in `npm run test:release`. */
const onValkeyToo = ['tests/queue/*.test.ts', 'tests/workers/failures.release.test.ts']
/** Tests that hold the program to a processor time: what runs beside them makes the same work cost up to three times as much. */
const measuring = ['tests/bounds/dearest-*.test.ts']
/** When all others have ended, one to a core; the clock fails none of them, however busy the machine. */
const oneToACore = { maxWorkers: 2, testTimeout: 3_600_000, hookTimeout: 3_600_000 } as const
/** The same of whole lists. */
const measuringAll = ['tests/bounds/*.release.test.ts']

/** Tests run the built program, which global-setup.ts brings up to its sources: Node loads that itself, in a third of the time. */
const built = {
  resolve: { alias: [{ find: /^(?:\.\.\/)+src\//u, replacement: `${import.meta.dirname}/dist/src/` }] },
}
const external = [/\/dist\/src\//u]

const shared = {
  server: { deps: { external } },
  // Far more than any test takes on an idle machine: a busy one fails none.
  testTimeout: 240_000,
  hookTimeout: 120_000,
  pool: 'forks',
  // A process keeps the program and its models for its next file, as a worker does for its next event: loading them anew
  // takes about a second each time, and what one event leaves behind for the next would show here.
  // What a file changes beyond its own modules it puts back itself.
  isolate: false,
} as const

export default defineConfig({
  test: {
    globalSetup: ['tests/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...built,
        test: {
          ...shared,
          name: 'tests',
          include: ['tests/**/*.test.ts'],
          exclude: [...measuring, ...release],
          // One more than cores in the smallest machine: many files wait for servers, downloads and processes.
          maxWorkers: 3,
        },
      },
      {
        ...built,
        test: {
          ...shared,
          name: 'measuring',
          ...oneToACore,
          include: measuring,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...built,
        test: {
          ...shared,
          name: 'release-side-by-side',
          include: sideBySide,
          maxWorkers: 3,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        ...built,
        test: {
          ...shared,
          name: 'release-measuring',
          ...oneToACore,
          include: measuringAll,
          sequence: { groupOrder: 3 },
        },
      },
      {
        ...built,
        test: {
          ...shared,
          name: 'release',
          include: release,
          exclude: [...sideBySide, ...measuringAll],
          // Some measure processor time, some load the machine: one after another.
          maxWorkers: 1,
          testTimeout: 3_600_000,
          hookTimeout: 3_600_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        ...built,
        test: {
          ...shared,
          name: 'valkey',
          include: onValkeyToo,
          env: { SYNOPTIC_TEST_REDIS: 'valkey' },
          maxWorkers: 3,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
})
