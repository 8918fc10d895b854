/** What changed in reports, and when: side by side. In: versions and changes. Out: a page, and the remark at a comparison. */
import { html, type Markup, nothing } from '../../print/html/markup.js'
import { shorten } from '../../print/safe-text.js'
import { changeWords, versionsSummary, versionsTable } from '../../print/versions.js'
import { count } from '../../print/words.js'
import { iso } from '../comparison-view.js'
import type { Change, Followed } from '../versions-view.js'
import { list } from './fields.js'
import { type Frame, layout } from './layout.js'
import { time } from './lists.js'

const mostChanges = 60

export function versionsPage(
  {
    title,
    back,
    ...place
  }: Pick<Frame, 'here' | 'beside'> & { readonly title: string; readonly back: string },
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
