/**
 * Page rules, in the order in which they run before the article is looked for: a row has the elements it looks at, how large they may
 * be, what it asks and what goes. The size is the guard: a box that holds the article stays, whatever it is called.
 */
import { listFile } from '../../english/word-lists.js'
import { ancestors, attribute, descendants, INLINE, nodeText, type PageNode } from '../page-tree.js'
import { POINTER_HEADING } from './page-lines.js'
import { holdsProse, isDisclosure, isHidden, proseWords } from './prose.js'

export type Page = {
  readonly root: PageNode
  /** First-level headings with words. */
  readonly headings: readonly PageNode[]
  /** Words of prose on the page. */
  readonly prose: () => number
}

type Box = {
  /** The box has at most so many words, and this share of the page's. */
  readonly words: number
  readonly share: number
  /** No box goes beyond an element of which this holds. */
  readonly stops: (around: PageNode, inner: PageNode) => boolean
  readonly test: (box: PageNode, node: PageNode) => boolean
}

export type PageRule = {
  /** Kebab-case name that `removed` carries. */
  readonly id: string
  readonly removes: string
  readonly reason: string
  readonly data?: string
  /** Names of the elements that are looked at; all where none are given. */
  readonly tags?: ReadonlySet<string>
  /** They have at most so many words, and less than this share of the page's. */
  readonly words?: number
  readonly share?: number
  readonly test?: (node: PageNode, page: Page) => boolean
  /** What goes is the largest box around the element that stays small. */
  readonly box?: Box
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements that hold the article, whatever they are called. */
const WHOLE = set('html body main article')
const CONTROLS = set('button input select textarea form')

/** First of all: what no reader of the page sees. */
export const visibilityRules: readonly PageRule[] = [
  {
    id: 'hidden',
    removes: 'Hidden elements',
    reason:
      'a reader of the page does not see them; some pages hide the whole article until a script has run',
    share: 0.3,
    test: isHidden,
  },
]

export const pageRules: readonly PageRule[] = [
  {
    id: 'dialog',
    removes: 'Windows that a page lays over itself: consent, sign-up',
    reason: 'a saved page may hold a consent notice longer than its article, in whole sentences',
    test: isDialog,
  },
  {
    id: 'code',
    removes: 'Listings of programs, commands and their output',
    reason: 'a listing is shown, not told; preformatted prose stays',
    tags: set('pre'),
    test: (node) => count(node, ({ tag, words }) => tag === 'code' && words * 2 > node.words) > 0,
  },
  {
    id: 'landmark',
    removes: 'What the page itself declares to be no article: navigation and other landmarks',
    reason:
      '`nav` and the ARIA landmark roles are the one markup that states its purpose (WAI-ARIA 1.2, section 5.3.4)',
    share: 0.5,
    test: ({ tag, role }) => tag === 'nav' || tag === 'menu' || LANDMARKS.has(role),
  },
  {
    id: 'furniture',
    removes: 'Boxes that class or id names as related links, newsletters, share bars, comments',
    reason: 'sites name their boxes for their style sheets, in much the same words everywhere',
    data: 'pages/furniture.txt',
    words: 149,
    test: isFurniture,
  },
  {
    id: 'headed-box',
    removes: 'Boxes under a heading such as "More from the paper", "3 comments"',
    reason: 'teasers carry whole sentences of other reports, and their boxes often have names of no meaning',
    data: 'pages/pointers.txt',
    tags: set('h2 h3 h4 h5 h6'),
    words: 8,
    test: (node) => POINTER_HEADING.test(nodeText(node).toLowerCase()),
    box: {
      words: 600,
      share: 0.4,
      stops: (around, inner) => around !== inner && !comesFirst(inner, around),
      test: (box, heading) => box.words > heading.words,
    },
  },
  {
    id: 'form-box',
    removes: 'Small boxes around a button or an input field',
    reason: 'nothing to press or fill in belongs to a report, and the words beside it are about the pressing',
    tags: CONTROLS,
    test: (node) => attribute(node, 'type') !== 'hidden',
    box: { words: 45, share: 0.25, stops: isLarge, test: (box, control) => !isOpened(control, box) },
  },
  {
    id: 'control',
    removes: 'Labels of other buttons and fields',
    reason: 'what is pressed or filled in is no report, wherever it stands',
    tags: set('button input select textarea option datalist dialog'),
  },
  {
    id: 'link-list',
    removes: 'Lists that are links: menus, related articles, tags',
    reason: 'a list of the article has sentences in it',
    tags: set('ul ol td'),
    test: (node) => {
      const isLinks = node.words > 0 && node.linkWords >= node.words * 0.8
      return isLinks && (node.tag !== 'td' || count(node, ({ tag }) => tag === 'a') > 1)
    },
  },
]

/** The elements that a rule takes out, perhaps in one another. */
export function found(rule: PageRule, page: Page): PageNode[] {
  const { tags, words = Infinity, share = Infinity, test, box } = rule
  const { root } = page
  return [...descendants(root)].flatMap((node) => {
    if (node === root || (tags && !tags.has(node.tag))) return []
    if (node.words > words || node.words >= root.words * share || test?.(node, page) === false) return []
    return box ? boxAround(node, box, root) : [node]
  })
}

function boxAround(node: PageNode, { words, share, stops, test }: Box, root: PageNode): PageNode[] {
  let largest: PageNode | null = null
  for (let at: PageNode | null = node; at && at !== root && !WHOLE.has(at.tag); at = at.parent) {
    if (at.words > words || at.words > root.words * share || stops(at, largest ?? at)) break
    largest = at
  }
  return largest && test(largest, node) ? [largest] : []
}

function count(node: PageNode, is: (inner: PageNode) => boolean): number {
  let number = 0
  for (const inner of descendants(node)) if (is(inner)) number++
  return number
}

function holds(node: PageNode, tags: ReadonlySet<string>): boolean {
  for (const { tag, words } of descendants(node)) if (words > 0 && tags.has(tag)) return true
  return false
}

// ---- dialog

const DIALOG_ROLES = set('dialog alertdialog')
/** Names in the code of the common consent managers, and of the boxes that sites build themselves. */
const CONSENT_NAME =
  /(?:^|[\s_-])(?:onetrust|didomi|qc-cmp\d?|usercentrics|cmpbox\d?|sp[-_]message|truste|trustarc|iubenda|cybot-?cookiebot|fc-consent|klaro|cmplz|borlabs|osano|termly|gdpr|(?:cookie|consent|privacy)s?[-_]?(?:banner|notice|consent|dialog|modal|popup|wall|overlay|manager|bar|layer))(?:$|[\s_-])/u
const MODAL_NAME = /(?:^|[\s_-])(?:modal|pop-?up|interstitial)(?:$|[\s_-])/u

/** What calls itself a dialog goes whatever its size, unless it holds the headline; what is merely named so, where it is the smaller part. */
function isDialog(node: PageNode, { headings, prose }: Page): boolean {
  const { tag, role, hint, words } = node
  const isCalled =
    tag === 'dialog' ||
    DIALOG_ROLES.has(role) ||
    attribute(node, 'aria-modal') === 'true' ||
    CONSENT_NAME.test(hint)
  if (words === 0 || WHOLE.has(tag) || !(isCalled || MODAL_NAME.test(hint))) return false
  if (headings.some((heading) => [...ancestors(heading)].includes(node))) return false
  return (isCalled && headings.length > 0) || proseWords(node) < prose() / 2
}

// ---- landmark

const LANDMARKS = set('navigation search menu menubar toolbar tablist banner contentinfo complementary')

// ---- furniture

const { words: listed } = listFile('pages/furniture.txt')
/** Names that the article's own parts do not have. */
const UNSHARED = named(listed('words'))
const FURNITURE = named([...listed('words'), ...listed('shared')])
/** Of names like "has-newsletter" and "page--with-comments", which tell what a box holds. */
const HOLDS = /(?:^|[_-])(?:has|with|without|no|contains)[_-]/u
/** What boxes of these names ask for. */
const ASKS =
  /\b(?:subscri\w*|newsletters?|sign (?:up|in)|log ?in|register|cancel any ?time|free trial|(?:\d\S{0,8}|euros?|pounds?|dollars?|cents?|pence) (?:a|per|\/) ?(?:month|week|year)|membership|members|support (?:us|our|independent|local)|donat\w+|join (?:us|our|now|today|thousands)|unlimited|full access|special offers?|read (?:more|also|next))\b/iu
/** Share of the page's prose from which a box is the article: briefs are as small as boxes. */
const ARTICLE_SHARE = 0.8
const PARAGRAPH_WORDS = 25

function named(names: Iterable<string>): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${[...names].join('|')})(?:$|[\\s_-])`, 'u')
}

function isFurniture(node: PageNode, page: Page): boolean {
  const name = node.hint
    .split(' ')
    .filter((part) => !HOLDS.test(part))
    .join(' ')
  if (name === '' || WHOLE.has(node.tag) || !FURNITURE.test(name)) return false
  if (count(node, ({ tag, words }) => tag === 'p' && words > PARAGRAPH_WORDS) > 2) return false
  if (holds(node, set('blockquote'))) return false
  const own = isOwnProse(node)
  return !own || (UNSHARED.test(name) && proseWords(node) < page.prose() * ARTICLE_SHARE)
}

/** A sentence that asks for nothing and stands beside no title of another page, or the place name that begins one. */
function isOwnProse(node: PageNode): boolean {
  if (INLINE.has(node.tag)) return node.words < (node.parent?.words ?? 0) && node.linkWords === 0
  if (!holdsProse(node) || ASKS.test(nodeText(node))) return false
  return count(node, ({ tag, words, parent }) => tag === 'a' && words > 0 && parent?.words === words) === 0
}

// ---- headed-box

/** The heading comes first in its box, else the box holds something else, too. */
function comesFirst(inner: PageNode, around: PageNode): boolean {
  const first = around.children.find((child) =>
    typeof child === 'string' ? child.trim() !== '' : child === inner || child.words > 0,
  )
  return first === inner
}

// ---- form-box

/** Labels of tools that stand beside a paragraph or post, and of the sign that shuts an offer. */
const TOOL =
  /^\P{L}{0,3}(?:share|like|save|listen|play|copy(?: link)?|tweet|print|reply|report|teilen|partager|compartir|condividi|compartilhar)\P{L}{0,8}$/iu
const SHUTS = /^\s*(?:[×✕✖✗x]|close\b|dismiss\b|hide\b|no,? thanks)/iu

function isLarge(around: PageNode, inner: PageNode): boolean {
  if (around !== inner && (around.tag === 'p' || around.tag === 'li')) return true
  return (
    count(
      around,
      ({ tag, words }) => tag === 'h1' || tag === 'time' || (tag === 'p' && words > PARAGRAPH_WORDS),
    ) > 0
  )
}

/** The box is what the button opens, the heading of it, or a paragraph with a tool beside it. */
function isOpened(control: PageNode, box: PageNode): boolean {
  if (isDisclosure(control)) return control.words === 0 || holdsProse(box)
  const label = nodeText(control)
  const isTool =
    control.tag === 'button' &&
    !SHUTS.test(label) &&
    !SHUTS.test(attribute(control, 'aria-label')) &&
    (control.words === 0 || TOOL.test(label))
  return isTool && holdsProse(box) && count(box, ({ tag }) => tag !== 'button' && CONTROLS.has(tag)) === 0
}
