/**
 * Lines that are about the page and not about the news, as patterns with the kind of line each stands for. Own collection;
 * the words are those that publishers' templates use. Each pattern must match from the start of the line, in lower case;
 * none has nested repetition.
 */
import { PAGE_LINES, type Boilerplate } from './page-lines.js'
import { POINTER_LEAD } from './pointer-words.js'

export const BOILERPLATE: readonly Omit<Boilerplate, 'long'>[] = [
  {
    what: 'pointer',
    pattern:
      /^(?:read|see|learn|find out|watch|hear|listen|check out|click|tap)\s+(?:more|also|next|here)\b[^.]*$/u,
  },
  {
    what: 'pointer',
    pattern:
      /^(?:read|see|watch|listen|more|related|recommended|related (?:article|stor|news|cover|video|topic|link|content)\w*|further reading|also read|also see|also on|see also|read also|read this|don['’]?t miss|must read|in case you missed it|more on this(?: story| topic| subject)?|more like this|you may also like|you might also like|you may like|trending|most read|most popular|popular now|editor['’]?s picks?|up next|next story|latest news|top stories|sponsored|promoted)\s*(?:[:|»>›…-]|\.\.\.|$)/u,
  },
  {
    what: 'pointer',
    pattern:
      /^(?:more|great|other|latest|top)\s+(?:great\s+)?(?:\p{L}\w+\s+)?(?:stories|news|articles|coverage|headlines|videos)(?:\s+(?:from|on|in|about)\b.*)?$/u,
  },
  {
    what: 'pointer',
    pattern:
      /^(?:advertisement\s+(?:story|article) continues\b|for more (?:news|stories|coverage)\b|to (?:read|learn|find out) more\b[^.,]{0,60},? (?:visit|click|tap|go to|see|read|call|e-?mail|log|sign|head|check)|to (?:read|learn) more\W*$|continue reading|keep reading|story continues|article continues|scroll down|scroll for|click here|tap here|swipe)\b/u,
  },
  { what: 'pointer', pattern: POINTER_LEAD },
  {
    what: 'newsletter',
    pattern:
      /^(?:sign up|subscribe|register(?! of\b)|join|get)\b[^.]*\b(?:newsletters?|inbox|updates|e-?mails?|alerts?|app|channel|edition|briefing|digest|whatsapp|telegram)\b/u,
  },
  {
    what: 'newsletter',
    pattern:
      /^(?:newsletters?|subscribe|sign up|sign in|log in|register|follow|share|comments?|reply|print|save|email|advert|ad|close|caption|menu|search|skip|play|pause|loading|highlights|popular|latest|tags?)[\s:!.…]*$/u,
  },
  {
    what: 'newsletter',
    pattern:
      /^(?:you can|to)\s+(?:unsubscribe|opt out)\b(?=[^.]*\b(?:any ?time|click|e-?mails?|newsletters?|link|here|settings)\b)|^(?:thank you|thanks) for (?:signing|subscribing|reading)\b|^(?:download|get) (?:the|our)\b[^.]*\bapp\b/u,
  },
  {
    what: 'social',
    pattern:
      /^(?:\*\s*)?(?:follow|like|join|find|connect with)\s+(?:us|me|him|her|them|@?\w+(?:[\s’'-]\w+){0,4})\s+on\s+(?:(?:our |your )?social media|snapchat|twitter|facebook|instagram|x|youtube|linkedin|telegram|google|whatsapp|threads|tiktok|bluesky|mastodon)\b/u,
  },
  {
    what: 'social',
    pattern:
      /^(?:share|share (?:full|this|the) article|skip (?:to|past)\b[^.]{0,40}|after newsletter promotion|tweet|pin|e-?mail|whatsapp|facebook|twitter|linkedin|reddit|flipboard|copy link)(?:\s+(?:this|on|via|to|with|article|story|link)\b[^.]{0,40})?$/u,
  },
  {
    what: 'social',
    pattern:
      /^(?:have a (?:tip|story|question|news tip)|got a (?:tip|story)|do you have (?:a|any) (?:story|tip|information|news)|tell us what you think|enjoy(?:ed|ing) (?:this|the) (?:article|story)|what do you think\?? (?:let us|tell us|share|comment|post|leave|have your)|join the (?:conversation|discussion|debate)|(?:send|submit) (?:us )?(?:your|a) (?:tips?|story|stories|comments?|letters?|news))\b/u,
  },
  {
    what: 'advertisement',
    pattern:
      /^(?:-+\s*)?(?:advertisements?(?:\W{1,4}scroll to continue)?|(?:article|story) continues (?:after|below)(?: this| the)?(?: advertisement| ad)?|advertising|advertise with us|sponsored(?: content)?|paid (?:post|content)|promoted(?: content)?|anzeige|werbung|publicité|publicidad|pubblicità|реклама)(?:\s*-+)?[\s:.]*$/u,
  },
  {
    what: 'cookies',
    pattern:
      /^(?:this|our) (?:web)?site uses cookies\b|^we use cookies\b|^by (?:using|continuing|clicking|signing|submitting|subscribing|registering|creating)\b[^.]*\b(?:you (?:agree|accept|consent|acknowledge|confirm)|cookies?|terms (?:of|and)|privacy (?:policy|notice))|^we and our (?:\d+ )?partners\b/u,
  },
  {
    what: 'rights',
    pattern:
      /^(?:©|\(c\)\s|copyright(?=\W{0,4}(?:\d{4}|©|by\b|the\b|$)|[^.]{0,80}\breserved\b)|all rights reserved)|\ball rights reserved\.?$/u,
  },
  {
    what: 'rights',
    pattern:
      /^this (?:material|article|story|content) (?:may not be|was (?:first |originally )?(?:published|produced)|originally appeared|is (?:republished|reproduced))\b/u,
  },
  {
    what: 'comments',
    pattern:
      /^(?:\d+\s+)?comments?(?:\s*\(\d+\))?$|^(?:leave|post|add|write) a (?:comment|reply)\b|^(?:view|show|read|load|see) (?:all |more |the )?(?:\d+ )?comments?\b|^comments (?:are|have been) (?:closed|disabled|turned off|moderated)\b|^(?:please )?(?:log in|sign in|register|login)(?: or (?:log in|sign in|sign up|register|subscribe))? to (?:comment|leave|post|continue)\b/u,
  },
  {
    what: 'comments',
    pattern:
      /^(?:atenção: comentários|deixe (?:um|seu) comentário|deja (?:un|tu) comentario|laisser un commentaire|schreiben sie einen kommentar|\d+ (?:comentários|comentarios|commentaires|kommentare|комментари\S+))\b/u,
  },
  {
    what: 'gallery',
    pattern:
      /^(?:image|photo|slide|picture)\s+\d+\s+(?:of|\/)[\s/]*\d+$|^\d+\s*(?:\/|of)\s*\d+$|^(?:view|see|show) (?:gallery|slideshow|all photos|more photos|\d+ (?:photos|images))\b|^(?:photo gallery|gallery|slideshow|video|watch|photos?)[\s:]*$/u,
  },
  {
    what: 'address',
    pattern:
      /^(?:https?:\/\/|www\.)\S+$|^[^\s@]+@[^\s@]+$|^(?:twitter|facebook|instagram|x)\.com\/\S+$|^@\w{1,20}$/u,
  },
  {
    what: 'player',
    pattern:
      /^(?:this video can ?not be played|to (?:play|watch) this (?:video|clip)\b|watch (?:the|our) (?:full )?(?:report|video|story|interview) (?:in the (?:video )?player )?(?:above|below)|your browser does not support|video player is loading|this (?:content|video) is (?:not available|unavailable)\b)/u,
  },
  {
    what: 'reading time',
    pattern: /^\d+\s*(?:min(?:ute)?s?)(?:\s+(?:\d+\s+sec\w*|read|reading(?: time)?|to read))\b/u,
  },
  {
    what: 'tools',
    pattern:
      /^(?:listen to (?:this|the) (?:article|story|audio)(?!\p{L})|(?:this|the) (?:audio|summary|translation|transcript|recording|article|story) (?:was|is|has been) (?:automatically |auto-?)?(?:generated|created|produced|made|read|translated|written|converted)\b[^.]{0,60}\b(?:ai|artificial intelligence|automatic\w*|auto-?generated|machine|text.to.speech|assistance)\b|(?:this|the) (?:audio|summary|translation|transcript|recording) (?:was|is|has been) auto|(?:text|font) size\b|\d{1,2} min(?:ute)?s?$|(?:for |only for )?(?:subscribers?|members?)(?:[ -](?:only|exclusive))?$|save (?:for later|article|story)$|(?:print|bookmark|gift) (?:this )?(?:article|story|page)$|back to top$|add (?:us|as)\b[^.]{0,40}\bon google$)/u,
  },
  {
    what: 'topics',
    pattern:
      /^(?:(?:topics?|tags?|categor(?:y|ies)|filed under|keywords?|in this (?:article|story)|see more on|more on)\s*:|follow (?:this|the|these|your) (?:topics?|stor(?:y|ies)|authors?)\b)/u,
  },
  {
    what: 'feedback',
    pattern:
      /^(?:(?:did you |have you )?(?:find|found|see|seen|spot|spotted|notice|noticed) (?:an? )?(?:error|mistake|typo)|report (?:an? )?(?:error|mistake|typo|correction)|was this (?:article|story|page|information) (?:helpful|useful)|(?:rate|review) this (?:article|story)|our standards\s*:|have something to say)/u,
  },
  {
    what: 'newsletter',
    pattern:
      /^[^"“”]{0,160}\b(?:delivered (?:straight |right |directly )?(?:to|into) your (?:inbox|phone|letterbox)|in your inbox (?:every|each)|click here (?:to (?:subscribe|sign|register|join|read|get)|for more))\b/u,
  },
  {
    what: 'newsletter',
    pattern: /^[^"“”]{0,120}\bnewsletters?\b[^"“”]{0,100}\b(?:sign up|subscribe)(?: \p{L}+)?\.?$/u,
  },
  {
    what: 'tools',
    pattern:
      /^(?:a(?:[\s+-]{1,3}a){1,3}[+-]?|(?:add|make|set)\b[^.]{2,60}\bpreferred source on google\b.*|(?:view|see) this (?:post|photo|video|thread) on \p{L}+|a (?:post|photo|video) (?:shared|posted) by\b[^()]{0,60}\(@[^()]{1,40}\).{0,40})$/u,
  },
  {
    what: 'social',
    pattern:
      /^[^"“”]{0,140}\b(?:our (?:whatsapp|telegram) channel|(?:tell|share) (?:us )?your (?:story|stories|experiences?)(?: with us)?(?=\s?[:.!,;(]|$))/u,
  },
  {
    what: 'newsletter',
    pattern:
      /^(?:you can (?:also )?(?:subscribe to|sign up (?:for|to)) our\b|(?:stay|keep) (?:up[- ]to[- ]date|informed|in the loop)\b(?=[^.]*\b(?:our|latest)\b))/u,
  },
  {
    what: 'barrier',
    pattern:
      /^(?:to (?:continue|keep) reading(?:,| this\b| the (?:full|rest|whole)\b|\W*$)|(?:subscribe|register|log in|sign in|sign up)(?: now| today| or log in)? to (?:continue|keep reading|(?:read|unlock|access) (?:on|more|our|all|unlimited|exclusive|premium|the (?:full|rest|whole|entire)|this (?:article|story|content)))\b|(?:create|start) (?:a|your) free (?:account|trial) to\b|this (?:article|story|content) is (?:only |exclusively )?(?:for|reserved for|available (?:only )?(?:to|for)|exclusive(?:ly)? (?:to|for)) (?:our |paying |registered )?(?:subscribers|members|customers|readers)\b|already (?:a (?:subscriber|member)|have an account|subscribed)\s?\?|you(?: are|[’']re) (?:currently )?reading (?:as a guest|a free (?:article|preview))\b)/u,
  },
  {
    what: 'donation',
    pattern:
      /^[^"“”]{0,160}\bsupport(?:ing)? our (?:work|(?:independent |free )?(?:journalism|reporting|newsroom))\b/u,
  },
  {
    what: 'coverage',
    pattern:
      /^(?:(?:follow|read|see|find|explore|track)\b[^.]{0,60}\bcoverage (?:of|on|at|here)\b|explore more\b|track\b[^.]{0,60}\blive on\b|about the authors?$)/u,
  },
  {
    what: 'production',
    pattern:
      /^\(?(?:except for the headline\b|this (?:story|report|article) (?:has not been edited by|is (?:auto-?generated|published) from a (?:syndicated|wire|news agency) feed)|a version of this (?:article|story|column|report|essay|review)\b[^.]{0,30}\b(?:appears|appeared|was (?:first |originally )?published|ran) |this (?:story|report|article) was reported on-air\b|transcripts are (?:created|produced|provided)\b|this transcript (?:has been|was|is|may be) (?:lightly )?(?:edited|updated|revised|condensed|auto))/u,
  },
  ...PAGE_LINES,
  { what: 'markup', pattern: /^\[\/?\w[^\]]*\].*\[\/\w+\]$/u },
]
