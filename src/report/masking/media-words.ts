/**
 * Words that end outlets' names and say what they are: `Skerry Broadcasting` goes by `Skerry` in its own texts.
 * Source: written for this project from general knowledge of English-language titles; ours, MIT.
 */
export const mediaWords: ReadonlySet<string> = new Set(
  (
    'agency broadcasting business bulletin chronicle courier daily dispatch echo examiner express gazette globe ' +
    'herald inquirer journal ledger magazine mail media mirror monitor network news newspaper observer online post ' +
    'press public radio record reporter review service standard star sun telegraph television times today tribune tv ' +
    'weekly wire world'
  ).split(' '),
)
