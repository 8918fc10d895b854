/** The program as a process of its own: main.ts and its bundle begin here. */
import { run } from './program.js'
import { endQuietlyOnClosedPipe } from './terminal.js'

endQuietlyOnClosedPipe()
void run(process.argv.slice(2))
