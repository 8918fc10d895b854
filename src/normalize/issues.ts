/** Issues of the normalize stage: what was seen in one page, each a sentence that names source, cause and remedy. */
import type { Removed } from '../model/article.js'
import type { Issue } from '../model/issue.js'
import { isAnalysed } from '../text/analysed-language.js'
import type { Choice } from './select/choose.js'
import type { Finding } from './completeness/completeness.js'
import type { BuiltText } from './text-file.js'
import { listFile } from '../english/word-lists.js'
import { isDateLine } from './metadata/visible-date.js'

type About = { readonly source: string; readonly article: string }

function issue(about: About, code: string, severity: Issue['severity'], sentence: string): Issue {
  return { code, severity, stage: 'normalize', ...about, message: `${about.source}: ${sentence}` }
}

export function completenessIssues(about: About, findings: readonly Finding[]): Issue[] {
  return findings.map(({ code, state, message }) =>
    issue(about, code, state === 'unreadable' ? 'error' : 'warning', message),
  )
}

/** Share of the stated words below which they count as another opinion. Full agreement is rare: captions, notes. */
const STATED_AGREES = 0.75

export function opinionIssues(about: About, { by, ofStated }: Choice): Issue[] {
  const taken: Readonly<Partial<Record<Choice['by'], readonly [code: string, sentence: string]>>> = {
    'json-ld': [
      'article-from-json-ld',
      'the page shows less than half of the text that it states for search engines, so the stated text was used',
    ],
    prose: [
      'article-by-container',
      'the usual extractor found no article, so all prose of the page was taken',
    ],
  }
  const disagreement = (other: string, share: number): readonly [string, string] => [
    'extraction-doubtful',
    `only ${Math.round(share * 100)} % of ${other} is in the text that was taken for the article`,
  ]
  const seen = [
    taken[by],
    by !== 'json-ld' && ofStated !== null && ofStated < STATED_AGREES
      ? disagreement('the text that the page states for search engines', ofStated)
      : undefined,
  ]
  return seen.flatMap((one) =>
    one ? issue(about, one[0], 'warning', `${one[1]}; compare it with the page.`) : [],
  )
}

/** What readers without scripts are shown may be shorter or older than what others are. */
export function noscriptIssue(about: About): Issue {
  return issue(
    about,
    'article-from-noscript',
    'info',
    'the page shows its text only to readers without scripts, and was read so; compare it with the page in a browser.',
  )
}

/** What a page states for search engines in a form that cannot be read may be what dates and names stand in. */
export function jsonLdIssues(about: About, broken: number): Issue[] {
  if (broken === 0) return []
  const what = broken === 1 ? 'one JSON-LD script' : `${broken} JSON-LD scripts`
  return [
    issue(
      about,
      'json-ld-broken',
      'info',
      `${what} of the page could not be parsed and counted for nothing; check date, author and outlet against the page.`,
    ),
  ]
}

/** v1 analyses English; the text of other languages is kept, and what it tells stays unknown. */
export function languageIssues(about: About, language: string, text: string): Issue[] {
  if (language === 'en' || text === '') return []
  const read = isAnalysed(language)
  const told = read
    ? 'the language of the text could not be told; it was read as English.'
    : `the text is in another language than English (${language}); it is shown, but what it tells is counted as unknown.`
  return [issue(about, 'unsupported-language', read ? 'info' : 'warning', told)]
}

/** Notes of correction or update, with their place; one taken for the page’s is told without. */
export function correctionIssues(
  about: About,
  { text, blocks }: BuiltText,
  removed: readonly Removed[] = [],
): Issue[] {
  const note = issue(
    about,
    'correction-note',
    'info',
    'the report carries a note of correction or update; earlier versions may have read otherwise.',
  )
  const inText = blocks
    .filter(({ kind, start, end }) => kind !== 'headline' && isCorrectionNote(text.slice(start, end)))
    .map(({ start, end }) => ({ ...note, start, end }))
  const beside = removed.some((piece) => !UNSEEN.has(piece.rule) && isCorrectionNote(piece.text))
  return inText.length === 0 && beside ? [note] : inText
}

/** Rules whose pieces are no notes on this report: of another report, unseen, or a date line ("Updated: 3 March"). */
const UNSEEN: ReadonlySet<string> = new Set(['hidden', 'byline', 'other-article', 'headed-box'])

/** Longest note that is looked at. Characters. */
const MAX_LENGTH = 1500

const LABELS = listFile('pages/corrections.txt').lines('labels').join('|')

/** What may stand between label and mark: a date, a time, a bracket of a few words. */
const BETWEEN = '(?:,? (?:on |made )?[\\p{L}\\d.,:/ ]{1,40}| ?\\([^)]{1,60}\\))?'
const LABELLED = new RegExp(`^[^\\p{L}"“„«‘]{0,3}(?:${LABELS})${BETWEEN} ?[:—–]`, 'u')
/** "CORRECTION Mr Lee is 45", "UPDATE 2-Talks end": capitals do without a mark. */
const CAPITALS = /^\P{L}{0,3}(?:CORRECTION|CLARIFICATION|CORRECTED|EDITOR[’']S NOTE)(?!\p{L})/u
/** A heading of the note's own: nothing but the label. */
const HEADING = new RegExp(
  `^(?:corrections?(?: (?:and|&) clarifications?)?|clarification|editor[’']s note)$`,
  'u',
)
/** "(Corrects name in paragraph 2)", "(This story has been refiled to fix a typo)". */
const BRACKETED =
  /^\((?:(?:corrects|clarifies|refiles|removes|recasts|updates|adds)\s|this (?:story|version|article|report|headline)\s)/u

const TEXT = '(?:article|story|report|post|piece|page|column|headline|version|caption|text|item)'
const CHANGED = '(?:amended|corrected|clarified|updated|edited|revised|changed|modified|refiled)'
const ABOUT_ITSELF = new RegExp(
  `^(?:• ?|\\* ?)?(?:(?:an?|the|this) )?(?:` +
    `(?:earlier|previous|original|initial|prior) (?:online |print |published )?(?:versions?|editions?) of (?:this|the) ${TEXT}` +
    `|(?:headline (?:of|on) this|this) ${TEXT}(?:[’']s headline)? (?:was|has been|had been|is) (?:since |subsequently |later )?${CHANGED}` +
    `|(?:correction|clarification) was made (?:on|at|to)` +
    `)(?!\\p{L})`,
  'u',
)
const ABOUT_ITSELF_ELSEWHERE =
  /^\P{L}{0,3}(?:in einer (?:früheren|ersten|vorherigen) (?:version|fassung)|une (?:première |précédente )?version (?:précédente|antérieure|initiale)? ?(?:de|indiquait)|una versión (?:anterior|previa|inicial) de|una (?:precedente versione|versione precedente) d\p{L}{0,5}|uma versão (?:anterior|inicial) d\p{L}{0,4}|in een eerdere versie van|(?:we wcześniejszej|w poprzedniej|w pierwotnej) wersji|в (?:предыдущей|первоначальной|более ранней|ранней) версии|(?:у|в) (?:попередній|початковій|ранній) версії)(?!\p{L})/u

export function isCorrectionNote(line: string): boolean {
  if (line.length > MAX_LENGTH || isDateLine(line)) return false
  if (CAPITALS.test(line)) return true
  const lower = line.toLowerCase()
  return [LABELLED, HEADING, BRACKETED, ABOUT_ITSELF, ABOUT_ITSELF_ELSEWHERE].some((pattern) =>
    pattern.test(lower),
  )
}
