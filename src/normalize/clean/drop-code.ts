/**
 * Code: listings of programs, commands and their output.
 *
 * Reason: a listing is shown, not told; read as sentences it would make claims of its lines. Preformatted prose stays: old pages
 * and transcripts set whole articles so. A word of code within a line stays, too.
 */
import { descendants, nodeText, type PageNode } from '../page-tree.js'
import type { PageRule } from './rule.js'

/** Names that highlighters of code give their boxes. */
const NAME =
  /(?:^|\s)(?:lang(?:uage)?-\S+|highlight(?:-source)?(?:-\S+)?|hljs|prettyprint|codehilite|sourcecode|source-code|code-?(?:block|snippet|listing|toolbar)|wp-block-code|brush:?|codemirror)(?:\s|$)/u
/** How lines of code end or begin, and prose does not. */
const CODE_LINE =
  /[;{}]\s*$|^\s*(?:[$#>%] |[}\])]|\/\/|<\/?[a-z]|import |from |def |class |function |const |let |var |sudo )/u
const MIN_SHARE = 0.4

export const dropCode: PageRule = {
  id: 'code',
  *find(root) {
    for (const node of descendants(root)) if (node.tag === 'pre' && isListing(node)) yield node
  },
}

function isListing(node: PageNode): boolean {
  if (NAME.test(node.hint) || NAME.test(node.parent?.hint ?? '')) return true
  for (const inner of descendants(node)) if (inner.tag === 'code' && inner.words * 2 > node.words) return true
  const lines = (node.element.textContent || nodeText(node)).split('\n').filter((line) => line.trim() !== '')
  return lines.filter((line) => CODE_LINE.test(line)).length >= Math.max(1, lines.length * MIN_SHARE)
}
