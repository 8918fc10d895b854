/**
 * Hostile pages: what stands before, behind and inside what is repeated until a page has the size that is wanted
 * (repeat.ts: `#` is a number, `@` a word, another each time).
 */
import type { Pattern } from './text-patterns.js'

const report =
  '<h1>Bridge closed</h1><p>The council of Dorn met on Monday. Anna Berg said that the bridge would be closed in May.</p>'

/** What is repeated stands at `…`, in the head or in the body. */
const pages: Readonly<Record<string, readonly [place: string, fragment: string]>> = {
  'nested div': [`<body>${report}…`, '<div>'],
  'nested div closed out of order': [`<body>${report}…`, '<div><p></div>'],
  'items that hold nothing': [`<body>${report}…`, '<li>'],
  'paragraphs that hold nothing': [`<body>${report}…`, '<p></p>'],
  'nested bold': [`<body>${report}…`, '<b>'],
  'bold across paragraphs': [`<body>${report}…`, '<p><b><i>a'],
  'nested links': [`<body>${report}…`, '<a href=x>'],
  'nested lists': [`<body>${report}…`, '<ul><li>a'],
  'nested tables': [`<body>${report}…`, '<table><tr><td>a'],
  'nested block quotations': [`<body>${report}…`, '<blockquote>a'],
  'nested forms and buttons': [`<body>${report}…`, '<form><button>'],
  'nested svg': [`<body>${report}…`, '<svg><g>'],
  'nested templates': [`<body>${report}…`, '<template>'],
  'closing tags alone': [`<body>${report}…`, '</p></div></b>'],
  'tags that never end': [`<body>${report}…`, '<p '],
  'an element of many attributes': [`<body>${report}<p …>a</p>`, 'a#=b '],
  'elements of many attributes': [`<body>${report}…`, '<p id=a# class=@ title=b data-c=d lang=en>a'],
  'a class of many words': [`<body>${report}<div class="…">a</div>`, 'related-# '],
  'a table of many rows': [`<body>${report}<table>…</table>`, '<tr><td>a<td>#'],
  'a table of one row': [`<body>${report}<table><tr>…</table>`, '<td>@'],
  'spans of columns': [`<body>${report}<table>…</table>`, '<tr><td colspan=1000 rowspan=65534>a'],
  entities: [`<body>${report}<p>…</p>`, '&amp;'],
  'entities that do not end': [`<body>${report}<p>…</p>`, '&notit&amp'],
  'one data address': [`<body>${report}<img src="data:image/png;base64,…">`, 'iVBORw0KGgo'],
  'many data addresses': [`<body>${report}…`, '<img src="data:image/png;base64,iVBORw0KGgo#">'],
  'blocks of JSON-LD': [
    `<head>…</head><body>${report}`,
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"#"}</script>',
  ],
  'a graph of JSON-LD': [
    `<head><script type="application/ld+json">[…{}]</script></head><body>${report}`,
    '{"@type":"NewsArticle","headline":"#","author":{"name":"@"}},',
  ],
  'nested JSON-LD': [
    `<head><script type="application/ld+json">…</script></head><body>${report}`,
    '{"@graph":[',
  ],
  'a title without end': [`<head><title>…</title></head><body>${report}`, 'Bridge @ '],
  'a title never closed': [`<head><title>…`, 'a<b>'],
  'many meta elements': [`<head>…</head><body>${report}`, '<meta name=author content=@>'],
  'one long meta element': [`<head><meta property="og:title" content="…"></head><body>${report}`, '@ '],
  links: [`<body>${report}…`, '<a href=/a/#>@</a> '],
  'list of links': [`<body>${report}<ul>…</ul>`, '<li><a href=/a/#>Read @</a>'],
  'line breaks': [`<body>${report}…`, '<br>'],
  'line breaks between words': [`<body>${report}<div>…</div>`, 'The bridge @<br><br>'],
  comments: [`<body>${report}…`, '<!-- a -->'],
  'a comment never closed': [`<body>${report}<!-- …`, 'a -- > '],
  'conditional comments': [`<body>${report}…`, '<!--[if IE]><p>a<![endif]-->'],
  'scripts never closed': [`<body>${report}…`, '<script>a'],
  styles: [`<head>…</head><body>${report}`, '<style>a{b:c}</style>'],
  'frames and objects': [`<body>${report}…`, '<iframe src=a></iframe><object></object>'],
  headings: [`<body>…${report}`, '<h1>@</h1>'],
  times: [`<body>${report}…`, '<time datetime=2024-05-02>2 May 2024</time> '],
  bylines: [`<body>…${report}`, '<p class=byline>By @ Berg</p>'],
  captions: [`<body>${report}…`, '<figure><img src=a><figcaption>@</figcaption></figure>'],
  paragraphs: [`<body>${report}…`, '<p>The council of @ met on Monday.'],
  'empty paragraphs': [`<body>${report}…`, '<p></p>'],
  'a paragraph of spaces': [`<body>${report}<p>a…b</p>`, ' \n'],
  'a paragraph of soft hyphens': [`<body>${report}<p>a…b</p>`, '\u00AD'],
  'unknown elements': [`<body>${report}…`, '<x-@>a</x-@>'],
  'nested unknown elements': [`<body>${report}…`, '<x>'],
  'nested sound': [`<body>${report}…`, '<audio>'],
  'components without scripts': [`<body>${report}…`, '<noscript><custom-element>'],
  'nested formulas': [`<body>${report}<math>…`, '<mi>'],
  'styles that go on in each paragraph': [`<body>${report}…`, '<p><b id=#>a'],
  'misplaced table parts': [`<body>${report}<table>…`, '<b>a</b><td>'],
  'select and option': [`<body>${report}<select>…`, '<option>@<select>'],
}

export type PagePattern = Pattern & { readonly place: string }

export const pagePatterns: readonly PagePattern[] = Object.entries(pages).map(
  ([name, [place, fragment]]) => ({
    group: 'pages',
    name,
    place,
    fragment,
  }),
)

/** Six that stand for all: what costs most. */
const dearest = [
  'styles that go on in each paragraph',
  'nested tables',
  'bold across paragraphs',
  'nested lists',
  'unknown elements',
  'headings',
]

export const dearestPages: readonly PagePattern[] = pagePatterns.filter(({ name }) => dearest.includes(name))
