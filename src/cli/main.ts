#!/usr/bin/env node
/** Where the program starts: from its bundle, but for the commands that serve or run for long, whose adapters are not in it. */
import { startBundle } from '../start/bundle.js'

const notInBundle: ReadonlySet<string | undefined> = new Set([
  'serve',
  'worker',
  'keys',
  'batch',
  'notes',
  'watch',
])

const started = notInBundle.has(process.argv[2]) ? null : startBundle('cli')
if (started) process.on('exit', started.keepCode)
else await import('./start.js')
