/**
 * A thread of a pool's process that ends it when the program is gone: the process may be in the middle of a job, and then
 * hears nothing.
 */
import { workerData } from 'node:worker_threads'

const lookMs = 500

// Whose parent has died is given another one.
setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL')
}, lookMs)
