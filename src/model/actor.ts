/**
 * Who is meant: one Actor for each person, body, place and group over all reports of an event, with what each report calls
 * it, says of it, has it do and lets it say. Made by compare; read by report. All spans point into the article's text.
 */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { Voice } from './annotation.js'
import { place, Spans } from './span.js'

export const ActorKind = z.enum(['person', 'organisation', 'place', 'group', 'other'])
export const LabelKind = z.enum(['name', 'role'])
export const ModifierKind = z.enum(['adjective', 'apposition', 'clause', 'predicate'])
export const Direction = z.enum(['does', 'undergoes'])

/** Words by which a report means the actor: its name as printed with titles, or an office or noun that stands for it. */
export const ActorLabel = fixed({
  words: z.string(),
  kind: LabelKind,
  count: z.int().positive(),
  spans: Spans,
})
export type ActorLabel = z.infer<typeof ActorLabel>

/**
 * What stands beside a label: an adjective, a description in apposition (before or behind the name), a relative clause, or
 * what the actor is said to be ("is a critic of the deal"). `voice` as in claims: words of somebody quoted are his.
 */
export const ActorModifier = fixed({
  words: z.string(),
  kind: ModifierKind,
  voice: Voice,
  ...place,
})
export type ActorModifier = z.infer<typeof ActorModifier>

/**
 * What the actor does (`does`) or what is done to it (`undergoes`). `verb` is the base form with its particle, behind the
 * verbs that govern it ("refuse to sign"). `other` is the other side as printed: whom or what the actor acts on, or who
 * acts on it; null where the clause names nobody. `start` to `end` is the clause.
 */
export const ActorAct = fixed({
  verb: z.string(),
  direction: Direction,
  passive: z.boolean(),
  negated: z.boolean(),
  other: z.string().nullable(),
  voice: Voice,
  ...place,
})
export type ActorAct = z.infer<typeof ActorAct>

/** What a report lets an actor say: words in quotation marks, words reported, and the attributions they stand in. */
export const ActorHeard = fixed({
  direct: z.int().nonnegative(),
  indirect: z.int().nonnegative(),
  /** Ids of the article's quotes, in text order; nested ones are left out. */
  quotes: listOf(z.string()),
})
export type ActorHeard = z.infer<typeof ActorHeard>

export const ActorInArticle = fixed({
  /** The commonest first. */
  labels: listOf(ActorLabel),
  modifiers: listOf(ActorModifier),
  acts: listOf(ActorAct),
  heard: ActorHeard,
  /** Where the report has it first. */
  first: fixed({ ...place, part: z.enum(['headline', 'lead', 'body']) }),
})
export type ActorInArticle = z.infer<typeof ActorInArticle>

/**
 * As whom an actor speaks, by how the reports describe it: one in public office or a body of the state; one who knows by
 * profession; one whom the events befell or who saw them; one who speaks for a cause or a party to a case. Documents and
 * sources left unnamed are no actors; the table of voices counts them by `sourceClass` of the quote.
 */
export const VoiceClass = z.enum(['official', 'expert', 'affected', 'advocate', 'other'])
export type VoiceClass = z.infer<typeof VoiceClass>

export const Actor = fixed({
  /** From the name and the sources of its articles; unique in a report. */
  id: z.string(),
  kind: ActorKind,
  name: z.string(),
  /** All names that the reports print, titles left out, of a group its labels; the commonest first. */
  variants: listOf(z.string()),
  speaksAs: VoiceClass,
  /** By article id; an article that never means it has no entry. */
  byArticle: z.record(z.string(), ActorInArticle).readonly(),
})
export type Actor = z.infer<typeof Actor>
