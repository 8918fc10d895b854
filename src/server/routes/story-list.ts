/** The list of comparisons as a page: searched, tagged, deleted many at once and taken back; saved searches. */
import { z } from '@hono/zod-openapi'
import { ComparisonState } from '../../model/submission.js'
import type { Store } from '../../ports/store.js'
import { changed } from '../changes.js'
import { listedOf } from '../comparison-view.js'
import type { ServerDeps } from '../deps.js'
import { titleOf } from '../pages/lists.js'
import { type Asked, type Deleted, nothingAsked, queryOf, storyListPage } from '../pages/story-list.js'
import { HttpProblem, parse } from '../problems.js'
import type { App } from '../route.js'
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

  app.get('/comparisons', shows('read', PageQuery), async (c) => {
    // A form sends its empty fields, too.
    const given = Object.entries(c.req.query()).filter(([, value]) => value !== '')
    const { deleted, ...query } = parse(PageQuery, Object.fromEntries(given))
    const asked = askedIn(given)
    const { states = usual, kind, ...rest } = storeQuery({ ...query, limit: listed }, c)
    const found = await store.list({ ...rest, states, kind: asked.kind === '' ? 'single' : kind })
    const isFirst = queryOf(asked) === '' && query.after === undefined
    const failed = isFirst
      ? await store.list({ limit: failedShown, after: null, states: ['failed'], kind: 'single' })
      : null
    return send(
      c,
      storyListPage({
        asked,
        items: found.items.map(listedOf),
        failed: failed?.items.map(listedOf) ?? [],
        next: found.next,
        deleted: await deletedOf(deleted?.split(',') ?? [], store),
        suggested: await store.suggested(),
        searches: await store.savedSearches(),
        hasPeople: c.var.caller.key !== null,
      }),
    )
  })

  app.post('/comparisons/marked', form, async (c) => {
    const { all, one } = await fieldsOf(c)
    const ids = idsIn(all('id'))
    const [what, tag, back] = [one('do'), tidyTag(one('tag')), backTo(one('back'))]
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

function askedIn(given: readonly (readonly [string, string])[]): Asked {
  const known = given.filter(([name]) => Object.hasOwn(nothingAsked, name))
  return { ...nothingAsked, ...Object.fromEntries(known) }
}

/** Only ever the list, with what is asked for. */
function backTo(query: string): string {
  const given = [...new URLSearchParams(query.slice(0, 2_000))].filter(([, value]) => value !== '')
  const asked = PageQuery.safeParse(Object.fromEntries(given)).success ? askedIn(given) : nothingAsked
  return `/comparisons${queryOf(asked)}`
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
