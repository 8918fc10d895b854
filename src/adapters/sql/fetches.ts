/** What keeps fetching polite and single in SQL: recent fetches, leases on URLs (and on pages being read), turns of hosts. */
import { type Kysely, sql } from 'kysely'
import { Exchange } from '../../model/raw-page.js'
import type { Store } from '../../ports/store.js'
import type { Tables } from './schema.js'
import { ask, erase, insert, selectOne } from './table.js'

/** By so much clocks of machines may differ: a stored time further ahead was written before the clock was set back, and would block for as long. */
const clockSlackMs = 60_000

const columns = ['url', 'finalUrl', 'mediaType', 'charset', 'sha256', 'fetchedAt', 'exchange'] as const

export function fetches(db: Kysely<Tables>) {
  return {
    async recentFetch(url, notBefore, now) {
      const createdAt = { '>=': notBefore, '<=': now + clockSlackMs }
      const row = await selectOne(db, 'fetches', { url, createdAt }, { columns })
      if (!row) return null
      const { exchange } = row
      return { ...row, exchange: exchange === null ? null : Exchange.parse(JSON.parse(exchange)) }
    },

    async saveFetch(fetch, now) {
      const exchange = fetch.exchange === null ? null : JSON.stringify(fetch.exchange)
      await insert(db, 'fetches', { ...fetch, exchange, createdAt: now }, ['url'])
    },

    async lease(name, holder, now, until) {
      const query = sql`insert into fetch_leases (url, holder, until) values (${name}, ${holder}, ${until})
        on conflict (url) do update set holder = excluded.holder, until = excluded.until
          where fetch_leases.until < ${now} or fetch_leases.until > ${until + clockSlackMs}
            or fetch_leases.holder = ${holder}
        returning holder`
      return (await ask(db, query)).length > 0
    },

    async release(name, holder) {
      await erase(db, 'fetchLeases', { url: name, holder })
    },

    async takeTurn(host, delay, now) {
      const query = sql`insert into host_turns (host, next_at) values (${host}, ${now + delay})
        on conflict (host) do update set next_at = excluded.next_at
          where host_turns.next_at <= ${now} or host_turns.next_at > ${now + delay + clockSlackMs}
        returning host`
      if ((await ask(db, query)).length > 0) return 0
      const turn = await selectOne(db, 'hostTurns', { host })
      return Math.max(1, (turn?.nextAt ?? now) - now)
    },
  } satisfies Partial<Store>
}
