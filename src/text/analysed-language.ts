/**
 * Which languages version 1 looks into: English, and texts too short for their language to be told, read as English.
 *
 * In: an article's language. Out: whether what it tells is analysed. Never: guesses a language.
 */
export function isAnalysed(language: string): boolean {
  return language === 'en' || language === 'und'
}
