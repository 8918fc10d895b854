/**
 * Reports with the story each is of, for learning and measuring: `clustering/<part>/documents.jsonl` of a gold folder, whose lines
 * name a set, a story, and where its text stands.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { StoryText } from '../../src/model/story.js'
import { nothingGiven } from '../../src/model/source.js'
import { skimPage } from '../../src/pipeline.js'
import { textPage } from '../../tests/support/event.js'
import { kept } from '../../src/text/grouped.js'

const Line = z.object({ set: z.string(), file: z.string(), doc: z.string(), story: z.string() })
const Sentence = z.object({ p: z.number().optional(), text: z.string() })
const Article = z.object({
  id: z.string(),
  title: z.string().optional(),
  date: z.string().optional(),
  text: z.string().optional(),
  sentences: z.array(Sentence).optional(),
})
const Row = Article.extend({ articles: z.array(Article).optional() })
type Article = z.infer<typeof Article>

/** `topic`: what must not stand on both sides of a division; two events of one kind are one topic in ECB+. */
export type StoryDocument = {
  readonly set: string
  readonly story: string
  readonly topic: string
  readonly text: StoryText
}

export function storyDocuments(gold: string, part: string): readonly StoryDocument[] {
  const files = new Map<string, readonly z.infer<typeof Row>[]>()
  return linesOf(path.join(gold, 'clustering', part, 'documents.jsonl')).map((value, i) => {
    const { set, file, doc, story } = Line.parse(value)
    const rows = kept(files, file, () => linesOf(path.join(gold, file)).map((row) => Row.parse(row)))
    const inStory = rows.find(({ id }) => id === story)?.articles
    const article = (inStory ?? rows).find(({ id }) => id === doc)
    if (!article) throw new Error(`${file} holds no ${doc}`)
    return { set, story, topic: story.replace(/ecb(?:plus)?$/u, ''), text: skimmed(article, `${i}`) }
  })
}

function linesOf(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line))
}

function skimmed(article: Article, name: string): StoryText {
  const page = textPage(name, `${textOf(article)}\n`)
  return skimPage({
    ...page,
    source: { ...page.source, ...nothingGiven, publishedAt: article.date ?? null },
  })
}

/** Sentences of one paragraph stand in one block, those without a paragraph each in its own. */
function textOf({ title, text, sentences = [] }: Article): string {
  if (text !== undefined) return text
  const body = sentences
    .map(({ p, text: sentence }, i) => {
      const before = sentences[i - 1]
      if (!before) return sentence
      return (p !== undefined && before.p === p ? ' ' : '\n\n') + sentence
    })
    .join('')
  return title === undefined ? body : `${title}\n\n${body}`
}
