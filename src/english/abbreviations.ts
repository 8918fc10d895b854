/** Abbreviations after which a full stop does not end the sentence, by what may follow: data/english/abbreviations.txt. */
import { wordFile } from './word-lists.js'

const file = wordFile('abbreviations.txt')

/** A name or number always follows: `Mr. Brown`, `Gen. Milley`. */
export const beforeName = file.words('before-name')

/** Joined unless a usual sentence starter follows: `Acme Inc. said`, `St. Petersburg`, `Main St. The`. */
export const maybeFinal = file.words('maybe-final')

/** Joined when a digit follows: `Dec. 2`, `No. 10`, `Art. 5`. */
export const beforeDigit = file.words('before-digit')

/** Joined when a day, month, time zone or digit follows: `5 p.m. Tuesday`. */
export const clockHalves = file.words('clock-halves')
export const afterClock = file.words('after-clock')

/** Words that usually open a sentence when they are capitalised. */
export const starters = file.words('starters')

/** Verbs that credit words right after a quotation that ends in `?` or `!`: `“Why?” Brown asked.` */
export const creditVerbs = file.words('credit-verbs')
