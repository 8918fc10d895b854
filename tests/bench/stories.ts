/**
 * npm run bench:stories -- [--reports 3000,12500,50000]: how long texts that are read take to be grouped into stories.
 * npm run bench:stories -- --day 10000: so many stories of two reports in a day of watching, in rounds as large as one takes, in SQLite:
 * each round's processor time, memory, and the longest time for which nothing else had a turn, as a request would feel it.
 *
 * In:    generated reports, five or so of an invented story, over days of a hundred. Out: for each number reports a second of
 *        processor time, its growth, memory at most; beside them counts that a wrong result would change.
 */
import { parseArgs } from 'node:util'
import { seeded } from '../eval/result.js'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import { generatorOf } from '../../src/generator.js'
import type { KeptArticle } from '../../src/model/watch.js'
import { Stories } from '../../src/watch/stories.js'
import { usualSettings, type Watching } from '../../src/watch/watching.js'
import { wire } from '../../src/wire.js'
import type { StoryText } from '../../src/model/story.js'
import { groupIntoStories, rulingsOf } from '../../src/pool/pooled.js'
import { wordsOf } from '../../src/stories/words.js'
import { dataFile } from '../../src/text/data-file.js'
import { itemAt } from '../../src/text/item-at.js'

const { values } = parseArgs({
  options: { reports: { type: 'string', default: '3000,12500,50000' }, day: { type: 'string' } },
})

/** Words of news, commonest first. */
const vocabulary = readFileSync(dataFile('background.txt'), 'utf8')
  .split('\n')
  .slice(0, 20_000)
  .map((line) => line.slice(0, line.indexOf(' ')))

type Random = () => number
const pick = <Thing>(things: readonly Thing[], random: Random): Thing =>
  itemAt(things, Math.floor(random() * things.length))
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const common = vocabulary.slice(0, 1_500)

/** What a story is told with: names, and words of its matter, some rare. */
function matterOf(random: Random): { readonly names: readonly string[]; readonly words: readonly string[] } {
  return {
    names: Array.from({ length: 8 }, () =>
      capital(pick(vocabulary, random) + pick(vocabulary, random).slice(0, 3)),
    ),
    words: Array.from({ length: 90 }, () => pick(vocabulary, random)),
  }
}

function report(matter: ReturnType<typeof matterOf>, random: Random): string {
  const word = (): string => {
    const kind = random()
    if (kind < 0.06) return pick(matter.names, random)
    return kind < 0.4 ? pick(matter.words, random) : pick(common, random)
  }
  const sentence = (): string => `${capital(Array.from({ length: 18 }, word).join(' '))}.`
  const headline = Array.from({ length: 9 }, () =>
    pick([...matter.names, ...matter.words.slice(0, 20)], random),
  )
  const paragraphs = Array.from({ length: 7 }, () => `${sentence()} ${sentence()} ${sentence()}`)
  return `${headline.join(' ')}\n\n${paragraphs.join('\n\n')}`
}

const perDay = 100
const perStory = 5

function storyOf(text: string, source: string, at: number): StoryText {
  const gap = text.indexOf('\n\n')
  const words = wordsOf(text, { start: 0, end: gap }, [
    { start: 0, end: gap },
    { start: gap + 2, end: text.length },
  ])
  const publishedAt = new Date(at).toISOString()
  return {
    id: source,
    source,
    outlet: '',
    headline: null,
    publishedAt,
    language: 'en',
    unreadable: null,
    words,
  }
}

function measure(count: number): { readonly seconds: number; readonly line: string } {
  const random = seeded(count)
  const texts: StoryText[] = []
  let reading = 0
  let matter = matterOf(random)
  for (let i = 0; i < count; i++) {
    if (i % perStory === 0) matter = matterOf(random)
    const text = report(matter, random)
    const started = process.cpuUsage()
    texts.push(
      storyOf(
        text,
        `${Math.floor(i / perStory)}/${i % perStory}`,
        Date.UTC(2025, 0, 1 + Math.floor(i / perDay)),
      ),
    )
    reading += secondsSince(started)
  }
  const started = process.cpuUsage()
  const { stories } = groupIntoStories(texts, rulingsOf([]), () => undefined)
  const grouping = secondsSince(started)
  const whole = stories.filter(
    ({ members }) =>
      members.length === perStory && new Set(members.map(({ source }) => source.split('/')[0])).size === 1,
  )
  const seconds = reading + grouping
  const peak = process.resourceUsage().maxRSS / 1024
  return {
    seconds,
    line: `${count} reports: ${(count / seconds).toFixed(0)} a second of processor time (words ${reading.toFixed(1)} s, grouping ${grouping.toFixed(1)} s), memory at most ${peak.toFixed(0)} MB · stories ${stories.length}, whole ${whole.length} of ${Math.ceil(count / perStory)}`,
  }
}

function secondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1e6
}

async function day(stories: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-day-'))
  const store = await sqliteStore(folder)
  const random = seeded(stories)
  const begun = Date.UTC(2026, 2, 2)
  const { mostOfRound } = usualSettings
  const rounds = Math.ceil((2 * stories) / mostOfRound)
  const told: string[] = []
  const grouped = new Map<string, string[]>()
  const delays = monitorEventLoopDelay({ resolution: 5 })
  let now = begun
  const watching: Watching = {
    ...wire(),
    store: store.watching,
    now: () => now,
    zone: 'UTC',
    generator: generatorOf({ zone: 'UTC', text: true }),
    settings: usualSettings,
    rulings: () => store.rulings(),
    hooks: {
      progress: () => undefined,
      grouped: (story, members) =>
        Promise.resolve(
          void grouped.set(
            story,
            members.map(({ address }) => address),
          ),
        ),
      merged: (story) => Promise.resolve(void grouped.delete(story)),
      changed: () => Promise.resolve(),
      compared: () => Promise.resolve(),
    },
  }
  const known = new Stories()
  for (let round = 0; round < rounds; round++) {
    now = begun + Math.floor((round / rounds) * 86_400_000)
    const texts = Array.from({ length: mostOfRound }, (_, i) => {
      const number = Math.floor((round * mostOfRound + i) / 2)
      const matter = matterOf(seeded(number + 1))
      return storyOf(report(matter, random), `https://outlet-${i % 2}.example/${number}`, now)
    })
    const articles = texts.map(({ source, id }): KeptArticle => articleOf(source, id, now))
    await store.watching.commit({ articles, words: texts })
    delays.reset()
    delays.enable()
    const started = process.cpuUsage()
    await known.group(watching, now)
    await known.compare(watching, now)
    const seconds = secondsSince(started)
    delays.disable()
    const memory = process.memoryUsage().rss / 1e6
    told.push(
      `round ${round + 1}: ${seconds.toFixed(1)} s of processor time, memory ${memory.toFixed(0)} MB, longest turn ${(delays.max / 1e6).toFixed(0)} ms`,
    )
    process.stdout.write(`${told.at(-1) ?? ''}\n`)
  }
  const whole = [...grouped.values()].filter(
    (members) => members.length === 2 && new Set(members.map((one) => one.split('/').at(-1))).size === 1,
  )
  const peak = process.resourceUsage().maxRSS / 1024
  process.stdout.write(
    `${stories} stories: ${grouped.size} found, ${whole.length} whole; memory at most ${peak.toFixed(0)} MB\n`,
  )
  await store.close()
  rmSync(folder, { recursive: true })
}

function articleOf(address: string, text: string, now: number): KeptArticle {
  const version = { text, page: text, fetchedAt: now, headline: null, unreadable: null }
  const rest = {
    outlet: '',
    publishedAt: null,
    foundAt: now,
    looks: 5,
    dueAt: null,
    validators: null,
    trouble: null,
  }
  return { address, feed: 'https://outlet.example/feed', versions: [version], grouped: null, ...rest }
}

if (values.day !== undefined) await day(Number(values.day))
let before: { readonly count: number; readonly seconds: number } | null = null
for (const count of values.day === undefined ? values.reports.split(',').map(Number) : []) {
  const { seconds, line } = measure(count)
  const growth =
    before === null
      ? ''
      : ` · grows as n^${(Math.log(seconds / before.seconds) / Math.log(count / before.count)).toFixed(2)}`
  process.stdout.write(`${line}${growth}\n`)
  before = { count, seconds }
}
