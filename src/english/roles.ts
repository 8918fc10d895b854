/** Nouns for what a person does: `spokesman`, `envoy`. Before or after a name they show a person. data/english/roles.txt. */
import { wordFile } from './word-lists.js'

export const roles = wordFile('roles.txt').words('roles')
