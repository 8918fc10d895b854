/**
 * The passages of a finding by version: what several reports print in the same words stands once, with a chip for each.
 *
 * In: a View and a finding. Out: markup. Never: two reports in one version unless their words are the same, punctuation and
 * case aside.
 */
import type { Finding } from '../../model/comparison.js'
import { tokenize } from '../../text/tokens.js'
import { evidenceGroups, tagsOf, type EvidenceGroup } from '../evidence.js'
import { passageText } from '../passage.js'
import { count } from '../words.js'
import { chipLinks } from './chips.js'
import { html, nothing, type Markup } from './markup.js'
import { placeAnchor, quotedPassage, type PassageCard } from './passages.js'
import { mostCards, type View } from './view.js'

type Version = { readonly groups: readonly EvidenceGroup[]; readonly words: string }

export function versionCards(view: View, finding: Finding): Markup {
  const versions = versionsOf(view, finding)
  if (versions.length === 0) return nothing
  const left = versions.length - mostCards
  return html`<ul class="cards">
      ${versions.slice(0, mostCards).map((version) => versionCard(view, finding, version, against(version, versions)))}
    </ul>
    ${left > 0 ? html`<p class="note">${count(left, 'more passage')} in the JSON report.</p>` : nothing}`
}

const mostOnPaper = 4

/** The same in lines, for paper: letters, then the words in their sentence. */
export function versionLines(view: View, finding: Finding): Markup {
  const versions = versionsOf(view, finding)
  return html`<ul>
    ${versions.slice(0, mostOnPaper).map((version) => {
      const [first] = version.groups
      const label = first && view.labels.of(first.article)
      if (!first || !label) return nothing
      const card = { ...first, tags: [], against: against(version, versions) }
      return html`<li>
        <b>${view.labels.letters(version.groups.map(({ article }) => article))}</b>
        ${quotedPassage(label.article, card)}
      </li>`
    })}
  </ul>`
}

/** What came closest, and what stands around, are no versions of it. */
function versionsOf(view: View, finding: Finding): readonly Version[] {
  const versions = new Map<string, { groups: EvidenceGroup[]; words: string }>()
  for (const group of evidenceGroups(finding.evidence, view.labels)) {
    if (group.role === 'nearest' || group.role === 'context') continue
    const label = view.labels.of(group.article)
    const words = label === undefined ? '' : passageText(label.article, group.spans)
    const plain = tokenize(words)
      .map(({ norm }) => norm)
      .join(' ')
    // Words that are withheld are not known to be the same.
    const key =
      plain === ''
        ? `${group.article} ${group.role}`
        : `${group.role === 'fuller' || group.role === 'cut' ? 'quoted' : group.role} ${plain}`
    const known = versions.get(key)
    if (known) known.groups.push(group)
    else versions.set(key, { groups: [group], words })
  }
  return [...versions.values()]
}

function isFuller({ groups }: Version): boolean {
  return groups.some(({ role }) => role === 'fuller')
}

/** Against the fullest version where one side is fuller, against each other where there are two. */
function against(version: Version, versions: readonly Version[]): PassageCard['against'] {
  const fuller = versions.find(isFuller)
  if (fuller) {
    const cut = version.groups.some(({ role }) => role === 'cut')
    return version !== fuller && cut ? { text: fuller.words, showMissing: true } : null
  }
  const other = versions.length === 2 ? versions.find((one) => one !== version) : undefined
  return other ? { text: other.words, showMissing: false } : null
}

function versionCard(
  view: View,
  finding: Finding,
  { groups }: Version,
  held: PassageCard['against'],
): Markup {
  const [first] = groups
  const label = first && view.labels.of(first.article)
  if (!first || !label) return nothing
  const tags = tagsOf(first, finding.evidence, view.labels)
  return html`<li class="card">
    <p class="who">
      ${chipLinks(
        view,
        groups.map(({ article }) => article),
        placesOf(view, groups),
      )}
      ${groups.length === 1 ? html`<span dir="auto">${label.outlet}</span>` : nothing}
    </p>
    ${quotedPassage(label.article, { ...first, tags, against: held })}
    <p class="tags">${tags.map((tag) => html`<span class="tag">${tag}</span> `)}</p>
  </li>`
}

function placesOf(view: View, groups: readonly EvidenceGroup[]) {
  return (article: string): string | null => {
    const label = view.labels.of(article)
    const span = groups.find((group) => group.article === article)?.spans[0]
    return label === undefined || span === undefined ? null : placeAnchor(label, span.start)
  }
}
