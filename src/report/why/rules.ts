/** What each lens asks and needs, in words. The figures are those of src/compare; docs/lenses.md says more. */
import type { Finding } from '../../model/comparison.js'

export function ruleOf({ kind, detail }: Finding): readonly string[] {
  switch (kind) {
    case 'conflict':
      return conflict(detail.type)
    case 'speaker-differs':
      return [
        'The same quoted words, two or more, are credited to names that share no word. A note where one may speak for the other.',
        'Needs four fifths of the shorter version’s words in common, and the name in the quotation’s sentence or the one before.',
      ]
    case 'quote-shortened':
      return [
        'Words of the fullest version in these reports are not in this one; what is there stands in the same order.',
        'In front only if the cut drops a negation, condition, hedge, object or opposing clause that the report does not tell elsewhere; one finding there for each utterance, with the version of every report.',
      ]
    case 'quote-altered':
      return [
        'Of the words in quotation marks more than an eighth are content words that the fullest version has not, or one word stands in the place of another (content words; “may” for “will”, “some” for “all”).',
      ]
    case 'quote-paraphrased':
      return ['What another report prints in quotation marks stands here in other words.']
    case 'quote-complementary':
      return ['Two reports print different parts of one statement, each with words that the other has not.']
    case 'quote-context':
      return [
        'The same quoted words stand beside another occasion, or beside other names with hardly a word in common around them.',
        'Needs four fifths of the shorter version’s words in common, and no two speakers.',
      ]
    case 'omitted-claim':
    case 'omitted-quote':
      return [
        'Two independent texts or more tell it, each linked with at least .55; or one does, and a passage of another, close by half of the sought weight of words, shares two words with it. The report was read in full.',
        'A second, looser search (headline, lists, related words, the sentence before) found no passage with half of the sought weight of words, none with a fifth of it that the same speaker is credited with, and the report is not too early to tell; two words or more that the tellers share stand nowhere in it. Where one text alone is linked: no passage with .3 of the weight, and one shared word or more nowhere.',
        'In front only if most independent texts are linked and it stands in a headline or lead; two at most.',
      ]
    case 'only-here':
      return [
        'One independent text alone tells it; every other report was read in full and holds less than .42 of its words.',
        'It names somebody that most independent texts name, and no other time than the event’s.',
      ]
    case 'attribution-dropped':
      return [
        'Told here with no source named, no quotation mark and no verb of telling; credited to somebody elsewhere.',
        'The two clauses share .3 to .65 of their words, the more the less surely they are linked. In front only if the credited version hedges, is an allegation or is denied, or both tell of blame or harm, and they share .65 of their words, or .45 and the act; a note where two independent texts or more credit it and none tells it plainly.',
      ]
    case 'certainty-differs':
      return [
        'One clause holds a word of doubt on its act (may, reportedly, alleged …), another of the same row does not, and has the verb of that act.',
        'Needs .45 of the words in common and links of at least .55. A charge that a report tells a conviction of is a note.',
      ]
    case 'attribution-verb':
      return [
        'Two independent texts report one utterance, one with a verb that takes a stance (admitted, claimed, boasted), the other with another or a neutral one.',
        'Links of at least .6; the verbs are of the project’s own list.',
      ]
    case 'naming':
      return ['Reports name one person, body, thing or event with other nouns, in their own words.']
    case 'prominence':
      return [
        'One report has it in the headline or lead; another of like format and length has it in its last third.',
        'Nothing before that place holds four tenths of its words. Links of at least .7.',
      ]
    case 'headline-focus':
      return [
        'Headlines fall into two groups or more: no column in common, and less than .3 of their weight of words.',
      ]
    case 'headline-body':
      return [
        'The body says that an outcome announced in the headline did not come, gives another figure, or tells as somebody’s word or with a hedge what the headline tells as fact.',
      ]
    case 'loaded-words':
      return [
        'Words of the named list in the report’s own voice, three or more in one report, and three times as dense as in another.',
      ]
    case 'source-balance':
      return [
        'Words credited to a named speaker, as a share of the report, differ by 6 points or more between complete reports, and by thirty words.',
      ]
  }
}

function conflict(type: Finding['detail']['type']): readonly string[] {
  switch (type) {
    case 'polarity':
      return [
        'Two clauses take opposite sides of one verb family after negation, and are about one matter.',
        'Clauses of one column need .3 of their matter in common, others half and two words.',
        'Nothing by which both can hold: two days, the two ends of one course, part and whole, “not yet” in a report that came out before.',
      ]
    case 'attribution':
      return ['The same quoted words are credited to names that share no word.']
    case 'number':
    case 'duration':
    case 'date':
    case 'place':
    case undefined:
      return [
        'Figures of one kind and unit, linked by the words around them, cannot all hold after rounding, bounds and units were taken into account.',
        'A report that gives both values is no side of it.',
      ]
  }
}
