/** Writes schemas/openapi.d.ts, the types of the client, from the service's OpenAPI document. Run: `npm run client`. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { documentOf } from '../src/server/route.js'
import { startServer } from '../tests/server/harness.js'

const head = '/** Made by `npm run client` from the OpenAPI document of the service. Do not edit. */\n\n'

export async function clientTypes(): Promise<string> {
  const server = await startServer({ working: false })
  try {
    const document: unknown = JSON.parse(JSON.stringify(documentOf(server.app)))
    return head + astToString(await openapiTS(document as OpenAPI3, { alphabetize: true }))
  } finally {
    await server.close()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('../schemas/openapi.d.ts', import.meta.url), await clientTypes())
