/**
 * Phrases of several words that take a side. Patterns run on lower-case text with straight apostrophes; they are linear
 * (no nested quantifiers). Own list, general news English.
 */
export type StancePhrase = { readonly pattern: RegExp; readonly side: string; readonly positive: boolean }

const phrase = (pattern: RegExp, side: string, positive: boolean): StancePhrase => ({
  pattern,
  side,
  positive,
})

export const stancePhrases: readonly StancePhrase[] = [
  phrase(/\b(?:rule|rules|ruled|ruling) out\b/g, 'reject', false),
  phrase(/\b(?:turn|turns|turned|turning) (?:it |that |this |them )?down\b/g, 'reject', false),
  phrase(/\b(?:say|says|said) no\b/g, 'reject', false),
  phrase(/\bwill not hear of\b/g, 'reject', false),
  phrase(/\b(?:flat|firm|outright) (?:refusal|rejection)\b/g, 'reject', false),
  phrase(/\bno (?:talk|question) of\b/g, 'reject', false),
  phrase(/\bout of the question\b/g, 'reject', false),
  phrase(/\b(?:is|are|was|were|be|remain|remains|remained) open to\b/g, 'reject', true),
  phrase(/\b(?:left|leaves|leave|leaving) (?:the door |the option )?open\b/g, 'reject', true),
  phrase(/\b(?:live|lives|lived) with\b/g, 'reject', true),
  phrase(/\bdiscussions? will continue\b/g, 'agree', true),
  phrase(/\btalks? (?:will|would|are to|is to) (?:continue|go on|resume)\b/g, 'agree', true),
]
