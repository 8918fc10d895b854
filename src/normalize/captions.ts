/**
 * Captions told by what they say or stand beside, where no element is named so.
 *
 * In:    draft blocks. Out: the same blocks, some with kind `caption`.
 * Never: drops one: a caption stays in the text, marked as what it is.
 */
import type { DraftBlock } from './blocks.js'
import { descendants, type PageNode } from './page-tree.js'

/** "(Image credit: NASA)", "Photo: A. Lee / Agency", "Image: GETTY" at the start; "(Image: GETTY)" at the end. */
const CREDIT_LINE =
  /^\W?(?:image|photo|photograph|picture|pic|video|graphic|illustration|foto|bild)s?(?:\s+(?:credit|source|by|courtesy)s?)?(?:\s*:|\s+©)/iu
const CREDIT_END =
  /[([](?:image|photo|photograph|picture|pic|file|foto|credit|source)s?(?:\s+(?:credit|by|courtesy))?(?:\s*:|\s+by\s|\s+courtesy\s|\/|\s*©)[^)\]]{0,80}[)\]]\.?$/iu
const AGENCY_END =
  /\((?:AP|AFP|EPA|Reuters|Getty|Bloomberg)(?:\s+(?:Photo|Images?|File))?(?:\/[^)]{1,60})?(?:,\s*File)?\)\.?$/u

const MAX_WORDS = 60
/** A text beside a picture, alone with it in a box. */
const MAX_BOX_WORDS = 45

export function markCaptions(blocks: readonly DraftBlock[]): DraftBlock[] {
  return blocks.map((block) => (isCaption(block) ? { ...block, kind: 'caption' } : block))
}

function isCaption(block: DraftBlock): boolean {
  if (block.kind === 'caption' || block.kind === 'headline' || block.words > MAX_WORDS) return false
  if (CREDIT_LINE.test(block.text) || CREDIT_END.test(block.text)) return true
  if (AGENCY_END.test(block.text) && /\b(?:photo|file|pictured|seen|shown|\d{4})\b/iu.test(block.text))
    return true
  return block.kind === 'paragraph' && standsInPictureBox(block)
}

/** The block's element holds a picture and no other text, and is no paragraph that ends as prose does. */
function standsInPictureBox({ owner, text, words }: DraftBlock): boolean {
  if (owner.words > MAX_BOX_WORDS || words === 0) return false
  const prose = /[.!?…]["'”’)]*$/u.test(text)
  if (owner.tag === 'p' && prose) return false
  return holdsPicture(owner)
}

function holdsPicture(node: PageNode): boolean {
  for (const inner of descendants(node)) if (inner.tag === 'img' || inner.tag === 'picture') return true
  return false
}
