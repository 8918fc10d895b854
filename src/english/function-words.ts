/**
 * English words that carry grammar, not matter: left out when passages are compared. Closed classes only (determiners,
 * pronouns, prepositions, conjunctions, auxiliaries); negations are read elsewhere. Our own list.
 */
export const functionWords: ReadonlySet<string> = new Set(
  `a an the this that these those some any each every all both either neither such what which who whom whose
  i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
  myself ourselves yourself himself herself itself themselves one's there here
  of in on at by for with from to into onto upon about as than over under between among through during against within
  without across along around off out up down per via
  and or but nor so yet if because while although though when where whether how why since until unless
  is are was were be been being am do does did done doing have has had having
  will would shall should can could may might must
  not no n't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't haven't hasn't hadn't
  also just only very then too even still again more most much many other another own same
  it's he's she's that's there's they're we're you're i'm i've we've they've who's what's let's
  mr mrs ms dr`
    .split(/\s+/u)
    .filter((word) => word !== ''),
)
