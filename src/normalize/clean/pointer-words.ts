/**
 * Words with which pages lead to other stories, in nineteen languages. Own collection from the templates of newspapers'
 * sites. Patterns are of text in lower case: those that ignore case take ten times longer to compile, and engines forget
 * compiled ones now and again. Two uses: a lead before a link ("Read also: …") and a heading over a box of links or
 * teasers.
 */
const LEADS: readonly string[] = [
  // English
  'read (?:also|more|next|now|this)',
  '(?:also|must) read',
  '(?:see|watch|listen) (?:also|more|now)',
  'related(?: (?:articles?|stor(?:y|ies)|news|coverage|content|links?|topics?|posts?|videos?))?',
  'recommended(?: (?:for you|articles?|stories|reading))?',
  'more (?:on|about) (?:this|the) (?:story|topic|subject)',
  'in case you missed it',
  "don[’']t miss",
  'further reading',
  '(?:go|dig|dive) deeper',
  // German
  'lesen sie (?:auch|mehr|hier)[^:]{0,20}',
  'mehr (?:zum thema|dazu|lesen|aus [^:]{2,20})',
  '(?:auch|das könnte sie auch) interessant',
  'das könnte (?:sie|dich) (?:auch )?interessieren',
  'weiterlesen|zum weiterlesen|zum thema|verwandte (?:artikel|themen)|passend dazu',
  // French
  '(?:à )?lire (?:aussi|également|la suite)|voir aussi|sur le même (?:sujet|thème)|à lire|pour aller plus loin|articles? (?:liés?|similaires?|recommandés?)|à voir',
  // Spanish
  'lea? también|lee más|leer más|te puede interesar|también te puede interesar|(?:noticias|artículos|contenidos?) relacionad[oa]s?|más (?:información|noticias|sobre el tema)|te recomendamos|ver también',
  // Italian
  'leggi (?:anche|di più|pure)|(?:articoli|notizie) correlat[ie]|ti potrebbe (?:anche )?interessare|potrebbe interessarti|per approfondire|vedi anche',
  // Portuguese
  'lei[ao] (?:mais|também)|veja (?:mais|também)|(?:notícias|artigos|conteúdos?|matérias) relacionad[oa]s?|saiba mais|recomendad[oa]s?|pode (?:lhe|te) interessar',
  // Dutch
  'lees (?:ook|meer|verder)|meer over(?: dit onderwerp)?|gerelateerde? (?:artikelen|berichten)?|bekijk ook|ook interessant|aanbevolen',
  // Polish
  'czytaj (?:też|także|więcej|dalej|również)|zobacz (?:też|także|więcej|również)|przeczytaj (?:też|także|również)|(?:powiązane|podobne) (?:artykuły|tematy)|polecamy|może cię zainteresować',
  // Russian
  'читайте (?:также|ещё|еще)|читать (?:также|далее|ещё|еще|дальше)|смотрите также|по теме|материалы по теме|похожие (?:статьи|новости|материалы)|рекомендуем',
  // Swedish, Danish, Norwegian, Finnish
  'läs (?:också|mer|även)|les (?:også|mer|mere)|læs (?:også|mere)|se (?:også|även)|lue (?:myös|lisää)|mer om ämnet|relaterade artiklar',
  // Czech, Romanian, Greek, Turkish
  'čtěte (?:také|též|dále)|přečtěte si (?:také|též)|mohlo by vás zajímat|citește (?:și|mai mult)|citiţi şi|vezi și|διαβάστε (?:επίσης|ακόμη|περισσότερα)|(?:ayrıca|bunu da) oku(?:yun)?|ilgili haberler|devamını oku',
  // Arabic, Chinese, Japanese
  'اقرأ(?:وا)? (?:أيضا|أيضاً|ايضا|المزيد)|شاهد(?:وا)? (?:أيضا|أيضاً)|مواضيع ذات صلة|أخبار ذات صلة|延伸阅读|相关(?:阅读|新闻|报道)|延伸閱讀|相關(?:新聞|閱讀)|関連記事|あわせて読みたい',
  // Ukrainian
  'читайте (?:також|ще)|читати (?:також|далі|ще)|дивіться також|за темою|матеріали за темою|схожі (?:статті|новини|матеріали)|рекомендуємо',
]

/** At the start of a text: the lead, then a colon, dash, bar or arrow, or nothing more. */
export const POINTER_LEAD = new RegExp(
  `^\\P{L}{0,3}(?:${LEADS.join('|')})\\s*(?:[:：|»>›→▶…–—-]|\\.\\.\\.|$)`,
  'u',
)

/** Headings of boxes that lead elsewhere, beside the leads. */
const HEADINGS: readonly string[] = [
  'about the authors?',
  "(?:you (?:might|may) (?:also )?(?:be interested in|like|enjoy)|most (?:read|popular|viewed|shared|watched)|(?:read|up|what to read) next|next (?:up|article|story)|(?:more|latest|top|other|popular|recent|trending|related|featured) (?:from|in|news|stories|articles|posts|headlines|videos)[^.!?]{0,40}|trending(?: now)?|latest|more (?:great |top )?(?:\\p{L}+ )?(?:stories|articles|headlines)|editor[’']?s[’']? picks?|(?:leave|post|add|write) a (?:comment|reply)|(?:\\d+ )?comments?(?: \\(\\d+\\))?|join the (?:conversation|discussion)|stay (?:informed|up to date)|sign up[^.!?]{0,50}|newsletters?|subscribe[^.!?]{0,50}|follow us[^.!?]{0,30}|share (?:this|via|on)[^.!?]{0,30}|advertisement|sponsored(?: content)?|around the web|from our partners|promoted(?: content| stories)?)",
  '(?:meistgelesen|meistgelesene artikel|neueste (?:artikel|nachrichten)|kommentare?|diskussion|newsletter[^.!?]{0,30}|anzeige|teilen|schlagzeilen|empfehlungen der redaktion|aus dem ressort)',
  "(?:les plus lus|articles récents|commentaires?|réagir|la newsletter|partager|publicité|nos (?:derniers )?articles|à la une|l[’']essentiel du jour)",
  '(?:lo más (?:leído|visto)|últimas noticias|comentarios?|boletín|compartir|publicidad|deja (?:un|tu) comentario)',
  '(?:i più letti|ultime notizie|commenti|condividi|pubblicità|iscriviti[^.!?]{0,40})',
  '(?:mais lid[ao]s|últimas notícias|comentários?|compartilh(?:e|ar)|partilhar?|publicidade)',
  '(?:meest gelezen|laatste nieuws|reacties|delen|nieuwsbrief|advertentie)',
  '(?:najczęściej czytane|najnowsze|komentarze|udostępnij|reklama)',
  '(?:самое читаемое|последние новости|комментарии|поделиться|реклама|подпис(?:аться|ывайтесь)[^.!?]{0,40}|популярное)',
  '(?:найпопулярніше|останні новини|коментарі|поділитися|реклама|підпи(?:сатися|шіться|суйтесь)[^.!?]{0,40})',
]

/** A whole heading, perhaps with a mark at its end. */
export const POINTER_HEADING = new RegExp(
  `^\\P{L}{0,3}(?:\\d+ )?(?:${[...LEADS, ...HEADINGS].join('|')})\\s*[:…»>→]?$`,
  'u',
)
