/**
 * npx tsx scripts/build-training-events.ts: makes the training events of tests/training-events from their marked texts.
 *
 * In:    marked/<event>/event.json and <outlet>.txt, where `<F01>…</F01>` marks a fact, `<C01=value>…</C01>` a side of a
 *        conflict, `<Q01 kind|speaker|cue>…</Q01>` a version of a quotation and `<D01>…</D01>` a look-alike.
 * Out:   events/<event>/gold.json, text/<outlet>.txt, html/<outlet>.html in the format of tests/events/README.md.
 * Never: sets an offset by hand; a mark that is not closed or names nothing in event.json stops the run.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

type Event = {
  readonly title: string
  readonly outlets: readonly { id: string; name: string; publishedAt: string; author: string }[]
  readonly facts: Readonly<Record<string, readonly [statement: string, core: boolean]>>
  readonly conflicts: Readonly<Record<string, readonly [kind: string, fact: string, note: string]>>
  readonly quotes: Readonly<Record<string, readonly [speaker: string, words: string]>>
  readonly voice: readonly object[]
  readonly distractors: Readonly<Record<string, string>>
}
type Mark = {
  readonly id: string
  readonly note: string
  readonly outlet: string
  start: number
  end: number
  text: string
}

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../tests/training-events')

for (const set of readdirSync(path.join(root, 'marked')).sort()) build(set)

function build(set: string): void {
  const from = path.join(root, 'marked', set)
  const to = path.join(root, 'events', set)
  for (const folder of ['text', 'html']) mkdirSync(path.join(to, folder), { recursive: true })
  const event = JSON.parse(readFileSync(path.join(from, 'event.json'), 'utf8')) as Event
  const marks: Mark[] = []
  const outlets = event.outlets.map((outlet) => {
    const read = readMarks(readFileSync(path.join(from, `${outlet.id}.txt`), 'utf8'), outlet.id)
    marks.push(...read.marks)
    const [headline = ''] = read.text.split('\n')
    writeFileSync(path.join(to, 'text', `${outlet.id}.txt`), read.text)
    writeFileSync(path.join(to, 'html', `${outlet.id}.html`), pageOf(outlet, read.text))
    return {
      ...outlet,
      url: `https://${outlet.id}.example/${set}`,
      headline,
      text: `text/${outlet.id}.txt`,
      html: `html/${outlet.id}.html`,
    }
  })
  const known = new Set([event.facts, event.conflicts, event.quotes, event.distractors].flatMap(Object.keys))
  for (const { id, outlet } of marks)
    if (!known.has(id)) throw new Error(`${set}/${outlet}: ${id} is not in event.json`)
  writeFileSync(
    path.join(to, 'gold.json'),
    JSON.stringify(goldOf(set, event, outlets, marks), null, 1) + '\n',
  )
}

function goldOf(set: string, event: Event, outlets: readonly object[], marks: readonly Mark[]): object {
  const of = (id: string): readonly Mark[] => marks.filter((mark) => mark.id === id)
  const span = ({ start, end }: Mark): object => ({ start, end })
  const byOutlet = (id: string, value: (own: readonly Mark[]) => unknown): Record<string, unknown> =>
    Object.fromEntries(
      [...new Set(of(id).map((mark) => mark.outlet))].map((outlet) => [
        outlet,
        value(of(id).filter((mark) => mark.outlet === outlet)),
      ]),
    )
  return {
    id: set,
    title: `${event.title} (invented; outlets fictional, differences planted; used for tuning)`,
    outlets,
    facts: Object.entries(event.facts).map(([id, [statement, core]]) => ({
      id,
      statement,
      core,
      mentions: byOutlet(id, (own) => own.map(span)),
    })),
    quotes: Object.entries(event.quotes).map(([id, [speaker, fullText]]) => ({
      id,
      speaker,
      fullText,
      versions: byOutlet(id, (own) => {
        const [kind, credited, cue] = (own[0]?.note ?? '').split('|')
        return { kind, speaker: credited, cue, spans: own.map(withoutMarks) }
      }),
    })),
    conflicts: Object.entries(event.conflicts).map(([id, [kind, fact, note]]) => ({
      id,
      kind,
      fact,
      note,
      values: byOutlet(id, (own) => own[0]?.note),
      spans: byOutlet(id, (own) => own.map(span)),
    })),
    naming: [],
    voice: event.voice,
    sharedText: [],
    loaded: [],
    headlineTensions: [],
    distractors: Object.entries(event.distractors).map(([id, note]) => ({
      id,
      note,
      spans: of(id).map((mark) => ({ outlet: mark.outlet, ...span(mark) })),
    })),
    conventions: { offsets: 'UTF-16 code units in the text file, end exclusive' },
  }
}

/** The words inside the quotation marks. */
function withoutMarks({ start, end, text }: Mark): { start: number; end: number } {
  return {
    start: start + (text.startsWith('“') ? 1 : 0),
    end: end - (/,?”$/u.exec(text)?.[0].length ?? 0),
  }
}

function readMarks(raw: string, outlet: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = []
  const open: Mark[] = []
  let text = ''
  let last = 0
  for (const match of raw.matchAll(/<(\/?)([FCQD]\d\d)(?:[= ]([^>]*))?>/gu)) {
    text += raw.slice(last, match.index)
    last = match.index + match[0].length
    const [, closes, id = '', note = ''] = match
    if (closes === '') open.push({ id, note, outlet, start: text.length, end: 0, text: '' })
    else {
      const mark = open.pop()
      if (mark?.id !== id) throw new Error(`${outlet}: ${id} closes ${mark?.id ?? 'nothing'}`)
      marks.push({ ...mark, end: text.length, text: text.slice(mark.start) })
    }
  }
  if (open.length > 0) throw new Error(`${outlet}: ${open[0]?.id ?? ''} is not closed`)
  return { text: text + raw.slice(last), marks }
}

function pageOf(outlet: Event['outlets'][number], text: string): string {
  const [headline = '', ...paragraphs] = text.trim().split(/\n\n+/u)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${headline} - ${outlet.name}</title>
<meta property="og:site_name" content="${outlet.name}">
<meta property="article:published_time" content="${outlet.publishedAt}">
</head>
<body>
<header>${outlet.name} (a fictional outlet)</header>
<article>
<h1>${headline}</h1>
<p class="byline">By ${outlet.author}</p>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</article>
<footer>All people, places, companies and events on this page are invented.</footer>
</body>
</html>
`
}
