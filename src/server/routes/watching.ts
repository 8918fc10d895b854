/** Watching: the sources with their health, added and given up; what was compared of their stories; the same by the API. */
import { z } from '@hono/zod-openapi'
import { getCookie, setCookie } from 'hono/cookie'
import { Feed, MadeComparison } from '../../model/watch.js'
import { readFeed } from '../../pool/pooled.js'
import { comparisonsFeed } from '../../print/atom.js'
import { count } from '../../print/words.js'
import { isPlainlyPrivate } from '../../text/public-address.js'
import { checkAddress } from '../../text/web-address.js'
import { follow, giveUp } from '../../watch/poll.js'
import { changed } from '../changes.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { originOf } from '../http.js'
import { type DayStory, watchingPage } from '../pages/watching-page.js'
import { HttpProblem } from '../problems.js'
import { filesOf, readForm } from '../read-body.js'
import { documentOf, reportPolicy } from '../report-formats.js'
import { answer, routesOf, type App } from '../route.js'
import type { Sending } from '../sending.js'
import { param } from './comparisons.js'
import { fieldsOf, fileForm, send, shows, takes } from '../page-answer.js'

/** Addresses that people add; lists may name more. */
const mostAdded = 1_000
const listed = 100
const lostShown = 30
const smallForm = 10_000
const dayMs = 86_400_000
const storiesShown = 30
const seenCookie = 'synoptic-seen'
/** Bytes of a list: a thousand feeds take a fifth of it. */
const largestList = 1_000_000

const WatchingBody = z
  .strictObject({
    feeds: z.array(Feed.clone().openapi('Feed')),
    comparisons: z.array(MadeComparison.clone().openapi('WatchedComparison')),
  })
  .openapi('Watching')

export function watchingRoutes(app: App, deps: ServerDeps, sending: Sending): void {
  const api = routesOf(app, 'watching', 'read')
  const { watching } = deps.store
  const form = takes('submit', smallForm)
  const published = async () => (await watching.comparisons(listed)).filter((made) => made.published)

  api.get(
    '/api/watching',
    'Sources that are watched, with their health, and the newest comparisons of their stories',
    { responses: { 200: answer('Both. Times are milliseconds since the epoch.', WatchingBody) } },
    async (c) => c.json({ feeds: [...(await watching.feeds())], comparisons: [...(await published())] }),
  )

  const today = async (made: readonly MadeComparison[]): Promise<readonly DayStory[]> => {
    const stories = await watching.busiest(deps.now() - dayMs, storiesShown)
    return Promise.all(
      stories.map(async (id) => {
        const members = await watching.membersOf(id)
        const comparison = made.find(({ story }) => story === id)
        return {
          id,
          title: comparison?.title ?? members.at(-1)?.versions.at(-1)?.headline ?? id,
          outlets: [...new Set(members.map(({ outlet }) => outlet))],
          latest: Math.max(...members.map(({ foundAt }) => foundAt)),
          comparison: comparison?.id ?? null,
        }
      }),
    )
  }

  const shown = async (c: AppContext, address: string, trouble: string | null): Promise<Response> => {
    const made = await published()
    const searches = await deps.store.savedSearches()
    const seen = Number(getCookie(c, seenCookie) ?? '')
    const content = watchingPage({
      feeds: await watching.feeds(),
      lost: await watching.lostEntries(lostShown),
      made,
      today: await today(made),
      topics: searches.flatMap(({ name, query }) => {
        const words = new URLSearchParams(query).get('q')
        return words === null ? [] : [{ name, words }]
      }),
      words: (trouble === null ? c.req.query('q') : undefined) ?? '',
      seen: Number.isSafeInteger(seen) && seen > 0 ? seen : null,
      address,
      trouble,
    })
    return send(c, content, trouble === null ? 200 : 422)
  }
  app.get('/watching', shows('read', z.object({ q: z.string() })), (c) => shown(c, '', null))

  // Kept by the browser: what is new is new to whoever looks.
  app.post('/watching/seen', takes('read', smallForm), (c) => {
    setCookie(c, seenCookie, String(deps.now()), {
      path: '/watching',
      httpOnly: true,
      sameSite: 'Strict',
      maxAge: 31_536_000,
    })
    return c.redirect('/watching', 303)
  })

  /** All of them, or none and why. */
  const followAll = async (named: readonly Pick<Feed, 'address' | 'title'>[]): Promise<string | null> => {
    const wanted = new Map<string, Pick<Feed, 'address' | 'title'>>()
    for (const { address, title } of named) {
      const checked = checkAddress(address)
      if (!checked.ok) return checked.message
      if (isPlainlyPrivate(checked.url) && !deps.settings.allowPrivate)
        return `${address} leads to this machine or a private network, where nothing is fetched.`
      wanted.set(checked.url.href, { address: checked.url.href, title })
    }
    const asked = (await watching.feeds()).filter(
      ({ address, from, dueAt }) => from === null && dueAt !== null && !wanted.has(address),
    )
    if (asked.length + wanted.size > mostAdded)
      return `At most ${mostAdded} sources are watched; give up another one first.`
    await follow([...wanted.values()], watching, deps.now(), 'go on')
    return null
  }

  app.post('/watching', form, async (c) => {
    const address = (await fieldsOf(c)).one('address')
    const trouble = await followAll([{ address, title: null }])
    changed(c, { target: '/watching', to: address })
    return trouble === null ? c.redirect('/watching', 303) : shown(c, address, trouble)
  })

  app.post('/watching/list', takes('submit', largestList, fileForm), async (c) => {
    const [list] = filesOf(await readForm(c, 1), 'list')
    if (!list) return shown(c, '', 'Choose the file of an OPML list.')
    const read = await readFeed({ bytes: list.bytes, url: 'file:///', charset: null }, deps)
    if (read.state === 'none') return shown(c, '', `${list.name}: ${read.why}`)
    if (read.feeds.length === 0) return shown(c, '', `${list.name} names no feeds: give an OPML list.`)
    const trouble = await followAll(read.feeds)
    changed(c, { target: '/watching', to: `${count(read.feeds.length, 'feed')} of ${list.name}` })
    return trouble === null ? c.redirect('/watching', 303) : shown(c, '', `${list.name}: ${trouble}`)
  })

  app.post('/watching/stop', form, async (c) => {
    const address = (await fieldsOf(c)).one('address')
    if (!(await giveUp(address, watching)))
      throw new HttpProblem('not-found', 'No source with this address is watched.')
    changed(c, { target: '/watching', from: address })
    return c.redirect('/watching', 303)
  })

  app.get('/watching/feed.atom', shows('read'), async (c) => {
    const origin = originOf(c)
    const made = await published()
    const id = 'urn:synoptic:watching'
    const href = (story: string): string => `${origin}/stories/${story}`
    c.header('content-type', 'application/atom+xml; charset=utf-8')
    return c.body(comparisonsFeed(made, { id, title: 'Synoptic: watched stories', href, now: deps.now() }))
  })

  app.get('/watching/comparisons/:id', shows('read'), async (c) => {
    const report = await watching.report(param(c, 'id'))
    if (report === null)
      throw new HttpProblem(
        'not-found',
        'There is no such comparison, or a newer one of its story took its place.',
      )
    c.header('content-security-policy', reportPolicy())
    c.header('content-type', 'text/html; charset=utf-8')
    return sending.body(c, () =>
      documentOf('report.html', report, deps, {
        home: { place: '/watching', links: [{ href: '/watching', name: '← What is watched' }] },
      }),
    )
  })
}
