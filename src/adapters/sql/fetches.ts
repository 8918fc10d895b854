/** What keeps fetching polite and single in SQL: recent fetches, leases on URLs (and on pages being read), turns of hosts. */
import type { Kysely } from 'kysely'
import type { Store } from '../../ports/store.js'
import type { Tables } from './tables.js'

/**
 * A time that was stored is believed within the interval it stands for, and this much more, by which clocks of machines may
 * differ: one that lies further ahead was written before the clock was set back, and would block for as long.
 */
const clockSlackMs = 60_000

type Fetches = Pick<Store, 'recentFetch' | 'saveFetch' | 'lease' | 'release' | 'takeTurn'>

export function fetches(db: Kysely<Tables>): Fetches {
  return {
    async recentFetch(url, notBefore, now) {
      const row = await db
        .selectFrom('fetches')
        .selectAll()
        .where('url', '=', url)
        .where('created_at', '>=', notBefore)
        .where('created_at', '<=', now + clockSlackMs)
        .executeTakeFirst()
      if (!row) return null
      return {
        url: row.url,
        finalUrl: row.final_url,
        mediaType: row.media_type,
        charset: row.charset,
        sha256: row.sha256,
        fetchedAt: row.fetched_at,
      }
    },

    async saveFetch(fetch, now) {
      const row = {
        url: fetch.url,
        final_url: fetch.finalUrl,
        media_type: fetch.mediaType,
        charset: fetch.charset,
        sha256: fetch.sha256,
        fetched_at: fetch.fetchedAt,
        created_at: now,
      }
      await db
        .insertInto('fetches')
        .values(row)
        .onConflict((conflict) => conflict.column('url').doUpdateSet(row))
        .execute()
    },

    async lease(name, holder, now, until) {
      const row = await db
        .insertInto('fetch_leases')
        .values({ url: name, holder, until })
        .onConflict((conflict) =>
          conflict
            .column('url')
            .doUpdateSet({ holder, until })
            .where((where) =>
              where.or([
                where('fetch_leases.until', '<', now),
                where('fetch_leases.until', '>', until + clockSlackMs),
                where('fetch_leases.holder', '=', holder),
              ]),
            ),
        )
        .returning('holder')
        .executeTakeFirst()
      return row?.holder === holder
    },

    async release(name, holder) {
      await db.deleteFrom('fetch_leases').where('url', '=', name).where('holder', '=', holder).execute()
    },

    async takeTurn(host, delay, now) {
      const taken = await db
        .insertInto('host_turns')
        .values({ host, next_at: now + delay })
        .onConflict((conflict) =>
          conflict
            .column('host')
            .doUpdateSet({ next_at: now + delay })
            .where((where) =>
              where.or([
                where('host_turns.next_at', '<=', now),
                where('host_turns.next_at', '>', now + delay + clockSlackMs),
              ]),
            ),
        )
        .returning('next_at')
        .executeTakeFirst()
      if (taken) return 0
      const { next_at } = await db
        .selectFrom('host_turns')
        .select('next_at')
        .where('host', '=', host)
        .executeTakeFirstOrThrow()
      return Math.max(1, next_at - now)
    },
  }
}
