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
import { blockRules, type ArticleFacts, type BlockRule } from './clean/block-rules.js'
import { pageRules, visibilityRules, found, type PageRule } from './clean/page-rules.js'
import { openDisclosures, proseWords } from './clean/prose.js'
import { assess, type Assessment } from './completeness/completeness.js'
import { pageTextsOf, paidWords } from './completeness/wall-patterns.js'
import { creditOf } from './metadata/credit.js'
import { readMetadata, type Metadata } from './metadata/metadata.js'
import { parsePage, descendants, nodeText, removeNode, type PageNode } from './page-tree.js'
import { chooseBlocks, type Choice } from './select/choose.js'
import { countWords } from './folded-words.js'

type HtmlPage = {
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
  const { blocks, removed } = cleanBlocks(choice.blocks, blockRules, facts)

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

/** Takes what the rules find out of the tree and its document. */
function cleanPage(root: PageNode, rules: readonly PageRule[]): Removed[] {
  const removed: Removed[] = []
  for (const rule of rules) {
    const headings = [...descendants(root)].filter(({ tag, words }) => tag === 'h1' && words > 0)
    let words: number | undefined
    const prose = () => (words ??= proseWords(root))
    for (const node of found(rule, { root, headings, prose })) {
      if (!isAttached(node, root)) continue
      const text = nodeText(node)
      if (text !== '') removed.push({ rule: rule.id, text })
      removeNode(node)
    }
  }
  return removed
}

function isAttached(node: PageNode, root: PageNode): boolean {
  let at = node
  for (let up = at.parent; up; up = at.parent) {
    if (!up.children.includes(at)) return false
    at = up
  }
  return at === root
}

function cleanBlocks(
  blocks: readonly DraftBlock[],
  rules: readonly BlockRule[],
  facts: ArticleFacts,
): { readonly blocks: readonly DraftBlock[]; readonly removed: readonly Removed[] } {
  const removed: Removed[] = []
  let kept = blocks
  for (const { id, kinds, words: [least, most] = [0, Infinity], test } of rules) {
    const is = test(kept, facts)
    const found = kept.map(
      (block, at) =>
        block.words >= least && block.words <= most && kinds?.includes(block.kind) !== false && is(block, at),
    )
    removed.push(...kept.flatMap(({ text }, at) => (found[at] === true ? { rule: id, text } : [])))
    kept = kept.filter((_block, at) => found[at] !== true)
  }
  return { blocks: kept, removed }
}
