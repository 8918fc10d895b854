/** Captions told by what they say or stand beside, where no element is named so. */
import { CAPTION_NAME, type DraftBlock } from './blocks.js'
import { ancestors, descendants, INLINE, type PageNode } from './page-tree.js'

/** "(Image credit: NASA)", "Photo: A. Lee / Agency", "Image: GETTY" at the start; "(Image: GETTY)" at the end. */
const CREDIT_LINE =
  /^\P{L}?(?:image|photo|photograph|picture|pic|video|graphic|illustration|foto|bild|photographie|imagen|immagine|imagem|zdjęcie|фото|фотография|видео|відео|иллюстрация|صورة)s?(?:\s+(?:credit|source|by|courtesy)s?)?(?:\s*:|\s+©)/iu
const CREDIT_END =
  /[([](?:image|photo|photograph|picture|pic|file|foto|credit|source)s?(?:\s+(?:credit|by|courtesy))?(?:\s*:|\s+by\s|\s+courtesy\s|\/|\s*©)[^)\]]{0,80}[)\]]\.?$/iu

const MAX_WORDS = 60
/** A text beside a picture, alone with it in a box. */
const MAX_BOX_WORDS = 45

export function markCaptions(blocks: readonly DraftBlock[]): DraftBlock[] {
  return blocks.map((block) => (isCaption(block) ? { ...block, kind: 'caption' } : block))
}

function isCaption(block: DraftBlock): boolean {
  if (block.kind === 'caption' || block.kind === 'headline' || block.words > MAX_WORDS) return false
  if (creditsPicture(block.text)) return true
  return block.kind === 'paragraph' && (isNamedInside(block) || standsInPictureBox(block))
}

/** A line that says of itself that it belongs to a picture: "Photo: A. Lee", "The quay at dusk (Image: GETTY)". */
export function creditsPicture(text: string): boolean {
  return CREDIT_LINE.test(text) || CREDIT_END.test(text)
}

/** All words of the block stand in one inline element that is named as captions are. */
function isNamedInside({ owner }: DraftBlock): boolean {
  let inner: PageNode | undefined = owner
  while (inner) {
    if (inner !== owner && CAPTION_NAME.test(inner.hint)) return true
    const { words }: PageNode = inner
    inner = inner.children.find(
      (child): child is PageNode =>
        typeof child !== 'string' && INLINE.has(child.tag) && child.words === words,
    )
  }
  return false
}

/** Levels from a text up to the box that it shares with its picture. */
const BOX_LEVELS = 3

/** The block stands in a small box with a picture, and does not end as prose does. */
function standsInPictureBox(block: DraftBlock): boolean {
  const { owner, text, words } = block
  if (words === 0 || owner.words > MAX_BOX_WORDS) return false
  const prose = PROSE_END.test(text)
  if (holdsPicture(owner)) return owner.tag !== 'p' || !prose
  return !prose && pictureBox(block) !== null
}

/** The nearest element that holds a picture, if it holds no other words. */
function pictureBox({ owner, words }: DraftBlock): PageNode | null {
  const box = [owner, ...nearest(owner, BOX_LEVELS)].find(
    (node) => node.words > MAX_BOX_WORDS || holdsPicture(node),
  )
  return box && words > 0 && box.words === words && words <= MAX_BOX_WORDS ? box : null
}

function nearest(node: PageNode, levels: number): PageNode[] {
  const found: PageNode[] = []
  for (const around of ancestors(node)) {
    if (found.length === levels) break
    found.push(around)
  }
  return found
}

const PROSE_END = /[.!?…]["'”’)]*$/u

function holdsPicture(node: PageNode): boolean {
  for (const inner of descendants(node)) if (inner.tag === 'img' || inner.tag === 'picture') return true
  return false
}
