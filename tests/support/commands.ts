/**
 * The commands that documents print in their blocks, and a folder in which they run as printed.
 *
 * In: a Markdown text. Out: command lines without their comments. Blocks that show output, and blocks of a named language, hold none.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Report } from '../../src/model/report.js'
import { writeJson } from '../../src/report/json.js'
import { prepare } from '../../src/reader/prepare.js'
import { requestsFor } from '../../src/reader/requests.js'
import { readCodebook } from '../../src/editions/coding/codebook.js'
import { sampler } from '../../src/editions/coding/sample.js'
import { codedBy } from './coded-project.js'
import { compareSample, root } from './event.js'

const block = /(<!-- output: [^\n]+ -->\n)?```(?:sh)?\n([^`]*)```/gu
const start = /^(?:[A-Z_]+=\S+ )*(?:npx|npm|node|docker|curl|echo) /u

export function commandsOf(text: string): string[] {
  return [...text.matchAll(block)].flatMap(([, shown, lines = '']) =>
    shown === undefined
      ? lines
          .split('\n')
          .filter((line) => start.test(line))
          .map((line) => line.replace(/\s+# .*$/u, ''))
      : [],
  )
}

/** A clone as its user sees it, with files of their own under the names that documents use. */
export async function cloneWithFiles(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-commands-'))
  for (const name of ['.npmrc', 'package.json', 'node_modules', 'dist', 'data', 'samples', 'tests'])
    await symlink(path.join(root, name), path.join(folder, name))
  const page = path.join(root, 'samples/moscow-talks/pages/brightline.html')
  const report = await compareSample('moscow-talks')
  const json = writeJson(Report, report)
  const save = async (name: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), text)
  }
  for (const name of ['page.html', 'monday.html', 'friday.html']) await cp(page, path.join(folder, name))
  await cp(path.join(root, 'samples/moscow-talks'), path.join(folder, 'event'), { recursive: true })
  const [first] = report.articles
  await save('story.txt', first?.text ?? '')
  await save('transcript.txt', report.articles.at(-1)?.text ?? '')
  await save('feeds.opml', '<opml><body><outline xmlUrl="https://a.example/feed"/></body></opml>')
  await save('quotations.csv', 'words,said_by\nNo compromise,Yuri Ushakov\n')
  await save('events.csv', 'event,source\nmeeting,page.html\nmeeting,story.txt\n')
  for (const name of ['report.json', 'report/report.json', 'monday/report.json', 'friday/report.json'])
    await save(name, json)
  await save('reports/talks/report.json', json)
  const [, yaml = ''] =
    /```yaml\n([^`]+)```/u.exec(await readFile(path.join(root, 'docs/codebook.md'), 'utf8')) ?? []
  await save('codes.yaml', yaml)
  for (const [coder, project] of twiceCoded(yaml, report))
    await writeFile(path.join(folder, `${coder}.qdpx`), project)
  const reviews = ['ada', 'bo'].map((reviewer) => [reviewer, review(reviewer, report)] as const)
  for (const [reviewer, rulings] of reviews) await save(`review-${reviewer}.json`, rulings)
  await save('reviews.json', `[${reviews.map(([, rulings]) => rulings).join(',')}]`)
  await save('notes.json', notes(report))
  const asked = requestsFor(prepare(report), { model: 'small', window: 24_000 }).map(({ asks, body }, at) => {
    const id = { custom_id: `the-moscow-talks-december-2025.${at + 1}` }
    const content = asks === 'pairs' ? '{"verdicts":[]}' : '{"differences":[]}'
    return {
      request: JSON.stringify({ ...id, method: 'POST', url: '/v1/chat/completions', body }),
      answer: JSON.stringify({
        ...id,
        response: { status_code: 200, body: { choices: [{ message: { content } }] } },
      }),
    }
  })
  await save('requests.jsonl', asked.map(({ request }) => request).join('\n'))
  await save('answers.jsonl', asked.map(({ answer }) => answer).join('\n'))
  return folder
}

/** What a person noted of story.txt and page.html. */
function notes({ articles }: Report): string {
  const headline = (index: number): string => {
    const { text = '', headline: span } = articles[index] ?? {}
    return text.slice(span?.start, span?.end)
  }
  const pair = {
    a: { source: 'story.txt', words: headline(0) },
    b: {
      source: 'page.html',
      words: headline(articles.findIndex(({ source }) => source.includes('brightline'))),
    },
    verdict: 'near',
  }
  return JSON.stringify({
    format: 'synoptic-notes/1',
    reader: { kind: 'person', name: 'a desk editor' },
    differences: [],
    pairs: [pair],
  })
}

/** The projects of a sample, as `synoptic audit --codebook` draws it, after two people have worked in them. */
function twiceCoded(
  yaml: string,
  report: Report,
): readonly (readonly [coder: string, project: Uint8Array])[] {
  const codebook = readCodebook(Buffer.from(yaml), 'codes.yaml')
  if (typeof codebook === 'string') throw new Error(codebook)
  const { add, draw } = sampler(codebook, 200, '1', 'synoptic')
  add('talks', report)
  const drawn = draw()
  if (typeof drawn === 'number') throw new Error(`at least ${drawn}`)
  const codes = drawn.key.items.map(({ item, kind }) => [`${item} ${kind}`, 'Irony'] as const)
  return drawn.files.slice(0, 2).map(({ content }, at) => {
    const coder = ['ada', 'bo'][at] ?? ''
    return [coder, codedBy(Buffer.from(content), { coder, codes })]
  })
}

function review(reviewer: string, report: Report): string {
  const rulings = report.findings.slice(0, 3).map(({ id, sentence }) => ({
    target: { kind: 'finding', finding: id },
    verdict: 'accept',
    correction: '',
    note: '',
    at: '2031-05-14T08:00:00Z',
    sentence,
  }))
  const of = { title: report.event.title, generator: 'synoptic 0.1.0', sources: [] }
  return JSON.stringify({ schema: 'synoptic/review@1', reviewer, report: of, rulings })
}

/** The Markdown files that people read: all but those of test data. */
export async function readerDocuments(): Promise<string[]> {
  const docs = (await readdir(path.join(root, 'docs'))).filter((name) => name.endsWith('.md'))
  return [
    'README.md',
    'CONTRIBUTING.md',
    ...docs.map((name) => `docs/${name}`),
    ...['samples', 'data', 'tests/eval', 'tests/bench'].map((name) => `${name}/README.md`),
  ]
}
