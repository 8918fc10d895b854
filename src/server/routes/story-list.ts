/** The list of comparisons as a page: found by words and filters, tagged, deleted many at once and taken back; saved searches. */
import { z } from '@hono/zod-openapi'
import { ComparisonState } from '../../model/submission.js'
import type { Store } from '../../ports/store.js'
import { headAndRows, html, type Markup, nothing } from '../../print/html/markup.js'
import { shorten } from '../../print/safe-text.js'
import { count } from '../../print/words.js'
import { changed } from '../changes.js'
import { listedOf } from '../comparison-view.js'
import type { AppContext, ServerDeps } from '../deps.js'
import { box, list, older, options } from '../pages/fields.js'
import { layout, lists } from '../pages/layout.js'
import { comparisonWords, stateOf, time, titleOf } from '../pages/lists.js'
import { HttpProblem, parse } from '../problems.js'
import type { App } from '../route.js'
import type { ListedComparison } from '../schemas.js'
import { ListQuery, noComparison, storeQuery } from './comparisons.js'
import { fieldsOf, send, shows, takes } from '../page-answer.js'

const PageQuery = ListQuery.omit({ limit: true, batch: true }).extend({
  deleted: z
    .string()
    .regex(/^[\w-]{1,80}(?:,[\w-]{1,80}){0,49}$/u)
    .optional(),
})
const listed = 30
const failedShown = 10
const largestForm = 20_000
const mostMarked = 50
const longestTag = 60
const usual = ComparisonState.options.filter((state) => state !== 'failed')

export function storyListRoutes(app: App, deps: ServerDeps): void {
  const { store } = deps
  const form = takes('submit', largestForm)

  app.get('/comparisons', shows('read', PageQuery), async (c) =>
    send(c, storyListPage(await shownTo(c, store))),
  )

  app.post('/comparisons/marked', form, async (c) => {
    const { all, one } = await fieldsOf(c)
    const ids = idsIn(all('id'))
    const [what, tag, from] = [one('do'), tidyTag(one('tag')), one('back')]
    const [first = ''] = ids
    const back = from === 'details' ? `/comparisons/${first}/details` : backTo(from)
    if (ids.length === 0) throw new HttpProblem('invalid', 'Mark one or more comparisons first.')
    if (what === 'delete') {
      const gone = []
      for (const id of ids) if (await store.discard(id, deps.now())) gone.push(id)
      changed(c, ...gone.map((id) => ({ what: 'deleted a comparison', target: `/comparisons/${id}` })))
      return c.redirect(`/comparisons?deleted=${ids.join(',')}`, 303)
    }
    if (tag === '') throw new HttpProblem('invalid', 'Give the tag, of at most 60 characters.')
    await store.tag(ids, tag, what !== 'untag')
    const done = what === 'untag' ? 'took a tag off' : 'put a tag on'
    changed(c, ...ids.map((id) => ({ what: done, target: `/comparisons/${id}`, to: tag })))
    return c.redirect(back, 303)
  })

  app.post('/comparisons/restore', form, async (c) => {
    const ids = idsIn((await fieldsOf(c)).all('id'))
    const back = []
    let found = 0
    for (const id of ids)
      if (await store.restore(id)) back.push(id)
      else if (await store.find(id)) found++
    if (back.length + found === 0) throw noComparison()
    changed(c, ...back.map((id) => ({ what: 'took a deletion back', target: `/comparisons/${id}` })))
    const [only = ''] = ids
    return c.redirect(ids.length === 1 ? `/comparisons/${only}` : '/comparisons', 303)
  })

  app.post('/comparisons/searches', form, async (c) => {
    const { one } = await fieldsOf(c)
    const name = tidyTag(one('name').slice(0, longestTag))
    const back = backTo(one('query'))
    const query = back.replace('/comparisons', '')
    if (name === '' || query === '')
      throw new HttpProblem('invalid', 'A saved search needs a name and something that is asked for.')
    await store.saveSearch({ id: deps.newId(), name, query, createdAt: deps.now() })
    changed(c, { target: back, to: name })
    return c.redirect(back, 303)
  })

  app.post('/comparisons/searches/:id/forget', form, async (c) => {
    if (!(await store.forgetSearch(c.req.param('id'))))
      throw new HttpProblem('not-found', 'There is no saved search with this id.')
    return c.redirect('/comparisons', 303)
  })
}

async function shownTo(c: AppContext, store: Store) {
  // A form sends its empty fields, too.
  const given = Object.entries(c.req.query()).filter(([, value]) => value !== '')
  const { deleted, ...query } = parse(PageQuery, Object.fromEntries(given))
  const asked = askedIn(c.req.query())
  const { states = usual, kind, ...rest } = storeQuery({ ...query, limit: listed }, c)
  const found = await store.list({ ...rest, states, kind: asked.kind === '' ? 'single' : kind })
  const isFirst = queryOf(asked) === '' && query.after === undefined
  const failed = isFirst
    ? await store.list({ limit: failedShown, after: null, states: ['failed'], kind: 'single' })
    : null
  return {
    asked,
    items: found.items.map(listedOf),
    failed: failed?.items.map(listedOf) ?? [],
    next: found.next,
    deleted: await deletedOf(deleted?.split(',') ?? [], store),
    suggested: await store.suggested(),
    searches: await store.savedSearches(),
    /** Whether it can be told who sent what. */
    hasPeople: c.var.caller.key !== null,
  }
}

type Shown = Awaited<ReturnType<typeof shownTo>>

const askedNames = ['q', 'outlet', 'from', 'until', 'state', 'tag', 'kind', 'mine'] as const
/** What is asked for, by the names of the address; '' where nothing is. */
type Asked = Readonly<Record<(typeof askedNames)[number], string>>

function askedIn(given: Readonly<Record<string, string>>): Asked {
  return Object.fromEntries(askedNames.map((name) => [name, given[name] ?? ''])) as Asked
}

/** Only ever the list, with what is asked for. */
function backTo(query: string): string {
  const sent = [...new URLSearchParams(query.slice(0, 2_000))].filter(([, value]) => value !== '')
  const given = Object.fromEntries(sent)
  return `/comparisons${queryOf(askedIn(PageQuery.safeParse(given).success ? given : {}))}`
}

function tidyTag(text: string): string {
  const tag = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  return tag.length > longestTag ? '' : tag
}

function idsIn(given: readonly string[]): readonly string[] {
  return [...new Set(given.filter((one) => /^[\w-]{1,80}$/u.test(one)))].slice(0, mostMarked)
}

export async function deletedOf(ids: readonly string[], store: Store): Promise<Deleted> {
  const found = await store.discarded(ids)
  return Promise.all(
    found.map(async (one) => ({
      id: one.id,
      title: titleOf(one) ?? `Comparison of ${(await store.sources(one.id)).length} reports`,
    })),
  )
}

type Deleted = readonly { readonly id: string; readonly title: string }[]

/** What is asked for as the end of an address. */
function queryOf(asked: Asked, more: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries({ ...asked, ...more }).filter(([, value]) => value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}

function storyListPage(shown: Shown): string {
  const { asked, items, failed, next, deleted } = shown
  const isAsked = queryOf(asked) !== ''
  return layout(
    { title: 'Stories', here: '/comparisons', beside: lists('/comparisons') },
    html`<h1 class="vh">Stories</h1>
      ${deleted.length > 0 && undo(deleted)} ${filters(shown)} ${savedSearches(shown)}
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

function filters({ asked, suggested, hasPeople }: Shown): Markup {
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

function savedSearches({ asked, searches }: Shown): Markup {
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
function undo(deleted: Deleted): Markup {
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
        >${tags.map((tag) => html` <a class="tag" href="/comparisons${queryOf(askedIn({ tag }))}">${tag}</a>`)}
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
