/** Pages of a list, newest first. The cursor is time and id of a page's last row: `1764750000000_c-5f0c`. */
import { sql, type RawBuilder, type SqlBool } from 'kysely'

/** A condition on a table with the columns `created_at` and `id`: rows behind the cursor, or all. */
export function behind(after: string | null): RawBuilder<SqlBool> {
  if (after === null) return sql<SqlBool>`1 = 1`
  const [time = '', id = ''] = after.split('_')
  const before = Number(time)
  return sql<SqlBool>`(created_at < ${before} or (created_at = ${before} and id < ${id}))`
}

/** Of the rows asked for, one more than the page has. */
export function pageOf<Item extends { readonly id: string; readonly createdAt: number }>(
  rows: readonly Item[],
  limit: number,
): { items: readonly Item[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? `${last.createdAt}_${last.id}` : null }
}
