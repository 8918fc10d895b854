/**
 * One finding, opened: a column for each version, those who do not say it with what came closest, and one grey line: why,
 * text, and (by script) copy and a ruling.
 *
 * In: a row. Out: markup. Never: prints a finding without evidence.
 */
import type { Detail, Finding, Position } from '../../model/comparison.js'
import { evidenceGroups } from '../evidence.js'
import type { PartingRow } from '../rows.js'
import { stateWords } from './cells.js'
import { rulingText } from '../reviewed.js'
import { sureClass, sureness, surenessInShort } from '../sureness.js'
import { tagOf } from '../finding-words.js'
import { certaintyWords, count, reasonText, voiceWords } from '../words.js'
import { chipLinks } from './chips.js'
import { nearestOf } from './column-passages.js'
import { editList } from './edits.js'
import { html, nothing, type Markup } from './markup.js'
import { quotedPassage, sourceLine } from './passages.js'
import { versionCards } from './versions.js'
import type { View } from './view.js'

const mostNames = 6

export function findingCard(view: View, row: PartingRow): Markup {
  const { finding } = row
  return html`${versionCards(view, finding)} ${notTold(view, row)} ${rulings(finding)}
    <div class="foot">
      ${weaker(finding)}
      <details class="why">
        <summary>why</summary>
        ${why(view, finding)}
      </details>
      ${columnLink(view, finding.column)}
    </div>`
}

/** Those who do not say it, and those of whom it is not known: a chip that shows what came closest. */
function notTold(view: View, { finding, answers }: PartingRow): Markup {
  const rest = answers.filter(({ state }) => state === 'silent' || state === 'unread')
  if (rest.length === 0) return nothing
  return html`<dl class="not-told">
    ${rest.map(
      ({ state, articles, pieces }) =>
        html`<div class="${state}">
          <dt>${pieces.map(({ text }) => text)}</dt>
          ${articles.map((id) => html`<dd>${silent(view, finding, id)}</dd>`)}
        </div>`,
    )}
  </dl>`
}

function silent(view: View, finding: Finding, id: string): Markup {
  const label = view.labels.of(id)
  if (label === undefined) return nothing
  const cell = [...view.report.claims, ...view.report.quotes].find((one) => one.id === finding.column)?.cells[
    id
  ]
  const near = finding.evidence.find(({ article, role }) => article === id && role === 'nearest')
  const span = near ?? (cell === undefined ? null : nearestOf(cell))
  const reason = cell?.state === 'unknown' ? reasonText(cell.reason) : ''
  if (span === null && reason === '') return chipLinks(view, [id])
  return html`<details class="near">
    <summary>
      <abbr class="letter" title="${label.outlet}">${label.letter}</abbr
      ><span class="vh"> ${label.outlet}: ${stateWords.absent}</span>
    </summary>
    ${reason === '' ? nothing : html`<p class="note">${reason}</p>`}
    ${
      span === null
        ? nothing
        : html`<p class="note">Closest passage, not the same:</p>
            ${quotedPassage(label.article, { article: id, spans: [span], tags: [], against: null })}`
    }
  </details>`
}

/** How sure, where that is less than the page says of all. */
function weaker(finding: Finding): Markup {
  return sureClass(finding.confidence) === 'strong'
    ? nothing
    : html`<span class="sure-short">${surenessInShort(finding)}</span>`
}

function why(view: View, finding: Finding): Markup {
  return html`<p class="sentence" dir="auto">${finding.sentence}</p>
    <p class="sure">${tagOf(finding)}. How sure: ${sureness(finding)}.${stability(finding)}</p>
    ${reason(finding.detail)} ${positions(view, finding)} ${edits(view, finding)}
    ${labelsByArticle(view, finding.detail)} ${sources(view, finding)}
    <p>
      <a href="#${finding.id}">Link to this finding <code>${finding.id}</code></a>
    </p>`
}

/** Re-runs with other articles left out and other thresholds: what does not hold in all of them stays off the front. */
function stability({ stability: share, reruns }: Finding): string {
  if (share === undefined || reruns === undefined || reruns === 0) return ''
  return ` It came out again in ${Math.round(share * reruns)} of ${count(reruns, 're-run')}.`
}

function reason(detail: Detail): Markup {
  return detail.reason ? html`<p>Reason: ${detail.reason}</p>` : nothing
}

/** Who is credited with each version, as what it is told. */
function positions(view: View, { detail }: Finding): Markup {
  const rows = (detail.positions ?? []).filter(
    ({ source, voice, certainty }) => source !== null || voice !== 'own' || certainty !== 'plain',
  )
  if (rows.length === 0) return nothing
  return html`<ul class="told-as">
    ${rows.map((row) => html`<li dir="auto">${reportsOf(view, row.articles)}: ${toldAs(row)}</li>`)}
  </ul>`
}

function toldAs({ source, voice, certainty }: Position): string {
  const credited = source === null ? voiceWords[voice] : `credited to ${source}`
  return certainty === 'plain' ? credited : `${credited}, ${certaintyWords[certainty]}`
}

/** By name while that is short to read, else by letter. */
function reportsOf({ labels }: View, articles: readonly string[]): string {
  return articles.length > mostNames ? labels.letters(articles) : labels.names(articles)
}

/** What was cut or changed; named by its report where the finding shows the versions of several. */
function edits(view: View, { detail, articles, evidence }: Finding): Markup {
  const list = detail.edits
  if (!list || list.length === 0) return nothing
  const others = evidence.some(({ article, role }) => role !== 'fuller' && !articles.includes(article))
  return html`${others ? html`<p>${view.labels.names(articles)}:</p>` : nothing} ${editList(detail.edits)}`
}

function labelsByArticle(view: View, detail: Detail): Markup {
  const named = detail.labels
  if (named === undefined) return nothing
  const rows = view.labels.all.flatMap(({ article, name }) => {
    const names = named[article.id]
    return names
      ? [
          html`<div>
            <dt>${name}</dt>
            <dd dir="auto">${names.map((one) => `“${one}”`).join(', ')}</dd>
          </div>`,
        ]
      : []
  })
  return html`${detail.referent ? html`<p>Who or what is meant: ${detail.referent}</p>` : nothing}
    <dl class="pairs">${rows}</dl>`
}

/** When each was published, the hash of its bytes, and the passage on its own page. */
function sources(view: View, finding: Finding): Markup {
  const seen = new Set<string>()
  return html`<ul class="sources">
    ${evidenceGroups(finding.evidence, view.labels).flatMap((group) => {
      const label = view.labels.of(group.article)
      if (label === undefined || group.role === 'nearest' || seen.has(group.article)) return []
      seen.add(group.article)
      return [html`<li>${chipLinks(view, [group.article])} ${sourceLine(label.article, group.spans)}</li>`]
    })}
  </ul>`
}

function columnLink(view: View, id: string | null): Markup {
  if (id === null || !view.reachable.has(id)) return nothing
  return html`<a href="#${id}">all reports on this</a>`
}

/** What reviewers ruled on it (`compare --review`). */
function rulings({ review = [] }: Finding): Markup {
  if (review.length === 0) return nothing
  return html`<ul class="rulings">
    ${review.map((ruling) => html`<li dir="auto">${rulingText(ruling)}</li>`)}
  </ul>`
}
