/**
 * Places of action: a capitalised name after a preposition that puts something there ("at the Customs House", "walked
 * into the Kremlin"). Own method: no gazetteer decides, the preposition and the name's last word do.
 *
 * In:    an article view. Out: spans of the names (article and preposition left out) with a level: `venue` for buildings
 *        and rooms, `town` for what stands after a bare "in". Levels are never compared with one another.
 * Never: takes organisations that speak, countries' adjectives, months or people for places, nor where somebody works for
 *        where something is ("a psychologist at Tarn College").
 */
import type { Span } from '../../model/span.js'
import type { ArticleView } from '../../likeness/view.js'
import { namesBuilding, namesNoPlace } from '../../english/figure-words.js'
import { isPersonNoun } from '../../english/nouns.js'

export type Place = { readonly span: Span; readonly name: string; readonly level: 'venue' | 'town' }

const locative =
  /\b(at|in|into|inside|to)[ \u00a0](the |his |her |their )?((?:\p{Lu}[\p{L}\p{N}’'.-]*)(?:[ \u00a0](?:(?:of|de|la|el|al) )?\p{Lu}[\p{L}\p{N}’'-]*){0,4})/gu

/** "Its part of Ukraine. Ukraine refuses": a full stop behind a whole word ends the name. */
const sentenceEnd = /(?<=\p{Ll}{4})\.[ \u00a0]/u

export function placesOf(view: ArticleView): readonly Place[] {
  const people = view.article.entities
    .filter((entity) => entity.kind === 'person')
    .flatMap((entity) => entity.mentions)
  const places: Place[] = []
  for (const match of view.text.matchAll(locative)) {
    const [, preposition = '', article = '', found = ''] = match
    const [raw = ''] = found.split(sentenceEnd)
    const name = raw.replace(/[’']s$/u, '').replace(/(?<![.-])[.-]+$/u, '')
    const start = match.index + match[0].length - found.length
    const span = { start, end: start + name.length }
    if (namesNoPlace(name) || /[’']s\b/u.test(raw)) continue
    if (
      !namesBuilding(name) &&
      people.some((mention) => mention.start < span.end && mention.end > span.start)
    )
      continue
    if (preposition === 'to' && !namesBuilding(name)) continue
    if (worksThere(view.text.slice(0, match.index))) continue
    const venue = namesBuilding(name) || preposition === 'at' || (preposition === 'into' && article !== '')
    if (!venue && (preposition !== 'in' || article !== '')) continue
    if (
      /^(?:\s+(?:\p{Ll}+\s+)?(?:region|province|district|area|war|election|summit))/iu.test(
        view.text.slice(span.end),
      )
    )
      continue
    places.push({
      span,
      name: name
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
      level: venue ? 'venue' : 'town',
    })
  }
  return places
}

/** Before the preposition stands "a psychologist", "two experts", or "nobody", "everyone". */
function worksThere(before: string): boolean {
  const words =
    before
      .slice(-60)
      .toLowerCase()
      .match(/[\p{L}-]+/gu) ?? []
  const last = words.at(-1) ?? ''
  if (/^(?:no|every|some|any)(?:body|one)$/u.test(last)) return true
  const oneOfMany = words.slice(-4, -1).some((word) => word === 'a' || word === 'an')
  return oneOfMany && isPersonNoun(last)
}
