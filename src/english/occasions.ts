/**
 * Words for the occasion on which something was said. One line an occasion; occasions on different lines exclude each
 * other unless one of them is `loose` (what is said at a rally may be said to reporters). Own list.
 */
export type Occasion = { readonly name: string; readonly pattern: RegExp }

const occasion = (name: string, pattern: RegExp): Occasion => ({ name, pattern })

export const occasions: readonly Occasion[] = [
  occasion('interview', /\binterview\b/u),
  occasion(
    'written statement',
    /\b(?:written statement|in a statement|press release|released a statement|issued a statement|communiqu[eé])\b/u,
  ),
  occasion(
    'social media',
    /\b(?:tweet|tweeted|tweeting|twitter|facebook|instagram|truth social|social media|posted on x|telegram channel)\b/u,
  ),
  occasion('news conference', /\b(?:news conference|press conference|press briefing|news briefing)\b/u),
  occasion(
    'speech',
    /\b(?:in a speech|in an address|inaugural address|keynote|speech to|address to|told a rally|at a rally|campaign rally|at the rally)\b/u,
  ),
  occasion('hearing', /\b(?:hearing|testified|testimony|testifying|under oath)\b/u),
  occasion('letter', /\b(?:in a letter|wrote in a memo|in an email|in a memo|the letter said)\b/u),
  occasion('phone call', /\b(?:phone call|telephone call|by telephone|by phone)\b/u),
]
