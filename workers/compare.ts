/** A process that serves the compare queue alone: `node dist/workers/compare.js`. Concurrency: SYNOPTIC_CONCURRENCY. */
import { runWorker } from './run.js'

await runWorker(['compare'])
