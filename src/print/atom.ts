/** Comparisons of watched stories as an Atom feed: an entry a comparison, with what is new in it; its id and words never change. */
import type { MadeComparison } from '../model/watch.js'
import { declaration, xml, type Xml } from './xml.js'

type AtomOptions = {
  /** Names this feed among all: `urn:…` or an address. */
  readonly id: string
  readonly title: string
  /** Where the report of a story is. */
  readonly href: (story: string) => string
  /** Time of the feed, where it has no entry yet. */
  readonly now: number
}

export function comparisonsFeed(
  made: readonly MadeComparison[],
  { id, title, href, now }: AtomOptions,
): string {
  const feed = xml`<feed xmlns="http://www.w3.org/2005/Atom">
    <id>${id}</id>
    <title>${title}</title>
    <updated>${new Date(made[0]?.at ?? now).toISOString()}</updated>
    <author><name>Synoptic</name></author>
    ${made.map((one) => entry(one, href(one.story)))}
  </feed>`
  return `${declaration}${feed.xml}\n`
}

function entry(made: MadeComparison, href: string): Xml {
  const at = new Date(made.at).toISOString()
  return xml`<entry>
    <id>${`urn:synoptic:comparison:${made.id}`}</id>
    <title>${made.title}</title>
    <published>${at}</published>
    <updated>${at}</updated>
    <link rel="alternate" type="text/html" href="${href}"/>
    <category term="${made.story}"/>
    <content type="text">${newsLines(made).join('\n')}</content>
  </entry>`
}

/** What a comparison rests on, and what is new in it. */
function newsLines({ reports, texts, findings, first, news }: MadeComparison): readonly string[] {
  const list = (head: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [head, ...items.map((item) => `- ${item}`)]
  return [
    `${reports.length} reports, ${texts} independent texts, ${findings} findings.`,
    ...(first === null ? [] : [`First: ${first}`]),
    ...(news === null ? ['The first comparison of this story.'] : []),
    ...list('Reports that came:', news?.added ?? []),
    ...list('Reports with a newer version:', news?.changed ?? []),
    ...list('Findings that came:', news?.appeared ?? []),
    ...list('Findings that are gone:', news?.gone ?? []),
  ]
}
