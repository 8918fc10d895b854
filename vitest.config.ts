import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.js'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Each file has a process of its own. One process for many files is a third faster, but once in three whole runs a cell
    // of a sample then came out otherwise than in a fresh process; until the cause is known no file may hand on state.
    isolate: true,
    // One more than cores in the smallest machine: many files wait for servers, downloads and processes.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
  },
})
