/** What `serve` and `worker` share: the service's parts, counted and logged; the signal that stops them; the secret that signs webhooks. */
import { hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config.js'
import { within } from '../text/periodic.js'
import { openService } from '../open-service.js'
import type { Store } from '../ports/store.js'
import type { ServerConfig, ServiceConfig } from '../service-config.js'
import { createMetrics, logger, logNotice } from '../server/metrics.js'

export async function openWatched(config: Config, service: ServiceConfig) {
  const log = logger()
  const metrics = createMetrics()
  const deps = await openService({
    config,
    service,
    notice: (notice) => {
      metrics.notice(notice)
      logNotice(log, notice)
    },
    onConnectionError: (error) => {
      log('warning', 'connection', { message: error.message })
    },
  })
  return { deps, log, metrics }
}

/** Gives back what is open, for so long and no longer: a server that is away may never say goodbye. */
export async function closeInTime(closing: Promise<void>): Promise<void> {
  await within(closingMs, closing)
  // Ends by itself where nothing is open any more.
  setTimeout(() => process.exit(), exitMs).unref()
}

const closingMs = 3_000
const exitMs = 1_000

/** The signal that asks the process to stop; a second one ends it at once. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(1))
        resolve(signal)
      })
  })
}

/** As configured, or derived from a salt in the store and a key outside it (the database's password, or a file of the owner's): a backup cannot sign. */
export const keyFile = 'webhook.key'

export async function webhookSecret(
  { webhookSecret: given }: Pick<ServerConfig, 'webhookSecret'>,
  service: Pick<ServiceConfig, 'databaseUrl' | 'dataFolder'>,
  store: Pick<Store, 'secret'>,
): Promise<string> {
  if (given !== null) return given
  const salt = await store.secret('webhook-salt', randomBytes(32).toString('base64url'))
  const password = service.databaseUrl === null ? '' : new URL(service.databaseUrl).password
  const key = password === '' ? keyOf(service.dataFolder) : password
  const derived = hkdfSync('sha256', key, salt, 'synoptic webhooks', 32)
  return `whsec_${Buffer.from(derived).toString('base64url')}`
}

/** Made once, whole or not at all; two processes that start together take the same. An empty one is none. */
function keyOf(folder: string): string {
  const file = path.join(folder, keyFile)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    if (readFileSync(file, 'utf8').length < shortestKey) renameSync(draft, file)
  }
  rmSync(draft, { force: true })
  return readFileSync(file, 'utf8')
}

const shortestKey = 32
