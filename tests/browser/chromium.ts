/**
 * A Chromium for the browser tests: the one `SYNOPTIC_CHROMIUM` names, else one that is installed, else, as root on
 * Debian or Ubuntu, the package `chromium` is installed. Never skips: without a browser the tests fail and say why.
 */
import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Keep the browser itself off the network; Playwright turns the sandbox off where it must. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Installing may take minutes on a slow line. */
export const launchTimeout = 600_000

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: quiet })
}

let running: Promise<Browser> | null = null

/** One for all test files of a process; it ends with the process. A test closes the pages that it opens. */
export function chromiumOfProcess(): Promise<Browser> {
  return (running ??= launchChromium())
}

export function chromiumPath(): string {
  return findChromium() ?? installChromium()
}

function findChromium(): string | undefined {
  const named = process.env['SYNOPTIC_CHROMIUM']
  if (named) return named
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function installChromium(): string {
  const advice =
    'The browser tests need Chromium: install the package `chromium` (Debian: apt-get install chromium), or give its path in SYNOPTIC_CHROMIUM.'
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) throw new Error(advice)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'pipe' })
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { env, stdio: 'pipe' })
  } catch (cause) {
    throw new Error(`${advice} Installing it failed.`, { cause })
  }
  const found = findChromium()
  if (found === undefined) throw new Error(advice)
  return found
}
