/** Disclosures: buttons that open and close a part of the article. */
import { attribute, descendants, nodeText, type PageNode } from '../page-tree.js'
import { countWords } from '../folded-words.js'

export function openDisclosures(root: PageNode): void {
  const named = new Set<string>()
  for (const node of descendants(root)) if (isDisclosure(node)) named.add(attribute(node, 'aria-controls'))
  named.delete('')
  for (const parent of descendants(root)) {
    let before: PageNode | null = null
    for (const child of parent.children) {
      if (typeof child === 'string') continue
      if (before !== null && isLabelled(child) && !SHUTS.test(nodeText(child))) open(before)
      if (named.has(attribute(child, 'id')) || (before !== null && isDisclosure(before))) open(child)
      before = child
    }
  }
}

function open(node: PageNode): void {
  if (isShut(node) && holdsProse(node)) show(node)
}

function isShut(node: PageNode): boolean {
  return isHidden(node) || attribute(node, 'aria-hidden') === 'true'
}

function show({ attributes }: PageNode): void {
  for (const name of ['hidden', 'style', 'aria-hidden']) attributes.delete(name)
}

/** Labels in ten languages. */
const LABEL =
  /^\P{L}{0,3}(?:(?:show|read|see|view|load|display) (?:the )?(?:more|less|all|rest|full|whole|entire)|continue reading|keep reading|expand|collapse|open|close|toggle|mehr (?:anzeigen|lesen|laden)|weiterlesen|ausklappen|aufklappen|(?:voir|lire|afficher) (?:plus|la suite|tout)|(?:ver|leer|mostrar) (?:más|mas|todo)|seguir leyendo|(?:mostra|leggi) (?:di più|tutto)|continua a leggere|(?:ver|ler|mostrar) (?:mais|tudo)|(?:toon|lees) (?:meer|alles|verder)|(?:pokaż|czytaj|rozwiń)(?: więcej| dalej| całość)?|(?:показать|читать|развернуть)(?: ещё| еще| больше| далее| полностью| дальше)?|(?:показати|читати|розгорнути)(?: ще| більше| далі| повністю)?)(?!\p{L})/u
/** Labels that stand below a window of the page's own. */
const SHUTS = /^\P{L}{0,3}(?:open|close|toggle|collapse)(?!\p{L})/iu
const MAX_LABEL_WORDS = 6

export function isDisclosure(node: PageNode): boolean {
  return isOpener(node) || (HEADING.test(node.tag) && [...descendants(node)].some(isOpener))
}

function isOpener(node: PageNode): boolean {
  const { attributes } = node
  return isLabelled(node) || (attributes.has('aria-expanded') && !attributes.has('aria-haspopup'))
}

/** A button that says that it shows more: what it opens may also stand before it. */
function isLabelled(node: PageNode): boolean {
  return (
    node.tag === 'button' &&
    node.words <= MAX_LABEL_WORDS &&
    !node.attributes.has('aria-haspopup') &&
    LABEL.test(nodeText(node).toLowerCase())
  )
}

const HEADING = /^h[2-6]$/u

/** Shortest sentence that is an answer: "Not before spring, the mayor said." */
const MIN_WORDS = 5
const MAX_LINK_SHARE = 0.5
/** A magazine's mark may follow at the end of a report. */
const SENTENCE_END = /[.!?…]["'”’»)\]]*(?:\s?[♦■●▪◆□∎◼◾])?$/u
const PARAGRAPHS: ReadonlySet<string> = new Set(['p', 'li', 'div', 'dd', 'blockquote'])

/** A paragraph that ends as a sentence does. */
export function holdsProse(node: PageNode): boolean {
  for (const inner of descendants(node)) if (ownProse(inner) > 0) return true
  return false
}

/** Words of all such paragraphs. */
export function proseWords(node: PageNode): number {
  let words = 0
  for (const inner of descendants(node)) words += ownProse(inner)
  return words
}

/** The words of an element's own text where it is a paragraph that ends as a sentence does; else 0. */
function ownProse(node: PageNode): number {
  if (!PARAGRAPHS.has(node.tag) || node.linkWords > node.words * MAX_LINK_SHARE) return 0
  const words = countWords(node.children.filter((child) => typeof child === 'string').join(' '))
  return words >= MIN_WORDS && SENTENCE_END.test(nodeText(node)) ? words : 0
}

/** Not shown, or clipped to nothing, as texts for screen readers are. */
const INVISIBLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|clip-path\s*:\s*inset\(\s*(?:50|100)%)/iu
/** Utility classes of the common style sheets that hide an element, and those that show it on wider screens. */
const HIDDEN_CLASS: ReadonlySet<string> = new Set(
  'hidden d-none is-hidden u-hidden hide display-none'.split(' '),
)
const SHOWN_CLASS =
  /^(?:(?:sm|md|lg|xl|2xl|xxl|print|group)[^\s:]{0,20}:(?!hidden)|d-(?:xs|sm|md|lg|xl|xxl|print)-(?!none)|(?:show|visible)$)/u

/** Whether a reader does not see it. */
export function isHidden(node: PageNode): boolean {
  const hidden = node.attributes.get('hidden')
  // What browsers show as soon as a search finds it is a part that can be opened.
  return (
    (hidden !== undefined && hidden.toLowerCase() !== 'until-found') ||
    INVISIBLE.test(attribute(node, 'style')) ||
    isHiddenByClass(attribute(node, 'class'))
  )
}

function isHiddenByClass(names: string): boolean {
  if (!/hid|none/u.test(names)) return false
  const all = names.split(/\s+/u)
  return all.some((name) => HIDDEN_CLASS.has(name)) && !all.some((name) => SHOWN_CLASS.test(name))
}
