/** What is tried against a desk that is kept in PostgreSQL. */
import { attacksOn } from './attacks.js'

attacksOn('postgres')
