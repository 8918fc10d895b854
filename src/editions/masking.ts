/** Texts in which nobody can read who published them: names, hosts, bylines and credits are replaced. A style may still be known. */
import type { InspectedArticle, Report } from '../model/report.js'
import { sortedBy } from '../text/order.js'
import { labelArticles } from '../print/labels.js'

/** Words that end outlets' names and say what they are. Source: general knowledge of English-language titles; ours, MIT. */
const mediaWords =
  'agency broadcasting business bulletin channel chronicle courier daily digital dispatch echo examiner express gazette globe ' +
  'herald inquirer journal ledger magazine mail media mirror monitor network news newspaper observer online post ' +
  'press public radio record reporter review service standard star sun telegraph television times today tribune tv ' +
  'weekly wire world'
const isMediaWord: ReadonlySet<string> = new Set(mediaWords.split(' '))
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const titleWords = mediaWords.split(' ').map(capitalised).join('|')

/** Agencies, broadcasters, sites and papers that no word for a medium gives away. Source: general knowledge; ours, MIT. */
const agencies =
  /(?<![\p{L}\p{N}])(?:the\s)?(?:(?<=\b(?:on|to|told)\s)ABC|AFP|AP|Axios|BBC|Breitbart|BuzzFeed|CBC|CBS|CNN|HuffPost|MSNBC|NBC|NPR|PBS|Politico|ProPublica|Reuters|UPI|Univision|Daily\s(?:Beast|Caller|Mail|Mirror))(?:\sNews)?(?![\p{L}\p{N}])/gu
/** `Evening News`, `the Post`: a capital before or an article, and no capital after, which makes it a place or an office. */
const otherOutlets =
  /(?<![\p{L}\p{N}])(?:[Tt]he\s{1,3}(?:\p{Lu}[\p{L}\p{N}]{0,30}\s{1,3}){0,3}|(?:\p{Lu}[\p{L}\p{N}]{0,30}\s{1,3}){1,3})(?:News(?:\s{1,3}(?:Channel|Digital|Network))?|(?:Chronicle|Gazette|Herald|Journal|Newspaper|Post|Telegraph|Times|Tribune)(?!\s{1,3}\p{Lu}))(?![\p{L}\p{N}])/gu

/** What comes before an outlet's short name where it speaks of itself. */
const afterTelling =
  '(?<=(?:\\b(?:told|tells|telling)|\\b(?:spoke|speaking|said|statement|letter) to|\\binterview with|\\b(?:seen|obtained|reviewed) by)\\s)'

type Rule = { readonly pattern: RegExp; readonly instead: string }

export type Mask = (text: string) => string

export function maskOf(report: Report): Mask {
  const names = labelArticles(report).all.flatMap(({ article, letter }) => [
    ...outletForms(article).map((form) => ({ ...form, instead: `Report ${letter}` })),
    ...peopleIn(article),
  ])
  const rules: readonly Rule[] = [
    { pattern: /\bhttps?:\/\/\S+|\bwww\.\S+/gi, instead: '[address]' },
    { pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g, instead: '[address]' },
    { pattern: /(?<![\p{L}\p{N}_])@\w{2,40}/gu, instead: '[account]' },
    // Longest first over all articles, so that no outlet's short form breaks another's long one.
    ...sortedBy(
      names.filter(({ text }) => text.length > 1),
      ({ text, told }) => [-text.length, told ? 1 : 0, text],
    ).map((name) => ({ pattern: patternOf(name), instead: name.instead })),
    { pattern: agencies, instead: '[outlet]' },
    { pattern: otherOutlets, instead: '[outlet]' },
  ]
  return (text) => rules.reduce((masked, { pattern, instead }) => masked.replace(pattern, instead), text)
}

/** Of the program's own sentences: outside what they quote, outlets stand as named, also `courier`, which in a text is a word. */
export function maskOfSentences(report: Report): Mask {
  const mask = maskOf(report)
  const labels = sortedBy(labelArticles(report).all, ({ outlet, letter }) => [-outlet.length, letter])
  const reports = new Map(labels.toReversed().map(({ outlet, letter }) => [outlet, `Report ${letter}`]))
  const names = labels.map(({ outlet }) => escaped(outlet)).join('|')
  const pattern = new RegExp(`“[^”]*”|(?<![\\p{L}\\p{N}])(?:${names})(?![\\p{L}\\p{N}])`, 'gu')
  return (sentence) => mask(sentence.replace(pattern, (found) => reports.get(found) ?? found))
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

type NameForm = {
  readonly text: string
  /** Whether other letter case is the same name: true for names of several words and for hosts. */
  readonly anyCase: boolean
  /** Only after words such as "told", since alone it may be a place: `Skerry`. */
  readonly told?: boolean
  /** Each letter begins a word: `nyt`. */
  readonly initials?: boolean
}

/** White space of any length between the words; an article before the name and what it is after it go with it. */
function patternOf({ text, anyCase, told = false, initials = false }: NameForm): RegExp {
  const words = initials
    ? Array.from(text).map((letter) => `${letter.toUpperCase()}\\p{Ll}{1,30}`)
    : text.split(/\s+/).map(escaped)
  const before = told ? afterTelling : '(?<![\\p{L}\\p{N}])'
  const after = anyCase ? '' : `(?:\\s{1,3}(?:${titleWords})(?![\\p{L}\\p{N}])){0,3}`
  return new RegExp(
    `${before}(?:[Tt]he\\s)?${words.join('\\s+')}${after}(?![\\p{L}\\p{N}])`,
    anyCase ? 'giu' : 'gu',
  )
}

function peopleIn({ bylines, credit }: InspectedArticle) {
  const people = bylines
    .flatMap((byline) => byline.split(/(?:,|&|\band\b)\s*/))
    .map((name) => name.replace(/^by\s+/i, '').trim())
    .filter((name) => /\s/.test(name))
  const form = (text: string, instead: string): NameForm & { instead: string } => ({
    text,
    anyCase: true,
    instead,
  })
  return [
    ...people.map((name) => form(name, '[reporter]')),
    ...(credit === null ? [] : [form(credit, '[agency]')]),
  ]
}

/** The ways an outlet goes by in texts; never a form that is an ordinary word in lower case. */
function outletForms({ outlet, url }: InspectedArticle): readonly NameForm[] {
  const name = outlet.name.trim()
  const bare = name.replace(/^the\s+/i, '')
  const words = bare.split(/\s+/).filter((word) => word !== '')
  const anyCase = words.length > 1
  const whole = [name, bare, words.join(''), words.join('-')]
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word.charAt(0))
  const end = words.findIndex((word) => isMediaWord.has(word.toLowerCase()))
  const forms: NameForm[] = [
    ...(anyCase
      ? whole
      : [capitalised(bare), bare.toUpperCase(), ...(/\p{Lu}/u.test(bare) ? [bare] : [])]
    ).map((text) => ({ text, anyCase })),
    // `NPR` for Northgate Public Radio, and the other way round: three or more, so that no pronoun or unit is meant.
    ...(capitals.length > 2 ? [{ text: capitals.join(''), anyCase: false }] : []),
    ...(/^[a-z]{3,5}$/i.test(bare) ? [{ text: bare, anyCase: false, initials: true }] : []),
    // What is left without the words that say it is a newspaper, a station and the like.
    ...(end > 0 ? [{ text: words.slice(0, end).join(' '), anyCase: false, told: true }] : []),
    ...hostForms(url),
    ...hostForms(/^[\w-]+(?:\.[\w-]+)+$/.test(bare) ? `https://${bare}/` : null),
  ]
  // Of two forms with one text the first stands: the whole name before the short one.
  const key = ({ text, initials }: NameForm): string => `${text} ${initials ?? false}`
  return [...new Map(forms.toReversed().map((form) => [key(form), form])).values()]
}

/** `brightline.example`, and its first label where it is long enough to be a name. */
function hostForms(url: string | null): readonly NameForm[] {
  if (url === null || !URL.canParse(url)) return []
  const host = new URL(url).hostname.replace(/^www\./, '')
  const [label = ''] = host.split('.')
  return [host, ...(label.length >= 5 ? [label] : [])].map((text) => ({ text, anyCase: true }))
}
