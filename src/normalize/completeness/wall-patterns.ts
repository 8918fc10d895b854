import { listFile } from '../../english/word-lists.js'
import type { DraftBlock } from '../blocks.js'
import { nodesIn, strings, type JsonLd } from '../metadata/json-ld.js'
import { ancestors, attribute, descendants, type PageNode } from '../page-tree.js'

/** Sentences before or instead of an article, from templates of bot protection, consent managers, servers, subscriptions. Linear. */
export const BOT_WALL =
  /(?:just a moment\.\.\.|attention required! \||\b(?:verify(?:ing)? (?:that )?you are (?:a )?human|are you a (?:robot|human)|(?:you(?:'|’)re|you are) not a (?:robot|bot)|checking (?:your browser|if the site connection is secure)|review the security of your connection|performing (?:a )?security (?:verification|check)|complete the (?:captcha|security check)|(?:press|click) (?:and|&) hold|unusual (?:traffic|activity) from your|pardon our interruption|ddos protection|enable cookies and reload|automated access to (?:this|our) (?:web)?(?:site|page)|please confirm you are)\b)/iu

/** Titles and lines of walls that are ordinary words too: they stand alone. */
export const BOT_WALL_LINE =
  /^\W*(?:access (?:to this page )?(?:has been |is )?(?:denied|blocked)|(?:sorry, )?you have been blocked|(?:your )?request (?:has been |was )?blocked)\W*(?:$| [|–—-] |because )/iu

export const CONSENT_WALL =
  /\b(?:before you continue|we (?:value|care about) your privacy|your privacy (?:matters|choices|is important)|(?:accept|reject|manage) (?:all )?cookies|we and our (?:\d+ )?partners|store and\/or access information on a device|consent to (?:the use|the processing|our (?:use|processing|and our partners))|cookie (?:settings|policy|preferences))\b/iu

const THING = '(?:page|article|story|file|document|content)'
const CODE = '(?:(?:http )?(?:error|status)?(?: code)? ?(?:400|401|403|404|410|429|451|500|502|503|504))'
const NAME =
  `(?:${THING} )?(?:was )?(?:not found|cannot be found|no longer (?:available|exists)|unavailable|removed|error)` +
  '|(?:access )?forbidden|gone|bad (?:gateway|request)|gateway time-?out|too many requests|unauthori[sz]ed' +
  '|(?:internal )?server error|service (?:temporarily )?unavailable|unavailable (?:due to|for) legal reasons'
const CANT = `(?:can(?:'|’)?t|cannot|could not|couldn(?:'|’)?t)`

/** Titles and first lines of error pages, alone or before the site’s name; "404 sheep drown" is a headline. */
export const ERROR_PAGE = new RegExp(
  `^\\W*(?:(?:oops|sorry|uh-oh)\\W+)?(?:(?:${CODE}(?:\\W+(?:${NAME}))?|(?:${NAME})(?:\\W+${CODE})?)\\W*(?:$|[|–—]|\\s-\\s)` +
    `|(?:this|the|that) ${THING}(?: (?:that )?you (?:requested|are looking for|were looking for))? (?:(?:is|was) (?:no longer|not|currently not) (?:available|found|online)|is (?:currently )?unavailable|has (?:been removed|been deleted|expired)|${CANT} be found|(?:does not|doesn(?:'|’)?t|no longer) exists?)` +
    `|we ${CANT} find (?:the|that|this|your) ${THING})` +
    `|^\\W*(?:oops|sorry|uh-oh)\\b.{0,60}(?:not found|${CANT} (?:find|be found)|doesn(?:'|’)?t exist|no longer (?:available|exists|here)|went wrong|error)`,
  'iu',
)

export const SCRIPT_NEEDED =
  /\b(?:(?:enable|requires?|needs?|turn on|activate|without|support) javascript|javascript (?:is |must be )?(?:required|disabled|enabled|not enabled|to run))\b/iu

/** Phrases of a barrier inside a cut article; header links such as "Already a subscriber?" alone prove nothing. */
const BARRIER =
  /\b(?:(?:subscribe|register|log in|sign in|sign up|join)(?: now| today| or log in)? to (?:continue|keep reading|(?:read|unlock|access|see|view)(?: on| more| our| all| unlimited| exclusive| premium| the (?:full|rest|whole|entire)| this (?:article|story|content|page|report)|(?=\W*$)))|(?:this|the rest of this|the full) (?:article|story|content|text|report)(?: is)? (?:is )?(?:for|only for|reserved for|available (?:only )?(?:to|for)|exclusive(?:ly)? (?:to|for)) (?:our |paying |registered )?(?:subscribers|members|customers|readers)(?! of\b)|to (?:continue|keep) reading|(?:to )?(?:read|unlock|access|view) (?:the (?:full|entire|whole|complete)|the rest of (?:the|this)) (?:article|story|report|text)|continue reading (?:this (?:article|story)|with a|by )|you(?:'|’)?(?:ve| have) (?:reached|read) (?:your|all|the) .{0,30}(?:limit|free)|subscriber(?:-| )only|subscribers only|premium (?:article|content)(?=\W*$|\W{1,3}(?:for|available|only)\b)|already a subscriber\? (?:log|sign) in to)\b/u

/** Closing line that leads to the rest on another page. */
export const READ_ON =
  /^(?:\W*(?:read|continue|see|get|view)\s+(?:more|on|reading|the (?:full|whole|rest|entire|original)|full (?:article|story))\b|.{0,40}\bread (?:the )?(?:full|original|whole) (?:article|story|report)\b[^,;]{0,60}$|the post .{3,120} appeared first on\b|.{0,20}\[(?:…|\.\.\.|&hellip;)\]$)/iu

const { lines } = listFile('pages/walls.txt')

function anyOf(section: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${lines(section).join('|')})`, 'u')
}

export const CONSENT_ELSEWHERE = anyOf('consent')
const BARRIER_ELSEWHERE = anyOf('barrier')
export const SCRIPT_ELSEWHERE = anyOf('script')

/** Titles and first lines of error pages. */
export const ERROR_ELSEWHERE =
  /^\P{L}*(?:fehler\s*404|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|cette page n[’']existe pas|página no encontrada|no (?:se ha encontrado|encontramos) la página|pagina non trovata|página não encontrada|pagina niet gevonden|(?:nie znaleziono strony|strona nie (?:została znaleziona|istnieje))|dieser (?:artikel|beitrag) ist (?:leider )?nicht (?:mehr )?verfügbar|cet article n[’']est plus disponible|este artículo ya no está disponible|questo articolo non è più disponibile|este artigo já não está disponível|dit artikel is niet (?:meer|langer) beschikbaar|ten artykuł jest (?:już )?niedostępny|страница не найдена|сторінк[уа] не знайден[оа])(?!\p{L})/iu

const MAX_LABEL_WORDS = 6
const MIN_TITLE_WORDS = 4

export function pageTextsOf(blocks: readonly DraftBlock[]): string[] {
  return blocks
    .filter((block, at) => !(isLabel(block) && [blocks[at - 1], blocks[at + 1]].some(isLinkedTitle)))
    .map(({ text }) => text)
}

function isLabel({ text, words }: DraftBlock): boolean {
  return words <= MAX_LABEL_WORDS && isBarrier(text)
}

function isLinkedTitle(block: DraftBlock | undefined): boolean {
  if (block === undefined || block.words < MIN_TITLE_WORDS || isBarrier(block.text)) return false
  return block.linkWords >= block.words
}

/** Whether a text asks to subscribe before the article is shown whole. */
export function isBarrier(text: string): boolean {
  const lower = text.toLowerCase()
  return BARRIER.test(lower) || BARRIER_ELSEWHERE.test(lower)
}

export function paidWords(root: PageNode, jsonLd: JsonLd): number | null {
  const selectors = jsonLd.nodes
    .flatMap((node) => nodesIn(node['hasPart']))
    .filter((part) => isNotFree(part['isAccessibleForFree']))
    .flatMap((part) => strings(part['cssSelector']))
    .flatMap((selector) => selector.split(','))
    .flatMap((selector) => LAST_NAME.exec(selector.trim())?.[0] ?? [])
  if (selectors.length === 0) return null
  const named = [...descendants(root)].filter((node) => selectors.some((name) => matches(node, name)))
  const outermost = named.filter((node) => ![...ancestors(node)].some((around) => named.includes(around)))
  return named.length === 0 ? null : outermost.reduce((sum, node) => sum + node.words, 0)
}

/** `.paid`, `#rest`, `article .paid`, `div.paid` */
const LAST_NAME = /[.#][\w-]{1,100}$/u

/** `isAccessibleForFree` as pages write that it is not. */
export function isNotFree(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^(?:false|no)$|\/False$/iu.test(value.trim()))
}

function matches(node: PageNode, selector: string): boolean {
  const name = selector.slice(1)
  return selector.startsWith('#')
    ? attribute(node, 'id') === name
    : attribute(node, 'class').split(/\s+/u).includes(name)
}
