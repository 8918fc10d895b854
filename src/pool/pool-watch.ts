/**
 * A thread of a pool's process that ends it when the program is gone: the process may be in the middle of a job, and then
 * hears nothing.
 *
 * In:    the program's process id, as worker data.
 * Never: asks for more than a number now and then.
 */
import { workerData } from 'node:worker_threads'

const lookMs = 500

// Whose parent has died is given another one.
setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL')
}, lookMs)
