/** `synoptic serve` and `synoptic keys` as processes of their own, from the sources: what the tests start and kill. */
import { addKey, listKeys, removeKey, showWebhookSecret } from '../../src/cli/commands/keys.js'
import { serve } from '../../src/cli/commands/serve.js'
import { openTerminal } from '../../src/cli/terminal.js'
import { UsageError } from '../../src/cli/usage-error.js'

const [command, ...rest] = process.argv.slice(2)
const terminal = openTerminal(true)

async function run(): Promise<number> {
  switch (command) {
    case 'serve':
      return serve({ port: 0, concurrency: Number(rest[0] ?? 2) }, terminal)
    case 'add':
      return addKey({ name: 'test', scope: ['read'] }, terminal)
    case 'list':
      return listKeys(terminal)
    case 'remove':
      return removeKey(rest[0] ?? '', terminal)
    default:
      return showWebhookSecret(terminal)
  }
}

try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof UsageError ? 64 : 3
}
