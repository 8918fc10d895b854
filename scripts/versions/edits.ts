/**
 * Edits such as editors make, made by a script in texts of reports: by patterns on the words alone, without the program's own
 * reading of them.
 *
 * In: a text (headline, blank line, paragraphs), words of others, a seed. Out: the text edited, and what was done where.
 * Never: two edits in one paragraph, or one inside another's reach.
 */
import type { ChangeKind } from '../../src/model/versions.js'
import { randomOf, type Random } from './random.js'

export type Edit = {
  readonly kind: ChangeKind
  /** The sentence before and after; empty where there is none. */
  readonly old: string
  readonly new: string
}
export type Edited = { readonly text: string; readonly edits: readonly Edit[] }

/** What a paragraph becomes, and the sentence that changed; null where it cannot be made there. */
type Make = (
  paragraph: string,
  random: Random,
  words: readonly string[],
) => ({ paragraph: string } & Omit<Edit, 'kind'>) | null

const sentencesOf = (paragraph: string): readonly string[] =>
  paragraph
    .split(
      /(?<=[.!?][”"]?)(?<!\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Reps|Sens|Gov|Gen|Lt|St|Jr|No|vs|U\.S|[A-Z])\.)\s+(?=[A-Z“"])/u,
    )
    .filter((part) => part !== '')
const wordsIn = (text: string): number => text.split(/\s+/u).filter(Boolean).length
const isBalanced = (text: string): boolean =>
  (text.match(/"/gu)?.length ?? 0) % 2 === 0 &&
  (text.match(/“/gu)?.length ?? 0) === (text.match(/”/gu)?.length ?? 0)
const hasMarks = (text: string): boolean => /[“”"]/u.test(text)

/** One sentence of the paragraph for another; `change` gives null where it does not apply. */
/** Straight marks open and close in turn: an odd number before the sentence means that it stands inside. */
function isInside(paragraph: string, sentence: string): boolean {
  const before = paragraph.slice(0, paragraph.indexOf(sentence))
  return !isBalanced(before)
}

function inSentence(
  change: (sentence: string, random: Random, words: readonly string[]) => string | null,
): Make {
  return (paragraph, random, words) => {
    if (!isBalanced(paragraph)) return null
    const fitting = sentencesOf(paragraph).flatMap((sentence) => {
      if (!isBalanced(sentence) || isInside(paragraph, sentence)) return []
      const changed = change(sentence, random, words)
      return changed === null || changed === sentence ? [] : [{ old: sentence, new: changed }]
    })
    if (fitting.length === 0) return null
    const one = random.one(fitting)
    const made = paragraph
      .replace(one.old, () => one.new)
      .replace(/ {2,}/gu, ' ')
      .trim()
    return { paragraph: made, ...one }
  }
}

const QUOTED = /(?<=^|[\s(])([“"])(?=\S)([^“”"]{30,600})(?<=\S)([”"])/u
const NUMBER =
  /(?<![\d.,:/$-])(?:[2-9]|[1-9]\d{1,2}|[1-9]\d{0,2},\d{3})(?![\d.,:/%-]|\s(?:a\.m|p\.m|January|February|March|April|May|June|July|August|September|October|November|December))/u
const NUMBER_WORDS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTH_DAY =
  /((?:January|February|March|April|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) )(\d{1,2})\b/u
const CREDIT =
  /, (?:(?:[A-Z][\w.’'-]+ ){1,4}|(?:officials|police|authorities|prosecutors|aides|lawmakers|he|she|they) )(?:said|says|added|told reporters)(?: (?:on )?[A-Z][a-z]+day)?\.$|, according to [^,.“”"]{3,60}\.$/u
const CREDIT_BEFORE =
  /^(?:(?:The )?(?:[A-Z][\w.’'-]+ ){1,4}|Officials |Police |Prosecutors |Aides |Lawmakers )said (?:that )?([a-z])(?=\w* )/u
const HEDGES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:reportedly|allegedly|apparently|possibly|perhaps|probably|purportedly) /u, ''],
  [/\balleged (?=[a-z])/u, ''],
  [/\b(?:may|might|could) (?=[a-z])(?!not|have)/u, 'will '],
]

const makes: Readonly<Partial<Record<ChangeKind, Make>>> = {
  'quotation-removed': (paragraph, random) => {
    const parts = sentencesOf(paragraph)
    const fitting = parts.filter(
      (part) => isBalanced(part) && QUOTED.test(part) && wordsIn(part.replace(QUOTED, '')) >= 2,
    )
    if (fitting.length === 0 || parts.some((part) => !isBalanced(part))) return null
    const gone = random.one(fitting)
    return { paragraph: parts.filter((part) => part !== gone).join(' '), old: gone, new: '' }
  },
  'quotation-cut': inSentence((sentence) => {
    const found = QUOTED.exec(sentence)
    const inside = found?.[2] ?? ''
    const words = inside.split(' ')
    if (!found || words.length < 10) return null
    const kept = words
      .slice(0, Math.floor(words.length * 0.6))
      .join(' ')
      .replace(/[,;:—–-]$/u, '')
    const stop = /[.,!?]$/u.exec(inside)?.[0] ?? ''
    return sentence.replace(inside, () => kept + stop)
  }),
  'quotation-altered': inSentence((sentence, random, words) => {
    const inside = QUOTED.exec(sentence)?.[2]
    const targets = inside?.match(/(?<=\s)[a-z]{5,}(?=\s)/gu) ?? []
    if (inside === undefined || targets.length === 0) return null
    const target = random.one(targets)
    const other = random.one(words.filter((word) => word !== target))
    return sentence.replace(inside, () => inside.replace(new RegExp(`(?<=\\s)${target}(?=\\s)`, 'u'), other))
  }),
  'number-changed': inSentence((sentence, random) => {
    if (hasMarks(sentence)) return null
    const found = NUMBER.exec(sentence)?.[0]
    if (found !== undefined && !/^(?:19|20)\d\d$/u.test(found)) {
      const value = Number(found.replace(',', ''))
      const other = value + 1 + random.below(Math.max(3, Math.floor(value / 3)))
      return sentence.replace(
        NUMBER,
        found.includes(',') ? String(other).replace(/(?=\d{3}$)/u, ',') : String(other),
      )
    }
    const word = NUMBER_WORDS.find((one) => new RegExp(`\\b${one} [a-z]{4,}s\\b`, 'u').test(sentence))
    if (word === undefined) return null
    return sentence.replace(
      new RegExp(`\\b${word}\\b`, 'u'),
      random.one(NUMBER_WORDS.filter((one) => one !== word)),
    )
  }),
  'date-changed': inSentence((sentence, random) => {
    if (hasMarks(sentence)) return null
    const day = DAYS.find((one) => new RegExp(`\\b${one}\\b`, 'u').test(sentence))
    if (day !== undefined)
      return sentence.replace(new RegExp(`\\b${day}\\b`, 'u'), random.one(DAYS.filter((one) => one !== day)))
    return MONTH_DAY.test(sentence)
      ? sentence.replace(MONTH_DAY, (_, month: string, n: string) => month + String(1 + (Number(n) % 28)))
      : null
  }),
  'credit-lost': inSentence((sentence) => {
    if (hasMarks(sentence)) return null
    const bare = sentence.replace(CREDIT, '.')
    return bare === sentence
      ? sentence.replace(CREDIT_BEFORE, (_, first: string) => first.toUpperCase())
      : bare
  }),
  'hedge-lost': inSentence((sentence) => {
    if (hasMarks(sentence)) return null
    const found = HEDGES.find(([pattern]) => pattern.test(sentence))
    return found ? sentence.replace(found[0], found[1]) : null
  }),
  'statement-removed': (paragraph, random) => {
    const parts = sentencesOf(paragraph)
    const fitting = parts.filter(
      (part) =>
        !hasMarks(paragraph) &&
        wordsIn(part) >= 10 &&
        !/\b(?:said|says|told|according|added|tweeted|wrote)\b/u.test(part),
    )
    if (fitting.length === 0) return null
    const gone = random.one(fitting)
    return { paragraph: parts.filter((part) => part !== gone).join(' '), old: gone, new: '' }
  },
}

const NOTES = [
  'Correction: An earlier version of this article misstated the number of people at the meeting. It was nearer to 40.',
  'This story has been updated to include a statement from the office of the mayor.',
  'Editor’s note: A previous version of this report gave the wrong first name of a witness.',
  'An earlier version of this story misspelled the name of a county.',
]

export const inverse: Readonly<Partial<Record<ChangeKind, ChangeKind>>> = {
  'quotation-removed': 'quotation-added',
  'quotation-cut': 'quotation-lengthened',
  'credit-lost': 'credit-added',
  'hedge-lost': 'hedge-added',
  'statement-removed': 'statement-added',
}

export function edited(
  text: string,
  words: readonly string[],
  wanted: readonly ChangeKind[],
  seed: string,
): Edited {
  const random = randomOf(seed)
  const [headline = '', ...paragraphs] = text.split(/\n\s*\n/u)
  const edits: Edit[] = []
  const made = [...paragraphs]
  const touched = new Set<number>()
  let title = headline
  for (const kind of wanted) {
    if (kind === 'headline-changed') {
      const target = headline.match(/\b[A-Za-z]{5,}\b/gu)?.at(-1)
      if (target === undefined) continue
      title = headline.replace(target, () =>
        random.one(words.filter((word) => word !== target.toLowerCase())),
      )
      edits.push({ kind, old: headline, new: title })
    } else if (kind === 'correction-note') {
      const note = random.one(NOTES)
      made.push(note)
      edits.push({ kind, old: '', new: note })
    } else {
      const fitting = paragraphs.flatMap((paragraph, at) => {
        const done = touched.has(at) ? null : makes[kind]?.(paragraph, random, words)
        return done ? [{ at, ...done }] : []
      })
      if (fitting.length === 0) continue
      const { at, paragraph, old, new: fresh } = random.one(fitting)
      made[at] = paragraph
      touched.add(at)
      edits.push({ kind, old, new: fresh })
    }
  }
  return { text: [title, ...made.filter((paragraph) => paragraph !== '')].join('\n\n'), edits }
}
