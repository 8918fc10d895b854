/**
 * Predicates: the verbs of a clause with their direction after negation, who does it and what it is about.
 *
 * In:    an article view and its claims (and the cues of attributions that accept or deny what they introduce).
 * Out:   Predicates in text order.
 * Method: part-of-speech tags; a negation up to four words before the verb, or a verb that turns what it governs round
 *        ("refused to concede", "failed to agree"). No parser. Clauses under if, whether, hope are left out: they
 *        tell nothing that happened. A modal verb and "refused to" are noted; they tell a position, and no act.
 */
import type { Claim, Quote } from '../../model/annotation.js'
import type { Span } from '../../model/span.js'
import type { TaggedWord } from '../../english/pos.js'
import { stem } from '../../text/stem.js'
import { normalizeWord } from '../../text/tokens.js'
import { blockKindAt, sentenceIndex, wordsIn, type ArticleView } from '../../likeness/view.js'
import { keyOf } from '../../english/concepts.js'
import { stanceClassOf, type StanceClass } from '../../english/opposites.js'
import { negations } from '../../english/negation.js'
import { stancePhrases } from '../../english/stance-phrases.js'
import { stopwords } from '../../english/function-words.js'
import { once } from '../../text/once.js'
import { termOf, type Term } from '../../likeness/terms.js'
import { tagsOf } from '../tags.js'

export type Predicate = {
  readonly view: ArticleView
  /** The clause, as evidence. */
  readonly span: Span
  readonly claim: Claim | null
  readonly quote: Quote | null
  /** Stem of the verb. */
  readonly verb: string
  readonly term: Term | null
  readonly stance: StanceClass | null
  /** By a word before it, or since somebody denies it. */
  readonly negated: boolean
  /** The modal verb before it ("would", "could", "cannot"), or null. */
  readonly modal: string | null
  /** "refused to pay": the refusal itself, with what is refused behind it. */
  readonly turns: boolean
  /** The tags of the clause, and the verb's place among them; for a cue those of its sentence. */
  readonly tags: readonly TaggedWord[]
  readonly index: number
  /** The clause holds a negation anywhere. */
  readonly clouded: boolean
  /** Where the verb stands, with its negation. */
  readonly at: Span
  readonly subject: Subject
  /** Content words of the clause without the verb. */
  readonly about: readonly Term[]
  /** Those behind the verb; before it in the passive. */
  readonly object: ReadonlySet<Term>
}

type Subject = {
  /** Names before the verb, lower case; empty for pronouns and common nouns. */
  readonly names: ReadonlySet<string>
  /** Key of the common noun the clause begins with ("the freight train"); null for names and pronouns. */
  readonly noun: string | null
  /** A passive that does not say who did it. */
  readonly unsaid: boolean
  /** "some", "30 of", "a majority": no statement about all of them. */
  readonly some: boolean
}

const reach = 4
const turners = new Set(['refus', 'declin', 'fail', 'deni', 'neglect', 'unabl'])
const unreal = /\b(?:if|whether|unless|hope|hopes|hoped|want|wants|until|before|either|expected|or not)\b/iu
const quantifiers =
  /^(?:some|many|most|several|few|certain|dozens|hundreds|thousands|half|\d+|three|four|five|six|seven|eight|nine|ten)$/u
const parts = new Set(['majority', 'bloc', 'group', 'number', 'part', 'minority', 'handful'])
const emptyVerbs = new Set('be have do say tell get go make take come see think know seem appear'.split(' '))

/** The predicates of an article; worked out once. */
export const predicatesOf = once((view: ArticleView): readonly Predicate[] => [
  ...view.article.claims.filter((claim) => !isTitle(view, claim)).flatMap((claim) => inClaim(view, claim)),
  ...view.article.quotes.flatMap((quote) => ofCue(view, quote)),
])

/** Headlines and subheads abridge; the body says it in full. */
function isTitle(view: ArticleView, { start }: Claim): boolean {
  const kind = blockKindAt(view, start)
  return kind === 'headline' || kind === 'subhead'
}

function inClaim(view: ArticleView, claim: Claim): readonly Predicate[] {
  if (view.text.charAt(claim.end - 1) === '?') return []
  const sentence = sentenceIndex(view, claim)
  const tags = tagsOf(view, sentence).filter((tag) => tag.start >= claim.start && tag.end <= claim.end)
  const phrases = phrasesIn(view, claim, tags)
  const quote = claim.quote === null ? null : (view.quotes.get(claim.quote) ?? null)
  const cue = quote?.cueLemma?.split(' ')[0] ?? ''
  if (wished.has(cue) || isNounCue(view, quote) || hangsOn(view, claim, sentence)) return []
  const isDenied = denied.has(cue)
  return tags.flatMap((tag, index): Predicate[] => {
    const phrase = phrases.find(({ at }) => at.start === tag.start)
    if (!phrase && (!isVerb(tags, index) || emptyVerbs.has(tag.lemma) || stopwords.has(tag.lemma))) return []
    if (!phrase && phrases.some(({ at }) => at.start < tag.end && tag.start < at.end)) return []
    const negation = negationBefore(tags, index) ?? (phrase ? undefined : noObject(tags, index))
    const relative = objectRelative(tags, index)
    if (isUnreal(view, { start: claim.start, end: tag.start })) return []
    const turns = turnsRound(tags, index)
    if (!phrase && relative === undefined && !turns && !isFinite(tags, index, negation)) return []
    const end = phrase?.at.end ?? tag.end
    const at = { start: Math.min(negation?.start ?? tag.start, tag.start), end }
    const verb = phrase ? phrase.verb : stem(normalizeWord(tag.lemma))
    return [
      {
        view,
        span: claim,
        claim,
        quote,
        verb,
        term: phrase ? null : termFor(view, tag),
        stance: stanceClassOf(verb) ?? null,
        negated: (negation !== undefined) !== isDenied,
        modal: modalBefore(tags, index),
        turns,
        tags,
        index,
        clouded: tags.some(({ lower }) => negations.has(lower)),
        at,
        subject: doerOf(view, tags, index),
        about: aboutOf(view, claim, at, sentence),
        object: relative
          ? objectOf(view, { start: claim.start, end: claim.end }, relative, true)
          : objectOf(view, claim, at, isPassive(tags, index)),
      },
    ]
  })
}

/** "Denied that it had paid" tells that it had not; who objects or doubts says neither. */
const denied: ReadonlySet<string> = new Set(['deny', 'refute', 'rebut', 'dispute'])

/** "Rejected claims that he had paid": what a claim, a charge or a report says is told as nobody's side. */
function isNounCue(view: ArticleView, quote: Quote | null): boolean {
  const cue = quote?.cue.at(-1)
  if (!cue) return false
  const word = tagsOf(view, sentenceIndex(view, cue)).findLast(({ end }) => end <= cue.end)
  return word?.pos === 'NOUN'
}

/** What is hoped, asked or foreseen by somebody has not been done: "hopes that the port will accept the offer". */
const wished: ReadonlySet<string> = new Set(
  'hope want wish expect fear ask wonder demand urge believe think predict doubt'.split(' '),
)

/** The word that makes a clause a condition or a question may stand right before it: "If the port accepts, …". */
function hangsOn(view: ArticleView, { start }: Span, sentence: number): boolean {
  const from = view.sentences[sentence]?.start ?? start
  const before = view.text.slice(Math.max(from, start - conditionReach), start)
  return /(?:^|[^\p{L}])(?:if|whether|unless|until|once|before|should)[^\p{L}]{1,3}$/iu.test(before)
}

const conditionReach = 12

function isUnreal(view: ArticleView, span: Span): boolean {
  return unreal.test(view.text.slice(span.start, span.end))
}

/** "rule out", "turn down", "leave open" as one verb of their class. */
function phrasesIn(
  view: ArticleView,
  span: Span,
  tags: readonly TaggedWord[],
): readonly { readonly verb: string; readonly at: Span }[] {
  const text = view.text.slice(span.start, span.end).toLowerCase().replace(/’/gu, "'")
  return stancePhrases.flatMap(({ pattern, side, positive }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const first = tags.find((tag) => tag.start >= span.start + match.index)
      const verb = side === 'agree' ? 'agree' : positive ? 'accept' : 'reject'
      return first
        ? [{ verb, at: { start: first.start, end: span.start + match.index + match[0].length } }]
        : []
    }),
  )
}

function negationBefore(tags: readonly TaggedWord[], index: number): TaggedWord | undefined {
  for (let at = index - 1; at >= Math.max(0, index - reach); at--) {
    const tag = tags[at]
    if (!tag || tag.pos === 'PUNCT' || tag.lower === 'only') return undefined
    if (negations.has(tag.lower)) return tag
    if (turners.has(stem(tag.lemma)) && tags.slice(at + 1, index).some(({ lower }) => lower === 'to'))
      return tag
  }
  return undefined
}

const modals = /^(?:will|would|shall|should|can|could|may|might|must|won't|wo)$/u

/** A verb, or one that the tagger takes for something else: "The Greens support the freeze", "will close its plant". */
function isVerb(tags: readonly TaggedWord[], index: number): boolean {
  const tag = tags[index]
  if (tag?.pos === 'VERB') return true
  const behind = tags.slice(0, index).findLast(({ lower }) => lower !== 'not' && lower !== "n't")
  const hasObject = /^(?:DET|PRON|PROPN|NUM)$/u.test(tags[index + 1]?.pos ?? '')
  if (tag?.pos === 'ADJ' || tag?.pos === 'NOUN')
    if (hasObject && behind?.pos === 'AUX' && modals.test(behind.lower)) return true
  if (tag?.pos !== 'NOUN') return false
  return stanceClassOf(stem(tag.lemma)) !== undefined && index > 0 && tags[index + 1]?.pos === 'DET'
}

/** "recommended no charges", "found nothing". */
function noObject(tags: readonly TaggedWord[], index: number): TaggedWord | undefined {
  const next = tags[index + 1]
  return next && /^(?:no|nothing|nobody|none)$/u.test(next.lower) ? next : undefined
}

/** What follows is told of somebody the clause mentions, not by the clause. */
const embedders = new Set(['who', 'whom', 'which', 'that', 'than', 'where', 'when', 'while', 'because', 'as'])

/** "any presence of monitors, which Moscow rejects": a stance on what stands before the relative word. */
function objectRelative(tags: readonly TaggedWord[], index: number): TaggedWord | undefined {
  const tag = tags[index]
  if (!tag || stanceClassOf(stem(tag.lemma)) === undefined) return undefined
  const at = tags.slice(0, index).findLastIndex(({ lower }) => /^(?:which|that|whom)$/u.test(lower))
  const between = tags.slice(at + 1, index)
  const hasSubject = between.some(({ pos }) => pos === 'PROPN' || pos === 'NOUN' || pos === 'PRON')
  return at > 0 && hasSubject ? tags[at] : undefined
}

/** "refused to concede", "failed to agree": what follows is what did not happen. */
function turnsRound(tags: readonly TaggedWord[], index: number): boolean {
  return (
    turners.has(stem(tags[index]?.lemma ?? '')) &&
    tags.slice(index + 1, index + 5).some(({ lower }) => lower === 'to')
  )
}

function modalBefore(tags: readonly TaggedWord[], index: number): string | null {
  const near = tags.slice(Math.max(0, index - reach), index)
  return near.findLast(({ lower }) => modals.test(lower) || lower === 'cannot')?.lower ?? null
}

/** Has a subject of its own in the clause, and is no infinitive or participle: those tell no fact. */
function isFinite(tags: readonly TaggedWord[], index: number, negation: TaggedWord | undefined): boolean {
  const before = tags.slice(0, index)
  // The second half of a compound: "fund-raising".
  const verb = tags[index]
  const participle =
    (verb?.lower ?? '').endsWith('ing') && !before.slice(-3).some(({ lemma }) => lemma === 'be')
  if (participle || isReduced(before, verb)) return false
  if (isEmbedded(before)) return false
  if (before.at(-1)?.lower === '-' || tags[index]?.surface.startsWith('-')) return false
  if (!before.some(({ pos }) => pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON')) return false
  if (negation && turners.has(stem(negation.lemma))) return true
  return !before.slice(-3).some(({ lower }) => lower === 'to')
}

const relatives: ReadonlySet<string> = new Set(['which', 'who', 'whose', 'whom'])

/**
 * A clause that hangs on a noun before it, or a verb behind "who", "that", "because" in the clause; a comma right before the
 * verb closes what they opened.
 */
function isEmbedded(before: readonly TaggedWord[]): boolean {
  if (relatives.has(before[0]?.lower ?? '')) return true
  const closed =
    before.findLast(({ pos }) => pos !== 'AUX' && pos !== 'ADV' && pos !== 'PART')?.pos === 'PUNCT'
  return !closed && before.slice(1).some(({ lower }) => embedders.has(lower))
}

/** "broke his silence about a photo sent from his account": right behind a noun, and the clause has its verb. */
function isReduced(before: readonly TaggedWord[], verb: TaggedWord | undefined): boolean {
  const behindNoun = before.at(-1)?.pos === 'NOUN'
  const own = before.findLastIndex(({ pos }) => pos === 'VERB')
  const joined = before.slice(own + 1).some(({ pos }) => pos === 'CCONJ' || pos === 'PUNCT')
  return behindNoun && own > 0 && !joined && /(?:ed|en|n|t)$/u.test(verb?.lower ?? '')
}

const names = (view: ArticleView, tag: TaggedWord): boolean =>
  tag.pos === 'PROPN' && /^\p{Lu}/u.test(view.text.slice(tag.start))

/** Who is named before the verb, by what it is called there, and whether it is only some of them. */
function subjectOf(view: ArticleView, before: readonly TaggedWord[]): Subject {
  const near = behindOpening(before).slice(-10)
  return {
    names: new Set(near.filter((tag) => names(view, tag)).map((tag) => stem(normalizeWord(tag.lower)))),
    noun: headOf(before),
    unsaid: false,
    some: near.some(
      (tag, index) =>
        quantifiers.test(tag.lower) || (parts.has(tag.lower) && near[index + 1]?.lower === 'of'),
    ),
  }
}

/** "Unlike stars Ann Lowe and Tim Lowe, Sol …": a phrase that opens with a preposition names no subject. */
function behindOpening(before: readonly TaggedWord[]): readonly TaggedWord[] {
  const [first] = before
  const comma = before.findLastIndex(({ surface }) => surface === ',')
  return first && (first.pos === 'ADP' || first.pos === 'SCONJ') ? before.slice(comma + 1) : before
}

/** The last noun of the noun phrase that opens the clause. */
function headOf(before: readonly TaggedWord[]): string | null {
  const from = before.findIndex(({ pos }) => pos !== 'CCONJ' && pos !== 'PUNCT' && pos !== 'ADV')
  let head: TaggedWord | undefined
  for (const tag of before.slice(Math.max(0, from))) {
    if (tag.pos === 'NOUN') head = tag
    else if (tag.pos !== 'DET' && tag.pos !== 'ADJ' && tag.pos !== 'NUM') break
  }
  return head ? keyOf(normalizeWord(head.lemma)) : null
}

/** In the passive what stands before the verb does nothing: who does stands behind "by", if anybody. */
function doerOf(view: ArticleView, tags: readonly TaggedWord[], index: number): Subject {
  const subject = subjectOf(view, tags.slice(0, index))
  if (!isPassive(tags, index)) return subject
  const by = tags.findIndex(({ lower }, at) => at > index && lower === 'by')
  const names = by < 0 ? new Set<string>() : subjectOf(view, tags.slice(by + 1, by + 6)).names
  return { ...subject, names, unsaid: by < 0 }
}

function termFor(view: ArticleView, tag: TaggedWord): Term | null {
  const word = wordsIn(view, tag)[0]
  return word ? termOf(word) : null
}

/** The content words of the clause, less of those of its sentence. */
function aboutOf(view: ArticleView, claim: Span, verb: Span, sentence: number): readonly Term[] {
  const terms = new Map<string, Term>()
  const add = (span: Span, factor: number): void => {
    for (const word of wordsIn(view, span)) {
      if (word.key === '' || (word.start < verb.end && word.end > verb.start)) continue
      const term = termOf(word)
      if ((terms.get(term.key)?.weight ?? 0) < term.weight * factor)
        terms.set(term.key, { ...term, weight: term.weight * factor })
    }
  }
  add(claim, 1)
  const whole = view.sentences[sentence]
  if (whole && terms.size < 4) add(whole, 0.4)
  return [...terms.values()]
}

function isPassive(tags: readonly TaggedWord[], index: number): boolean {
  return (
    tags.slice(Math.max(0, index - 3), index).some(({ lemma }) => lemma === 'be') &&
    /(?:ed|en|n|t)$/u.test(tags[index]?.lower ?? '')
  )
}

function objectOf(view: ArticleView, clause: Span, verb: Span, passive: boolean): ReadonlySet<Term> {
  const span = passive ? { start: clause.start, end: verb.start } : { start: verb.end, end: clause.end }
  return new Set(
    wordsIn(view, span)
      .filter((word) => word.key !== '')
      .map(termOf),
  )
}

/** "accepted the charge that …", "denies that …": the cue is a stance on the content. */
function ofCue(view: ArticleView, quote: Quote): readonly Predicate[] {
  const cue = quote.cue[0]
  const content = quote.content[0]
  if (!cue || !content || quote.cueLemma === null) return []
  const verb = stem(quote.cueLemma.split(/\s/u)[0] ?? '')
  const stance: StanceClass | null =
    stanceClassOf(verb) ??
    (quote.stance === 'denying' ? 'rejects' : quote.stance === 'conceding' ? 'accepts' : null)
  if (stance === null) return []
  const spans = [...quote.source, ...quote.cue, ...quote.content]
  const span = {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  }
  const sentence = sentenceIndex(view, cue)
  // "Wants" makes what follows unreal, not itself.
  const end = stance === 'demands' ? cue.start : cue.end
  if (isUnreal(view, { start: span.start, end }) || hangsOn(view, span, sentence)) return []
  if (span.end - span.start > longest) return []
  const tags = tagsOf(view, sentence)
  const index = cueVerb(tags, cue, quote.cueLemma)
  const negation = index < 0 ? undefined : negationBefore(tags, index)
  const sourceTags = tags.filter((tag) =>
    quote.source.some(({ start, end }) => tag.start >= start && tag.end <= end),
  )
  return [
    {
      view,
      span,
      claim: null,
      quote,
      verb: stance === 'demands' ? verb : stance === 'rejects' ? 'reject' : 'accept',
      term: null,
      stance,
      negated: negation !== undefined,
      modal: index < 0 ? null : modalBefore(tags, index),
      turns: false,
      tags,
      index,
      clouded: false,
      at: { start: negation?.start ?? cue.start, end: cue.end },
      subject: { ...subjectOf(view, sourceTags), some: false },
      about: aboutOf(view, span, cue, sentence),
      object: objectOf(view, span, cue, false),
    },
  ]
}

/** The cue's verb among the tags of its sentence: "did not want" has it last. */
function cueVerb(tags: readonly TaggedWord[], cue: Span, lemma: string): number {
  const verb = lemma.split(/\s/u)[0]
  const named = tags.findIndex((tag) => tag.start >= cue.start && tag.end <= cue.end && tag.lemma === verb)
  return named >= 0 ? named : tags.findIndex((tag) => tag.start >= cue.start)
}

/** Longer stretches are no clause. */
const longest = 400
