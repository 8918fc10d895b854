import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.js'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // A process keeps the program and its models for its next file, as a worker does for its next event: loading them anew
    // takes about a second each time, and what one event leaves behind for the next would show here.
    // What a file changes beyond its own modules it puts back itself.
    isolate: false,
    // One more than cores in the smallest machine: many files wait for servers, downloads and processes.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
  },
})
