/**
 * Offers: cards that sell what the article speaks of: a name, a price, where to buy.
 *
 * Reason: "£79.99 at Amazon", "Buy now" and their like are a shop's words, set between the paragraphs of reviews and advice. The
 * box is the largest element around a link to a shop that stays small, shows a price or asks to buy, and holds no prose.
 */
import { ancestors, descendants, nodeText, type PageNode } from '../page-tree.js'
import { holdsProse } from './disclosure.js'
import type { PageRule } from './rule.js'

const MAX_WORDS = 60
/** A page with so few words elsewhere would lose its article. */
const MAX_SHARE = 0.25
const NEVER: ReadonlySet<string> = new Set(['body', 'main', 'article', 'p', 'h1', 'tr', 'tbody', 'table'])
/** What links to a shop say, in the languages of the trade. */
const BUY =
  /^\P{L}{0,4}(?:(?:buy|order|shop|get (?:it|yours|deal)|add to (?:cart|basket))(?: (?:it|now|here|online|yours|alternative|on|at|from)(?!\p{L})| \p{L}{1,12})?|(?:check|see|view|compare) (?:the )?(?:current |latest |best )?(?:prices?|deals?|offers?)|(?:jetzt |hier )?(?:kaufen|bestellen)|zum (?:angebot|shop|produkt|händler)|preis prüfen|(?:voir (?:le prix|l[’']offre)|acheter)|(?:comprar|ver (?:precio|oferta|preço))|(?:acquista|compra|vedi (?:il prezzo|l[’']offerta))|(?:bekijk (?:prijs|aanbieding)|koop)|(?:kup|sprawdź cenę))(?!\p{L})/iu
/** "$3,399.00 from Lowe's", "£80", "49,99 €", "Price at Lakeland" */
const PRICE = /(?:[$£€¥₹]\s?\d|(?<![\d.,])\d[\d.,]{0,12}\s?(?:€|EUR|USD|GBP|CHF|zł|kr)(?!\p{L}))/u
const PRICE_AT = /^\P{L}{0,3}[$£€¥₹]?\s?\d[\d.,]*\s?[€$£]? (?:at|from|on|bei|chez|en|su|op) \p{L}/iu

export const dropOffers: PageRule = {
  id: 'offer',
  *find(root) {
    for (const node of descendants(root)) {
      if (node.tag !== 'a' || node.words === 0 || !isShop(node)) continue
      const box = largestBox(node, root)
      if (box && (PRICE.test(nodeText(box)) || BUY.test(nodeText(node)))) yield box
    }
  },
}

/** A paid link as the web's rules ask it to be marked, or one that says that it sells. */
function isShop(link: PageNode): boolean {
  const text = nodeText(link)
  if (BUY.test(text) || PRICE_AT.test(text)) return true
  return /(?:^|\s)sponsored(?:\s|$)/iu.test(link.element.getAttribute('rel') ?? '') && PRICE.test(text)
}

/** The link itself, where it is all of its line, or the largest small box around it. */
function largestBox(link: PageNode, root: PageNode): PageNode | null {
  let box: PageNode | null = null
  for (const around of ancestors(link)) {
    if (around.words > MAX_WORDS || around.words > root.words * MAX_SHARE) break
    if (around.tag === 'p' && around.linkWords === around.words) {
      box = around
      continue
    }
    if (NEVER.has(around.tag) || holdsProse(around) || holdsHeading(around)) break
    box = around
  }
  return box
}

/** The name of what is sold may head a part of the article. */
function holdsHeading(node: PageNode): boolean {
  for (const { tag, words } of descendants(node)) if (/^h[1-6]$/u.test(tag) && words > 0) return true
  return false
}
