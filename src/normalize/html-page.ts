/**
 * HTML page: from HTML source to the article in it.
 *
 * In:    decoded HTML source, the source it came from, the fetched address.
 * Out:   metadata, chosen blocks in order, what was removed and by which rule, and how far the result can be believed.
 * Never: runs scripts, loads anything, or changes text after blocks were made.
 */
import type { Removed } from '../model/article.js'
import type { Source } from '../model/source.js'
import { draftBlocks, isApart, type DraftBlock } from './blocks.js'
import { markCaptions } from './captions.js'
import { blockRules } from './clean/block-rules.js'
import { pageRules, visibilityRules } from './clean/page-rules.js'
import { openDisclosures } from './clean/prose.js'
import { cleanBlocks, cleanPage } from './clean/run.js'
import { assess, type Assessment } from './completeness/completeness.js'
import { pageTextsOf } from './completeness/page-texts.js'
import { paidWords } from './completeness/paid-part.js'
import { entryTimes, withEntryTimes } from './live-entries.js'
import { creditOf } from './metadata/credit.js'
import { readMetadata, type Metadata } from './metadata/metadata.js'
import { parsePage } from './page-tree.js'
import { chooseBlocks, type Choice } from './select/choose.js'
import { countWords } from './folded-words.js'

export type HtmlPage = {
  readonly metadata: Metadata
  readonly credit: string | null
  readonly blocks: readonly DraftBlock[]
  readonly removed: readonly Removed[]
  readonly choice: Choice
  /** The page shows its text to readers without scripts alone. */
  readonly fromNoscript: boolean
  readonly assessment: Assessment
}

export function readHtmlPage(html: string, source: Source, fetched: string | null): HtmlPage {
  const page = parsePage(html)
  const { root: tree, title, noscript, fromNoscript, scripts } = page
  const metadata = readMetadata(page, source, fetched)
  const paid = paidWords(tree, metadata.jsonLd)

  openDisclosures(tree)
  const hidden = cleanPage(tree, visibilityRules)
  const pageTexts = pageTextsOf(draftBlocks(tree))
  const furniture = cleanPage(tree, pageRules)
  const candidates = markCaptions(draftBlocks(tree))
  const choice = chooseBlocks(tree, candidates, { ...metadata, title })
  const facts = { headline: metadata.headline, bylines: metadata.bylines, outlet: metadata.outlet.name }
  const cleaned = cleanBlocks(choice.blocks, blockRules, facts)
  const blocks = withEntryTimes(candidates, cleaned.blocks, entryTimes(choice.blocks, facts.bylines))
  const { removed } = cleaned

  const told = choice.blocks.filter(({ kind }) => kind !== 'standfirst')
  const texts = told.map((block) => block.text)
  const ending = lastOf(pageTextsOf(told))
  const words = blocks.reduce((sum, block) => sum + (isApart(block) ? 0 : block.words), 0)
  const assessment = assess({
    metadata,
    title,
    blocks,
    words,
    pageTexts,
    ending,
    noscript,
    scripts,
    paidWords: paid,
    cut: page.cut,
    statedShown: choice.ofStated ?? 0,
    statedMissing: choice.ofStated === null ? 0 : Math.round(choice.statedWords * (1 - choice.ofStated)),
  })
  // The text of an unreadable page is empty, so that its headline stands in no other place.
  const headline = assessment.completeness.state === 'unreadable' ? null : metadata.headline
  return {
    metadata,
    credit: creditOf({
      article: metadata.article,
      bylines: metadata.bylines,
      outlet: metadata.outlet.name,
      texts,
    }),
    blocks,
    removed: [...hidden, ...furniture, ...outside(choice.outside, headline), ...removed],
    choice,
    fromNoscript,
    assessment,
  }
}

/** What stands in no part that was taken for the article: nothing of a page vanishes without a word. */
function outside(blocks: readonly DraftBlock[], headline: string | null): Removed[] {
  return blocks
    .filter((block) => block.text !== headline)
    .map(({ text }) => ({ rule: 'outside-article', text }))
}

/** The last texts, among which a pointer to the rest of the article stands: offers of a wall may follow its sentence. */
function lastOf(texts: readonly string[]): readonly string[] {
  let words = 0
  const first = texts.findLastIndex((text) => (words += countWords(text)) > LAST_WORDS)
  return texts.slice(Math.min(first + 1, Math.max(0, texts.length - LAST_TEXTS)))
}

const LAST_TEXTS = 3
const LAST_WORDS = 60
