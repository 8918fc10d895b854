/**
 * Writes the published JSON Schemas (schemas/*.schema.json, draft 2020-12) from src/model. Run: `npm run schemas`.
 *
 * They are for readers: fields, kinds and values that this version does not know are allowed, since v1 may add them.
 * What Synoptic writes is held to the closed form by zod.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import * as actor from '../src/model/actor.js'
import * as alignment from '../src/model/alignment.js'
import * as annotation from '../src/model/annotation.js'
import { CheckedQuotation, FoundStatement } from '../src/model/asked.js'
import * as article from '../src/model/article.js'
import * as comparison from '../src/model/comparison.js'
import { Issue } from '../src/model/issue.js'
import { QuoteLine } from '../src/model/quote-line.js'
import { ReportDiff } from '../src/model/diff.js'
import * as contract from '../src/model/report.js'
import { Notes } from '../src/model/notes.js'
import * as review from '../src/model/review.js'
import { Span } from '../src/model/span.js'
import * as study from '../src/model/study.js'
import { VersionChange, Versions } from '../src/model/versions.js'
import { Explanation } from '../src/model/why.js'

type Described = { readonly id: string; readonly description?: string }

const definitions: readonly (readonly [z.ZodType, string, string])[] = [
  [Span, 'Span', 'Half-open, in UTF-16 code units of the article’s text.'],
  [Issue, 'Issue', 'What could not be read, believed or compared, and why.'],
  [article.Block, 'Block', 'A headline, paragraph, list item and the like.'],
  [article.Completeness, 'Completeness', 'How much of the article was read, with reason codes.'],
  [article.Removed, 'Removed', 'A piece of the page that a cleaning rule took out.'],
  [annotation.Sentence, 'Sentence', 'Sentences cover every block but captions.'],
  [annotation.Entity, 'Entity', 'A person, organisation or place with its mentions.'],
  [annotation.Quantity, 'Quantity', 'A number, sum, share, duration, date or time with its canonical value.'],
  [annotation.Speaker, 'Speaker', 'A person or body resolved within the article.'],
  [
    annotation.Quote,
    'Quote',
    'An attribution: somebody (source) is said (cue) to have told something (content).',
  ],
  [annotation.Marked, 'Marked', 'Words in quotation marks that are nobody’s utterance.'],
  [annotation.Claim, 'Claim', 'A clause-level proposition.'],
  [alignment.Mention, 'Mention', 'One passage of one article that tells what the column is about.'],
  [
    alignment.Cell,
    'Cell',
    'What one article has on one column: present, absent, or unknown with the reason.',
  ],
  [alignment.ClaimColumn, 'ClaimColumn', 'One assertion across all articles.'],
  [alignment.QuoteColumn, 'QuoteColumn', 'One utterance across all articles.'],
  [alignment.ArticleSpan, 'ArticleSpan', 'A span in a named article.'],
  [alignment.Independence, 'Independence', 'Which articles are one text, and the passages they share.'],
  [comparison.Evidence, 'Evidence', 'A passage that shows the finding, with its role.'],
  [comparison.Position, 'Position', 'One side of a two-sided finding.'],
  [comparison.Edit, 'Edit', 'One difference between a quotation and its fullest version.'],
  [comparison.Detail, 'Detail', 'What a finding holds besides its evidence; fields follow from the kind.'],
  [comparison.Finding, 'Finding', 'A difference between reports, in one sentence, with its evidence.'],
  [comparison.Fact, 'Fact', 'A checkable detail and what each article gives for it.'],
  [
    comparison.PartyPosition,
    'PartyPosition',
    'What one article has a party demand, reject, accept or leave open. Earlier versions found some; now `positions` is always empty.',
  ],
  [actor.Actor, 'Actor', 'A person, body, place or group with what each article calls it and has it do.'],
  [actor.ActorInArticle, 'ActorInArticle', 'One actor in one article: labels, modifiers, acts, words heard.'],
  [comparison.Profile, 'Profile', 'Who is heard in one article and how much, in words.'],
  [review.ReviewTarget, 'ReviewTarget', 'What is ruled on: a finding, or one cell.'],
  [review.Ruling, 'Ruling', 'What one reviewer made of one finding or cell.'],
  [contract.Generator, 'Generator', 'What made this value: enough to make it again.'],
  [contract.Agreed, 'Agreed', 'What all independent texts tell that could be searched for it.'],
  [study.StudyMeasure, 'StudyMeasure', 'What is counted, and how right the program is at it.'],
  [study.Rate, 'Rate', 'How often one outlet does what a measure counts.'],
  [study.RateDifference, 'RateDifference', 'Two outlets over the events that both covered.'],
  [VersionChange, 'VersionChange', 'One change between two versions of an article, with its passages.'],
  [contract.Excerpt, 'Excerpt', 'A piece of a text that is otherwise left out.'],
]

const published = [
  ['report', contract.Report, 'What `synoptic compare --json` prints.', 'urn:synoptic:report:1'],
  ['article', contract.InspectedArticle, 'One line of `synoptic inspect --json`.', 'urn:synoptic:article:1'],
  ['quotes', QuoteLine, 'One line of `synoptic quotes --json`.', 'urn:synoptic:quotes:1'],
  [
    'review',
    review.Review,
    'What the report’s page exports and `compare --review` reads.',
    'urn:synoptic:review:1',
  ],
  ['notes', Notes, 'What `compare --notes` reads: notes of a second reader.', 'urn:synoptic:notes:1'],
  ['diff', ReportDiff, 'What `synoptic diff --json` prints.', 'urn:synoptic:diff:1'],
  [
    'check-quotation',
    CheckedQuotation,
    'What `synoptic check-quotation --json` prints, a line a report.',
    'urn:synoptic:check-quotation:1',
  ],
  [
    'find-statement',
    FoundStatement,
    'What `synoptic find-statement --json` prints, a line a report.',
    'urn:synoptic:find-statement:1',
  ],
  ['study', study.Study, 'What `synoptic study --json` prints, its study.json.', 'urn:synoptic:study:1'],
  ['versions', Versions, 'What `synoptic versions --json` prints.', 'urn:synoptic:versions:1'],
  ['why', Explanation, 'What `synoptic compare --why --json` prints.', 'urn:synoptic:why:1'],
  ['match', contract.MatchResult, 'One line of `synoptic match --json`.', 'urn:synoptic:match:1'],
] as const

/** File names and contents; the same on every run. */
export function schemaFiles(): readonly { readonly name: string; readonly content: string }[] {
  const metadata = z.registry<Described>()
  for (const [schema, id, description] of definitions) metadata.add(schema, { id, description })
  if (!metadata.has(contract.InspectedArticle)) {
    metadata.add(contract.InspectedArticle, {
      id: 'Article',
      description: 'One article with what was found in it.',
    })
  }
  return published.map(([name, schema, title, id]) => {
    const made: Record<string, unknown> = z.toJSONSchema(schema, { metadata, target: 'draft-2020-12' })
    const { $schema, ...rest } = open(made) as Record<string, unknown>
    const content = JSON.stringify({ $schema, $id: id, title, ...withoutKeys(rest, dropped) }, null, 2) + '\n'
    return { name: `${name}.schema.json`, content }
  })
}

const dropped = ['$id', 'title', 'id', 'description']

function withoutKeys(value: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
}

/** Unknown fields and unknown values of a list of names are allowed. */
function open(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(open)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([key, item]) => !(key === 'additionalProperties' && item === false))
    .filter(([key, item]) => !(key === 'readOnly' && item === true))
    .map(([key, item]) => [key, open(item)] as const)
  const opened: Record<string, unknown> = Object.fromEntries(entries)
  const { type, enum: names, ...others } = opened
  return type === 'string' && Array.isArray(names)
    ? { ...others, type, anyOf: [{ enum: names }, { type: 'string' }] }
    : opened
}

export const folder = new URL('../schemas/', import.meta.url)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, content } of schemaFiles()) {
    const file = new URL(name, folder)
    if (readOrNull(file) !== content) writeFileSync(file, content)
    process.stderr.write(`schemas/${name}\n`)
  }
}

function readOrNull(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
