/**
 * A week of thirty outlets: found, grouped, compared, followed for versions, and nothing asked for more often than is promised;
 * the same stories under twenty kills. 240 articles, or as many as SYNOPTIC_WEEK says (2,400 take half an hour). A third of
 * the texts are those of clustering/dev in the folder SYNOPTIC_GOLD where it is named, the rest invented.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { KeptArticle } from '../../src/model/watch.js'
import { inventedStory, type Told } from './generated.js'
import { day, hour, minute, oftenest, type Page, seeded, storiesOf, watchWorld, World } from './world.js'

const gold = process.env['SYNOPTIC_GOLD'] ?? ''
const [outlets, articles, week] = [30, Number(process.env['SYNOPTIC_WEEK'] ?? 240), 7 * day] as const

const Document = z.object({ set: z.string(), file: z.string(), doc: z.string(), story: z.string() })
const Source = z.object({ id: z.string(), sentences: z.array(z.object({ text: z.string() })) })

function linesOf(file: string): readonly unknown[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
}

/** Real texts by story: those of ECB+, of which each document is one file's line. */
function realStories(): readonly Told[] {
  const list = path.join(gold, 'clustering/dev/documents.jsonl')
  if (gold === '' || !existsSync(list)) return []
  const documents = linesOf(list)
    .map((one) => Document.parse(one))
    .filter(({ set }) => set === 'ecbplus')
  const texts = new Map(
    [...new Set(documents.map(({ file }) => file))]
      .flatMap((file) => linesOf(path.join(gold, file)))
      .map((one) => Source.parse(one))
      .map(({ id, sentences }) => [id, sentences.map(({ text }) => text)]),
  )
  return documents.flatMap(({ doc, story }) => {
    const sentences = texts.get(doc) ?? []
    return sentences.length < 3 ? [] : [{ story, text: sentences.join('\n\n') }]
  })
}

function weekOfNews(): { readonly pages: readonly Page[]; readonly truth: ReadonlyMap<string, string> } {
  const random = seeded(33)
  const told = [...realStories().slice(0, articles / 3)]
  for (let seed = 1; told.length < articles; seed++)
    told.push(...inventedStory(seed, 1 + Math.floor(random() * 6)).slice(0, articles - told.length))
  const begins = new Map<string, number>()
  const truth = new Map<string, string>()
  const pages = told.map(({ story, text }, i): Page => {
    const begun = begins.get(story) ?? random() * (week - 2 * day)
    begins.set(story, begun)
    const outlet = (i * 7) % outlets
    const at = `/${i}`
    truth.set(`outlet-${outlet}.example${at}`, story)
    const appears = Math.floor(begun + random() * 20 * hour)
    const isInvented = story.startsWith('i')
    // One of fourteen is mended, one of twenty is taken away.
    const mended =
      isInvented && i % 14 === 0
        ? text.replace(/\d+(?= people had| people on)/u, (count) => String(Number(count) + 3))
        : text
    return {
      outlet,
      path: at,
      text,
      appears,
      ticks: i % 3 === 0,
      ...(mended !== text && { changes: { at: appears + 2 * hour, text: mended } }),
      ...(i % 20 === 1 && { vanishes: appears + 2 * day }),
    }
  })
  return { pages, truth }
}

const { pages, truth } = weekOfNews()
const world = new World(pages)
beforeAll(() => world.open())
afterAll(() => world.close())

/** B-cubed F1 of the stories, over all articles. */
function bCubed(stories: readonly string[]): number {
  const sizes = new Map<string, number>()
  for (const story of truth.values()) sizes.set(story, (sizes.get(story) ?? 0) + 1)
  let [precision, recall] = [0, 0]
  for (const members of stories.map((line) => line.split(' ')))
    for (const one of members) {
      const same = members.filter((other) => truth.get(other) === truth.get(one)).length
      precision += same / members.length
      recall += same / (sizes.get(truth.get(one) ?? '') ?? 1)
    }
  const [p, r] = [precision / truth.size, recall / truth.size]
  return (2 * p * r) / (p + r)
}

test('a week of thirty outlets, and the same under twenty kills', async () => {
  const feeds = Array.from({ length: outlets }, (_, i) => world.feed(i))
  const settings = {
    pace: { everyMs: 30 * minute, looksMs: [15 * minute, hour, 4 * hour, day, 3 * day] },
    reports: 5,
    mostReports: 8,
    againMs: 3 * day,
  }
  // Everything here is done in one process, asked and answering alike, so a page may be late; none is to count as unanswered.
  const given = { feeds, until: week, everyMs: 30 * minute, settings, timeoutMs: 3 * minute }
  const seen = await watchWorld(world, given)
  const stories = storiesOf(seen)
  expect(seen.unanswered).toEqual([])
  expect(seen.lost).toEqual([])
  expect(seen.articles).toHaveLength(pages.length)
  const quality = bCubed(stories)
  expect(quality).toBeGreaterThan(0.85)
  expect(seen.comparisons.filter(({ published }) => published).length).toBeGreaterThan(0)

  const mended = pages.filter(
    ({ changes, vanishes, appears }) => changes && !vanishes && appears < week - 8 * hour,
  )
  const typed = mended.filter((page) =>
    seen.changes
      .get(world.address(page.outlet, page.path))
      ?.changes.some(({ kind }) => kind === 'number-changed'),
  )
  expect(mended.length).toBeGreaterThan(pages.length / 50)
  expect(typed.length / mended.length).toBeGreaterThan(0.95)
  // Nothing else changed, though the surroundings of every third page tick.
  expect(
    [...seen.changes.keys()].filter(
      (address) => !pages.some((page) => page.changes && world.address(page.outlet, page.path) === address),
    ),
  ).toEqual([])

  const isFeed = (path: string): boolean => path === '/feed' || path === '/robots.txt'
  expect(oftenest(world, ({ path: at }) => at === '/feed')).toBeLessThanOrEqual(week / (30 * minute) + 1)
  expect(oftenest(world, ({ path: at }) => at === '/robots.txt')).toBeLessThanOrEqual(8)
  expect(oftenest(world, ({ path: at }) => !isFeed(at))).toBeLessThanOrEqual(6)
  const full = world.asked.filter(({ path: at, status }) => !isFeed(at) && status === 200).length
  console.log(
    `${stories.length} stories of ${begun(truth)}, B-cubed F1 ${quality.toFixed(3)}; ${seen.comparisons.length} comparisons; ${typed.length} of ${mended.length} mended numbers typed; ${world.asked.length} requests, ${full} pages in full`,
  )

  world.asked.length = 0
  const uncompared = { ...given, settings: { ...settings, reports: 10_000 } }
  const killed = await watchWorld(world, {
    ...uncompared,
    kills: { count: 20, of: 6 * pages.length, seed: 34 },
  })
  expect(killed.kills).toBe(20)
  expect(killed.unanswered).toEqual([])
  expect(storiesOf(killed)).toEqual(stories)
  expect(differences(killed.articles, seen.articles)).toEqual([])
  expect(killed.articles).toEqual(seen.articles)
  expect(oftenest(world, ({ path: at }) => !isFeed(at))).toBeLessThanOrEqual(6 + 20)
})

const fields = KeptArticle.unwrap().keyof().options

/** By article and field, so that a failure says what it is about. */
function differences(killed: readonly KeptArticle[], seen: readonly KeptArticle[]): readonly string[] {
  return killed.flatMap((article, i) =>
    fields.flatMap((field) => {
      const [is, was] = [JSON.stringify(article[field]), JSON.stringify(seen[i]?.[field])]
      return is === was ? [] : [`${article.address} ${field}: ${is}, without kills ${was}`]
    }),
  )
}

function begun(stories: ReadonlyMap<string, string>): number {
  return new Set(stories.values()).size
}
