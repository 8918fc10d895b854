/** A process that serves the read queue alone: `node dist/workers/read.js`. Concurrency: SYNOPTIC_CONCURRENCY. */
import { runWorker } from './run.js'

await runWorker(['read'])
