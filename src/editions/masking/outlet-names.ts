/**
 * The ways an outlet goes by in texts: its name with and without the article, run together, its host, its initials.
 *
 * In: an article. Out: forms, longest first, each with whether letter case may differ.
 * Never: a form that is an ordinary word in lower case.
 */
import type { InspectedArticle } from '../../model/report.js'

/**
 * Words that end outlets' names and say what they are: `Skerry Broadcasting` goes by `Skerry` in its own texts.
 * Source: written for this project from general knowledge of English-language titles; ours, MIT.
 */
const mediaWords: ReadonlySet<string> = new Set(
  (
    'agency broadcasting business bulletin chronicle courier daily dispatch echo examiner express gazette globe ' +
    'herald inquirer journal ledger magazine mail media mirror monitor network news newspaper observer online post ' +
    'press public radio record reporter review service standard star sun telegraph television times today tribune tv ' +
    'weekly wire world'
  ).split(' '),
)

export type NameForm = {
  readonly text: string
  /** Whether other letter case is the same name: true for names of several words and for hosts. */
  readonly anyCase: boolean
  /** Only after words such as "told", since alone it may be a place: `Skerry`. */
  readonly told?: boolean
}

export function outletForms(article: InspectedArticle): readonly NameForm[] {
  const name = article.outlet.name.trim()
  const bare = name.replace(/^the\s+/i, '')
  const words = bare.split(/\s+/).filter((word) => word !== '')
  const several = words.length > 1
  const forms: NameForm[] = [
    { text: name, anyCase: several },
    { text: bare, anyCase: several },
    { text: words.join(''), anyCase: several },
    { text: words.join('-'), anyCase: several },
    ...initials(words),
    ...shortForm(words),
    ...hostForms(article.url),
    ...hostForms(/^[\w-]+(?:\.[\w-]+)+$/.test(bare) ? `https://${bare}/` : null),
  ]
  return unique(forms.filter(({ text }) => text.length > 1))
}

/** `NPR` for Northgate Public Radio: three words or more, so that no pronoun or unit is meant. */
function initials(words: readonly string[]): readonly NameForm[] {
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word.charAt(0))
  return capitals.length > 2 ? [{ text: capitals.join(''), anyCase: false }] : []
}

/** What is left without the words that say it is a newspaper, a station and the like. */
function shortForm(words: readonly string[]): readonly NameForm[] {
  const end = words.findIndex((word) => mediaWords.has(word.toLowerCase()))
  const short = end > 0 ? words.slice(0, end).join(' ') : ''
  return short === '' ? [] : [{ text: short, anyCase: false, told: true }]
}

/** `brightline.example`, and its first label where it is long enough to be a name. */
function hostForms(url: string | null): readonly NameForm[] {
  if (url === null || !URL.canParse(url)) return []
  const host = new URL(url).hostname.replace(/^www\./, '')
  const [label = ''] = host.split('.')
  return [{ text: host, anyCase: true }, ...(label.length >= 5 ? [{ text: label, anyCase: true }] : [])]
}

function unique(forms: readonly NameForm[]): readonly NameForm[] {
  // Of two forms with one text the first stands: the whole name before the short one.
  const known = new Map(forms.toReversed().map((form) => [form.text, form]))
  return [...known.values()].sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1))
}
