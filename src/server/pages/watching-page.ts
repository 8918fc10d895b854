/** What is watched: sources with their health, and what was compared lately. In: feeds and comparisons. Out: a page. */
import type { Entry, Feed, MadeComparison } from '../../model/watch.js'
import { html, type Markup } from '../../print/html/markup.js'
import { shorten } from '../../print/safe-text.js'
import { count } from '../../print/words.js'
import { termsOf } from '../../text/terms.js'
import { iso } from '../comparison-view.js'
import { list } from './fields.js'
import { layout } from './layout.js'
import { time } from './lists.js'
import { linked } from './story-pages.js'

/** Feeds that a page lists; those that fail come first. */
const mostFeeds = 500

export type DayStory = {
  readonly id: string
  readonly title: string
  readonly outlets: readonly string[]
  readonly latest: number
  readonly comparison: string | null
}

export type Watched = {
  readonly feeds: readonly Feed[]
  readonly lost: readonly Entry[]
  readonly made: readonly MadeComparison[]
  readonly today: readonly DayStory[]
  readonly topics: readonly { readonly name: string; readonly words: string }[]
  readonly words: string
  readonly seen: number | null
  readonly address: string
  readonly trouble: string | null
}

function holds(words: string, text: string): boolean {
  const terms = termsOf(text).split(' ')
  return termsOf(words)
    .split(' ')
    .every((wanted) => terms.some((term) => term.startsWith(wanted)))
}

const told = ({ title, first, reports, news }: MadeComparison): string =>
  [title, first, ...reports.map(({ outlet }) => outlet), ...(news?.appeared ?? [])].join(' ')

export function watchingPage(watched: Watched): string {
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

function topicLink({ name, words }: Watched['topics'][number], { made }: Watched): Markup {
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

function sources(feeds: readonly Feed[], { address, trouble, lost }: Watched): Markup {
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
