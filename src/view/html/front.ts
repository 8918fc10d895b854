/**
 * The three blocks on the first screen: how many findings each holds and its first ones in a sentence, with how sure.
 *
 * In: a View. Out: markup. Never: another order than the findings below.
 */
import type { Finding } from '../../model/comparison.js'
import { blocksOf, type Block } from '../blocks.js'
import { tagOf } from '../finding-words.js'
import { shorten } from '../safe-text.js'
import { surenessInShort } from '../sureness.js'
import { html, nothing, type Markup } from './markup.js'
import type { View } from './view.js'

const perBlock = 2
const longest = 260

export function frontCards(view: View): Markup {
  const { front } = blocksOf(view.report.findings, view.report.issues)
  return html`<div class="fronts spoiler">${front.map(frontCard)}</div>`
}

function frontCard(block: Block): Markup {
  const shown = block.findings.slice(0, perBlock)
  const left = block.findings.length - shown.length
  return html`<div class="front-card ${block.id}">
    <h2>${block.title} <span class="tally">${block.findings.length}</span></h2>
    ${
      shown.length === 0
        ? html`<p class="none">${block.none}</p>`
        : html`<ul>
            ${shown.map(frontLine)}
          </ul>`
    }
    ${left > 0 ? html`<p class="more"><a href="#${block.id}">${left} more</a></p>` : nothing}
  </div>`
}

function frontLine(finding: Finding): Markup {
  const words = shorten(finding.sentence, longest)
  return html`<li>
    <span class="kind">${tagOf(finding)}</span>
    <a href="#${finding.id}" dir="auto">${words}</a>
    <small>${surenessInShort(finding)}</small>
  </li>`
}
