/**
 * Versions and judgements in words.
 *
 * In:    a version, or what judging.ts says of one. Out: pieces of sentences and whole ones, by way of the templates.
 * Never: judges.
 */
import { sliceSpans } from '../../text/spans.js'
import { sentenceIndex } from '../context.js'
import { quoted } from '../wording/parts.js'
import { templates } from '../wording/templates.js'
import { compareVersions } from './edits.js'
import { isReference } from './fullest.js'
import { contentWords, leastReported, type Halves, type Judgement } from './judging.js'
import { cutPieces, quotedPieces } from './pieces.js'
import type { Told } from './utterance.js'
import type { Version } from './version.js'

const longest = 220

function words({ view, quotedSpans, spans }: Version): string {
  return quotedPieces(view.text, quotedSpans.length > 0 ? quotedSpans : spans, longest)
}

/** One version beside the fullest. */
export function judgementSentence({ kind, version, fullest, edits }: Judgement): string {
  const [report, here, there] = [version.view.name, words(version), words(fullest)]
  switch (kind) {
    case 'quote-shortened':
      return templates.shortened(report, here, fullestWords(fullest), there, cutPieces(edits).join('; '))
    case 'quote-altered':
      return templates.altered(report, here, fullest.view.name, there)
    case 'quote-paraphrased':
      return templates.paraphrased(report, here, fullest.view.name, there)
  }
}

/** "the fullest version in these reports (A) is “…”"; of a reference, "the reference (talk.txt) has “…”". */
function fullestWords(fullest: Version): string {
  return isReference(fullest)
    ? `${fullest.view.name} has`
    : `the fullest version in these reports (${fullest.view.name}) is`
}

/** The same as one line among those of all reports. */
export function judgementLine({ kind, version, edits, swaps }: Judgement): Told {
  const line = { view: version.view, words: words(version), without: [], swaps: [] }
  switch (kind) {
    case 'quote-shortened':
      return { ...line, how: 'printed', without: cutPieces(edits) }
    case 'quote-altered':
      return {
        ...line,
        how: 'printed',
        without: cutPieces(edits.filter(({ type }) => type !== 'replaced')),
        swaps,
      }
    case 'quote-paraphrased':
      return { ...line, how: 'reported' }
  }
}

export function halvesSentence({ both }: Halves): string {
  return templates.complementary(both.map((version) => ({ value: words(version), by: version.view.name })))
}

export function halvesLines({ both }: Halves): readonly Told[] {
  return both.map((version) => ({
    view: version.view,
    words: words(version),
    how: 'printed',
    without: [],
    swaps: [],
  }))
}

/** A version that no judgement speaks of: its words are those of the fullest, or are shown as they stand. */
export function plainLine(fullest: Version, version: Version): Told {
  const comparison = compareVersions(fullest, version)
  const equal = comparison?.removedWords === 0 && comparison.foreign === 0 && comparison.common > 0
  const printed = version.quotedWords.length > 0
  return {
    view: version.view,
    words: printed || contentWords(version) >= leastReported ? words(version) : sentenceOf(version),
    how: equal ? 'same' : printed ? 'printed' : 'reported',
    without: [],
    swaps: printed ? (comparison?.swaps ?? []) : [],
  }
}

/** The sentence that holds a torn piece. */
function sentenceOf({ view, spans }: Version): string {
  const sentence = view.sentences[spans[0] ? sentenceIndex(view, spans[0]) : -1]
  return quoted(
    sentence ? view.text.slice(sentence.start, sentence.end) : sliceSpans(view.text, spans),
    longest,
  )
}
