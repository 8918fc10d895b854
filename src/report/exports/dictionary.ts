/**
 * The data dictionary: what each column of the tables holds. The docs' tables, codebook.md and datapackage.json are
 * made from it.
 *
 * Types: `integer` and `number` are JSON numbers, `boolean` true or false, `datetime` ISO 8601 as the page gives it,
 * `list` an array in JSON lines and, in CSV, the values with `between` to part them.
 */
import { ActorKind, Direction, LabelKind, ModifierKind, VoiceClass } from '../../model/actor.js'
import { CellStance, Certainty, Form, Sourcing } from '../../model/alignment.js'
import { CueStance, Voice } from '../../model/annotation.js'
import { EvidenceRole, FindingKind, FindingSeverity, ConflictType, Grade } from '../../model/comparison.js'
import { Completeness } from '../../model/article.js'
import type { actorColumns } from '../actors-csv.js'
import type { articleColumns } from '../articles-csv.js'
import type { cellColumns } from '../cells-csv.js'
import type { findingColumns } from '../findings-csv.js'
import type { quoteColumns } from '../quotes-csv.js'

export type ColumnNote = {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'datetime' | 'list'
  readonly description: string
  /** All values it may take, where that is a closed list in this version. */
  readonly values?: readonly string[]
  /** Lists alone: what stands between the values in CSV. */
  readonly between?: string
}

export type Dictionary<Name extends string> = Readonly<Record<Name, ColumnNote>>

export const cellDictionary: Dictionary<(typeof cellColumns)[number]> = {
  column_kind: { type: 'string', description: '`claim` or `quote`', values: ['claim', 'quote'] },
  column_id: { type: 'string', description: 'id of the column; the same words get the same id in every run' },
  column_label: { type: 'string', description: 'short wording: the fullest version, trimmed' },
  column_salience: {
    type: 'number',
    description: '0 to 1: how prominent the thing is in the articles that tell it',
  },
  column_texts: { type: 'integer', description: 'how many independent texts tell it' },
  article_id: { type: 'string', description: 'id of the article, from its bytes' },
  outlet: { type: 'string', description: 'name of the outlet' },
  url: { type: 'string', description: 'address, if there is one' },
  published_at: { type: 'datetime', description: 'ISO 8601 with offset, as the page gives it' },
  source_sha256: { type: 'string', description: 'SHA-256 of the bytes the article was read from' },
  independence_group: {
    type: 'integer',
    description: 'number of the group of articles that are one text, from 1',
  },
  state: {
    type: 'string',
    description: '`present`, `absent` (searched, not found), `unknown` (could not be told)',
    values: ['present', 'absent', 'unknown'],
  },
  form: {
    type: 'string',
    description:
      'against the fullest version: `verbatim`, `shortened`, `altered`, `paraphrased`, `weaker`, `headline-only`, `late`',
    values: Form.options,
  },
  stance: { type: 'string', description: '`asserts`, `denies`, `other-value`', values: CellStance.options },
  certainty: { type: 'string', description: '`plain`, `hedged`, `allegation`', values: Certainty.options },
  value: { type: 'string', description: 'the checkable value given, with its unit' },
  voice: {
    type: 'list',
    description: '`own`, `attributed`, `unclear`',
    values: Voice.options,
    between: '; ',
  },
  hedged: { type: 'boolean', description: 'whether a mention is hedged' },
  speaker: { type: 'list', description: 'who is credited, resolved', between: '; ' },
  source_words: { type: 'list', description: 'who is credited, as printed', between: '; ' },
  cue_words: { type: 'list', description: 'the words of saying, as printed', between: '; ' },
  mentions: { type: 'integer', description: 'how many passages of this article tell it' },
  start: { type: 'integer', description: 'start of the first passage' },
  end: { type: 'integer', description: 'end of the first passage' },
  spans: { type: 'list', description: 'all passages', between: ' ' },
  text: { type: 'list', description: 'the words of all passages', between: ' | ' },
  confidence: { type: 'number', description: "0 to 1, the program's own estimate for this cell" },
  nearest_start: {
    type: 'integer',
    description:
      'absent: start of the passage that came closest and was rejected; unknown: of one that comes close',
  },
  nearest_end: { type: 'integer', description: 'its end' },
  nearest_text: { type: 'string', description: 'its words' },
  unknown_reason: {
    type: 'string',
    description:
      'unknown: a code such as `told-differently`, `too-early`, `truncated`, `unreadable`, `unrelated`, `language`',
  },
  is_fullest: {
    type: 'boolean',
    description: 'whether this article has the fullest version in these reports',
  },
  sourcing: {
    type: 'string',
    description:
      'claims: what it rests on, best first: `direct-quote`, `named`, `unnamed`, `other-outlet`, `none`',
    values: Sourcing.options,
  },
}

export const findingDictionary: Dictionary<(typeof findingColumns)[number]> = {
  rank: { type: 'integer', description: 'place of the finding in the report, from 1' },
  finding_id: { type: 'string', description: 'id of the finding; survives a new run on the same words' },
  block: {
    type: 'string',
    description:
      '`cannot` (cannot all be right), `quoted` (quoted differently), `told` (told or framed differently), `note` (not on the front)',
    values: ['cannot', 'quoted', 'told', 'note'],
  },
  kind: { type: 'string', description: 'kind of finding, as in the contract', values: FindingKind.options },
  severity: { type: 'string', description: 'severity class', values: FindingSeverity.options },
  sentence: { type: 'string', description: 'the finding in one sentence' },
  confidence: { type: 'number', description: "0 to 1, the program's own estimate" },
  salience: { type: 'number', description: '0 to 1' },
  type: {
    type: 'string',
    description: `conflicts: ${ConflictType.options.map((type) => `\`${type}\``).join(', ')}`,
    values: ConflictType.options,
  },
  grade: {
    type: 'string',
    description: 'conflicts: `differ`, `may-differ`, `compatible`',
    values: Grade.options,
  },
  reason: { type: 'string', description: 'why that grade' },
  column_id: { type: 'string', description: 'the column it is about, to join with cells.csv' },
  about_articles: { type: 'list', description: 'ids of the articles it is about', between: '; ' },
  about_outlets: { type: 'list', description: 'their outlets', between: '; ' },
  positions: {
    type: 'list',
    description: 'two-sided findings: each version with the outlets that have it',
    between: '; ',
  },
  edits: { type: 'list', description: 'quotations: type of each edit and the words removed', between: '; ' },
  evidence_number: { type: 'integer', description: 'number of this passage within the finding, from 1' },
  role: {
    type: 'string',
    description: 'what the passage shows: `asserts`, `denies`, `value`, `fuller`, `cut`, …',
    values: EvidenceRole.options,
  },
  article_id: { type: 'string', description: 'article the passage stands in' },
  outlet: { type: 'string', description: 'its outlet' },
  url: { type: 'string', description: 'its address' },
  source_sha256: { type: 'string', description: 'SHA-256 of its bytes' },
  start: { type: 'integer', description: 'start of the passage' },
  end: { type: 'integer', description: 'end of the passage' },
  text: { type: 'string', description: 'its words' },
  review: {
    type: 'string',
    description: 'what the reviewers made of the finding',
    values: ['unreviewed', 'accepted', 'corrected', 'dismissed', 'disputed'],
  },
  review_rulings: { type: 'list', description: 'each ruling with who gave it and why', between: ' | ' },
}

export const articleDictionary: Dictionary<(typeof articleColumns)[number]> = {
  article_id: { type: 'string', description: 'id of the article, to join with the other tables' },
  outlet: { type: 'string', description: 'name of the outlet' },
  url: { type: 'string', description: 'address, if there is one' },
  published_at: { type: 'datetime', description: 'ISO 8601 with offset' },
  source_sha256: { type: 'string', description: 'SHA-256 of the bytes' },
  independence_group: { type: 'integer', description: 'number of the group of articles that are one text' },
  source: { type: 'string', description: 'what was given: the address or the file' },
  headline: { type: 'string', description: 'the headline, if one was found' },
  language: { type: 'string', description: 'code of the language, `und` where it could not be told' },
  completeness: {
    type: 'string',
    description: '`complete`, `truncated` (a part is missing), `unreadable` (nothing could be used)',
    values: ['complete', 'truncated', 'unreadable'] satisfies readonly Completeness['state'][],
  },
  reasons: { type: 'list', description: 'why it is not complete', between: '; ' },
  sentences: { type: 'integer', description: 'how many sentences were read' },
  quotes: { type: 'integer', description: 'how many attributions, the rows of quotes.csv' },
  claims: { type: 'integer', description: 'how many claims' },
  findings: { type: 'integer', description: 'how many findings are about it' },
}

export const quoteDictionary: Dictionary<(typeof quoteColumns)[number]> = {
  article_id: { type: 'string', description: 'id of the article' },
  outlet: { type: 'string', description: 'name of the outlet' },
  url: { type: 'string', description: 'address, if there is one' },
  published_at: { type: 'datetime', description: 'ISO 8601 with offset' },
  source_sha256: { type: 'string', description: 'SHA-256 of the bytes' },
  independence_group: { type: 'integer', description: 'number of the group of articles that are one text' },
  quote_id: { type: 'string', description: 'id of the attribution' },
  kind: {
    type: 'string',
    description: '`direct`, `indirect`, `mixed`',
    values: ['direct', 'indirect', 'mixed'],
  },
  speaker: { type: 'string', description: 'who is credited, resolved within the article' },
  speaker_entity: { type: 'string', description: 'id of the entity' },
  source_words: { type: 'string', description: 'who is credited, as printed' },
  cue_words: { type: 'string', description: 'the words of saying, as printed' },
  cue_lemma: { type: 'string', description: 'their lemma' },
  stance: {
    type: 'string',
    description: 'of the verb: `neutral`, `doubting`, `endorsing`, …',
    values: CueStance.options,
  },
  confidence: { type: 'number', description: '0 to 1, empty where not measured' },
  start: { type: 'integer', description: 'start of the first piece' },
  end: { type: 'integer', description: 'end of the last piece' },
  spans: { type: 'list', description: 'all pieces', between: ' ' },
  text: { type: 'string', description: 'the words, with their quotation marks' },
  parent_quote_id: { type: 'string', description: 'the attribution this one is nested in' },
  column_ids: {
    type: 'list',
    description: 'quote columns it stands in, to join with cells.csv',
    between: '; ',
  },
  form: { type: 'string', description: 'its form in the first of them', values: Form.options },
}

export const actorDictionary: Dictionary<(typeof actorColumns)[number]> = {
  actor_id: { type: 'string', description: 'id of the actor, the same in all articles of the report' },
  actor_kind: {
    type: 'string',
    description: '`person`, `organisation`, `place`, `group`, `other`',
    values: ActorKind.options,
  },
  actor_name: { type: 'string', description: 'the name in full that most articles print' },
  speaks_as: {
    type: 'string',
    description:
      'as whom it speaks, by how the articles describe it: `official`, `expert`, `affected`, `advocate`, `other`',
    values: VoiceClass.options,
  },
  article_id: { type: 'string', description: 'id of the article' },
  outlet: { type: 'string', description: 'name of the outlet' },
  url: { type: 'string', description: 'address, if there is one' },
  published_at: { type: 'datetime', description: 'ISO 8601 with offset' },
  source_sha256: { type: 'string', description: 'SHA-256 of the bytes' },
  independence_group: { type: 'integer', description: 'number of the group of articles that are one text' },
  entry_number: { type: 'integer', description: 'number of the entry within actor and article, from 1' },
  entry: {
    type: 'string',
    description:
      '`label` (what it is called), `modifier` (what it is said to be), `act` (what it does or undergoes), `heard` (what it is let say)',
    values: ['label', 'modifier', 'act', 'heard'],
  },
  entry_kind: {
    type: 'string',
    description:
      'labels: `name`, `role`; modifiers: `adjective`, `apposition`, `clause`, `predicate`; acts: `does`, `undergoes`',
    values: [...LabelKind.options, ...ModifierKind.options, ...Direction.options],
  },
  words: { type: 'string', description: 'the label or modifier as printed; of acts the verb’s base form' },
  count: { type: 'integer', description: 'labels: how often; heard: how many attributions' },
  passive: { type: 'boolean', description: 'acts: whether the clause is in the passive' },
  negated: { type: 'boolean', description: 'acts: whether it is denied' },
  other: {
    type: 'string',
    description:
      'acts: whom or what it acts on, or who acts on it, as printed; empty where the clause names nobody',
  },
  voice: {
    type: 'string',
    description: 'modifiers and acts: `own` (the outlet’s words), `attributed`',
    values: Voice.options,
  },
  direct_words: { type: 'integer', description: 'heard: words between quotation marks' },
  indirect_words: { type: 'integer', description: 'heard: words reported' },
  quote_ids: { type: 'list', description: 'heard: the attributions, to join with quotes.csv', between: '; ' },
  start: { type: 'integer', description: 'start of the first passage' },
  end: { type: 'integer', description: 'its end' },
  spans: { type: 'list', description: 'all passages', between: ' ' },
}
