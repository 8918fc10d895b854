/**
 * One Redis, one Valkey and one PostgreSQL for all test files of a run (`broker.ts`). A test keeps to keys of its own, by a
 * prefix, and to a database of its own.
 *
 * In:    a kind of server. Out: the run's; a new database.
 * Never: stops a server: a test that does starts one of its own (services.ts).
 */
import { inject } from 'vitest'
import { z } from 'zod'
import type { ServerOfRun } from './broker.js'
import { databaseOn, sql, unstoppable, type Server } from './services.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's servers are asked for. */
    readonly servers: string
  }
}

const Answer = z.object({ url: z.string(), template: z.string().nullable() })

export async function serverOfRun(name: ServerOfRun): Promise<Server> {
  const answer = await fetch(`${inject('servers')}/${name}`)
  if (!answer.ok) throw new Error(await answer.text())
  const { url, template } = Answer.parse(await answer.json())
  const shared = unstoppable(
    url,
    'other test files use it; a test that stops its server starts one of its own',
  )
  return template === null ? shared : { ...shared, template }
}

export type Database = { readonly url: string; readonly drop: () => Promise<void> }

let serial = 0

/** A database with all tables, and nothing in them. */
export async function newDatabase(): Promise<Database> {
  const { url, template = '' } = await serverOfRun('postgres')
  const name = `test_${process.pid}_${serial++}`
  await sql(url, `create database ${name} template ${template}`)
  return { url: databaseOn(url, name), drop: () => sql(url, `drop database ${name} with (force)`) }
}
