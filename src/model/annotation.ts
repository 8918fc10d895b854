/**
 * What annotate finds in one article. All spans point into `Article.text`; ids are unique within a report because
 * they start with the article's id (`<article>-s3`, `-e1`, `-q2`, `-c17`).
 */
import { z } from 'zod'
import { fixed, listOf, oneOf } from './fixed.js'
import { place, Spans } from './span.js'

export const Sentence = fixed({ id: z.string(), ...place })
export type Sentence = z.infer<typeof Sentence>

/** A person, organisation or place, with every mention in this article (names, short names, titles; not pronouns). */
export const Entity = fixed({
  id: z.string(),
  kind: z.enum(['person', 'organisation', 'place', 'other']),
  /** The fullest name the article gives. */
  name: z.string(),
  mentions: Spans,
  /** "He", "she", "his" outside quotation marks where it is clear that this person is meant; left out where there are none. */
  pronouns: Spans.optional(),
})
export type Entity = z.infer<typeof Entity>

/** How exact the text says a value is: `about` (around, some, roughly), `nearly` (almost, just under), … */
export const Qualifier = z.enum(['about', 'nearly', 'less-than', 'at-most', 'more-than', 'at-least'])
export type Qualifier = z.infer<typeof Qualifier>

export const Quantity = fixed({
  kind: z.enum(['number', 'money', 'percent', 'duration', 'date', 'time']),
  /**
   * Canonical: digits for numbers, money and percent, two with a hyphen for a range (`10-15`); ISO 8601 for durations
   * (`PT5H`), dates (`2025-12-02`, `2025-12`, `2025`, `2025-W49`) and times (`17:00`).
   */
  value: z.string(),
  /** What is counted or measured (`part`, `USD`, `person`), a time's zone as printed, or null. */
  unit: z.string().nullable(),
  ...place,
  /** A word before it that makes it rough; not inside the span. */
  qualifier: Qualifier.optional(),
})
export type Quantity = z.infer<typeof Quantity>

/** A person or body resolved within the article. `entity` is null when the name is known but no Entity stands for it. */
export const Speaker = fixed({ entity: z.string().nullable(), name: z.string() })
export type Speaker = z.infer<typeof Speaker>

export const CueStance = oneOf('neutral doubting endorsing conceding insisting denying emotive')
export type CueStance = z.infer<typeof CueStance>

/**
 * Who is credited, by the printed words of the source: `named` one person by name; `role` one person by office or
 * relation alone ("the president", "a spokesman for X"); `organisation` a body, or a place for its government;
 * `document` a report, a law, a poll; `collective` many, not counted ("residents", "Democrats", "officials");
 * `anonymous` somebody the text leaves unnamed ("a senior official", "sources", "two people familiar with the matter");
 * `pronoun` "she", "they", "who".
 */
export const SourceClass = oneOf('named role organisation document collective anonymous pronoun')
export type SourceClass = z.infer<typeof SourceClass>

/** An attribution: somebody (source) is said (cue) to have told or thought something (content). */
export const Quote = fixed({
  id: z.string(),
  kind: z.enum(['direct', 'indirect', 'mixed']),
  /** Pieces in text order, with their quotation marks, without cue and source. */
  content: Spans,
  source: Spans,
  cue: Spans,
  /** Left out where no source is printed. */
  sourceClass: SourceClass.optional(),
  /** Null when the source could not be resolved with confidence. */
  speaker: Speaker.nullable(),
  /** Who speaks together with the speaker, in text order; left out where nobody does. */
  withSpeakers: listOf(Speaker).optional(),
  /** Lemma of the cue (`say`, `according to`), null without a cue. */
  cueLemma: z.string().nullable(),
  stance: CueStance.nullable(),
  /** 0..1, null where it was not measured. */
  confidence: z.number().min(0).max(1).nullable(),
  /** The quote this one is nested in. */
  parent: z.string().optional(),
})
export type Quote = z.infer<typeof Quote>

/** Words in quotation marks that are nobody's utterance. */
export const Marked = fixed({
  kind: z.enum(['scare', 'title', 'nickname', 'term']),
  ...place,
})
export type Marked = z.infer<typeof Marked>

/** `own`: the outlet tells it; `attributed`: it credits somebody; `unclear`: reported speech trails off. */
export const Voice = z.enum(['own', 'attributed', 'unclear'])
export type Voice = z.infer<typeof Voice>

/** A clause-level proposition. `start`..`end` is the clause; `sentence` the one it stands in. */
export const Claim = fixed({
  id: z.string(),
  ...place,
  sentence: z.string(),
  voice: Voice,
  /** The quote whose content the claim stands in, or null. */
  quote: z.string().nullable(),
  hedged: z.boolean(),
  negated: z.boolean(),
  /** True where the clause is told as a charge not proved ("alleged", "accused of"); left out otherwise. */
  allegation: z.boolean().optional(),
})
export type Claim = z.infer<typeof Claim>

export const annotationShape = {
  sentences: listOf(Sentence),
  entities: listOf(Entity),
  quantities: listOf(Quantity),
  quotes: listOf(Quote),
  marked: listOf(Marked),
  claims: listOf(Claim),
}
