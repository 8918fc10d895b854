/** Nouns for what a person does: `spokesman`, `envoy`. Before or after a name they show a person. data/english/roles.txt. */
import { wordFile } from './word-lists.js'

export const roles = wordFile('roles.txt').words('roles')

/** Words that mean the same office, and wider words for it. */
export const widerRoles: Readonly<Record<string, readonly string[]>> = {
  leader: ['president', 'premier', 'minister', 'chancellor', 'chairman', 'leader', 'dictator'],
  premier: ['minister'],
  congressman: ['representative', 'rep.', 'rep'],
  congresswoman: ['representative', 'rep.', 'rep'],
  lawmaker: ['representative', 'rep.', 'rep', 'senator', 'sen.', 'sen', 'congressman', 'congresswoman'],
  legislator: ['representative', 'rep.', 'rep', 'senator', 'sen.', 'sen', 'lawmaker'],
  senator: ['sen.', 'sen'],
  governor: ['gov.', 'gov'],
  representative: ['rep.', 'rep'],
  aide: ['adviser', 'advisor', 'assistant'],
  adviser: ['aide', 'advisor'],
  advisor: ['aide', 'adviser'],
  candidate: ['nominee'],
  nominee: ['candidate'],
  envoy: ['negotiator', 'emissary'],
  negotiator: ['envoy'],
  justice: ['judge'],
  judge: ['justice'],
}

/** Words that make an office another one: the deputy, the former holder. */
export const ranks = new Set([
  'former',
  'ex',
  'deputy',
  'vice',
  'acting',
  'late',
  'first',
  'senior',
  'assistant',
])
