/**
 * One finding: its sentence, how sure, the positions if it has sides, and the passages that show it.
 *
 * In: a finding. Out: markup, closed until opened (print opens all). Never: prints a finding without evidence.
 */
import type { Detail, Finding, Position } from '../../model/comparison.js'
import { evidenceGroups, tagsOf, type EvidenceGroup } from '../evidence.js'
import { passageText } from '../passage.js'
import { sureClass, sureness, surenessInShort } from '../sureness.js'
import { tagOf } from '../finding-words.js'
import { certaintyWords, count, voiceWords } from '../words.js'
import { editList } from './edits.js'
import { html, nothing, type Markup } from './markup.js'
import { passageCards, type PassageCard } from './passages.js'
import { rulings } from './rulings.js'
import { scrollTable } from './table.js'
import { mostCards, type View } from './view.js'

const mostNames = 6

export function findingItem(view: View, finding: Finding, open: boolean): Markup {
  const about = [...new Set([...finding.articles, ...finding.evidence.map(({ article }) => article)])]
  return html`<li
    data-item
    data-kinds="${finding.kind}"
    data-sure="${sureClass(finding.confidence)}"
    data-about="${about.flatMap((id) => view.labels.of(id)?.letter ?? []).join(' ')}"
    data-ruled="open"
  >
    <details class="finding" id="${finding.id}" ${open ? html`open` : nothing}>
      <summary data-words>
        <span class="kind">${tagOf(finding)}</span>
        <span class="sentence" dir="auto">${finding.sentence}</span>
        <small class="short">${surenessInShort(finding)}</small>
      </summary>
      <div class="evidence">
        <p class="sure">How sure: ${sureness(finding)}.${stability(finding)}</p>
        ${rulings(finding)} ${reason(finding.detail)} ${positions(view, finding)} ${edits(view, finding)}
        ${labelsByArticle(view, finding.detail)} ${passageCards(view, evidenceCards(view, finding))}
        ${more(view, finding)}
        <p class="jump">
          ${columnLink(view, finding.column)}
          <a href="#${finding.id}">Link to this finding <code>${finding.id}</code></a>
        </p>
      </div>
    </details>
  </li>`
}

/** Re-runs with other articles left out and other thresholds: what does not hold in all of them stays off the front. */
function stability({ stability: share, reruns }: Finding): string {
  if (share === undefined || reruns === undefined || reruns === 0) return ''
  return ` It came out again in ${Math.round(share * reruns)} of ${count(reruns, 're-run')}.`
}

function reason(detail: Detail): Markup {
  return detail.reason ? html`<p>Reason: ${detail.reason}</p>` : nothing
}

function positions(view: View, finding: Finding): Markup {
  const rows = finding.detail.positions
  if (!rows || rows.length === 0) return nothing
  return scrollTable(
    // Two findings may be put in the same words, and every region of a page has a name of its own.
    `Positions: ${finding.sentence} (${finding.id})`,
    html`<thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Reports</th>
          <th scope="col" class="number">Independent texts</th>
          <th scope="col">Credited to</th>
          <th scope="col">Told as</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => positionRow(view, row))}
      </tbody>`,
  )
}

function positionRow(view: View, row: Position): Markup {
  const credited = row.source ?? (row.voice === 'own' ? 'nobody: own words' : 'no source named')
  return html`<tr>
    <th scope="row" dir="auto">${row.value}</th>
    <td>${reportsOf(view, row.articles)}</td>
    <td class="number">${row.texts}</td>
    <td dir="auto">${credited}</td>
    <td>
      ${voiceWords[row.voice]}${row.certainty === 'plain' ? nothing : html`, ${certaintyWords[row.certainty]}`}
    </td>
  </tr>`
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

/**
 * A card for each article and role; the pieces of a split quotation are one. Held against the fullest version where one
 * side is fuller, against each other where there are two.
 */
function evidenceCards(view: View, finding: Finding): readonly PassageCard[] {
  const groups = evidenceGroups(finding.evidence, view.labels)
  const words = ({ article, spans }: EvidenceGroup): string => {
    const label = view.labels.of(article)
    return label ? passageText(label.article, spans) : ''
  }
  const fuller = groups.find((group) => group.role === 'fuller')
  const against = (group: EvidenceGroup): PassageCard['against'] => {
    if (fuller) return group.role === 'cut' ? { text: words(fuller), showMissing: true } : null
    const other = groups.length === 2 ? groups.find((one) => one !== group) : undefined
    return other ? { text: words(other), showMissing: false } : null
  }
  return groups.slice(0, mostCards).map((group) => ({
    ...group,
    tags: tagsOf(group, finding.evidence, view.labels),
    against: against(group),
    sourced: true,
  }))
}

function more(view: View, finding: Finding): Markup {
  const left = evidenceGroups(finding.evidence, view.labels).length - mostCards
  return left > 0 ? html`<p class="note">${count(left, 'more passage')} in the JSON report.</p>` : nothing
}

function columnLink(view: View, id: string | null): Markup {
  if (id === null || !view.reachable.has(id)) return nothing
  return html`<a href="#${id}">All reports on this, passage by passage</a>`
}
