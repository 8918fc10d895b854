/** A process that serves all queues: `node dist/workers/all.js`. Concurrency: SYNOPTIC_CONCURRENCY. */
import { queueNames } from '../src/model/job.js'
import { runWorker } from './run.js'

await runWorker(queueNames)
