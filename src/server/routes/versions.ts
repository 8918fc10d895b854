/** Versions of the reports of a comparison or a story: which are newer, what changed and when. By the API, as a page, as a remark. Never: texts. */
import type { z } from '@hono/zod-openapi'
import { Versions } from '../../model/versions.js'
import type { KeptVersion } from '../../model/watch.js'
import type { Store } from '../../ports/store.js'
import { html, type Markup, nothing } from '../../print/html/markup.js'
import { shorten } from '../../print/safe-text.js'
import { changeWords, versionsSummary, versionsTable } from '../../print/versions.js'
import { count } from '../../print/words.js'
import { iso } from '../comparison-view.js'
import type { ServerDeps } from '../deps.js'
import { send, shows } from '../page-answer.js'
import { list } from '../pages/fields.js'
import { type Frame, layout, ofComparison } from '../pages/layout.js'
import { time, titleOf } from '../pages/lists.js'
import { answer, type App, routesOf } from '../route.js'
import { VersionsBody } from '../schemas.js'
import { findComparison } from './comparisons.js'

export function versionRoutes(app: App, { store }: ServerDeps): void {
  const api = routesOf(app, 'comparisons', 'read')

  api.get(
    '/api/comparisons/{id}/versions',
    'Versions of its reports, which of them it rests on, and what changed since',
    { responses: { 200: answer('The versions.', VersionsBody) } },
    async (c) => {
      const { id } = await findComparison(c, store)
      const items = await versionsOfComparison(id, store)
      return c.json({ items: items.map(versionsBody) })
    },
  )

  app.get('/comparisons/:id/versions', shows('read'), async (c) => {
    const submission = await findComparison(c, store)
    const { id } = submission
    const title = titleOf(submission) ?? 'The comparison'
    const reports = await versionsOfComparison(id, store)
    return send(c, versionsPage(title, `/comparisons/${id}/details`, ofComparison(id, 'versions'), reports))
  })
}

function versionsBody({
  versions,
  changes,
  dueAt,
  ...item
}: Followed): z.infer<typeof VersionsBody>['items'][number] {
  return {
    ...item,
    versions: versions.map(({ text, page, fetchedAt, headline }) => ({
      text,
      sha256: page,
      fetchedAt: iso(fetchedAt),
      headline,
    })),
    changes: changes.map((one) => ({ old: one.old.text, new: one.new.text, found: one.found })),
    nextLookAt: dueAt === null ? null : iso(dueAt),
  }
}

type Change = { readonly old: KeptVersion; readonly new: KeptVersion; readonly found: Versions | null }
export type Followed = {
  readonly address: string
  readonly outlet: string
  readonly versions: readonly KeptVersion[]
  /** The version that is compared, by its place; null where it is none of them. */
  readonly restsOn: number | null
  /** From that version on, else from the first. `found`: null where two could not be compared. */
  readonly changes: readonly Change[]
  readonly differs: boolean
  readonly dueAt: number | null
  readonly trouble: string | null
}

/** `text`: of the version that is compared, or null. Of addresses that nothing is kept of, there is nothing. */
export async function followed(
  reports: readonly { readonly address: string; readonly text: string | null }[],
  store: Store,
): Promise<readonly Followed[]> {
  const known = await store.changes([...new Set(reports.map(({ address }) => address))])
  const all: Followed[] = []
  for (const { address, text } of reports) {
    const article = await store.watching.article(address)
    if (!article) continue
    const { versions, outlet, dueAt, trouble } = article
    const at = versions.findLastIndex((version) => version.text === text)
    const changes = versions.slice(Math.max(0, at)).flatMap((version, i, newer): readonly Change[] => {
      const next = newer[i + 1]
      if (!next) return []
      const change = known.find(
        (one) => one.address === address && one.old === version.text && one.new === next.text,
      )
      return [{ old: version, new: next, found: change ? Versions.parse(JSON.parse(change.found)) : null }]
    })
    const differs = at >= 0 && changes.some(({ found }) => found === null || statesOther(found))
    all.push({ address, outlet, versions, restsOn: at < 0 ? null : at, changes, differs, dueAt, trouble })
  }
  return all
}

function statesOther({ state, changes }: Versions): boolean {
  return state !== 'compared' || changes.some(({ kind }) => kind !== 'reworded')
}

/** Of a comparison's sources those that were read at an address. */
export async function versionsOfComparison(id: string, store: Store): Promise<readonly Followed[]> {
  const sources = await store.sources(id)
  return followed(
    sources.flatMap(({ address, text }) => (address === null || text === null ? [] : [{ address, text }])),
    store,
  )
}

const mostChanges = 60

/** `title` and `back`: of what they are reports of. */
export function versionsPage(
  title: string,
  back: string,
  place: Pick<Frame, 'here' | 'beside'>,
  reports: readonly Followed[],
): string {
  const changed = reports.filter(({ versions }) => versions.length > 1)
  return layout(
    { title: `What changed: ${title}`, ...place },
    html`<h1>What changed since</h1>
      <p><a href="${back}">${title}</a></p>
      ${
        changed.length === 0 &&
        html`<p>
          ${reports.length === 0 ? 'No report of it is followed.' : `Nothing in ${count(reports.length, 'report')} that are followed.`}
        </p>`
      }
      ${changed.map(report)} ${reports.length > 0 && html`<h2>When they are looked at</h2>`}
      ${list('rows', reports.map(nextLook))}`,
  )
}

function nextLook({ outlet, address, dueAt, trouble, versions }: Followed): Markup {
  const look = dueAt === null ? 'looked at no more' : html`next look ${time(iso(dueAt))}`
  return html`${outlet}: ${shorten(address, 120)}
    <span class="hint"
      >${count(versions.length, 'version')};
      ${look}${trouble !== null && `; at the last look: ${trouble}`}</span
    >`
}

function report({ outlet, versions, restsOn, changes }: Followed): Markup {
  const headline = versions.at(-1)?.headline ?? ''
  return html`<h2>${outlet}${headline === '' ? '' : ` – ${headline}`}</h2>
    <ol class="rows">
      ${versions.map(
        ({ fetchedAt, page }, at) =>
          html`<li>
            Version ${at + 1}, ${time(iso(fetchedAt))}${at === restsOn && html` <b>compared here</b>`}
            <span class="hint"><code>stored:${page.slice(0, 16)}</code></span>
          </li>`,
      )}
    </ol>
    ${changes.map(change)}`
}

function change({ old, new: fresh, found }: Change): Markup {
  return html`<h3>${time(iso(old.fetchedAt))} → ${time(iso(fresh.fetchedAt))}</h3>
    ${
      found === null
        ? html`<p>These two could not be compared.</p>`
        : html`${versionsSummary(found).map((line) => html`<p>${line}</p>`)}
          ${found.changes.length > 0 && html`<div class="scroll" role="region" tabindex="0" aria-label="Changes, old and new side by side">${versionsTable({ ...found, changes: found.changes.slice(0, mostChanges) })}</div>`}`
    }`
}

/** Which version a comparison rests on, and whether a newer one states something else. */
export function restsOn(one: Followed | undefined, page: string): Markup {
  const at = one?.restsOn ?? null
  if (!one || at === null) return nothing
  const { versions, differs, changes } = one
  const kinds = new Set(
    changes.flatMap(({ found }) => found?.changes.map(({ kind }) => changeWords[kind].toLowerCase()) ?? []),
  )
  const version = versions[at]
  if (!version) return nothing
  return html`<p class="hint">Version ${at + 1} of ${versions.length}, ${time(iso(version.fetchedAt))}</p>
    ${
      differs
        ? html`<p class="error">
            A newer version states something
            else${kinds.size === 0 ? '' : `: ${[...kinds].slice(0, 4).join(', ')}`}.
            <a href="${page}">What changed</a>
          </p>`
        : at < versions.length - 1
          ? html`<p class="hint">A newer one states the same. <a href="${page}">What changed</a></p>`
          : nothing
    }`
}
