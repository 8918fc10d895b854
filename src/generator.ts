/** What the JSON says of its own making: version, options that change the result, versions of stages and Unicode data. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Generator } from './model/report.js'
import { stageVersions } from './model/stage-versions.js'
import { packageFile } from './text/data-file.js'

const manifest = readFileSync(packageFile('package.json'), 'utf8')

export const { version } = z.object({ version: z.string() }).parse(JSON.parse(manifest))

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
