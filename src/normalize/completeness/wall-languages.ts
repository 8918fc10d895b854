/**
 * Sentences that stand before or instead of an article, in other languages than English. Own collection from the templates
 * of consent managers, newspapers' subscription barriers and web servers. Linear patterns of text in lower case, without
 * `\b`: it knows ASCII alone.
 */
function anyOf(...languages: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${languages.join('|')})`, 'u')
}

export const CONSENT_ELSEWHERE = anyOf(
  'cookies? (?:zustimmen|akzeptieren|ablehnen)|alle (?:cookies )?(?:akzeptieren|ablehnen)|wir (?:schätzen|respektieren) ihre privatsphäre|(?:cookie|datenschutz|privatsphäre)-?einstellungen|mit werbung (?:weiter)?lesen|wir und unsere (?:\\d+ )?partner',
  '(?:tout|continuer sans) accepter|(?:accepter|refuser|paramétrer) (?:tous )?(?:les |mes )?cookies|nous (?:et nos (?:\\d+ )?partenaires )?utilisons des cookies|(?:respectons|respect de) votre vie privée|nous et nos (?:\\d+ )?partenaires',
  '(?:aceptar|rechazar|configurar) (?:todas )?(?:las )?cookies|(?:valoramos|respetamos) (?:tu|su) privacidad|nosotros y nuestros (?:\\d+ )?socios',
  '(?:accetta|rifiuta|gestisci) (?:tutti )?(?:i )?cookie|(?:rispettiamo la|teniamo alla) tua privacy|noi e i nostri (?:\\d+ )?(?:partner|fornitori)',
  '(?:aceitar|rejeitar|recusar|gerir) (?:todos )?(?:os )?cookies|(?:valorizamos|respeitamos) (?:a )?(?:sua|tua) privacidade|nós e os nossos (?:\\d+ )?parceiros',
  '(?:alle )?cookies (?:accepteren|weigeren|toestaan)|(?:wij|we) (?:waarderen|respecteren) (?:je|uw) privacy|wij en onze (?:\\d+ )?partners',
  '(?:zaakceptuj|akceptuj|odrzuć) (?:wszystkie|pliki cookie)|(?:szanujemy|cenimy) (?:twoją|państwa) prywatność|my i nasi (?:\\d+ )?(?:zaufani )?partnerzy',
  '(?:принять|отклонить) (?:все )?(?:файлы )?cookie|мы (?:и наши партн[её]ры )?используем (?:файлы )?cookie',
  '(?:прийняти|відхилити) (?:усі |всі )?(?:файли )?cookie|ми (?:та наші партнери )?використовуємо (?:файли )?cookie',
)

export const BARRIER_ELSEWHERE = anyOf(
  '(?:dieser (?:artikel|beitrag|text)|weiterlesen|exklusiv)[^.]{0,40}(?:nur |exklusiv )?(?:für|mit) (?:abonnent\\w*|[^.]{0,20}abo(?:nnement)?(?!\\p{L}))|jetzt weiterlesen|lesen sie (?:den (?:ganzen|vollständigen) artikel|weiter) mit',
  '(?:article|contenu|suite)[^.]{0,20} (?:est )?réservée?s? (?:aux|à nos) abonnés|il vous reste \\d[^.]{0,10}de cet article|abonnez-vous pour (?:lire|continuer|accéder)|pour lire la suite',
  'contenido exclusivo para suscriptores|(?:suscríbete|regístrate|suscríbase) para (?:seguir|continuar|leer)|para seguir leyendo',
  '(?:contenuto|articolo) (?:riservato|esclusivo)[^.]{0,6} (?:agli|per gli) abbonati|abbonati per (?:continuare|leggere)|per continuare a leggere',
  '(?:conteúdo|matéria|artigo|reportagem) exclusiv[oa] (?:para|de) assinantes|assine para (?:continuar|ler)|para continuar (?:a ler|lendo)',
  '(?:alleen|exclusief) voor (?:abonnees|leden)|lees verder met|word abonnee om|om verder te lezen',
  '(?:artykuł|treść|dalsza część)[^.]{0,30} (?:tylko |wyłącznie )?dla (?:prenumeratorów|subskrybentów|abonentów)|aby (?:czytać|przeczytać) (?:dalej|całość)|wykup dostęp',
  '(?:материал|статья|текст)[^.]{0,20}(?:только )?(?:для )?подписчик(?:ам|ов)|чтобы (?:продолжить чтение|читать (?:дальше|далее|полностью)|дочитать)|оформите подписку',
  '(?:この(?:記事|先)は)?(?:有料)?会員(?:限定|の方のみ|登録すると続き)|(?:ログイン|会員登録)して続きを(?:読む|ご覧)|残り ?[0-9０-９,，]+ ?文字',
  '(?:이 기사는 )?(?:유료|프리미엄) ?(?:회원|구독자|기사)|(?:구독|로그인)(?:하고|하시면|후) (?:계속|전체|기사)',
  '(?:订阅|登录|付费|开通会员)后?(?:可)?(?:继续|查看|阅读)(?:阅读|全文)|(?:訂閱|登入|付費)後?(?:可)?(?:繼續|查看|閱讀)(?:閱讀|全文)',
  '(?:logga in|bli prenumerant|köp prenumeration) för att (?:läsa|fortsätta)|artikeln är (?:låst|för prenumeranter)',
  '(?:log ind|bliv abonnent|få adgang) for at læse|artiklen er (?:kun )?for abonnenter',
  '(?:logg inn|bli abonnent|kjøp abonnement) for å lese|saken er (?:kun )?for abonnenter',
  'kirjaudu sisään lukeaksesi|(?:juttu|artikkeli) on (?:vain )?tilaajille',
  '(?:článek|obsah|text)[^.]{0,20}(?:pouze |jen )?pro předplatitele|předplaťte si[^.]{0,30}a čtěte',
  '(?:haberin|yazının) (?:devamını|tamamını) okumak için (?:abone|üye|giriş)',
  '(?:матеріал|стаття|текст)[^.]{0,20}(?:лише |тільки )?(?:для )?передплатник(?:ам|ів)|щоб (?:продовжити читання|читати (?:далі|повністю))|оформіть (?:підписку|передплату)',
)

/** Titles and first lines of error pages. */
export const ERROR_ELSEWHERE =
  /^\P{L}*(?:fehler\s*404|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|cette page n[’']existe pas|página no encontrada|no (?:se ha encontrado|encontramos) la página|pagina non trovata|página não encontrada|pagina niet gevonden|(?:nie znaleziono strony|strona nie (?:została znaleziona|istnieje))|dieser (?:artikel|beitrag) ist (?:leider )?nicht (?:mehr )?verfügbar|cet article n[’']est plus disponible|este artículo ya no está disponible|questo articolo non è più disponibile|este artigo já não está disponível|dit artikel is niet (?:meer|langer) beschikbaar|ten artykuł jest (?:już )?niedostępny|страница не найдена|сторінк[уа] не знайден[оа])(?!\p{L})/iu

export const SCRIPT_ELSEWHERE = anyOf(
  '(?:aktivieren sie|activez|activa|active|habilit[ae]|ative|attiva(?:re)?|abilita(?:re)?|schakel|włącz|включите|увімкніть)[^.]{0,25}javascript',
)
