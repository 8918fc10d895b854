/**
 * Stories: new articles join them online, and a story with enough reports is compared, anew as reports come, but not too often.
 *
 * What is known between rounds comes from the store, anew each day and when a person ruled: a program begun anew groups as one that runs on.
 */
import { ReportDiff } from '../model/diff.js'
import type { ReadArticle } from '../model/pool-job.js'
import type { StoryText } from '../model/story.js'
import type { KeptArticle, MadeComparison } from '../model/watch.js'
import { compareEvent, NotMade, ongoingGrouping, rulingsOf, type OngoingGrouping } from '../pool/pooled.js'
import { contentId } from '../text/hash.js'
import { byKeys } from '../text/order.js'
import { turn } from '../text/turn.js'
import { printed, readKept } from './articles.js'
import type { Round, Watching } from './watching.js'

const day = 86_400_000
/** Sentences in the news of a comparison. */
const mostNews = 8

type Known = {
  readonly day: number
  /** The rulings that it goes by, as JSON. */
  readonly ruled: string
  readonly grouping: OngoingGrouping
  /** The story of each article, by address. */
  readonly storyOf: Map<string, string>
  place: number
}

export class Stories {
  #known: Known | null = null
  /** Stories that may have something to compare that was not yet. */
  readonly #open = new Set<string>()

  async #today({ store, settings, rulings }: Watching, now: number): Promise<Known> {
    const today = Math.floor(now / day)
    const rows = await rulings()
    const ruled = JSON.stringify(rows)
    const known = this.#known
    if (known?.day === today && known.ruled === ruled && known.storyOf.size < 2 * settings.mostKnown)
      return known
    const grouping = ongoingGrouping(rulingsOf(rows))
    const storyOf = new Map<string, string>()
    let place = 0
    for (const { article, words } of await store.grouped(
      today * day - settings.windowMs,
      settings.mostKnown,
    )) {
      if (article.grouped === null) throw new Error(`${article.address} is in no story`)
      grouping.restore(words, article.grouped.story, article.grouped.copy)
      await turn()
      storyOf.set(article.address, article.grouped.story)
      place = Math.max(place, article.grouped.place + 1)
      this.#open.add(article.grouped.story)
    }
    this.#known = { day: today, ruled, grouping, storyOf, place }
    return this.#known
  }

  /** Articles that are in no story yet. */
  async group(watching: Watching, now: number): Promise<void> {
    const { store, hooks } = watching
    const known = await this.#today(watching, now)
    const fresh = await store.ungrouped()
    if (fresh.length === 0) return
    hooks.progress(`grouping ${fresh.length} articles`)
    // Until all of it is committed, what was grouped in memory is not what the store knows.
    this.#known = null
    const words = await known.grouping.add(fresh)
    words.forEach(({ source }, i) => known.storyOf.set(source, `new ${known.place + i}`))
    const { articles, stories, merged } = await this.#moved(known, words, store)
    for (const [story, into] of merged) await hooks.merged(story, into)
    for (const [story, joined] of stories) {
      const before = (await store.membersOf(story)).filter(
        ({ address }) => !joined.some((one) => one.address === address),
      )
      await hooks.grouped(story, [...before, ...joined].sort(byPlace))
      this.#open.add(story)
    }
    await store.commit({ articles, words })
    this.#known = { ...known, place: known.place + words.length }
  }

  /** Articles whose story is another now, the new ones among them. */
  async #moved(known: Known, words: readonly StoryText[], store: Watching['store']) {
    const places = new Map(words.map(({ source }, i) => [source, known.place + i]))
    const names = new Map<string, string>()
    const taken = new Set(known.storyOf.values())
    const nameOf = (founder: StoryText): string => {
      const before = known.storyOf.get(founder.source)
      if (before !== undefined && !places.has(founder.source)) return before
      const plain = contentId('s', founder.id)
      const name = taken.has(plain) ? contentId('s', founder.id, founder.source) : plain
      taken.add(name)
      return name
    }
    const articles: KeptArticle[] = []
    const stories = new Map<string, KeptArticle[]>()
    const merged = new Map<string, string>()
    for (const [address, { founder, copy }] of known.grouping.places()) {
      const story = names.get(founder.source) ?? nameOf(founder)
      names.set(founder.source, story)
      const before = known.storyOf.get(address)
      if (before === story) continue
      const article = await store.article(address)
      if (article === null) throw new Error(`${address} is not in the store`)
      const place = places.get(address) ?? article.grouped?.place ?? 0
      if (article.grouped !== null) merged.set(article.grouped.story, story)
      const moved = { ...article, grouped: { story, copy, place } }
      articles.push(moved)
      stories.set(story, [...(stories.get(story) ?? []), moved])
      known.storyOf.set(address, story)
    }
    return { articles, stories, merged }
  }

  /** An article of it has a newer version. */
  open({ grouped }: KeptArticle): void {
    if (grouped !== null) this.#open.add(grouped.story)
  }

  /** Stories with enough reports, where something is new; as many as fit into a round. */
  async compare(
    watching: Watching,
    now: number,
  ): Promise<Pick<Round, 'compared' | 'storiesWait' | 'unmade'>> {
    const made: MadeComparison[] = []
    const unmade: Round['unmade'][number][] = []
    let storiesWait = false
    for (const story of [...this.#open].sort()) {
      storiesWait = made.length + unmade.length >= watching.settings.mostCompared
      if (storiesWait) break
      try {
        const next = await compareStory(story, watching, now)
        if (next === 'later') continue
        if (next !== null) made.push(next)
      } catch (error) {
        if (!(error instanceof NotMade)) throw error
        unmade.push({ story, why: error.message })
      }
      this.#open.delete(story)
    }
    return { compared: made.filter(({ published }) => published), storiesWait, unmade }
  }
}

const byPlace = byKeys<KeptArticle>(({ grouped }) => grouped?.place ?? Infinity)

function isReadable({ versions }: KeptArticle): boolean {
  return versions.at(-1)?.unreadable === null
}

/** Null: there is nothing to do until something comes. */
async function compareStory(
  story: string,
  watching: Watching,
  now: number,
): Promise<MadeComparison | 'later' | null> {
  const { store, settings, hooks } = watching
  const members = (await store.membersOf(story)).filter(isReadable)
  const own = members.filter(({ grouped }) => grouped?.copy === false)
  if (members.length < settings.reports || own.length < settings.texts) return null
  const chosen = chosenOf(members, settings.mostReports)
  const reports = chosen.map(({ address, outlet, versions }) => ({
    address,
    outlet,
    text: versions.at(-1)?.text ?? '',
  }))
  const id = contentId('c', story, ...reports.map(({ address, text }) => `${address} ${text}`).sort())
  const before = await store.comparisonsOf(story)
  const [last] = before
  if (last?.id === id) return null
  if (last !== undefined && now - last.at < settings.againMs) return 'later'
  hooks.progress(`comparing ${reports.length} reports of ${story}`)
  const articles = await Promise.all(chosen.map((article) => latest(article, watching)))
  const unmade: MadeComparison = {
    id,
    story,
    title: '',
    at: now,
    reports,
    texts: 0,
    published: false,
    findings: 0,
    first: null,
    told: true,
    news: null,
  }
  const { json, summary } = await compareEvent(
    {
      title: null,
      articles: articles.flatMap((article) => (article ? [{ json: article.json }] : [])),
      generator: watching.generator,
    },
    watching,
  ).catch(async (error: unknown) => {
    // Not again before something comes.
    if (error instanceof NotMade) await store.commit({ comparisons: [unmade] })
    throw error
  })
  const { title, independentTexts: texts, findings, first } = summary
  const published = !summary.nothingComparable && texts >= settings.texts
  const news = published ? await newsOf(reports, json, before, watching) : null
  const made = { ...unmade, title, texts, published, findings, first, told: !published, news }
  if (published) {
    await store.keepReport(id, json)
    await hooks.compared(made, json)
  }
  await store.commit({ comparisons: [made] })
  return made
}

/** In the order of the story; of too many, those that are no copies and came last. */
function chosenOf(members: readonly KeptArticle[], most: number): readonly KeptArticle[] {
  const wanted = byKeys<KeptArticle>(
    ({ grouped }) => (grouped?.copy === true ? 1 : 0),
    ({ grouped }) => -(grouped?.place ?? 0),
  )
  return [...members].sort(wanted).slice(0, most).sort(byPlace)
}

function latest(article: KeptArticle, watching: Watching): Promise<ReadArticle | null> {
  const version = article.versions.at(-1)
  if (!version) throw new Error(`${article.address} has no version`)
  return readKept(article, version, watching)
}

/** What is new since the story's last comparison. */
async function newsOf(
  reports: MadeComparison['reports'],
  json: string,
  before: readonly MadeComparison[],
  watching: Watching,
): Promise<MadeComparison['news']> {
  const last = before.find(({ published }) => published)
  if (!last) return null
  const old = await watching.store.report(last.id)
  const was = new Map(last.reports.map(({ address, text }) => [address, text]))
  const outlets = (of: typeof reports): readonly string[] => [...new Set(of.map(({ outlet }) => outlet))]
  const named = {
    added: outlets(reports.filter(({ address }) => !was.has(address))),
    changed: outlets(reports.filter(({ address, text }) => was.has(address) && was.get(address) !== text)),
  }
  if (old === null) return { ...named, appeared: [], gone: [] }
  const written = await printed({ as: 'diff', old, new: json }, watching)
  if (written === null) return { ...named, appeared: [], gone: [] }
  const { findings } = ReportDiff.parse(JSON.parse(written))
  const sentences = (list: typeof findings.gone): readonly string[] =>
    list.slice(0, mostNews).map(({ sentence }) => sentence)
  return { ...named, appeared: sentences(findings.appeared), gone: sentences(findings.gone) }
}
