/**
 * Loaded before the program (`--import`): a page named POISON ends the process at once that hands it over to be read, to a
 * thread or another process, as a defect in the engine or the system's lack of memory would.
 */
import { ChildProcess } from 'node:child_process'
import { Worker } from 'node:worker_threads'

function look(message) {
  if (message?.kind !== undefined && message.kind !== 'read') return
  JSON.stringify(message, (_key, value) => {
    if (typeof value === 'string' && value.startsWith('POISON')) process.kill(process.pid, 'SIGKILL')
    return value
  })
}

const { postMessage } = Worker.prototype
Worker.prototype.postMessage = function (message, ...rest) {
  look(message)
  return postMessage.call(this, message, ...rest)
}

const { spawn } = ChildProcess.prototype
ChildProcess.prototype.spawn = function (...args) {
  const result = spawn.apply(this, args)
  const { send } = this
  if (send)
    this.send = function (message, ...rest) {
      look(message)
      return send.call(this, message, ...rest)
    }
  return result
}
