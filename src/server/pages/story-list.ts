/** The list of comparisons: dense, found by words and filters, tagged and deleted many at once. In: items, what is asked for. Out: a page. */
import type { SavedSearch } from '../../ports/store.js'
import { headAndRows, html, type Markup, nothing } from '../../print/html/markup.js'
import { shorten } from '../../print/safe-text.js'
import { count } from '../../print/words.js'
import type { ListedComparison } from '../schemas.js'
import { box, list, older, options } from './fields.js'
import { layout, lists } from './layout.js'
import { comparisonWords, stateOf, time, titleOf } from './lists.js'

/** What is asked for, by the names of the address; '' where nothing is. */
export type Asked = Readonly<
  Record<'q' | 'outlet' | 'from' | 'until' | 'state' | 'tag' | 'kind' | 'mine', string>
>
export const nothingAsked: Asked = {
  q: '',
  outlet: '',
  from: '',
  until: '',
  state: '',
  tag: '',
  kind: '',
  mine: '',
}

export type Deleted = readonly { readonly id: string; readonly title: string }[]

export type StoryList = {
  readonly asked: Asked
  readonly items: readonly ListedComparison[]
  readonly failed: readonly ListedComparison[]
  readonly next: string | null
  readonly deleted: Deleted
  readonly suggested: { readonly outlets: readonly string[]; readonly tags: readonly string[] }
  readonly searches: readonly SavedSearch[]
  /** Whether it can be told who sent what. */
  readonly hasPeople: boolean
}

/** What is asked for as the end of an address. */
export function queryOf(asked: Asked, more: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries({ ...asked, ...more }).filter(([, value]) => value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}

export function storyListPage(list: StoryList): string {
  const { asked, items, failed, next, deleted } = list
  const isAsked = queryOf(asked) !== ''
  return layout(
    { title: 'Stories', here: '/comparisons', beside: lists('/comparisons') },
    html`<h1 class="vh">Stories</h1>
      ${deleted.length > 0 && undo(deleted)} ${filters(list)} ${savedSearches(list)}
      ${
        items.length === 0
          ? html`<p class="lead">
              ${
                isAsked
                  ? html`Nothing here is like that.
                      <a href="/comparisons">Show all</a
                      >${asked.kind !== 'all' && html` · <a href="/comparisons${queryOf(asked, { kind: 'all' })}">Look among the events of batches, too</a>`}`
                  : html`There is none yet. <a class="edits" href="/">Make the first one.</a>`
              }
            </p>`
          : html`<form method="post" action="/comparisons/marked">
              <input type="hidden" name="back" value="${queryOf(asked)}" />
              ${table(items)}
              <div class="marked edits">
                <span>The marked ones:</span>
                <label class="vh" for="new-tag">Tag</label>
                <input
                  id="new-tag"
                  name="tag"
                  maxlength="60"
                  list="tags"
                  placeholder="Tag"
                  autocomplete="off"
                />
                <button class="quiet" name="do" value="tag">Put the tag on</button>
                <button class="quiet" name="do" value="untag">Take it off</button>
                <button class="danger" name="do" value="delete">Delete</button>
              </div>
            </form>`
      }
      ${next !== null && older(`/comparisons${queryOf(asked, { after: next })}`, '')}
      ${
        failed.length > 0 &&
        html`<details>
          <summary>The latest that failed</summary>
          ${table(failed, false)}
          <p><a href="/comparisons?state=failed">All that failed</a></p>
        </details>`
      }`,
  )
}

const states = [
  ['', 'all but failed'],
  ['running', comparisonWords.running],
  ['queued', comparisonWords.queued],
  ['complete', comparisonWords.complete],
  ['partial', comparisonWords.partial],
  ['failed', comparisonWords.failed],
] as const
const kinds = [
  ['', 'single ones'],
  ['batch', 'events of batches'],
  ['all', 'both'],
] as const

function filters({ asked, suggested, hasPeople }: StoryList): Markup {
  const select = (
    name: keyof Asked,
    label: string,
    choices: readonly (readonly [string, string])[],
  ): Markup =>
    html`<label
      >${label}
      <select name="${name}">
        ${options(choices, asked[name])}
      </select></label
    >`
  const day = (name: 'from' | 'until', label: string): Markup =>
    html`<label>${label} <input type="date" name="${name}" value="${asked[name]}" /></label>`
  return html`<form class="asking" method="get" action="/comparisons" role="search">
    <label class="widest"
      >Words in titles, outlets, texts
      <input type="search" name="q" value="${asked.q}" maxlength="300" autocomplete="off"
    /></label>
    <label
      >Outlet <input name="outlet" value="${asked.outlet}" list="outlets" maxlength="200" autocomplete="off"
    /></label>
    ${day('from', 'From')} ${day('until', 'To')} ${select('state', 'State', states)}
    ${
      suggested.tags.length === 0 && asked.tag === ''
        ? nothing
        : select('tag', 'Tag', [
            ['', 'any'],
            ...[...new Set([...suggested.tags, asked.tag])].filter(Boolean).map((tag) => [tag, tag] as const),
          ])
    }
    ${select('kind', 'Which', kinds)}
    ${hasPeople && box('checkbox', 'mine', 'true', asked.mine !== '', 'mine')}
    <button>Find</button>
    <datalist id="outlets">
      ${suggested.outlets.map((name) => html`<option value="${name}"></option>`)}
    </datalist>
    <datalist id="tags">${suggested.tags.map((name) => html`<option value="${name}"></option>`)}</datalist>
  </form>`
}

function savedSearches({ asked, searches }: StoryList): Markup {
  const here = queryOf(asked)
  const isSaved = searches.some(({ query }) => query === here)
  if (searches.length === 0 && here === '') return nothing
  return html`<div class="saved">
    ${
      searches.length > 0 &&
      list(
        'links',
        searches.map(
          ({ id, name, query }) =>
            html`<a href="/comparisons${query}" ${query === here && html`aria-current="true"`}>${name}</a>
              ${query === here && html`<form class="edits" method="post" action="/comparisons/searches/${id}/forget"><button class="quiet" aria-label="Forget the search ${name}">forget</button></form>`}`,
        ),
        'Saved searches',
      )
    }
    ${
      here !== '' &&
      !isSaved &&
      html`<form class="edits" method="post" action="/comparisons/searches">
        <input type="hidden" name="query" value="${here}" />
        <label class="vh" for="search-name">Name of this search</label>
        <input
          id="search-name"
          name="name"
          required
          maxlength="60"
          value="${asked.q}"
          placeholder="Name"
          autocomplete="off"
        />
        <button class="quiet">Save this search</button>
      </form>`
    }
  </div>`
}

/** For an hour; what the button does stands in its name, for those who hear it alone. */
export function undo(deleted: Deleted): Markup {
  const [first] = deleted
  return html`<form class="aside edits" method="post" action="/comparisons/restore">
    ${deleted.map(({ id }) => html`<input type="hidden" name="id" value="${id}" />`)}
    <p role="status">
      Deleted: ${deleted.length === 1 ? (first?.title ?? '') : count(deleted.length, 'comparison')}. It can be
      taken back for an hour.
    </p>
    <button class="quiet" type="submit">Undo the deletion</button>
  </form>`
}

/** Where a comparison was that can still be taken back. */
export function deletedPage(deleted: Deleted[number]): string {
  return layout(
    { title: `Deleted: ${deleted.title}`, here: '/comparisons' },
    html`<h1>This comparison was deleted</h1>
      ${undo([deleted])}
      <p><a href="/comparisons">Stories</a></p>`,
  )
}

function table(items: readonly ListedComparison[], marks = true): Markup {
  const heads = ['Story', 'Outlets', 'When']
  return html`<table class="stories">
    ${headAndRows(
      marks ? [html`<td class="edits"></td>`, ...heads] : heads,
      items.map((item) => row(item, marks)),
    )}
  </table>`
}

function row(item: ListedComparison, marks: boolean): Markup {
  const { id, state, summary, reasons, outlets, tags, batch, createdAt, links } = item
  const title = shorten(titleOf(item) ?? (outlets.join(', ') || id), 160)
  const first =
    summary === null || summary.nothingComparable
      ? reasons[0]
      : (summary.first ?? 'Nothing was found that differs.')
  return html`<tr>
    ${marks && html`<td class="mark edits"><input type="checkbox" name="id" value="${id}" aria-label="Mark ${title}" /></td>`}
    <th scope="row">
      <p>
        <a href="${links.page}">${title}</a
        >${tags.map((tag) => html` <a class="tag" href="/comparisons${queryOf(nothingAsked, { tag })}">${tag}</a>`)}
      </p>
      <p class="first-line">${first !== undefined && shorten(first, 240)}</p>
    </th>
    <td class="outlets"><span>${outlets.join(', ')}</span></td>
    <td class="when">
      ${time(createdAt, 'short')} ${batch !== null && html`<a href="/batches/${batch}">of a batch</a>`}
      ${state !== 'complete' && stateOf(state)}
    </td>
  </tr>`
}
