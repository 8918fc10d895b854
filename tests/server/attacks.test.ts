/** What is tried against a desk that is kept in SQLite. */
import { attacksOn } from './attacks.js'

attacksOn('sqlite')
