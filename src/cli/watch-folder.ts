/** What `synoptic watch` leaves: stories with event file, report and changes; over them a feed, a list, a manifest, the feeds' health. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { usualForms } from '../editions/forms.js'
import { writeCsv } from '../editions/tables/table.js'
import type { ReportFile } from '../editions/make.js'
import type { Feed, KeptArticle, MadeComparison } from '../model/watch.js'
import type { Versions } from '../model/versions.js'
import { write, type Deps } from '../pool/pooled.js'
import type { WatchStore } from '../ports/watch.js'
import { comparisonsFeed } from '../print/atom.js'
import { versionsPage } from '../print/versions.js'
import { grouped } from '../text/grouped.js'
import { contentId } from '../text/hash.js'
import { putInPlace } from './files.js'

const leastOfEvent = 2
const entriesOfFeed = 100

export function storiesFolder(out: string, store: WatchStore, deps: Pick<Deps, 'pool'>) {
  const put = async (content: ReportFile['content'], ...names: readonly string[]): Promise<void> => {
    const file = path.join(out, ...names)
    await mkdir(path.dirname(file), { recursive: true })
    await putInPlace(file, content)
  }
  return {
    async grouped(story: string, members: readonly KeptArticle[]): Promise<void> {
      const readable = members.filter(({ versions }) => versions.at(-1)?.unreadable === null)
      if (readable.length < leastOfEvent) return
      const sources: unknown[] = []
      for (const [at, { versions, outlet, publishedAt, address }] of readable.entries()) {
        const page = await store.page(versions.at(-1)?.page ?? '')
        if (page?.state !== 'read') throw new Error(`the page of ${address} is not in the store`)
        const file = `${at + 1}.${page.mediaType === 'html' ? 'html' : 'txt'}`
        await put(Buffer.from(page.bytes, 'base64'), story, file)
        sources.push({ source: file, outlet, publishedAt })
      }
      await put(`${JSON.stringify({ title: titleOf(readable), sources }, null, 1)}\n`, story, 'event.json')
    },

    async merged(story: string, into: string): Promise<void> {
      await put(`This story turned out to be one with ../${into}.\n`, story, 'merged.txt')
    },

    async compared({ story }: MadeComparison, report: string): Promise<void> {
      const written = await write({ as: 'files', report, forms: usualForms }, deps)
      if (written.state === 'refused') throw new Error(written.reason)
      for (const { name, content } of written.files) await put(content, story, name)
    },

    /** Side by side, and as JSON; a change of furniture is none. */
    async changed({ address, grouped: of, versions }: KeptArticle, found: Versions): Promise<void> {
      if (of === null || (found.state === 'compared' && found.changes.length === 0)) return
      const name = `${new URL(address).hostname}-${contentId('v', address).slice(2, 8)}-${versions.length}`
      await put(versionsPage(found), of.story, 'changes', `${name}.html`)
      await put(`${JSON.stringify(found)}\n`, of.story, 'changes', `${name}.json`)
    },

    async writeOverview(now: number, windowMs: number): Promise<void> {
      const articles = (await store.grouped(now - windowMs)).map(({ article }) => article)
      const stories = grouped(articles, (article) => (article.grouped ? [article.grouped.story] : []))
      const events: string[] = []
      const rows: (readonly (string | number | null)[])[] = []
      for (const [id, members] of stories) {
        for (const { address, outlet, publishedAt, versions } of members)
          rows.push([id, address, outlet, publishedAt, versions.at(-1)?.headline ?? null, versions.length])
        const readable = members.filter(({ versions }) => versions.at(-1)?.unreadable === null)
        if (readable.length < leastOfEvent) continue
        events.push(`${JSON.stringify({ id, title: titleOf(readable), sources: [`${id}/event.json`] })}\n`)
      }
      const made = (await store.comparisons(10 * entriesOfFeed)).filter(({ published }) => published)
      const feed = comparisonsFeed(made.slice(0, entriesOfFeed), {
        id: `urn:synoptic:stories:${encodeURIComponent(path.basename(path.resolve(out)))}`,
        title: 'Stories compared',
        href: (story) => `${story}/report.html`,
        now,
      })
      await put(
        writeCsv(['story', 'source', 'outlet', 'published_at', 'headline', 'versions'], rows),
        'stories.csv',
      )
      await put(events.join(''), 'events.jsonl')
      await put(feed, 'feed.atom')
      await put(`${healthLines(await store.feeds()).join('\n')}\n`, 'feeds.txt')
    },
  }
}

function titleOf([first]: readonly KeptArticle[]): string | null {
  return first?.versions.at(-1)?.headline ?? null
}

export function healthLines(feeds: readonly Feed[]): readonly string[] {
  const time = (at: number | null): string =>
    at === null ? 'never' : new Date(at).toISOString().slice(0, 16).replace('T', ' ')
  const sorted = [...feeds].sort((a, b) => Number(a.failing === null) - Number(b.failing === null))
  return sorted.map(({ address, kind, failing, wellAt, dueAt, remark }) => {
    const next = dueAt === null ? 'not asked any more' : `next ${time(dueAt)}`
    const told = remark === null ? '' : ` ${remark}`
    return failing === null
      ? `ok       ${address} (${kind ?? 'not read yet'}): last ${time(wellAt)}, ${next}.${told}`
      : `failing  ${address}: since ${time(failing.since)}, ${failing.times} ${failing.times === 1 ? 'time' : 'times'}: ${failing.why} Last well ${time(wellAt)}, ${next}.`
  })
}
