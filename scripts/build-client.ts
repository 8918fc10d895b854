/** Writes schemas/openapi.d.ts, the types of the client, from the service's OpenAPI document. Run: `npm run client`. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { documentOf } from '../src/server/route.js'
import { startServer } from '../tests/server/harness.js'

const head = '/** Made by `npm run client` from the OpenAPI document of the service. Do not edit. */\n'
const program = fileURLToPath(new URL('../node_modules/.bin/openapi-typescript', import.meta.url))

export async function clientTypes(): Promise<string> {
  const server = await startServer({ working: false })
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-openapi-'))
  try {
    const file = path.join(folder, 'openapi.json')
    writeFileSync(file, JSON.stringify(documentOf(server.app)))
    return (
      head + execFileSync(program, [file, '--alphabetize'], { stdio: ['ignore', 'pipe', 'pipe'] }).toString()
    )
  } finally {
    rmSync(folder, { recursive: true })
    await server.close()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('../schemas/openapi.d.ts', import.meta.url), await clientTypes())
