/**
 * Each fragment of tests/bounds/text-patterns.ts, repeated over two pages of 64 kB that are compared: by one embedded
 * server, and by the command line. Nothing may end the program, and what was not looked at is told.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Report } from '../../src/model/report.js'
import { repeated } from '../../tests/bounds/repeat.js'
import { textPatterns, type Pattern } from '../../tests/bounds/text-patterns.js'
import { synoptic } from '../../tests/support/program.js'
import { finished, heldUp, rounded, submit, watched, type Watched } from './embedded.js'

const bytes = 64_000
const atOnce = 2

export type DenseFigures = Watched & {
  readonly patterns: number
  readonly seconds: number
  /** Of the server and of the command line: how many ended how. */
  readonly ends: Readonly<Record<string, number>>
  /** The fragments that met a limit or were given up, each with the codes of the reasons in its report. */
  readonly told: Readonly<Record<string, readonly string[]>>
  readonly wrong: readonly string[]
}

const openings = [
  'The council of Dorn met on Monday. Anna Berg said that the bridge would be closed in May.',
  'From May on nobody may cross the river, Jon Falk told reporters after the vote.',
]

export async function dense(count: number): Promise<DenseFigures> {
  const chosen = evenly(textPatterns, count)
  const started = performance.now()
  const ends: Record<string, number> = {}
  const told: Record<string, string[]> = {}
  const wrong: string[] = []
  const end = (name: string): void => {
    ends[name] = (ends[name] ?? 0) + 1
  }
  const server = await watched(async (url) => {
    await each(chosen, async ({ name, fragment }) => {
      const sources = pagesOf(fragment).map((html, at) => ({ html, name: `${at}.html` }))
      const id = await submit(url, JSON.stringify({ title: 'Dense', sources }))
      if (!('id' in id)) throw new Error(`${name} was refused: ${id.status}`)
      const { state, reasons } = await finished(url, id.id)
      end(`server: ${state}`)
      if (state !== 'complete' && reasons.length === 0) wrong.push(`${name} ended ${state} without a reason`)
      const codes = await reasonsOf(url, id.id)
      if (codes.length > 0) told[name] = codes
    })
  })
  wrong.push(...heldUp(server.watched))
  await each(chosen, async ({ name, fragment }) => {
    // What it prints may be no report, too.
    const code = await commandLine(fragment).catch(String)
    end(`command line: ${String(code)}`)
    if (code !== 0 && code !== 1 && code !== 2) wrong.push(`${name}: compare ended with ${String(code)}`)
  })
  const seconds = rounded((performance.now() - started) / 1_000)
  return { ...server.watched, patterns: chosen.length, seconds, ends, told, wrong }
}

function evenly<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count)
  return items.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
}

async function each(chosen: readonly Pattern[], work: (pattern: Pattern) => Promise<void>): Promise<void> {
  let next = 0
  const client = async (): Promise<void> => {
    for (let pattern = chosen[next++]; pattern; pattern = chosen[next++]) await work(pattern)
  }
  await Promise.all(Array.from({ length: atOnce }, client))
}

/** In English by their own word, whatever they hold. */
function pagesOf(fragment: string): string[] {
  return openings.map((opening, at) => {
    const text = repeated(fragment, bytes, 1 + at * 100_000)
      .replace(/[&<>]/gu, (mark) => `&#${mark.charCodeAt(0)};`)
      .replaceAll('\n', '</p><p>')
    return `<!doctype html><html lang="en"><title>Dorn</title><article><h1>Bridge ${at} closed</h1><p>${opening}</p><p>${text}</p></article>`
  })
}

async function reasonsOf(url: string, id: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/comparisons/${id}/report.json`)
  if (!answer.ok) return [`no report: ${answer.status}`]
  const { issues, articles } = Report.parse(await answer.json())
  const all = [...issues, ...articles.flatMap((article) => article.issues)]
  return [...new Set(all.filter(({ severity }) => severity !== 'info').map(({ code }) => code))].sort()
}

async function commandLine(fragment: string): Promise<number | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-dense-'))
  try {
    const files = pagesOf(fragment).map((html, at) => {
      const file = path.join(folder, `${at}.html`)
      writeFileSync(file, html)
      return file
    })
    const { code, stdout } = await synoptic(['compare', ...files, '--json'])
    Report.parse(JSON.parse(stdout))
    return code
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
