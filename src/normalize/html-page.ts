/**
 * HTML page: from HTML source to the article in it.
 *
 * In:    decoded HTML source, the source it came from, the fetched address.
 * Out:   metadata, chosen blocks in order, what was removed and by which rule.
 * Never: runs scripts, loads anything, or changes text after blocks were made.
 */
import type { Removed } from '../model/article.js'
import type { Source } from '../model/source.js'
import { draftBlocks, type DraftBlock } from './blocks.js'
import { markCaptions } from './captions.js'
import { blockRules, pageRules } from './clean/rules.js'
import { cleanBlocks, cleanPage } from './clean/run.js'
import { readMetadata, type Metadata } from './metadata/metadata.js'
import { parseHtml } from './dom.js'
import { pageTree } from './page-tree.js'
import { readabilityVote } from './select/readability.js'
import { recoverBlocks } from './select/recover.js'
import { stripScriptsAndStyles } from './strip.js'

export type HtmlPage = {
  readonly metadata: Metadata
  readonly blocks: readonly DraftBlock[]
  readonly removed: readonly Removed[]
}

export function readHtmlPage(html: string, source: Source, fetched: string | null): HtmlPage {
  const document = parseHtml(stripScriptsAndStyles(html))
  const tree = pageTree(document.body)
  const metadata = readMetadata(document, tree, source, fetched)
  const removedFromPage = cleanPage(tree, pageRules)
  const candidates = markCaptions(draftBlocks(tree))
  const vote = readabilityVote(document, candidates)
  const chosen = recoverBlocks(candidates, vote.kept)
  const cleaned = cleanBlocks(chosen, blockRules, {
    headline: metadata.headline,
    bylines: metadata.bylines,
    outlet: metadata.outlet.name,
  })
  return { metadata, blocks: cleaned.blocks, removed: [...removedFromPage, ...cleaned.removed] }
}
