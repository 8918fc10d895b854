/**
 * Who speaks together with the speaker: "said Zadan and Meron", "the Union of Dockers and the Port Authority said".
 *
 * In:    an attribution's source, its speaker, the words and entities of the article.
 * Out:   the others whose names are joined with the speaker's by commas and "and", in text order; none where nothing joins them.
 * Never: reads over more than an article or a title between two names: what else stands there may part them.
 */
import type { Entity, Speaker } from '../../../model/annotation.js'
import type { Span } from '../../../model/span.js'
import { contains } from '../../../text/spans.js'

type Named = Span & Speaker

export function spokenWith(
  text: string,
  sources: readonly Span[],
  speaker: Speaker,
  entities: readonly Entity[],
): readonly Speaker[] {
  const names = sources.flatMap((source) => namesIn(source, entities))
  const first = names.findIndex(({ entity }) => entity === speaker.entity)
  if (speaker.entity === null || first < 0) return []
  const joined: Named[] = []
  for (let at = first + 1; at < names.length; at++) {
    const [before, name] = [names[at - 1], names[at]]
    if (!before || !name || !joins.test(text.slice(before.end, name.start))) break
    joined.push(name)
  }
  const last = joined.at(-1)
  const from = names[first]
  if (!last || !from || !/(?:\band\b|&)/u.test(text.slice(from.end, last.start))) return []
  const others = new Map(joined.map(({ entity, name }) => [entity, { entity, name }]))
  others.delete(speaker.entity)
  return [...others.values()]
}

/** A comma, "and", both; an article or one word of a title behind. */
const joins = /^(?:,| and|, and| &)\s(?:the\s|\p{Lu}\p{Ll}{1,11}\.?\s)?$/u

/** People and bodies, the longest where two names stand in one place. */
function namesIn(source: Span, entities: readonly Entity[]): readonly Named[] {
  const all = entities
    .filter(({ kind }) => kind === 'person' || kind === 'organisation')
    .flatMap(({ id, name, mentions }) =>
      mentions
        .filter((mention) => contains(source, mention))
        .map(({ start, end }): Named => ({ start, end, entity: id, name })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return all.filter((one, at) => !all.slice(0, at).some((other) => contains(other, one)))
}
