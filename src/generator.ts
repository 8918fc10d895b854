/** What the JSON says of its own making: version, options that change the result, versions of stages and Unicode data. */
import type { Generator } from './model/report.js'
import { stageVersions } from './model/stage-versions.js'
import { version } from './version.js'

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
