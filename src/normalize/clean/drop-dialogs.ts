/**
 * Dialogs: consent notices, sign-up offers and other windows that a page lays over itself.
 *
 * Reason: a consent notice may hold more words than the article behind it, in whole sentences, and no share of the page's words
 * tells the two apart. What calls itself a dialog, or is named as consent managers name theirs, goes whatever its size, unless
 * it holds the headline; what is merely named a modal or popup stays where it holds the page's prose.
 */
import { ancestors, descendants, type PageNode } from '../page-tree.js'
import { proseWords } from './disclosure.js'
import type { PageRule } from './rule.js'

const ROLES: ReadonlySet<string> = new Set(['dialog', 'alertdialog'])
/** Names in the code of the common consent managers, and of the boxes that sites build themselves. */
const CONSENT_NAME =
  /(?:^|[\s_-])(?:onetrust|didomi|qc-cmp\d?|usercentrics|cmpbox\d?|sp[-_]message|truste|trustarc|iubenda|cybot-?cookiebot|fc-consent|klaro|cmplz|borlabs|osano|termly|gdpr|(?:cookie|consent|privacy)s?[-_]?(?:banner|notice|consent|dialog|modal|popup|wall|overlay|manager|bar|layer))(?:$|[\s_-])/u
const MODAL_NAME = /(?:^|[\s_-])(?:modal|pop-?up|interstitial)(?:$|[\s_-])/u
const NEVER: ReadonlySet<string> = new Set(['body', 'main', 'article', 'html'])
/** Share of the page's prose from which a box named as a modal is the article. */
const ARTICLE_SHARE = 0.5

export const dropDialogs: PageRule = {
  id: 'dialog',
  *find(root) {
    const headings = [...descendants(root)].filter(({ tag, words }) => tag === 'h1' && words > 0)
    const around = new Set(headings.flatMap((heading) => [...ancestors(heading)]))
    let onPage: number | undefined
    for (const node of descendants(root)) {
      if (node === root || node.words === 0 || NEVER.has(node.tag) || around.has(node)) continue
      if (isDialog(node) && headings.length > 0) yield node
      else if (isDialog(node) || MODAL_NAME.test(node.hint)) {
        onPage ??= proseWords(root)
        if (proseWords(node) < onPage * ARTICLE_SHARE) yield node
      }
    }
  },
}

function isDialog({ tag, role, hint, element }: PageNode): boolean {
  return (
    tag === 'dialog' ||
    ROLES.has(role) ||
    element.getAttribute('aria-modal') === 'true' ||
    CONSENT_NAME.test(hint)
  )
}
