/** What keeps fetching polite and single in SQL: recent fetches, leases on URLs (and on pages being read), turns of hosts. */
import type { Kysely } from 'kysely'
import { Exchange } from '../../model/raw-page.js'
import type { Store } from '../../ports/store.js'
import type { Tables } from './schema.js'

/**
 * A time that was stored is believed within the interval it stands for, and this much more, by which clocks of machines may
 * differ: one that lies further ahead was written before the clock was set back, and would block for as long.
 */
const clockSlackMs = 60_000

export function fetches(db: Kysely<Tables>) {
  return {
    async recentFetch(url, notBefore, now) {
      const row = await db
        .selectFrom('fetches')
        .select(['url', 'finalUrl', 'mediaType', 'charset', 'sha256', 'fetchedAt', 'exchange'])
        .where('url', '=', url)
        .where('createdAt', '>=', notBefore)
        .where('createdAt', '<=', now + clockSlackMs)
        .executeTakeFirst()
      if (!row) return null
      const { exchange, ...fetch } = row
      return { ...fetch, exchange: exchange === null ? null : Exchange.parse(JSON.parse(exchange)) }
    },

    async saveFetch(fetch, now) {
      const exchange = fetch.exchange === null ? null : JSON.stringify(fetch.exchange)
      const row = { ...fetch, exchange, createdAt: now }
      await db
        .insertInto('fetches')
        .values(row)
        .onConflict((conflict) => conflict.column('url').doUpdateSet(row))
        .execute()
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
      await db.deleteFrom('fetchLeases').where('url', '=', name).where('holder', '=', holder).execute()
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
      const { nextAt } = await db
        .selectFrom('hostTurns')
        .select('nextAt')
        .where('host', '=', host)
        .executeTakeFirstOrThrow()
      return Math.max(1, nextAt - now)
    },
  } satisfies Partial<Store>
}
