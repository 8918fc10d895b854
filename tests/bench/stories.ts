/**
 * npm run bench:stories -- [--reports 3000,12500,50000]: how long texts that are read take to be grouped into stories.
 *
 * In:    generated reports, five or so of an invented story, over days of a hundred. Out: for each number reports a second of
 *        processor time, its growth, memory at most; beside them counts that a wrong result would change.
 */
import { parseArgs } from 'node:util'
import { seeded } from '../eval/result.js'
import { readFileSync } from 'node:fs'
import type { StoryText } from '../../src/model/story.js'
import { groupIntoStories, rulingsOf } from '../../src/pool/pooled.js'
import { wordsOf } from '../../src/stories/words.js'
import { dataFile } from '../../src/text/data-file.js'
import { itemAt } from '../../src/text/item-at.js'

const { values } = parseArgs({ options: { reports: { type: 'string', default: '3000,12500,50000' } } })

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

function measure(count: number): { readonly seconds: number; readonly line: string } {
  const random = seeded(count)
  const texts: StoryText[] = []
  let reading = 0
  let matter = matterOf(random)
  for (let i = 0; i < count; i++) {
    if (i % perStory === 0) matter = matterOf(random)
    const text = report(matter, random)
    const started = process.cpuUsage()
    const gap = text.indexOf('\n\n')
    const words = wordsOf(text, { start: 0, end: gap }, [
      { start: 0, end: gap },
      { start: gap + 2, end: text.length },
    ])
    reading += secondsSince(started)
    const publishedAt = new Date(Date.UTC(2025, 0, 1 + Math.floor(i / perDay))).toISOString()
    const source = `${Math.floor(i / perStory)}/${i % perStory}`
    texts.push({
      id: source,
      source,
      outlet: '',
      headline: null,
      publishedAt,
      language: 'en',
      unreadable: null,
      words,
    })
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

let before: { readonly count: number; readonly seconds: number } | null = null
for (const count of values.reports.split(',').map(Number)) {
  const { seconds, line } = measure(count)
  const growth =
    before === null
      ? ''
      : ` · grows as n^${(Math.log(seconds / before.seconds) / Math.log(count / before.count)).toFixed(2)}`
  process.stdout.write(`${line}${growth}\n`)
  before = { count, seconds }
}
