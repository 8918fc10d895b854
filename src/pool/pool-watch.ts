/** A thread that ends the pool's process when the program is gone: in the middle of a job the process itself hears nothing. */
import { workerData } from 'node:worker_threads'

const lookMs = 500

// Whose parent has died is given another one.
setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL')
}, lookMs)
