/**
 * Who speaks where a paper or an office does that the text has tied to somebody: "the statement said" behind "Zinke said in a
 * statement", "the office said" behind "Mr. Fishman's office".
 *
 * In:    the words of an article, its attributions in text order, the speakers found so far, the place of one.
 * Out:   the author of the paper; the office by the printed words. Never: looks back further than a few sentences.
 */
import type { Speaker } from '../../../model/annotation.js'
import type { Span } from '../../../model/span.js'
import { bodyNouns, documentNouns } from '../../../english/source-nouns.js'
import { organisationHeads } from '../../../english/organisation-words.js'
import { firstThat } from '../../../text/first-that.js'
import { firstEndingAfter } from '../../../text/spans.js'
import type { Word } from '../reading.js'

type Credit = { readonly source: readonly Span[]; readonly cue: readonly Span[] }

const sentencesBack = 4

export function authorOf(
  words: readonly Word[],
  utterances: readonly Credit[],
  speakers: readonly (Speaker | null)[],
  at: number,
): Speaker | null {
  const source = utterances[at]?.source[0]
  const [the, noun, more] = source ? wordsAt(words, source) : []
  if (!the || !noun || more || !/^(?:the|his|her|their|its)$/u.test(the.lower)) return null
  if (documentNouns.has(noun.lower)) return writer(words, utterances, speakers, at, noun)
  return isOffice(noun) && the.lower === 'the' ? ownerOf(words, the, noun) : null
}

function wordsAt(words: readonly Word[], { start, end }: Span): readonly Word[] {
  return words.slice(firstEndingAfter(words, start), firstEndingAfter(words, end - 1) + 1)
}

/** Who said something "in a statement" before. */
function writer(
  words: readonly Word[],
  utterances: readonly Credit[],
  speakers: readonly (Speaker | null)[],
  at: number,
  noun: Word,
): Speaker | null {
  for (let i = at - 1; i >= 0; i--) {
    const cue = utterances[i]?.cue[0]
    const word = cue && words[firstEndingAfter(words, cue.start)]
    if (!word || noun.sentence - word.sentence > sentencesBack) return null
    if (speakers[i] && saysIn(words, word.sentence, noun)) return speakers[i] ?? null
  }
  return null
}

function saysIn(words: readonly Word[], sentence: number, noun: Word): boolean {
  const from = firstThat(words.length, (i) => (words[i]?.sentence ?? 0) >= sentence)
  const to = firstThat(words.length, (i) => (words[i]?.sentence ?? 0) > sentence)
  const inside = words.slice(from, to)
  return inside.some(
    (word, i) =>
      word.lower === noun.lower &&
      word !== noun &&
      inside.slice(Math.max(0, i - 3), i).some(({ lower }) => lower === 'in'),
  )
}

function isOffice({ lower }: Word): boolean {
  return lower === 'campaign' || organisationHeads.has(lower) || bodyNouns.has(lower)
}

/** "Mr. Fishman's office": the last owner named with the noun before. */
function ownerOf(words: readonly Word[], the: Word, noun: Word): Speaker | null {
  for (let i = firstEndingAfter(words, the.start) - 1; i > 1; i--) {
    const word = words[i]
    if (!word || noun.sentence - word.sentence > sentencesBack) return null
    const [mark, name] = [words[i - 1], words[i - 2]]
    if (word.lower !== noun.lower) continue
    if (!/^['’]s?$/u.test(mark?.surface ?? '') || name?.pos !== 'PROPN') return null
    return { entity: null, name: `${name.surface}${mark?.surface ?? ''} ${word.surface}` }
  }
  return null
}
