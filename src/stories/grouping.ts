/**
 * Reports to stories, in one pass over time.
 *
 * A report whose text is another's joins that one's story. Else it joins by its likeness to the story's founder and to a quorum
 * of its members, by a learned decision, so that no story grows from link to link; a second one says whether two stories that a
 * report is near to are one. What a person ruled stands above both.
 *
 * In:    reports, and rulings by source. Out: each report in one story, and the decisions that were not sure.
 * Never: hangs on the order in which reports are given; forgets or doubles one.
 */
import type { StoryText } from '../model/story.js'
import { itemAt } from '../text/item-at.js'
import { chance } from '../text/logistic.js'
import { byKeys, sortedBy } from '../text/order.js'
import { turn } from '../text/turn.js'
import { cosine, type Decisions, logOdds, pairFeatures, type Timed, type Weights } from './likeness.js'
import { Commonness } from './commonness.js'
import { asked, Nearby, type Asked } from './nearby.js'
import type { Rulings } from './rulings.js'

export type Member = Timed & { readonly text: StoryText }
export type Story = {
  /** In the order of the pass; the first is the founder. */
  readonly members: readonly StoryText[]
}
/** A decision that a person may want to look at. */
export type Doubt = {
  readonly source: string
  readonly with: string
  readonly decided: 'together' | 'apart'
  readonly chance: number
}
export type Grouping = { readonly stories: readonly Story[]; readonly doubts: readonly Doubt[] }

/** Members that stand for a story when it is compared, the founder first. */
const standIns = 8
/** Of each of two stories. */
const standInsOfTwo = 6
/** Stories that a report is held against. */
const storiesNear = 6
/** A story that a report of another would join with less is not asked about: log odds. */
const leastToAsk = -2
/** Of two texts that are one but for an edit. */
const oneText = 0.93
/** Between these a decision is one to look at. */
const doubtful = { from: 0.3, to: 0.7 }

const passOrder = byKeys<Member>(
  ({ time }) => time ?? Infinity,
  ({ text }) => text.id,
  ({ text }) => text.source,
)

/** Whether two texts are one but for an edit. */
export function isOneText(a: StoryText['words'], b: StoryText['words']): boolean {
  return cosine(a.body, b.body) >= oneText
}

/** By time, those without one last; of the same time by their text. The input's order is in none of these. */
function inOrder(texts: readonly StoryText[]): readonly StoryText[] {
  return texts
    .map(memberOf)
    .sort(passOrder)
    .map(({ text }) => text)
}

function memberOf(text: StoryText): Member {
  return { text, words: text.words, time: timeOf(text.publishedAt) }
}

function timeOf(publishedAt: string | null): number | null {
  const time = publishedAt === null ? NaN : Date.parse(publishedAt)
  return Number.isNaN(time) ? null : time
}

export function groupStories(
  texts: readonly StoryText[],
  decisions: Decisions,
  rulings: Rulings,
  progress: (done: number) => void = () => undefined,
): Grouping {
  const pass = new Pass(decisions, rulings)
  const commonness = new Commonness()
  for (const text of texts) commonness.add(text)
  inOrder(texts).forEach((text, i) => {
    pass.add(commonness.weighed(text))
    progress(i + 1)
  })
  return pass.result()
}

/** Where a report was put. */
export type Place = { readonly founder: StoryText; readonly copy: boolean }

/** The same from round to round: reports that come later join, and words weigh by all that came until then. */
export class OngoingGrouping {
  readonly #pass: Pass
  readonly #commonness = new Commonness()

  constructor(decisions: Decisions, rulings: Rulings) {
    this.#pass = new Pass(decisions, rulings)
  }

  /** One that was put there earlier, its words as they were weighed then; in the order in which they were put. */
  restore(text: StoryText, story: string, copy: boolean): void {
    this.#commonness.add(text)
    this.#pass.restore(memberOf(text), story, copy)
  }

  /** Reports that came together; the same with their words as they are weighed from now on, in the order in which they were put. */
  async add(texts: readonly StoryText[]): Promise<readonly StoryText[]> {
    for (const text of texts) this.#commonness.add(text)
    const weighed: StoryText[] = []
    for (const text of inOrder(texts)) {
      weighed.push(this.#commonness.weighed(text))
      await turn()
    }
    for (const text of weighed) {
      this.#pass.add(text)
      await turn()
    }
    return weighed
  }

  /** Of every report by its source. */
  places(): ReadonlyMap<string, Place> {
    return this.#pass.places()
  }
}

type Numbered = Member & { readonly number: number; readonly copy: boolean }

/** While it grows. */
type Growing = {
  /** Of its first member. */
  number: number
  members: Numbered[]
  /** Those that are no copies of others here. */
  own: Numbered[]
  /** The story that took it in, or null. */
  takenInto: Growing | null
}

type Candidate = { readonly story: Growing; readonly odds: number }

class Pass {
  readonly #index = new Nearby()
  readonly #members: Numbered[] = []
  /** Where each member was put, the first of each text, and the first of each group that a person put together. */
  readonly #putInto: Growing[] = []
  readonly #byText = new Map<string, number>()
  readonly #byGroup = new Map<string, number>()
  /** The first of each story that was restored. */
  readonly #byStory = new Map<string, number>()
  readonly #doubts = new Map<string, { readonly a: number; readonly b: number; readonly chance: number }>()

  readonly decisions: Decisions
  readonly rulings: Rulings

  constructor(decisions: Decisions, rulings: Rulings) {
    this.decisions = decisions
    this.rulings = rulings
  }

  /** `story`: any name, the same for all of one story. */
  restore(member: Member, story: string, copy: boolean): void {
    const first = this.#byStory.get(story)
    const into = first === undefined ? null : this.#storyOf(first)
    const number = this.#put(member, into, copy, isCompared(member) ? asked(member.words) : null)
    if (first === undefined) this.#byStory.set(story, number)
  }

  places(): ReadonlyMap<string, Place> {
    return new Map(
      this.#members.map(({ text, number, copy }) => {
        const founder = itemAt(this.#members, this.#storyOf(number).number)
        return [text.source, { founder: founder.text, copy }]
      }),
    )
  }

  add(text: StoryText): void {
    const member = memberOf(text)
    const ruled = this.#ruled(member)
    const words = isCompared(member) ? asked(member.words) : null
    const near = ruled === null && words !== null ? this.#index.find(words) : []
    const twin = ruled === null ? this.#twin(member, near) : null
    const candidates = ruled === null && twin === null ? this.#candidates(member, near) : []
    const [best] = candidates
    const isOne = best !== undefined && best.odds >= 0
    const number = this.#put(member, ruled ?? twin ?? (isOne ? best.story : null), twin !== null, words)
    if (best === undefined) return
    this.#doubt(number, best.story.number, best.odds)
    if (isOne) this.#merge(best.story, candidates.slice(1))
  }

  result(): Grouping {
    const stories = new Set(this.#putInto.map(last))
    return {
      stories: [...stories].map(({ members }) => ({ members: members.map(({ text }) => text) })),
      doubts: [...this.#doubts.values()].map(({ a, b, chance: likely }) => ({
        source: itemAt(this.#members, a).text.source,
        with: itemAt(this.#members, b).text.source,
        decided: this.#storyOf(a) === this.#storyOf(b) ? 'together' : 'apart',
        chance: likely,
      })),
    }
  }

  #storyOf(member: number): Growing {
    return last(itemAt(this.#putInto, member))
  }

  /** The story of one with which a person put it together. */
  #ruled({ text }: Member): Growing | null {
    const group = this.rulings.groupOf(text.source)
    const first = group === null ? undefined : this.#byGroup.get(group)
    return first === undefined ? null : this.#storyOf(first)
  }

  #twin({ text, words }: Member, near: readonly number[]): Growing | null {
    if (text.unreadable !== null) return null
    const same = this.#byText.get(text.id)
    const alike = near.filter((other) => isOneText(itemAt(this.#members, other).words, words))
    const stories = [...(same === undefined ? [] : [same]), ...alike].map((other) => this.#storyOf(other))
    return stories.find((story) => this.#mayJoin(text, story)) ?? null
  }

  #mayJoin({ source }: StoryText, { members }: Growing): boolean {
    const apart = this.rulings.apartFrom(source)
    return apart.size === 0 || !members.some(({ text }) => apart.has(text.source))
  }

  /** Stories that it may join, the likeliest first. */
  #candidates(member: Member, near: readonly number[]): readonly Candidate[] {
    const { pair, join } = this.decisions
    return sortedBy(
      [...new Set(near.map((other) => this.#storyOf(other)))]
        .filter((story) => this.#mayJoin(member.text, story))
        .slice(0, storiesNear)
        .map((story) => ({ story, odds: logOdds(join, joinFeatures(pair, member, story.own)) })),
      ({ odds, story }) => [-odds, story.number],
    )
  }

  #put(member: Member, into: Growing | null, copy: boolean, words: Asked | null): number {
    const { text } = member
    const number = this.#members.length
    const numbered = { ...member, number, copy }
    this.#members.push(numbered)
    const story = into ?? { number, members: [], own: [], takenInto: null }
    story.members.push(numbered)
    this.#putInto.push(story)
    const group = this.rulings.groupOf(text.source)
    if (group !== null && !this.#byGroup.has(group)) this.#byGroup.set(group, number)
    if (text.unreadable === null && !this.#byText.has(text.id)) this.#byText.set(text.id, number)
    // A copy is found by the text it copies.
    if (copy) return number
    story.own.push(numbered)
    if (words !== null) this.#index.add(number, words)
    return number
  }

  /** Two stories that a report is near to may be one. */
  #merge(story: Growing, others: readonly Candidate[]): void {
    const { pair, merge } = this.decisions
    for (const { story: other, odds: joining } of others) {
      if (joining < leastToAsk) continue
      if (this.rulings.keepsApart && !story.members.every(({ text }) => this.#mayJoin(text, other))) continue
      const odds = logOdds(merge, mergeFeatures(pair, story.own, other.own))
      this.#doubt(story.number, other.number, odds)
      if (odds < 0) continue
      story.members = [...story.members, ...other.members].sort(byNumber)
      story.own = [...story.own, ...other.own].sort(byNumber)
      story.number = Math.min(story.number, other.number)
      other.takenInto = story
    }
  }

  #doubt(a: number, b: number, odds: number): void {
    const likely = chance(odds)
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`
    if (likely < doubtful.from || likely > doubtful.to) this.#doubts.delete(key)
    else this.#doubts.set(key, { a, b, chance: likely })
  }
}

const byNumber = byKeys<Numbered>(({ number }) => number)

function last(story: Growing): Growing {
  let at = story
  while (at.takenInto !== null) at = at.takenInto
  return at
}

/** Weights of words are those of English; a text in another language is of one story with its copies alone. */
function isCompared({ text }: Member): boolean {
  return text.unreadable === null && (text.language === 'en' || text.language === 'und')
}

/** `own`: members of the story that are no copies, the founder first. */
export function joinFeatures(pair: Weights, member: Timed, own: readonly Timed[]): readonly number[] {
  const odds = spreadOver(own, standIns).map((other) => logOdds(pair, pairFeatures(member, other)))
  const sorted = [...odds].sort((a, b) => b - a)
  return [itemAt(odds, 0), quorumOf(sorted), itemAt(sorted, 0), Math.min(6, Math.log2(own.length))]
}

export function mergeFeatures(pair: Weights, a: readonly Timed[], b: readonly Timed[]): readonly number[] {
  const odds = spreadOver(a, standInsOfTwo).flatMap((one) =>
    spreadOver(b, standInsOfTwo).map((other) => logOdds(pair, pairFeatures(one, other))),
  )
  const sorted = [...odds].sort((x, y) => y - x)
  const mean = odds.reduce((sum, value) => sum + value, 0) / odds.length
  return [itemAt(odds, 0), mean, quorumOf(sorted), Math.min(6, Math.log2(Math.min(a.length, b.length)))]
}

/** What at least half of them reach; from the highest down. */
function quorumOf(sorted: readonly number[]): number {
  return itemAt(sorted, Math.ceil(sorted.length / 2) - 1)
}

/** The first, and others evenly over the rest. */
function spreadOver<Thing>(things: readonly Thing[], count: number): readonly Thing[] {
  if (things.length <= count) return things
  return Array.from({ length: count }, (_, i) => itemAt(things, Math.floor((i * things.length) / count)))
}
