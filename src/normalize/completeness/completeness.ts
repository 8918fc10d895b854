/** Whether the article can be believed to be whole: from signs to a state, reasons and findings. No page with an article is unreadable. */
import type { Completeness } from '../../model/article.js'
import { isNode, nodesIn, strings, type JsonLdNode, firstMeta } from '../metadata/json-ld.js'
import { isApart, type DraftBlock } from '../blocks.js'
import {
  isBarrier,
  isNotFree,
  READ_ON,
  CONSENT_ELSEWHERE,
  ERROR_ELSEWHERE,
  SCRIPT_ELSEWHERE,
  BOT_WALL,
  BOT_WALL_LINE,
  CONSENT_WALL,
  ERROR_PAGE,
  SCRIPT_NEEDED,
} from './wall-patterns.js'
import type { Metadata } from '../metadata/metadata.js'

/** An article this long that ends as articles do is believed to be whole although the page declares a paywall. */
const LONG = 300
/** Words of a last paragraph below which a missing full stop means nothing. */
const LAST_PARAGRAPH = 10
const VERY_SHORT = 40
/** Stated against found words: how much more counts, and by how many words at least. */
const STATED_RATIO = 1.5
const STATED_EXCESS = 120
const PAID_WORDS = 40
/** Share of the stated body that stands in the article from which it is shown whole. */
const ALL_SHOWN = 0.9
/** Words of the stated body that were not found: at least so many, and so many of those found. */
const STATED_MISSING = 30
const MISSING_SHARE = 0.33

function truncated(code: string, message: string): Finding {
  return { state: 'truncated', code, message }
}

const pageTooLarge: Check = ({ cut }) =>
  cut
    ? truncated(
        'page-too-large',
        'the page is far larger than news pages are, so only its beginning was read; give the article alone.',
      )
    : null

const paywallMarkup: Check = (signs) => {
  if (!declaresPaywall(signs)) return null
  if (signs.paidWords !== null && signs.paidWords >= PAID_WORDS && !endsCutOff(signs)) return null
  const withheld = signs.paidWords !== null && signs.paidWords < PAID_WORDS
  const ends = runsToItsEnd(signs)
  if (ends && signs.statedShown >= ALL_SHOWN && signs.words >= LONG / 2) return null
  if (!withheld && signs.words >= LONG && ends) return null
  return truncated(
    'paywall-markup',
    'the page declares that this article is not free to read, and shows only a part; save the full page as a subscriber and give the file.',
  )
}

function runsToItsEnd(signs: Signs): boolean {
  return !endsCutOff(signs) && !signs.ending.some(isBarrier)
}

function isFree(article: JsonLdNode | null): boolean {
  const value = article?.['isAccessibleForFree']
  return value === true || (typeof value === 'string' && /^(?:true|yes)$|\/True$/iu.test(value.trim()))
}

const cutOff: Check = (signs) =>
  endsCutOff(signs)
    ? truncated('cut-off', 'the text breaks off in the middle of a sentence; give the complete page.')
    : null

const readMore: Check = (signs) => {
  const { words, ending } = signs
  const stub = words < LONG / 2 && ending.some((text) => READ_ON.test(text))
  const walled = ending.some(isBarrier)
  if (!stub && !(walled && words < LONG * 2) && !(hasBarrier(signs) && (words < LONG || endsCutOff(signs))))
    return null
  return truncated(
    'read-more',
    'the page shows the start of the article and asks to read on elsewhere or to subscribe; give the complete page.',
  )
}

/** A count is not believed where the page calls the article free and its text is long and runs to its end. */
const shorterThanStated: Check = (signs) => {
  const { metadata, blocks, statedShown } = signs
  // Embedded posts are counted by whoever counted the article.
  const words = blocks.reduce((sum, block) => sum + (block.kind === 'caption' ? 0 : block.words), 0)
  const stated = wordCount(metadata.article)
  if (stated === null || statedShown >= ALL_SHOWN) return null
  if (isFree(metadata.article) && words >= LONG && runsToItsEnd(signs)) return null
  if (stated < words * STATED_RATIO || stated - words < STATED_EXCESS) return null
  return truncated(
    'shorter-than-stated',
    `the page says that the article has ${stated} words, but only ${words} were found; give the complete page.`,
  )
}

/** The body that the page states for search engines goes on where the page breaks off. */
const lacksStated: Check = ({ words, statedMissing }) => {
  if (statedMissing < STATED_MISSING || statedMissing < words * MISSING_SHARE) return null
  return truncated(
    'shorter-than-stated',
    `about ${statedMissing} words of the text that the page states for search engines were not found in what it shows; give the complete page.`,
  )
}

const veryShort: Check = ({ words }) =>
  words < VERY_SHORT
    ? truncated(
        'very-short',
        `only ${words} words were found, too few to say what the report leaves out; check that the page shows the whole article.`,
      )
    : null

/** `isAccessibleForFree: false` on the article or a part of it (schema.org), or a locked content tier. */
function declaresPaywall({ metadata }: Signs): boolean {
  const { article, jsonLd } = metadata
  const nodes = article === null ? jsonLd.nodes : [article]
  const parts = nodes.flatMap((node) => nodesIn(node['hasPart']))
  if ([...nodes, ...parts].some((node) => isNotFree(node['isAccessibleForFree']))) return true
  return /^locked$/iu.test(firstMeta(metadata.meta, ['article:content_tier']) ?? '')
}

function hasBarrier({ pageTexts }: Signs): boolean {
  return pageTexts.some((text) => text.length < 400 && isBarrier(text))
}

/** The last paragraph stops without an end, or trails off; two lines without an end are titles, not a break. Credits, lists and tables end as they like. */
function endsCutOff({ blocks, words }: Signs): boolean {
  const own = blocks.filter((block) => !isApart(block))
  const last = own.at(-1)
  const before = own.at(-2)
  if (last?.kind !== 'paragraph' || last.words < LAST_PARAGRAPH || isCredit(last)) return false
  if (SIGNED.test(last.text) || INITIALS.test(last.text) || CREDITED.test(last.text)) return false
  if (before && NO_END.test(before.text) && !TRAILS_OFF.test(last.text)) return false
  if (TRAILS_OFF.test(last.text)) return words < LONG && !/["“]/u.test(last.text.slice(-80))
  return NO_END.test(last.text)
}

/** A sentence's end and a short name or sign behind it: "… said. PTI". */
const SIGNED = /[.!?]["”’)]*\s+(?:[—–-]\s*)?\p{Lu}[\p{L}-]{0,20}(?: \p{Lu}\p{L}{0,20}){0,2}$/u

/** "… said. / ab", "… said. (dpa/lno)", "… said. mg": the initials of writers and agencies. */
const INITIALS =
  /[.!?]["”“’»)]*\s+(?:[—–/|-]{1,2}\s*|[([])?\p{Ll}{2,4}(?:\s?[/,+-]\s?\p{L}{2,8}){0,4}[)\]]?$/u
const NO_END = /[\p{L}\p{N},;–—-]$/u
/** A quotation and who said it: "…, said Magda Orr" without a full stop. */
const CREDITED = /["”“»’]\s+(?:\p{L}+ ){1,4}\p{Lu}\p{L}+$/u
/** A stub trails off; an article of some length may end so. */
const TRAILS_OFF = /(?:…|\.\.\.|\[…\])$/u

function isCredit({ text, words, linkWords }: DraftBlock): boolean {
  return (
    linkWords * 2 > words ||
    /\b(?:reporting|editing|writing|edited|written|reported|contributed|additional|photographs?|translat\w+|source|by)\b/iu.test(
      text.slice(0, 60),
    ) ||
    /[:|]/u.test(text)
  )
}

/** A number, a text that holds one ("1,234 words"), or a QuantitativeValue of either. */
function wordCount(article: JsonLdNode | null): number | null {
  const value = article?.['wordCount']
  const stated = isNode(value) ? value['value'] : value
  const digits = WORD_COUNT.exec(strings(stated)[0] ?? '')?.[1]?.replace(/\D/gu, '')
  const count = typeof stated === 'number' ? stated : Number(digits ?? Number.NaN)
  return Number.isInteger(count) && count > 0 && count < 100_000 ? count : null
}

const WORD_COUNT = /^\s*(\d{1,3}(?:[.,’' \u00A0\u202F]\d{3})+|\d{1,9})(?:\.0)?(?:\s*\p{L}{1,12})?\s*$/u

/** Above so many words there is an article, whatever else the page says. By inspection. */
const WALL_WORDS = 180
const ERROR_WORDS = 120
const SCRIPT_WORDS = 60
const NO_ARTICLE_WORDS = 12
/** Linked headings that make a list of reports, words of a heading and its teaser, and of what introduces an article. */
const INDEX_HEADS = 4
const TEASER_WORDS = 50
const INTRODUCTION_WORDS = 25

function unreadable(code: string, message: string): Finding {
  return { state: 'unreadable', code, message }
}

const errorPage: Check = ({ title, metadata, words, pageTexts }) => {
  if (words >= ERROR_WORDS) return null
  const heads = [title, metadata.headline ?? '', ...pageTexts.slice(0, 3)]
  if (!heads.some((text) => ERROR_PAGE.test(text) || ERROR_ELSEWHERE.test(text))) return null
  return unreadable(
    'error-page',
    'the page is an error page, not an article; check the address, or save the article and give the file.',
  )
}

const botWall: Check = ({ title, words, pageTexts }) => {
  const asks = [title, ...pageTexts].some((text) => BOT_WALL.test(text) || BOT_WALL_LINE.test(text))
  if (words >= WALL_WORDS || !asks) return null
  return unreadable(
    'bot-wall',
    'the site asks whether a person is reading instead of showing the article; open it in a browser, save the page and give the file.',
  )
}

const consentWall: Check = ({ title, metadata, words, blocks, pageTexts }) => {
  if (words >= WALL_WORDS) return null
  const shown = blocks.length > 0 ? blocks.map((block) => block.text) : pageTexts
  const about = [title, metadata.headline ?? '', ...shown].filter(
    (text) => CONSENT_WALL.test(text) || CONSENT_ELSEWHERE.test(text.toLowerCase()),
  ).length
  if (about === 0 || about * 3 < shown.length) return null
  return unreadable(
    'consent-wall',
    'the site shows a consent notice instead of the article; accept it in a browser, save the page and give the file.',
  )
}

const scriptOnly: Check = ({ words, noscript, pageTexts, scripts }) => {
  if (words >= SCRIPT_WORDS) return null
  const asks = [noscript, ...pageTexts].some(
    (text) => SCRIPT_NEEDED.test(text) || SCRIPT_ELSEWHERE.test(text.toLowerCase()),
  )
  const empty = scripts > 0 && pageTexts.join(' ').length < 200 && words < NO_ARTICLE_WORDS
  if (!asks && !empty) return null
  return unreadable(
    'script-only',
    'the page is empty until its scripts run; open it in a browser, save the finished page and give the file.',
  )
}

/** A section page: from its start on, headings that are one link each, with a sentence or two below. */
const indexPage: Check = ({ blocks }) => {
  const told = blocks.filter(({ kind }) => kind !== 'caption')
  const heads = told.filter(({ kind, words, linkWords }) => kind === 'subhead' && linkWords >= words)
  const first = heads[0]
  if (first === undefined || heads.length < INDEX_HEADS) return null
  const before = told.slice(0, told.indexOf(first)).reduce((sum, { words }) => sum + words, 0)
  const all = told.reduce((sum, { words }) => sum + words, 0)
  if (before >= INTRODUCTION_WORDS || all > heads.length * TEASER_WORDS) return null
  return unreadable(
    'no-article',
    'the page is a list of reports, not one of them; give the address or file of the article itself.',
  )
}

const noArticle: Check = ({ words }) => {
  if (words >= NO_ARTICLE_WORDS) return null
  return unreadable(
    'no-article',
    'no article was found in the page; give the address or file of the article itself.',
  )
}

type Signs = {
  readonly metadata: Metadata
  readonly title: string
  /** The article as chosen and cleaned. */
  readonly blocks: readonly DraftBlock[]
  /** Words of the article without headline and captions. */
  readonly words: number
  /** All visible texts of the page, furniture included, in order. */
  readonly pageTexts: readonly string[]
  /** The last texts of the article before single lines were cleaned away. */
  readonly ending: readonly string[]
  /** Texts that stand in `noscript`. */
  readonly noscript: string
  /** Script elements in the source. */
  readonly scripts: number
  /** Words of the elements that the page's paywall markup names; null where it names none. */
  readonly paidWords: number | null
  /** The source was too large to be parsed whole, and only its beginning was read. */
  readonly cut: boolean
  /** Words of the body that the page states for search engines and that do not stand in the article. */
  readonly statedMissing: number
  /** Share (0 to 1) of that body that stands in the article; 0 where the page states none. */
  readonly statedShown: number
}

export type Finding = {
  readonly state: 'truncated' | 'unreadable'
  /** Stable code, also an issue's. */
  readonly code: string
  /** Sentence after the source's name: what is seen and what to do. */
  readonly message: string
}

type Check = (signs: Signs) => Finding | null

/** The first that applies names the page. */
const UNREADABLE: readonly Check[] = [botWall, errorPage, consentWall, scriptOnly, indexPage, noArticle]
/** All that apply are named. */
const TRUNCATED: readonly Check[] = [
  pageTooLarge,
  paywallMarkup,
  readMore,
  cutOff,
  shorterThanStated,
  lacksStated,
]

export type Assessment = { readonly completeness: Completeness; readonly findings: readonly Finding[] }

export function assess(signs: Signs): Assessment {
  const unreadable = firstOf(UNREADABLE, signs)
  if (unreadable) return assessment('unreadable', [unreadable])
  const findings = oneOfACode(TRUNCATED.flatMap((check) => check(signs) ?? []))
  const short = findings.length === 0 ? veryShort(signs) : null
  return short
    ? assessment('truncated', [short])
    : assessment(findings.length > 0 ? 'truncated' : 'complete', findings)
}

/** Number and text of the stated words may both tell the same. */
function oneOfACode(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }, at) => findings.findIndex((other) => other.code === code) === at)
}

function firstOf(checks: readonly Check[], signs: Signs): Finding | null {
  for (const check of checks) {
    const finding = check(signs)
    if (finding) return finding
  }
  return null
}

function assessment(state: Completeness['state'], findings: readonly Finding[]): Assessment {
  return { completeness: { state, reasons: findings.map((finding) => finding.code) }, findings }
}
