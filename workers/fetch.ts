/** A process that serves the fetch queue alone: `node dist/workers/fetch.js`. Concurrency: SYNOPTIC_CONCURRENCY. */
import { runWorker } from './run.js'

await runWorker(['fetch'])
