/** English function words and the emptiest verbs: they say nothing about what a sentence is about. Own list. */
export const stopwords: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and another any are as at away be became because become been
  before being below between both but by came can cannot come could did do does doing done down during each either
  else even ever every few for from further gave get gets getting give given go goes going gone got had has have
  having he her here hers herself him himself his how however i if in into is isn't it its itself just kept last
  least less let like made make makes making many may me might more most mr mrs ms much must my myself neither never
  next no nor not nothing now of off on once one only onto or other others our ours out over own per put rather same
  seem seems seen set shall she should since so some something still such take taken takes than that the their theirs
  them themselves then there these they thing things this those though through thus to together too took toward
  towards under until up upon us very via want wants was way we well were what when where whether which while who
  whom whose why will with within without would yes yet you your yours didn't don't doesn't won't can't couldn't
  wasn't weren't haven't hasn't hadn't wouldn't shouldn't aren't it's he's she's that's there's they're we're i'm
  say says said saying tell tells told telling according added adding add noted asked`.split(/\s+/),
)
