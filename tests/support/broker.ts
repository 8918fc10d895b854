/**
 * Starts the servers that all test files of a run share, each when the first file asks for it (`servers-of-run.ts`), and
 * ends them with the run. PostgreSQL gets a database that has all tables, which tests copy.
 *
 * In:    requests of test processes by HTTP on loopback. Out: a server's address, and the database to copy.
 * Never: stops a server before the run ends.
 */
import { createServer } from 'node:http'
import { databaseOn, sql, startPostgres, startRedis, type Server } from './services.js'

const starters = {
  redis: () => startRedis('redis'),
  valkey: () => startRedis('valkey'),
  postgres: startWithTemplate,
}
export type ServerOfRun = keyof typeof starters

export type Broker = { readonly address: string; readonly close: () => Promise<void> }

export async function openBroker(): Promise<Broker> {
  const started = new Map<ServerOfRun, Promise<Server>>()
  const broker = createServer((request, response) => {
    const name = (request.url ?? '').slice(1)
    if (!isStarter(name)) {
      response.writeHead(404).end()
      return
    }
    const server = started.get(name) ?? starters[name]()
    started.set(name, server)
    server.then(
      ({ url, template = null }) => response.end(JSON.stringify({ url, template })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve))
  const bound = broker.address()
  return {
    address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`,
    async close() {
      broker.close()
      for (const [name, starting] of started) {
        const server = await starting.catch(() => null)
        if (name === 'postgres' && server?.template !== undefined)
          await sql(server.url, `drop database ${server.template}`)
        await server?.stop()
      }
    },
  }
}

const isStarter = (name: string): name is ServerOfRun => Object.hasOwn(starters, name)

async function startWithTemplate(): Promise<Server> {
  const server = await startPostgres()
  const template = `synoptic_template_${process.pid}`
  await sql(server.url, `create database ${template}`)
  const { postgresStore } = await import('../../src/adapters/sql/postgres.js')
  const store = await postgresStore(databaseOn(server.url, template), () => undefined)
  await store.close()
  return { ...server, template }
}
