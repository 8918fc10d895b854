/**
 * What watching keeps between rounds: feeds, what they named, what was read of it, and the comparisons made. Made by watch/,
 * kept by a WatchStore, read by the command line and the service's pages. Times are milliseconds since the epoch; what a page
 * or a feed states of itself is ISO 8601.
 */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'

const Milliseconds = z.int().nonnegative()

/** What a server said of one address, to be asked with next time; never of another address that it redirects to. */
export const Validators = fixed({ etag: z.string().nullable(), lastModified: z.string().nullable() })
export type Validators = z.infer<typeof Validators>

export const FeedKind = z.enum(['rss', 'atom', 'rdf', 'json', 'sitemap', 'sitemap-index', 'opml'])
export type FeedKind = z.infer<typeof FeedKind>

/** What a feed says, or why it is none. Made by feeds/. */
export const FeedRead = z.discriminatedUnion('state', [
  fixed({
    state: z.literal('read'),
    kind: FeedKind,
    title: z.string().nullable(),
    /** Articles it names, each address once, in its order. */
    entries: listOf(
      fixed({
        address: z.string(),
        title: z.string().nullable(),
        publishedAt: z.string().nullable(),
      }),
    ),
    /** Feeds it names. */
    feeds: listOf(fixed({ address: z.string(), title: z.string().nullable() })),
    /** A sentence on what of it was passed over, or null. */
    remark: z.string().nullable(),
  }),
  fixed({ state: z.literal('none'), why: z.string() }),
])
export type FeedRead = z.infer<typeof FeedRead>

/** An address that is asked again and again. */
export const Feed = fixed({
  address: z.string(),
  /** As its list or the feed itself names it. */
  title: z.string().nullable(),
  /** The list (OPML, sitemap index) that named it, or null for one that a person named. */
  from: z.string().nullable(),
  /** What it turned out to be; null before it was read. */
  kind: FeedKind.nullable(),
  validators: Validators.nullable(),
  /** sha256 of the bytes last read: the same bytes are not read twice. */
  sha256: z.string().nullable(),
  /** Null: it is not asked any more. */
  dueAt: Milliseconds.nullable(),
  askedAt: Milliseconds.nullable(),
  /** When it last gave what it should. */
  wellAt: Milliseconds.nullable(),
  /** Why it gives nothing, since when, and how often in a row. */
  failing: fixed({ why: z.string(), since: Milliseconds, times: z.int().positive() }).nullable(),
  /** What was odd about it though it was read ("of 4,000 entries the first 1,000 were read"). */
  remark: z.string().nullable(),
})
export type Feed = z.infer<typeof Feed>

/** What is kept of a feed after one that is there: what was given up while it was asked stays so, and so does what its list named. */
export function keptFeed(feed: Feed, before: Feed | null, list: Feed | null): Feed {
  const isGivenUp =
    before === null ? list?.dueAt === null : before.dueAt === null && before.askedAt !== feed.askedAt
  return isGivenUp ? { ...feed, dueAt: null } : feed
}

/** An address that a feed named and that was not read yet, or never will be. */
export const Entry = fixed({
  address: z.string(),
  /** The first feed that named it. */
  feed: z.string(),
  title: z.string().nullable(),
  publishedAt: z.string().nullable(),
  foundAt: Milliseconds,
  /** When to fetch it; null: given up, or it is another article by another address. */
  dueAt: Milliseconds.nullable(),
  tries: z.int().nonnegative(),
  /** Why the last try failed, or why it was given up. */
  why: z.string().nullable(),
})
export type Entry = z.infer<typeof Entry>

/** It could not be had; another address of an article that is here is no loss. */
export function isLost({ why, dueAt, tries }: Entry): boolean {
  return why !== null && (dueAt !== null || tries > 0)
}

/** One reading of an article; a version is kept once, whatever the bytes around the same text are. */
export const KeptVersion = fixed({
  /** Hash of what was read (`StoryText.id`). */
  text: z.string(),
  /** sha256 of the bytes: the name of the page in the store. */
  page: z.string(),
  fetchedAt: Milliseconds,
  headline: z.string().nullable(),
  /** Why nothing was read, or null. */
  unreadable: z.string().nullable(),
})
export type KeptVersion = z.infer<typeof KeptVersion>

export const KeptArticle = fixed({
  address: z.string(),
  /** Empty: no feed named it; it is looked at again, and in no story. */
  feed: z.string(),
  outlet: z.string(),
  /** Of the page, else of the feed; never in the future. */
  publishedAt: z.string().nullable(),
  foundAt: Milliseconds,
  /** Oldest first, at least one. */
  versions: z.array(KeptVersion).min(1).readonly(),
  /** Null until it was grouped; an article of which nothing was read is in none. */
  grouped: fixed({
    /** Id of its story now: two stories that turn out to be one get the elder's. */
    story: z.string(),
    /** Its text is another member's but for an edit. */
    copy: z.boolean(),
    /** Place in the order in which articles were grouped, over all stories. */
    place: z.int().nonnegative(),
  }).nullable(),
  /** When to look for a newer version; null: no more. */
  dueAt: Milliseconds.nullable(),
  /** How many of the schedule's looks were had. */
  looks: z.int().nonnegative(),
  validators: Validators.nullable(),
  /** Why the last look found no page (gone, refused), or null. */
  trouble: z.string().nullable(),
})
export type KeptArticle = z.infer<typeof KeptArticle>

/** A comparison of a story, as it was made; it never changes. */
export const MadeComparison = fixed({
  /** Of the story and the versions it rests on: the same work made twice is one. */
  id: z.string(),
  story: z.string(),
  title: z.string(),
  at: Milliseconds,
  /** What it rests on. */
  reports: listOf(fixed({ address: z.string(), outlet: z.string(), text: z.string() })),
  /** Independent texts among them; of fewer than are wanted nothing was published. */
  texts: z.int().nonnegative(),
  published: z.boolean(),
  findings: z.int().nonnegative(),
  /** Sentence of the finding that stands first, or null. */
  first: z.string().nullable(),
  /** Whether whoever is to be told by webhook was told, or nobody is. */
  told: z.boolean(),
  /** What is new since the story's last published comparison; null for the first. */
  news: fixed({
    /** Outlets whose reports came, and those whose reports have another version. */
    added: listOf(z.string()),
    changed: listOf(z.string()),
    /** Sentences of findings that came, and of those that went. */
    appeared: listOf(z.string()),
    gone: listOf(z.string()),
  }).nullable(),
})
export type MadeComparison = z.infer<typeof MadeComparison>

/** A site's robots.txt as it was last fetched. */
export const Robots = fixed({
  /** `https://example.org`. */
  origin: z.string(),
  /** Null where the site has none. */
  text: z.string().nullable(),
  fetchedAt: Milliseconds,
})
export type Robots = z.infer<typeof Robots>
