/**
 * Paragraphs that are one link to another story.
 *
 * Reason: "SECOND ROUND OF TALKS IN DOUBT" between two paragraphs, wholly a link and without an end, is a pointer. Dropping all
 * link-only paragraphs loses text (recall -.005 on 181 pages): a linked sentence stays.
 */
import type { DraftBlock } from '../blocks.js'
import { nodeText, type PageNode } from '../page-tree.js'
import { POINTER_LEAD } from './pointer-words.js'
import type { BlockRule } from './rule.js'

const MIN_WORDS = 4
const MAX_WORDS = 25
/** Words of a lead: "À lire aussi". */
const LEAD_WORDS = 5
const LINK_SHARE = 0.9
const END = /[.!?…:;,]["'”’»)\]]*$/u
/** An introduction before the link: "MORE:", "Related:", a dash or an arrow. */
const LEAD = /^(?:[\p{Lu}\s]{3,20}|[\p{L}\s]{3,20}):\s/u

export const dropLinkLines: BlockRule = {
  id: 'link-line',
  *find(blocks) {
    for (const block of blocks) if (isPointer(block)) yield block
  },
}

function isPointer(block: DraftBlock): boolean {
  const { kind, text, words, linkWords, links } = block
  if (kind !== 'paragraph' && kind !== 'list-item' && kind !== 'subhead') return false
  if (words > MAX_WORDS || links === 0 || links > 2) return false
  if (linkWords >= words * LINK_SHARE)
    return isUpperCase(text) || (words >= MIN_WORDS && kind === 'paragraph' && !END.test(text))
  if (isLed(block)) return true
  const lead = LEAD.exec(text)
  return lead !== null && linkWords >= words - 4 && words >= MIN_WORDS && !END.test(text)
}

function isUpperCase(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{4}/u.test(text)
}

/** A link behind the words of a pointer, which may be parted from it by style alone: "À lire aussi" and a title. */
function isLed({ owner, words, linkWords }: DraftBlock): boolean {
  // Where no space parts the two, the last word of the one and the first of the other count as one.
  if (owner.words > words + 1 || owner.words - linkWords > LEAD_WORDS || linkWords < MIN_WORDS) return false
  const lead = textBeforeLink(owner)
  return lead !== '' && POINTER_LEAD.test(lead.toLowerCase())
}

function textBeforeLink(owner: PageNode): string {
  let text = ''
  for (const child of owner.children) {
    if (typeof child === 'string') text += child
    else if (child.linkWords === 0 && child.tag !== 'a') text += nodeText(child)
    else break
  }
  return text.trim()
}
