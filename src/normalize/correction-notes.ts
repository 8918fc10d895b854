/**
 * Correction notes: lines in which a report says that it was corrected or changed.
 *
 * In:    one line of text. Out: whether it is such a note.
 * Never: takes a sentence of the report for one: a label stands at the very start and a mark follows, or the line tells of
 * the text itself ("an earlier version of this article"). Nor a line that only dates the report: "Updated 8:12 a.m., 3
 * March 2026".
 *
 * Own collection from the notes of newspapers and agencies, in ten languages. Linear patterns, without `\b`: it knows ASCII alone.
 */
import { listFile } from '../english/word-lists.js'
import { isDateLine } from './metadata/visible-date.js'

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
