/**
 * Texts in which nobody can read who published them: outlets become "Report A", reporters and agencies lose their names.
 *
 * In:    the articles of a report, and a text of one of them (or of the report).
 * Out:   the text with every form of an outlet's name, its host and address, bylines and credits replaced.
 * Never: claims to be anonymous: a reader may know a report by its style. Case is kept where a name is also a word.
 */
import type { InspectedArticle, Report } from '../../model/report.js'
import { byKeys } from '../../text/order.js'
import { labelArticles } from '../../print/labels.js'
import { outletForms } from './outlet-names.js'

/** What comes before an outlet's short name where it speaks of itself. */
const afterTelling =
  '(?<=(?:\\b(?:told|tells|telling)|\\b(?:spoke|speaking|said|statement|letter) to|\\binterview with|\\b(?:seen|obtained|reviewed) by)\\s)'

type Rule = { readonly pattern: RegExp; readonly instead: string }

export type Mask = (text: string) => string

export function maskOf(report: Report): Mask {
  const rules = [
    { pattern: /\bhttps?:\/\/\S+|\bwww\.\S+/gi, instead: '[address]' },
    { pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g, instead: '[address]' },
    { pattern: /(?<![\p{L}\p{N}_])@\w{2,40}/gu, instead: '[account]' },
    ...labelArticles(report)
      .all.flatMap(({ article, letter }) => articleRules(article, `Report ${letter}`))
      .sort(
        byKeys(
          ({ text }) => -text.length,
          ({ told }) => (told ? 1 : 0),
          ({ text }) => text,
        ),
      )
      .map(({ pattern, instead }): Rule => ({ pattern, instead })),
  ]
  return (text) => rules.reduce((masked, { pattern, instead }) => masked.replace(pattern, instead), text)
}

/** Longest first over all articles, so that no outlet's short form breaks another's long one. */
function articleRules(article: InspectedArticle, label: string) {
  const rule = (text: string, instead: string, anyCase: boolean, told = false) => ({
    text,
    told,
    instead,
    pattern: new RegExp(
      `${told ? afterTelling : '(?<![\\p{L}\\p{N}])'}${wordsOf(text)}(?![\\p{L}\\p{N}])`,
      anyCase ? 'giu' : 'gu',
    ),
  })
  const people = article.bylines
    .flatMap((byline) => byline.split(/(?:,|&|\band\b)\s*/))
    .map((name) => name.replace(/^by\s+/i, '').trim())
  return [
    ...outletForms(article).map(({ text, anyCase, told }) => rule(text, label, anyCase, told)),
    ...people.filter((name) => /\s/.test(name)).map((name) => rule(name, '[reporter]', true)),
    ...(article.credit === null ? [] : [rule(article.credit, '[agency]', true)]),
  ].filter(({ text }) => text.length > 1)
}

/** White space of any length between the words; the article before a name goes with it. */
function wordsOf(name: string): string {
  const words = name.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return `(?:[Tt]he\\s)?${words.join('\\s+')}`
}
