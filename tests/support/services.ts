/**
 * Real servers for tests: Redis, Valkey and PostgreSQL, each a fresh instance on a free port of this machine. A test that
 * stops its server starts one of its own; all others share those of the run (`servers-of-run.ts`).
 *
 * Looks for them in this order: an address in the environment (REDIS_URL, VALKEY_URL, DATABASE_URL); a local binary;
 * Docker; as root on Debian, apt (and says so). If none of these works it throws, naming the package: nothing is
 * skipped silently.
 */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'

export type Server = {
  readonly url: string
  /** A database that has all tables, to be copied; PostgreSQL of the run alone. */
  readonly template?: string
  /** Ends the process (SIGKILL). */
  down(): Promise<void>
  /** Starts it again on the same data and port. */
  up(): Promise<void>
  /** Down, and up again. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export type RedisKind = 'redis' | 'valkey'

/** Valkey where a project of vitest.config.ts asks for it. */
export const redisKind: RedisKind = process.env['SYNOPTIC_TEST_REDIS'] === 'valkey' ? 'valkey' : 'redis'

const readyMs = 20_000
/** A log that nobody reads fills its pipe, and stops a server in the middle of its recovery. */
const unheard = { stdio: 'ignore' } as const

export async function startRedis(kind: RedisKind): Promise<Server> {
  const given = process.env[kind === 'redis' ? 'REDIS_URL' : 'VALKEY_URL']
  if (given) return unstoppable(given, environmentOwns)
  const binary = `${kind}-server`
  if (!onPath(binary)) {
    if (dockerRuns()) return dockerServer(kind, `${kind}:8`, 6379, [], (port) => `redis://127.0.0.1:${port}`)
    aptInstall(binary)
  }
  const folder = mkdtempSync(path.join(tmpdir(), `synoptic-${kind}-`))
  const port = await freePort()
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '']
  // Written before it answers, and left to the system to sync: with `everysec` a slow sync holds writes back, and a kill
  // loses them.
  const durable = ['--appendonly', 'yes', '--appendfsync', 'no', '--maxmemory-policy', 'noeviction']
  return localServer(folder, port, `redis://127.0.0.1:${port}`, () =>
    spawn(binary, [...options, ...durable], unheard),
  )
}

export async function startPostgres(): Promise<Server> {
  const given = process.env['DATABASE_URL']
  if (given) return unstoppable(given, environmentOwns)
  let bin = postgresFolder()
  if (bin === null) {
    if (dockerRuns())
      return dockerServer(
        'postgres',
        'postgres:17',
        5432,
        ['-e', 'POSTGRES_HOST_AUTH_METHOD=trust'],
        (port) => `postgresql://postgres@127.0.0.1:${port}/postgres`,
      )
    aptInstall('postgresql')
    bin = postgresFolder()
    if (bin === null)
      throw new Error('The package postgresql was installed, but its binaries were not found.')
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-postgres-'))
  const data = path.join(folder, 'data')
  const port = await freePort()
  const user = postgresUser()
  if (user) chownSync(folder, user.uid, user.gid)
  execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-N'], {
    ...user,
    stdio: 'ignore',
  })
  // What a killed process had written the system still has; only a power cut would lose it, and that is not tested.
  const unsynced = ['-c', 'fsync=off', '-c', 'full_page_writes=off']
  const listening = ['-c', 'listen_addresses=127.0.0.1', '-k', folder]
  const options = ['-D', data, '-p', String(port), ...listening, ...unsynced]
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  return localServer(folder, port, url, () =>
    spawn(path.join(bin, 'postgres'), options, { ...user, ...unheard, cwd: folder }),
  )
}

async function localServer(
  folder: string,
  port: number,
  url: string,
  start: () => ChildProcess,
): Promise<Server> {
  let child = start()
  await accepts(port, child)
  const kill = (): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve()
      else {
        child.once('exit', () => {
          resolve()
        })
        child.kill('SIGKILL')
      }
    })
  // PostgreSQL does not start before the last process of the one that was killed has noticed and gone.
  const up = async (): Promise<void> => {
    const end = Date.now() + readyMs
    for (;;) {
      child = start()
      try {
        await accepts(port, child)
        return
      } catch (error) {
        if (Date.now() > end) throw error
      }
    }
  }
  return {
    url,
    down: kill,
    up,
    async restart() {
      await kill()
      await up()
    },
    async stop() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const environmentOwns = 'leave its variable out, and the tests start one of their own'

/** A server that is not a test's own: it is used as it is and cannot be stopped from here. */
export function unstoppable(url: string, advice: string): Server {
  const refuse = (): Promise<void> =>
    Promise.reject(new Error(`the server ${new URL(url).host} was given and is not stopped; ${advice}`))
  return { url, down: refuse, up: refuse, restart: refuse, stop: () => Promise.resolve() }
}

async function dockerServer(
  name: string,
  image: string,
  inner: number,
  options: readonly string[],
  urlOf: (port: number) => string,
): Promise<Server> {
  const port = await freePort()
  const container = `synoptic-test-${name}-${port}`
  const publish = ['-p', `127.0.0.1:${port}:${inner}`]
  execFileSync('docker', ['run', '-d', '--name', container, ...publish, ...options, image], {
    stdio: 'ignore',
  })
  await accepts(port)
  const up = async (): Promise<void> => {
    execFileSync('docker', ['start', container], { stdio: 'ignore' })
    await accepts(port)
  }
  return {
    url: urlOf(port),
    down() {
      execFileSync('docker', ['kill', container], { stdio: 'ignore' })
      return Promise.resolve()
    },
    up,
    async restart() {
      execFileSync('docker', ['restart', '-t', '0', container], { stdio: 'ignore' })
      await accepts(port)
    },
    stop() {
      execFileSync('docker', ['rm', '-f', container], { stdio: 'ignore' })
      return Promise.resolve()
    },
  }
}

function onPath(binary: string): boolean {
  return spawnSync('which', [binary], { stdio: 'ignore' }).status === 0
}

function dockerRuns(): boolean {
  return onPath('docker') && spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0
}

/** Debian keeps the server's binaries out of PATH, a folder a version. */
function postgresFolder(): string | null {
  const versions = '/usr/lib/postgresql'
  if (existsSync(versions)) {
    const [newest] = readdirSync(versions).sort((a, b) => Number(b) - Number(a))
    const bin = path.join(versions, newest ?? '', 'bin')
    if (existsSync(path.join(bin, 'initdb'))) return bin
  }
  return onPath('initdb') ? path.dirname(execFileSync('which', ['initdb']).toString().trim()) : null
}

/** PostgreSQL refuses to run as root: the package's own user takes its place. */
function postgresUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres']).toString())
  return { uid: id('-u'), gid: id('-g') }
}

function aptInstall(name: string): void {
  const help = `Install the package ${name}, or give the server's address in the environment.`
  if (process.getuid?.() !== 0 || !onPath('apt-get'))
    throw new Error(`The tests need ${name}, and it was not found. ${help}`)
  process.stderr.write(`tests: installing ${name} with apt\n`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another apt may be at work; without this the second one gives up at once.
  const wait = ['-o', 'DPkg::Lock::Timeout=300']
  execFileSync('apt-get', [...wait, 'update', '-qq'], { stdio: 'inherit', env: environment })
  execFileSync('apt-get', [...wait, 'install', '-y', '-qq', name], { stdio: 'inherit', env: environment })
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => {
        resolve(port)
      })
    })
  })
}

async function accepts(port: number, child?: ChildProcess): Promise<void> {
  const end = Date.now() + readyMs
  while (Date.now() < end) {
    if (child && child.exitCode !== null)
      throw new Error(`the server on port ${port} ended with code ${child.exitCode}`)
    if (await answers(port)) return
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  throw new Error(`the server on port ${port} did not answer within ${readyMs} ms`)
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => {
      resolve(false)
    })
  })
}

/** The address of another database on the same server. */
export function databaseOn(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** A server that accepts connections may still be starting up, or recovering (57P03): waited for. */
export async function sql(url: string, statement: string): Promise<void> {
  const end = Date.now() + 20_000
  for (;;) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      await client.query(statement)
      return
    } catch (error) {
      const starting = error instanceof pg.DatabaseError && error.code === '57P03'
      if (!starting || Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    } finally {
      await client.end()
    }
  }
}
