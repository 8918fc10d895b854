/** Under what conditions a run was made. In: the process. Out: plain values for the result file. */
import { cpus, totalmem } from 'node:os'
import { version } from '../../src/generator.js'

export function conditions(): Record<string, string | number> {
  return {
    command: ['npm run', process.env['npm_lifecycle_event'] ?? 'eval', '--', ...process.argv.slice(2)].join(
      ' ',
    ),
    version,
    node: process.versions.node,
    icu: process.versions['icu'] ?? 'none',
    unicode: process.versions['unicode'] ?? 'none',
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 1_000_000),
  }
}
