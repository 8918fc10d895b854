/**
 * A small gold folder in the packs' own formats, made from an event set that was written for this project.
 * In: an empty folder. Out: the packs in it, part `dev`. The labels follow simple rules and mean little: the folder
 * shows that figures are computed as elsewhere, not that they are good.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { readEventGold } from './packs/events-gold.js'

const set = 'court-ruling'
const source = fileURLToPath(new URL(`../events/${set}`, import.meta.url))

type Outlet = { readonly id: string; readonly text: string; readonly html: string }

export function writeSyntheticGold(folder: string): void {
  const gold = readEventGold(source)
  const outlets = gold.outlets.map(({ id, text, html }) => ({
    id,
    text: readFileSync(path.join(source, text), 'utf8'),
    html: readFileSync(path.join(source, html), 'utf8'),
  }))
  cpSync(source, path.join(folder, 'events', set), { recursive: true })
  writeExtraction(folder, outlets)
  writeAttribution(folder, outlets)
  writeAlignment(folder, outlets)
  writeTriples(folder, outlets)
}

function write(folder: string, name: string, rows: readonly unknown[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, name), rows.map((row) => JSON.stringify(row) + '\n').join(''))
}

function writeExtraction(gold: string, outlets: readonly Outlet[]): void {
  const folder = path.join(gold, 'extraction/dev')
  write(
    folder,
    'pages.jsonl',
    outlets.map(({ id, text }) => ({ id, url: id, html: `${id}.gz`, body: text })),
  )
  for (const { id, html } of outlets) writeFileSync(path.join(folder, `${id}.gz`), gzipSync(html))
}

/** Every quotation in quotation marks is a content; the ten characters after it are cue, the ten after those source. */
function writeAttribution(gold: string, outlets: readonly Outlet[]): void {
  const folder = path.join(gold, 'attribution/dev')
  const quoted = outlets.map(({ id, text }) => ({
    id,
    text,
    spans: [...text.matchAll(/“[^”\n]{1,2000}”/gu)].map(
      ({ index, 0: { length } }) => [index, index + length] as const,
    ),
  }))
  write(
    folder,
    'articles.jsonl',
    quoted.map(({ id, text, spans }) => ({
      id,
      text,
      attributions: spans.map(([start, end]) => ({
        content: [[start, end]],
        cue: [[end, end + 10]],
        source: [[end + 10, end + 20]],
      })),
      discard: spans.slice(0, 1),
    })),
  )
  const quotes = quoted.flatMap(({ id, text, spans }) =>
    spans.map(([start, end], n) => ({
      doc: id,
      quote: [start, end],
      words: text.slice(start, end).split(' ').length,
      attribution: n % 4 === 3 ? null : 'A',
      source: n % 2 === 0 ? [[end + 1, end + 20]] : [end + 1, end + 30],
    })),
  )
  write(folder, 'quotes.jsonl', quotes)
}

/** Paragraphs stand for sentences; two share as many events as they share numbers and long words, at most three. */
function writeAlignment(gold: string, outlets: readonly Outlet[]): void {
  const docs = outlets.map(({ id, text }) => ({
    id: `1_${id}`,
    topic: '1',
    sentences: paragraphs(text).map((paragraph, n) => ({ n, text: paragraph, validated: n % 3 !== 2 })),
  }))
  const marks = (text: string) => new Set(text.match(/\d+|\p{Lu}\p{L}{6,}/gu))
  const validated = docs.flatMap(({ id, sentences }) =>
    sentences.filter((s) => s.validated).map((s) => ({ id, n: s.n, marks: marks(s.text) })),
  )
  const pairs = validated.flatMap((a) =>
    validated
      .filter((b) => a.id < b.id)
      .map((b) => ({
        topic: '1',
        a: [a.id, a.n],
        b: [b.id, b.n],
        shared: Math.min(3, [...a.marks].filter((mark) => b.marks.has(mark)).length),
      }))
      .filter(({ shared }) => shared > 0),
  )
  write(path.join(gold, 'alignment/ecbplus/dev'), 'docs.jsonl', docs)
  write(path.join(gold, 'alignment/ecbplus/dev'), 'pairs.jsonl', pairs)
}

function writeTriples(gold: string, outlets: readonly Outlet[]): void {
  const articles = outlets.slice(0, 3).map(({ id, text }) => ({
    outlet: id,
    title: paragraphs(text)[0] ?? '',
    sentences: paragraphs(text)
      .slice(1)
      .map((paragraph, n) => ({ n, p: Math.floor(n / 2), text: paragraph })),
    bias: paragraphs(text)
      .slice(1)
      .map((paragraph, n) => ({
        sentence: n,
        text: paragraph.slice(0, 40),
        type: n % 2 === 0 ? 'informational' : 'lexical',
        speaker: n % 3 === 0 ? 'Some_Body' : null,
      })),
  }))
  write(path.join(gold, 'triples/dev'), 'triples.jsonl', [{ id: 't1', articles }])
}

function paragraphs(text: string): readonly string[] {
  return text.split(/\n+/u).filter((line) => line !== '')
}
