/** Watching: the sources with their health, added and given up; what was compared of their stories; the same by the API. */
import { z } from '@hono/zod-openapi'
import { getCookie, setCookie } from 'hono/cookie'
import { type Entry, Feed, MadeComparison } from '../../model/watch.js'
import { readFeed } from '../../pool/pooled.js'
import { comparisonsFeed } from '../../print/atom.js'
import { html, type Markup } from '../../print/html/markup.js'
import { shorten } from '../../print/safe-text.js'
import { count } from '../../print/words.js'
import { isPlainlyPrivate } from '../../text/public-address.js'
import { termsOf } from '../../text/terms.js'
import { checkAddress } from '../../text/web-address.js'
import { follow, giveUp } from '../../watch/poll.js'
import { changed } from '../changes.js'
import { iso } from '../comparison-view.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { originOf } from '../http.js'
import { list } from '../pages/fields.js'
import { layout } from '../pages/layout.js'
import { time } from '../pages/lists.js'
import { HttpProblem } from '../problems.js'
import { filesOf, readForm } from '../read-body.js'
import { sendHtml } from '../report-formats.js'
import { answer, routesOf, type App } from '../route.js'
import type { AppDeps } from '../sending.js'
import { param } from './comparisons.js'
import { linked } from './story-pages.js'
import { fieldsOf, fileForm, send, shows, takes } from '../page-answer.js'

/** Addresses that people add; lists may name more. */
const mostAdded = 1_000
const listed = 100
const lostShown = 30
const smallForm = 10_000
const dayMs = 86_400_000
const storiesShown = 30
/** Feeds that the page lists; those that fail come first. */
const mostFeeds = 500
const seenCookie = 'synoptic-seen'
/** Bytes of a list: a thousand feeds take a fifth of it. */
const largestList = 1_000_000

const WatchingBody = z
  .strictObject({
    feeds: z.array(Feed.clone().openapi('Feed')),
    comparisons: z.array(MadeComparison.clone().openapi('WatchedComparison')),
  })
  .openapi('Watching')

export function watchingRoutes(app: App, deps: AppDeps): void {
  const api = routesOf(app, 'watching', 'read')
  const { watching } = deps.store
  const form = takes('submit', smallForm)

  api.get(
    '/api/watching',
    'Sources that are watched, with their health, and the newest comparisons of their stories',
    { responses: { 200: answer('Both. Times are milliseconds since the epoch.', WatchingBody) } },
    async (c) => c.json({ feeds: [...(await watching.feeds())], comparisons: await published(watching) }),
  )

  const shown = async (c: AppContext, address: string, trouble: string | null): Promise<Response> =>
    send(c, watchingPage(await shownTo(c, address, trouble, deps)), trouble === null ? 200 : 422)
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
    const made = await published(watching)
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
    const home = { place: '/watching', links: [{ href: '/watching', name: '← What is watched' }] }
    return sendHtml(c, () => Promise.resolve(report), deps, { home })
  })
}

async function published(watching: ServerDeps['store']['watching']): Promise<MadeComparison[]> {
  return (await watching.comparisons(listed)).filter((made) => made.published)
}

async function shownTo(c: AppContext, address: string, trouble: string | null, { store, now }: ServerDeps) {
  const { watching } = store
  const made = await published(watching)
  const ids = await watching.busiest(now() - dayMs, storiesShown)
  const today = await Promise.all(
    ids.map(async (id) => {
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
  const seen = Number(getCookie(c, seenCookie) ?? '')
  return {
    made,
    today,
    feeds: await watching.feeds(),
    lost: await watching.lostEntries(lostShown),
    topics: (await store.savedSearches()).flatMap(({ name, query }) => {
      const words = new URLSearchParams(query).get('q')
      return words === null ? [] : [{ name, words }]
    }),
    words: (trouble === null ? c.req.query('q') : undefined) ?? '',
    seen: Number.isSafeInteger(seen) && seen > 0 ? seen : null,
    address,
    trouble,
  }
}

type Shown = Awaited<ReturnType<typeof shownTo>>
type DayStory = Shown['today'][number]

function holds(words: string, text: string): boolean {
  const terms = termsOf(text).split(' ')
  return termsOf(words)
    .split(' ')
    .every((wanted) => terms.some((term) => term.startsWith(wanted)))
}

const told = ({ title, first, reports, news }: MadeComparison): string =>
  [title, first, ...reports.map(({ outlet }) => outlet), ...(news?.appeared ?? [])].join(' ')

function watchingPage(watched: Shown): string {
  const { feeds, words, seen, trouble, topics } = watched
  const made = watched.made.filter((one) => holds(words, told(one)))
  const today = watched.today.filter(({ title, outlets }) => holds(words, [title, ...outlets].join(' ')))
  const isNew = (at: number): boolean => seen !== null && at > seen
  const fresh = made.filter(({ at }) => isNew(at)).length
  return layout(
    { title: `${trouble === null ? '' : 'Error: '}Watching`, here: '/watching' },
    html`<h1>Watching</h1>
      <div class="start">
        <div>
          <form class="asking" method="get" action="/watching" role="search">
            <label class="widest"
              >Words in titles and outlets
              <input type="search" name="q" value="${words}" maxlength="300" autocomplete="off"
            /></label>
            <button>Find</button>
          </form>
          ${
            topics.length === 0
              ? html`<p class="hint">
                  A search that you save among <a href="/comparisons">the stories</a> is a topic here.
                </p>`
              : list(
                  'links',
                  [
                    html`<a href="/watching">everything</a>`,
                    ...topics.map((topic) => topicLink(topic, watched)),
                  ],
                  'Topics',
                )
          }
          <h2>The last 24 hours</h2>
          ${
            today.length === 0
              ? html`<p>No story${words === '' ? '' : ' with these words'}.</p>`
              : html`<ol class="list">
                  ${today.map((story) => dayStory(story, isNew(story.latest)))}
                </ol>`
          }
          <h2>What was compared lately</h2>
          ${
            made.length === 0
              ? html`<p>Nothing yet: a story is compared when three reports of two texts are there.</p>`
              : html`<form class="marked" method="post" action="/watching/seen">
                  <span
                    >${seen === null ? 'Press it, and what comes later is marked as new.' : html`${count(fresh, 'comparison')} new since ${time(iso(seen))}.`}</span
                  >
                  <button class="quiet">I have seen all</button>
                </form>`
          }
          <p class="hint">
            <a href="/watching/feed.atom">As a feed</a> · <a href="/stories">Collected reports</a>
          </p>
          ${list(
            'list',
            made.map((one) => comparison(one, isNew(one.at))),
          )}
        </div>
        ${sources(feeds, watched)}
      </div>`,
  )
}

function topicLink({ name, words }: Shown['topics'][number], { made }: Shown): Markup {
  const found = made.filter((one) => holds(words, told(one)))
  return html`<a href="/watching?${new URLSearchParams({ q: words }).toString()}">${name}</a>
    <span class="hint">${found.length}</span>`
}

function dayStory({ id, title, outlets, latest, comparison: made }: DayStory, isNew: boolean): Markup {
  return html`<li>
    <p>
      <a href="${made === null ? `/stories/${id}` : `/watching/comparisons/${made}`}">${title}</a
      >${isNew && html` <b class="new">new</b>`}
    </p>
    <p class="hint">
      ${count(outlets.length, 'outlet')}: ${shorten(outlets.join(', '), 160)} · ${time(iso(latest), 'short')}
      ·
      <a href="/stories/${id}">reports</a> · <a href="/stories/${id}/versions">versions</a>
    </p>
  </li>`
}

function sources(feeds: readonly Feed[], { address, trouble, lost }: Shown): Markup {
  const asked = feeds.filter(({ dueAt }) => dueAt !== null)
  const failing = asked.filter((feed) => feed.failing !== null)
  const others = asked.filter((feed) => feed.failing === null)
  return html`<section aria-labelledby="sources">
    <h2 id="sources">Sources</h2>
    <form class="edits" method="post" action="/watching">
      <label for="address">A feed, a news sitemap or an OPML list</label>
      ${trouble !== null && html`<div id="address-error"><p class="error" role="alert">${trouble}</p></div>`}
      <div class="with-button">
        <input
          id="address"
          name="address"
          type="url"
          value="${address}"
          placeholder="https://…"
          ${trouble !== null && html`aria-invalid="true" aria-describedby="address-error"`}
        />
        <button type="submit">Watch it</button>
      </div>
    </form>
    <details class="edits">
      <summary>Or a list of feeds, as a file</summary>
      <form method="post" action="/watching/list" enctype="multipart/form-data">
        <label for="list">An OPML file, as feed readers export it</label>
        <input id="list" name="list" type="file" accept=".opml,.xml" />
        <p><button class="quiet" type="submit">Watch all of the list</button></p>
      </form>
    </details>
    <p class="hint">
      ${count(asked.length, 'source')}${failing.length === 0 ? '' : `, of which ${failing.length} give nothing now`}
    </p>
    ${list('list', [...failing, ...others].slice(0, mostFeeds).map(source))}
    ${
      lost.length > 0 &&
      html`<h2 id="lost">Articles that could not be had</h2>
        ${list('list', lost.map(lostArticle))}`
    }
  </section>`
}

function lostArticle({ address, title, why, foundAt, dueAt }: Entry): Markup {
  return html`${title !== null && html`<p><b>${shorten(title, 120)}</b></p>`}
    <p>${why}</p>
    <p class="hint">
      ${linked(address)} · named ${time(iso(foundAt), 'short')} ·
      ${dueAt === null ? 'not tried again' : html`next try ${time(iso(dueAt), 'short')}`}
    </p>`
}

function source({ address, title, failing, wellAt, dueAt, remark, from }: Feed): Markup {
  const state =
    failing !== null
      ? html`<span class="state failed">gives nothing</span> since ${time(iso(failing.since))},
          ${count(failing.times, 'time')} in a row: ${failing.why}`
      : wellAt === null
        ? html`<span class="state">not asked yet</span>`
        : html`<span class="state complete">well</span>, last ${time(iso(wellAt))}`
  return html`<p><b>${title ?? shorten(address, 120)}</b></p>
    <p>${state}</p>
    ${remark !== null && html`<p class="hint">${remark}</p>`}
    <form class="marked" method="post" action="/watching/stop">
      <span class="hint"
        >${dueAt !== null && html`Asked next ${time(iso(dueAt), 'short')}`}${title === null ? '' : ` · ${shorten(address, 120)}`}${from === null ? '' : `, named by ${shorten(from, 80)}`}</span
      >
      <input type="hidden" name="address" value="${address}" />
      <button class="quiet edits" type="submit" aria-label="Ask it no more: ${shorten(title ?? address, 80)}">
        Ask it no more
      </button>
    </form>`
}

function comparison(
  { id, story, title, at, reports, texts, first, news }: MadeComparison,
  isNew: boolean,
): Markup {
  const lines = news && [
    ...(news.added.length > 0 ? [`new: ${news.added.join(', ')}`] : []),
    ...(news.changed.length > 0 ? [`another version: ${news.changed.join(', ')}`] : []),
  ]
  return html`<p>
      <a href="/watching/comparisons/${id}">${title}</a>${isNew && html` <b class="new">new</b>`}
    </p>
    ${first !== null && html`<p>${first}</p>`}
    ${lines !== null && lines.length > 0 && html`<p>${shorten(lines.join('; '), 300)}</p>`}
    <p class="hint">
      ${count(reports.length, 'report')} of ${count(texts, 'text')}, ${time(iso(at))} ·
      <a href="/stories/${story}">the story</a>
    </p>`
}
