/** Live entries: the lines over the entries of a live blog, and when each entry was posted. */
import type { DraftBlock } from './blocks.js'
import { isPersonName } from './metadata/byline-lines.js'
import { isoDate } from './metadata/dates.js'
import { attribute, descendants } from './page-tree.js'
import { isProse } from './select/container.js'

/** Fewer hours in a text may stand there by chance. */
const MIN_ENTRIES = 3
const MAX_WORDS = 9
/** Blocks between the line and the entry's prose: its heading, a picture's caption. */
const MAX_DISTANCE = 3

const HOUR =
  /(?<!\d)(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?[ap]\.?m\.?(?!\p{L}))?(?: ?(?:Uhr|UTC|GMT|BST|CES?T|MES?Z|[ECMP][SD]?T|IST|SAST|AE[SD]T)(?!\p{L}))?/u
/** Words of dates and of such lines around the hour. */
const AROUND =
  /(?<!\p{L})(?:updated|posted|published|at|am|um|à|om|kl|by|von|ago|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?!\p{L})\.?/giu

/** Lines over entries, each with its time in ISO 8601 where the page states it for machines, else the hour as printed. */
export function entryTimes(
  blocks: readonly DraftBlock[],
  bylines: readonly string[],
): ReadonlyMap<DraftBlock, string> {
  const labels = new Map<string, number>()
  const lines = blocks.flatMap((block, at) => {
    const line = lineOf(block)
    if (line === null || !blocks.slice(at + 1, at + 1 + MAX_DISTANCE).some(isProse)) return []
    labels.set(line.rest, (labels.get(line.rest) ?? 0) + 1)
    return [line]
  })
  const own = lines.filter(
    ({ rest }) => rest === '' || bylines.includes(rest) || (labels.get(rest) ?? 0) > 1 || isLabel(rest),
  )
  return own.length < MIN_ENTRIES ? new Map() : new Map(own.map(({ block, time }) => [block, time]))
}

/** Of all blocks of a page those of the article, the first behind each line with its time. */
export function withEntryTimes(
  page: readonly DraftBlock[],
  article: readonly DraftBlock[],
  times: ReadonlyMap<DraftBlock, string>,
): readonly DraftBlock[] {
  if (times.size === 0) return article
  const shown = new Set(article)
  const first = new Map<DraftBlock, string>()
  let time: string | undefined
  for (const block of page) {
    time = times.get(block) ?? time
    if (time === undefined || !shown.has(block)) continue
    first.set(block, time)
    time = undefined
  }
  return article.map((block) => {
    const posted = first.get(block)
    return posted === undefined ? block : { ...block, time: posted }
  })
}

type Line = { readonly block: DraftBlock; readonly time: string; readonly rest: string }

function lineOf(block: DraftBlock): Line | null {
  const { text, words, kind } = block
  if (words > MAX_WORDS || kind === 'list-item' || kind === 'table-row') return null
  const hour = HOUR.exec(text)?.[0]
  if (hour === undefined) return null
  const rest = text
    .replace(hour, ' ')
    .replace(AROUND, ' ')
    .replace(/[\s|·•,:–—()-]+/gu, ' ')
    .trim()
  return { block, time: statedTime(block) ?? hour, rest }
}

function statedTime({ owner }: DraftBlock): string | null {
  for (const node of descendants(owner))
    if (node.tag === 'time') {
      const time = isoDate(attribute(node, 'datetime'))
      if (time !== null) return time
    }
  return null
}

/** "KEY EVENT", "Ann Lee": capitals, or a name of two words or more. */
function isLabel(text: string): boolean {
  return !/[.!?\d]/u.test(text) && (text === text.toUpperCase() || (text.includes(' ') && isPersonName(text)))
}
