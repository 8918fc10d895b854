/** The log of changes: every request that changed something, by whom and when; handlers add from what to what. */
import type { MiddlewareHandler } from 'hono'
import type { Person } from '../model/desk.js'
import { plainText } from '../text/plain-text.js'
import type { AppContext, AppEnv, Caller, ServerDeps } from './deps.js'
import { isSafe } from './guards.js'

/** What requests do, by method and address without ids; others are told by these. */
const words: Readonly<Record<string, string>> = {
  'POST comparisons': 'asked for a comparison',
  'POST comparisons sample': 'asked for the sample',
  'POST comparisons delete': 'deleted a comparison',
  'DELETE comparisons': 'deleted a comparison for good',
  'POST comparisons searches': 'saved a search',
  'POST comparisons searches forget': 'forgot a saved search',
  'POST comparisons story': 'began to follow a story',
  'POST batches': 'asked for a batch',
  'POST stories compare': 'had a story compared',
  'POST stories move': 'moved reports between stories',
  'POST take': 'kept a page for a story',
  'POST watching': 'watches a source',
  'POST watching list': 'watches a list of sources',
  'POST watching stop': 'stopped watching a source',
  'DELETE articles': 'took an article down',
}

/** Nothing is kept of it here. */
const keepsNothing = new Set(['/api/inspect', '/comparisons/recognise', '/watching/seen'])

export function changeLog({ store, now, log }: ServerDeps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next()
    const { method, path } = c.req
    const { status } = c.res
    // A form that comes back with what is wrong is 200 or 422; one that was taken leads on.
    const changed = path.startsWith('/api/') ? status < 300 : status < 400 && status >= 201
    const { changes, caller } = c.var
    // Whoever may do nothing changed nothing: a stranger fills no log.
    if (caller.scopes.length === 0) return
    if (isSafe(method) || keepsNothing.has(path) || !(changed || (changes && status < 300))) return
    const addresses = [path, c.res.headers.get('location') ?? path].map((at) =>
      at.replace(/^\/api(?=\/)/u, ''),
    )
    // What was there already has an id in the address of the request; what was made, in that of the answer.
    const target = addresses.flatMap((at) => /^\/[\w-]+\/[^/?#]*\d[^/?#]*/u.exec(at)?.[0] ?? [])[0] ?? path
    const shape = path.split('/').filter((part) => part !== '' && part !== 'api' && !/\d/u.test(part))
    const what = words[[method, ...shape].join(' ')] ?? `${method} /${shape.join('/')}`
    for (const change of changes ?? [{}])
      await logChange({ what, target, ...change }, caller, { store, now, log })
  }
}

type Line = NonNullable<AppEnv['Variables']['changes']>[number]

/** At once; where the answer does not wait for what is done. */
export async function logChange(
  { what = '', target = '', from = null, to = null }: Line,
  caller: Caller,
  { store, now, log }: Pick<ServerDeps, 'store' | 'now' | 'log'>,
): Promise<void> {
  try {
    await store.desk.record({
      by: personOf(caller),
      at: now(),
      what: short(what, 200),
      target: short(target, 300),
      from: from === null ? null : short(from, 300),
      to: to === null ? null : short(to, 300),
    })
  } catch (error) {
    // It is done all the same.
    log('warning', 'change-not-logged', { what, message: error instanceof Error ? error.message : '' })
  }
}

export function changed(c: AppContext, ...changes: readonly Line[]): void {
  c.set('changes', changes)
}

export function personOf({ key, name }: Caller): Person {
  return { key: key ?? '', name }
}

function short(text: string, most: number): string {
  return plainText(text).slice(0, most)
}
