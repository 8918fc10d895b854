/** What keeps fetching polite and single in SQL: recent fetches, leases on URLs (and on pages being read), turns of hosts. */
import type { Kysely } from 'kysely'
import { Exchange } from '../../model/raw-page.js'
import type { Store } from '../../ports/store.js'
import type { Tables } from './schema.js'
import { erase, insert, selectOne } from './table.js'

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
      const row = await db
        .insertInto('fetchLeases')
        .values({ url: name, holder, until })
        .onConflict((conflict) =>
          conflict
            .column('url')
            .doUpdateSet({ holder, until })
            .where((where) =>
              where.or([
                where('fetchLeases.until', '<', now),
                where('fetchLeases.until', '>', until + clockSlackMs),
                where('fetchLeases.holder', '=', holder),
              ]),
            ),
        )
        .returning('holder')
        .executeTakeFirst()
      return row?.holder === holder
    },

    async release(name, holder) {
      await erase(db, 'fetchLeases', { url: name, holder })
    },

    async takeTurn(host, delay, now) {
      const taken = await db
        .insertInto('hostTurns')
        .values({ host, nextAt: now + delay })
        .onConflict((conflict) =>
          conflict
            .column('host')
            .doUpdateSet({ nextAt: now + delay })
            .where((where) =>
              where.or([
                where('hostTurns.nextAt', '<=', now),
                where('hostTurns.nextAt', '>', now + delay + clockSlackMs),
              ]),
            ),
        )
        .returning('nextAt')
        .executeTakeFirst()
      if (taken) return 0
      const turn = await selectOne(db, 'hostTurns', { host })
      return Math.max(1, (turn?.nextAt ?? now) - now)
    },
  } satisfies Partial<Store>
}
