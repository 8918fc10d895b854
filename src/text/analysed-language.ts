/** Which languages version 1 looks into: English, and texts too short for their language to be told, read as English. */
export function isAnalysed(language: string): boolean {
  return language === 'en' || language === 'und'
}
