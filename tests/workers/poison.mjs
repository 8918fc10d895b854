/**
 * Loaded before the program (`--import`): what is named POISON ends its process at once, as a defect in an engine or the
 * system's lack of memory would, when it is handed to a thread to be read.
 */
import { Worker } from 'node:worker_threads'

const die = (value) => {
  if (typeof value === 'string' && value.startsWith('POISON')) process.kill(process.pid, 'SIGKILL')
}

const { postMessage } = Worker.prototype
Worker.prototype.postMessage = function (message, ...rest) {
  JSON.stringify(message, (_key, value) => {
    die(value)
    return value
  })
  return postMessage.call(this, message, ...rest)
}
