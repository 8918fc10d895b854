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
        'In front only if the cut turns what is left (a condition behind it, a negation before it) and the report does not tell that elsewhere. One finding there for each utterance, where all versions credit one speaker.',
      ]
    case 'quote-altered':
      return [
        'Of the words in quotation marks more than an eighth are content words that the fullest version has not, or one word stands in the place of another (content words; “may” for “will”, “some” for “all”; not a contraction written out, nor a number in figures).',
        'In front only where a word stands in the place of another.',
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
    case 'omitted-quote':
      return [
        'One report credits fifteen words or more to a person whose family name stands nowhere in another that was read in full and may not have come out too early.',
        'A report that gives the same words without the name is not said to lack them; of reports read in part nobody can tell.',
      ]
    case 'omitted-claim':
      return [
        'A sentence of one report (or linked ones of several) of which another report, read in full, has nothing: no passage linked with it, names or nouns of it that stand nowhere there, nor words near them, and a likelihood under .2 that it is told there after all (data/left-out.json).',
        'Of a report that may have come out too early to know, and of one that may tell it after all, nobody can tell.',
        'In front: the two weightiest topics of the event, by the words that are missing there, how much more of the report holds such words, how high it stands, how evenly the independent texts divide and of how many reports it can be told; and only if the sentence is understood alone. Words of a person who is not even named there are shown as that person’s.',
      ]
    case 'only-here':
      return [
        'One independent text alone tells it, and every other report was read in full and has nothing of it, by the same measure as for what is left out; it weighs half.',
      ]
    case 'attribution-dropped':
      return [
        'Told here with no source named, no quotation mark and no verb of telling; credited to somebody elsewhere.',
        'The two clauses share .3 to .65 of their words, the more the less surely they are linked. Never in front.',
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
      return [
        'Reports call one person by other nouns, or have other nouns or adjectives in one place of sentences that a row links.',
        'In one place are words with two neighbours of the parsed sentence in common, or one where their meanings are near.',
      ]
    case 'agency':
      return [
        'In sentences that a row links, other verbs stand on one thing; or one verb has a doer here and none there.',
        'The verbs have two parties in common, or what is acted on where their meanings are near.',
      ]
    case 'prominence':
      return [
        'One report has it in the headline or lead; another of like format and length has it in its last third.',
        'Nothing before that place holds four tenths of its words. Links of at least .7.',
      ]
    case 'headline-focus':
      return [
        'Every headline as its report prints it. In front where two of them have less than .55 of their weight of words in common.',
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
    case 'name':
      return [
        'A person’s name one letter apart, or a body’s name of three words or more in which one word is another, near in meaning.',
        'Neither report has the other’s form.',
      ]
    case 'outcome':
      return [
        'Verbs that exclude one another for one person (fired and resigned, convicted and acquitted), in the actor table.',
        'A report that has both is no side of it.',
      ]
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
