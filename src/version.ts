/** The version of this program, from its package.json, whether it runs from `src/` or from `dist/src/`. */
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const candidates = ['../package.json', '../../package.json'].map((path) => new URL(path, import.meta.url))
const manifest = candidates.find((url) => existsSync(url))
if (manifest === undefined) throw new Error('package.json is missing beside the program')

export const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8')))
