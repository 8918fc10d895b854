/**
 * Sentences of pages that stand before or instead of an article. Own collection from the templates of bot protection, consent managers, web
 * servers and subscription barriers. Linear patterns.
 */
export const BOT_WALL =
  /(?:just a moment\.\.\.|attention required! \||\b(?:verify(?:ing)? (?:that )?you are (?:a )?human|are you a (?:robot|human)|(?:you(?:'|’)re|you are) not a (?:robot|bot)|checking (?:your browser|if the site connection is secure)|review the security of your connection|performing (?:a )?security (?:verification|check)|complete the (?:captcha|security check)|(?:press|click) (?:and|&) hold|unusual (?:traffic|activity) from your|pardon our interruption|access (?:to this page )?(?:has been )?(?:denied|blocked)|request (?:has been )?blocked|you have been blocked|ddos protection|enable cookies and reload|automated access|please confirm you are)\b)/iu

export const CONSENT_WALL =
  /\b(?:before you continue|we (?:value|care about) your privacy|your privacy (?:matters|choices|is important)|(?:accept|reject|manage) (?:all )?cookies|we and our (?:\d+ )?partners|store and\/or access information on a device|consent to (?:the use|the processing|our (?:use|processing|and our partners))|cookie (?:settings|policy|preferences))\b/iu

export const ERROR_PAGE =
  /^\W*(?:(?:error\s*)?(?:400|401|403|404|410|429|451|500|502|503|504)\b(?=\W*(?:$|[-–—|:]|not\b|error|page|file|forbidden|access|bad|service|internal|gone|unavailable|too many))|(?:page|article|story|file|document|content) (?:was )?(?:not found|cannot be found|no longer (?:available|exists)|unavailable|removed)|(?:sorry,? )?(?:this|the|that) (?:page|article|story|content)(?: (?:you (?:requested|are looking for|were looking for)|that you requested))? (?:(?:is|was) (?:no longer|not|currently not) (?:available|found|online)|is (?:currently )?unavailable|has (?:been removed|been deleted|expired)|(?:could not|cannot|can(?:'|’)?t) be found|(?:does not|doesn(?:'|’)?t|no longer) exists?)|unavailable (?:due to|for) legal reasons|not found\b|(?:internal )?server error|service (?:temporarily )?unavailable|bad gateway|forbidden\b|(?:oops|sorry|uh-oh)\b.{0,60}(?:not found|can(?:'|’)?t find|couldn(?:'|’)?t find|doesn(?:'|’)?t exist|no longer|went wrong|error)|we (?:can(?:'|’)?t|could not|couldn(?:'|’)t) find (?:the|that|this) (?:page|article|story))/iu

export const SCRIPT_NEEDED =
  /\b(?:(?:enable|requires?|needs?|turn on|activate|without|support) javascript|javascript (?:is |must be )?(?:required|disabled|enabled|not enabled|to run))\b/iu

/** Phrases of a barrier inside a cut article; header links such as "Already a subscriber?" alone prove nothing. */
export const BARRIER =
  /\b(?:(?:subscribe|register|log in|sign in|sign up|join)(?: now| today| or log in)? to (?:continue|keep|read|unlock|access|see) ?(?:reading|the (?:full|rest|whole)|this (?:article|story)|more)?|(?:this|the rest of this|the full) (?:article|story|content|text|report)(?: is)? (?:is )?(?:for|only for|reserved for|available (?:only )?(?:to|for)|exclusive(?:ly)? (?:to|for)) (?:our |paying |registered )?(?:subscribers|members|customers|readers)|to (?:continue|keep) reading|(?:to )?(?:read|unlock|access|view) (?:the (?:full|entire|whole|complete)|the rest of (?:the|this)) (?:article|story|report|text)|continue reading (?:this (?:article|story)|with a|by )|you(?:'|’)?(?:ve| have) (?:reached|read) (?:your|all|the) .{0,30}(?:limit|free)|subscriber(?:-| )only|subscribers only|premium (?:article|content)|already a subscriber\? (?:log|sign) in to)\b/u

/** Closing line that leads to the rest on another page. */
export const READ_ON =
  /^(?:\W*(?:read|continue|see|get|view)\s+(?:more|on|reading|the (?:full|whole|rest|entire|original)|full (?:article|story))\b|.{0,40}\bread (?:the )?(?:full|original|whole) (?:article|story|report)\b|the post .{3,120} appeared first on\b|.{0,20}\[(?:…|\.\.\.|&hellip;)\]$)/iu
