/** Pages, bytes and articles in SQL: bytes and articles by content, so that each is fetched and read once. */
import type { Kysely } from 'kysely'
import { AnnotatedArticle } from '../../model/annotated-article.js'
import { RawPage } from '../../model/raw-page.js'
import { Source } from '../../model/source.js'
import type { Store } from '../../ports/store.js'
import { putContent } from './contents.js'
import type { Tables } from './tables.js'
import { isTakenDown, takenDown } from './takedowns.js'

type Pages = Pick<
  Store,
  | 'savePage'
  | 'page'
  | 'lose'
  | 'putContent'
  | 'content'
  | 'article'
  | 'putArticle'
  | 'linkArticle'
  | 'articles'
>

export function pages(db: Kysely<Tables>): Pages {
  const sourceRow = (id: string, position: number) =>
    db.updateTable('comparison_sources').where('comparison', '=', id).where('position', '=', position)

  const content: Store['content'] = async (sha256) => {
    const row = await db.selectFrom('contents').selectAll().where('sha256', '=', sha256).executeTakeFirst()
    return row ? { bytes: Buffer.from(row.bytes), mediaType: row.media_type } : null
  }

  return {
    async savePage(id, position, page) {
      if (await isTakenDown(db, page.sha256)) {
        await sourceRow(id, position)
          .set({ state: 'lost', sha256: page.sha256, issue: JSON.stringify(takenDown(page.source.name)) })
          .where('state', '=', 'waiting')
          .execute()
        return
      }
      const { state, url, fetchedAt, issues, mediaType, charset, sha256 } = page
      await sourceRow(id, position)
        .set({
          state: 'fetched',
          page: JSON.stringify({ state, url, fetchedAt, issues, mediaType, charset, sha256 }),
          sha256,
        })
        .where('state', '=', 'waiting')
        .execute()
    },

    async page(id, position) {
      const row = await db
        .selectFrom('comparison_sources')
        .select(['source', 'page', 'sha256'])
        .where('comparison', '=', id)
        .where('position', '=', position)
        .executeTakeFirst()
      if (row?.page == null || row.sha256 === null) return null
      const stored = await content(row.sha256)
      if (!stored) return null
      return RawPage.parse({
        ...(JSON.parse(row.page) as object),
        source: Source.parse(JSON.parse(row.source)),
        bytes: Buffer.from(stored.bytes).toString('base64'),
      })
    },

    async lose(id, position, issue) {
      await sourceRow(id, position)
        .set({ state: 'lost', issue: JSON.stringify(issue) })
        .where('state', '<>', 'read')
        .execute()
    },

    putContent: (sha256, content, now) => putContent(db, sha256, content, now),

    content,

    async article(key) {
      const row = await db.selectFrom('articles').select('article').where('key', '=', key).executeTakeFirst()
      return row ? AnnotatedArticle.parse(JSON.parse(row.article)) : null
    },

    async putArticle(key, article, now) {
      if (article.sha256 !== null && (await isTakenDown(db, article.sha256))) return
      await db
        .insertInto('articles')
        .values({ key, sha256: article.sha256, article: JSON.stringify(article), created_at: now })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute()
    },

    async linkArticle(id, position, key) {
      await sourceRow(id, position).set({ state: 'read', article_key: key, issue: null }).execute()
    },

    async articles(id) {
      const rows = await db
        .selectFrom('comparison_sources')
        .leftJoin('articles', 'articles.key', 'comparison_sources.article_key')
        .select(['comparison_sources.position', 'articles.article'])
        .where('comparison_sources.comparison', '=', id)
        .orderBy('comparison_sources.position')
        .execute()
      return rows.map((row) =>
        row.article === null ? null : AnnotatedArticle.parse(JSON.parse(row.article)),
      )
    },
  }
}
