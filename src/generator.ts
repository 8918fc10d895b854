/** What the JSON says of its own making: version, options that change the result, versions of stages and Unicode data. */
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Generator } from './model/report.js'
import { stageVersions } from './model/stage-versions.js'

const candidates = ['../package.json', '../../package.json'].map((path) => new URL(path, import.meta.url))
const manifest = candidates.find((url) => existsSync(url))
if (manifest === undefined) throw new Error('package.json is missing beside the program')

export const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8')))

export function generatorOf(options: Generator['options']): Generator {
  return {
    name: 'synoptic',
    version,
    options,
    versions: {
      ...stageVersions,
      icu: process.versions['icu'] ?? 'none',
      unicode: process.versions['unicode'] ?? 'none',
    },
  }
}
