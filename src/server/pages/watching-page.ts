/** What is watched: sources with their health, and what was compared lately. In: feeds and comparisons. Out: a page. */
import type { Feed, MadeComparison } from '../../model/watch.js'
import { html, type Markup, nothing } from '../../print/html/markup.js'
import { shorten } from '../../print/safe-text.js'
import { count } from '../../print/words.js'
import { grouped } from '../../text/grouped.js'
import { iso } from '../comparison-view.js'
import { layout } from './layout.js'
import { time } from './lists.js'

/** Feeds that a page lists; those that fail come first. */
const mostFeeds = 500

export type Watched = {
  readonly feeds: readonly Feed[]
  readonly made: readonly MadeComparison[]
  readonly address: string
  readonly trouble: string | null
}

export function watchingPage({ feeds, made, address, trouble }: Watched): string {
  const asked = feeds.filter(({ dueAt }) => dueAt !== null)
  const failing = asked.filter((feed) => feed.failing !== null)
  const others = asked.filter((feed) => feed.failing === null)
  const days = grouped(made, ({ at }) => [iso(at).slice(0, 10)])
  return layout(
    { title: `${trouble === null ? '' : 'Error: '}Watching`, here: '/watching' },
    html`<h1>Watching</h1>
      <form method="post" action="/watching">
        <div class="field">
          <label for="address">A feed, a news sitemap or an OPML list</label>
          <p class="hint" id="address-hint">
            Its address. It is asked again and again, and its articles are grouped into stories.
          </p>
          ${trouble === null ? nothing : html`<div id="address-error"><p class="error" role="alert">${trouble}</p></div>`}
          <input
            id="address"
            name="address"
            type="url"
            value="${address}"
            aria-describedby="address-hint${trouble === null ? '' : ' address-error'}"
            ${trouble === null ? nothing : html`aria-invalid="true"`}
          />
        </div>
        <p><button type="submit">Watch it</button></p>
      </form>
      <form method="post" action="/watching/list" enctype="multipart/form-data">
        <div class="field">
          <label for="list">Or a list of feeds</label>
          <p class="hint" id="list-hint">An OPML file, as feed readers export it.</p>
          <input id="list" name="list" type="file" accept=".opml,.xml" aria-describedby="list-hint" />
        </div>
        <p><button class="quiet" type="submit">Watch all of the list</button></p>
      </form>
      <h2>Sources</h2>
      <p class="hint">
        ${count(asked.length, 'source')}${failing.length === 0 ? '' : `, of which ${failing.length} give nothing now`}
      </p>
      <ul class="list">
        ${[...failing, ...others].slice(0, mostFeeds).map(source)}
      </ul>
      <h2>What was compared lately</h2>
      <p class="hint"><a href="/watching/feed.atom">As a feed</a> · <a href="/stories">All stories</a></p>
      ${made.length === 0 ? html`<p>Nothing yet: a story is compared when three reports of two texts are there.</p>` : nothing}
      ${[...days].map(
        ([day, some]) =>
          html`<h3>${day}</h3>
            <ul class="list">
              ${some.map(comparison)}
            </ul>`,
      )}`,
  )
}

function source({ address, title, failing, wellAt, dueAt, remark, from }: Feed): Markup {
  const state =
    failing !== null
      ? html`<span class="state failed">gives nothing</span> since ${time(iso(failing.since))},
          ${count(failing.times, 'time')} in a row: ${failing.why}`
      : wellAt === null
        ? html`<span class="state">not asked yet</span>`
        : html`<span class="state complete">well</span>, last ${time(iso(wellAt))}`
  return html`<li>
    <p>${title ?? shorten(address, 120)}</p>
    <p class="hint">${shorten(address, 160)}${from === null ? '' : `, named by ${shorten(from, 120)}`}</p>
    <p>${state}</p>
    ${remark === null ? nothing : html`<p class="hint">${remark}</p>`}
    ${dueAt === null ? nothing : html`<p class="hint">Asked next ${time(iso(dueAt))}</p>`}
    <form method="post" action="/watching/stop">
      <input type="hidden" name="address" value="${address}" />
      <button class="quiet" type="submit" aria-label="Ask ${shorten(title ?? address, 80)} no more">
        Ask it no more
      </button>
    </form>
  </li>`
}

function comparison({ id, story, title, at, reports, texts, first, news }: MadeComparison): Markup {
  const told = news && [
    ...(news.added.length > 0 ? [`new: ${news.added.join(', ')}`] : []),
    ...(news.changed.length > 0 ? [`another version: ${news.changed.join(', ')}`] : []),
  ]
  return html`<li>
    <p><a href="/watching/comparisons/${id}">${title}</a></p>
    ${first === null ? nothing : html`<p>${first}</p>`}
    ${told === null || told.length === 0 ? nothing : html`<p>${shorten(told.join('; '), 300)}</p>`}
    <p class="hint">
      ${count(reports.length, 'report')} of ${count(texts, 'text')}, ${time(iso(at))} ·
      <a href="/stories/${story}">the story</a>
    </p>
  </li>`
}
