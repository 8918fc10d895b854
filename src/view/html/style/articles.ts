/** The quote ledger and the articles. */
export const articles = `
.entry{border-block-end:1px solid var(--line);padding-block:.625rem}
.entry small{display:block;margin-block-start:.125rem}
.utterance{font:400 var(--t6)/1.45 var(--serif)}
.weight{color:var(--red);font-weight:600}
.prints{list-style:none;padding:0;margin:.5rem 0 0}
.print{display:grid;gap:.25rem 1.5rem;padding-block:.5rem;border-block-start:1px solid var(--line);min-width:0}
.print>*{min-width:0}
@media (min-width:52rem){.print{grid-template-columns:11rem minmax(0,1fr) 19rem}.print.absent>div,.print.unknown>p:last-child{grid-column:2/-1}}
.print blockquote{margin:0 0 .25rem}
.print blockquote p{margin:0;font:400 var(--t6)/1.45 var(--serif)}
.print .hit{background:none}
.print.absent blockquote p,.print .note{color:var(--soft);margin:0}
.print .tags{margin-block-end:0}
.credit{font-size:var(--t3)}
.credit p{margin:0 0 .125rem}
.credit small{margin-inline-end:.5rem}
.credit small,.print .credit small{display:inline}
.as-printed{display:block;font-family:var(--serif)}
.as-printed::before{content:"in print: ";font-family:var(--sans);color:var(--soft);font-size:var(--t2)}
.entry:target>summary,li:target{background:var(--hit)}
.alone li{margin-block:.375rem}
.alone q,.alone li{font-family:var(--serif)}
.alone h3{font:600 var(--t5)/1.4 var(--sans);margin-block-start:1rem}
.alone small{font-family:var(--sans);display:block}
article{padding-block:1rem;border-block-end:1px solid var(--line);min-width:0}
article h3{margin-block-end:.25rem}
.byline{display:flex;flex-wrap:wrap;gap:0 1rem;font-size:var(--t3);color:var(--soft)}
.text>summary{font-size:var(--t3);color:var(--soft)}
.reading-tools{padding-block:.25rem;font-size:var(--t3)}
.reading-tools .chips{margin-block:.5rem 0}
.body{font:400 var(--t6)/1.6 var(--serif)}
.row{display:grid;gap:0 2rem;align-items:start}
.row>*{min-width:0;max-width:42rem}
@media (min-width:58rem){.row{grid-template-columns:minmax(0,42rem) minmax(12rem,20rem)}}
.row p{margin-block:.375rem}
.margin{list-style:none;padding:0;margin:.5rem 0;font:400 var(--t2)/1.45 var(--sans);color:var(--soft)}
.margin li{padding-inline-start:.625rem;border-inline-start:3px solid var(--line)}
.margin li.differs{border-color:var(--amber);color:var(--ink)}
.margin li.alone{border-inline-start-style:dotted;border-color:var(--violet)}
.margin a{color:inherit;text-decoration-color:var(--line)}
.margin .shared>a{white-space:nowrap}
.opening{font-family:var(--serif)}
.also{margin-inline-start:.5rem}
.also a{display:inline-block;min-width:1.5rem;text-align:center;color:var(--accent);font-weight:700;text-decoration:none}
.also a:hover{text-decoration:underline}
.m.differs{background:var(--hit)}
.m.alone-here{text-decoration:underline dotted 2px var(--violet);text-underline-offset:.2em}
[data-read=class][data-findings=hidden] .m{background:none;text-decoration:none}
.strip{position:absolute;inset:0;width:100%;height:100%;pointer-events:none;overflow:visible}
.strip path{fill:none;stroke:var(--edge);stroke-width:1.5;opacity:.6}
.strip .lit{stroke:var(--accent);stroke-width:3;opacity:1}
.parallel:has(>.strip){gap:3.5rem}
.parallel{position:relative;display:grid;grid-auto-flow:column;grid-auto-columns:minmax(17rem,1fr);gap:1.25rem;overflow-x:auto;padding-block-end:.5rem}
@media (max-width:40rem){.parallel{grid-auto-columns:100%;scroll-snap-type:x mandatory}.parallel>article{scroll-snap-align:start}.strip{display:none}.parallel:has(>.strip){gap:1rem}}
.parallel article{border:0;border-block-start:1px solid var(--ink);padding-block:.5rem 0}
.parallel .body{max-height:70vh;overflow-y:auto;position:relative;padding-inline-end:.5rem;font-size:var(--t5);line-height:1.5}
.parallel .row{display:block}
.parallel .margin{display:none}
.parallel [data-c]{cursor:pointer;border-block-end:1px solid var(--line)}
.parallel .lit{background:var(--wash);box-shadow:0 0 0 .15em var(--wash);border-color:var(--accent)}
.headline{font-size:var(--t8);font-weight:700;line-height:1.25}
.parallel .headline{font-size:var(--t7)}
.standfirst{font-weight:600}
.subhead{font-weight:700;margin-block-start:1.25rem}
.item{padding-inline-start:1.25rem;text-indent:-1em}
.item::before{content:"• ";color:var(--soft)}
.caption,.imprint{font:400 var(--t3)/1.4 var(--sans);color:var(--soft)}
.text blockquote,.embed{padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
.embed{color:var(--soft)}
span:target{background:var(--hit);outline:2px solid var(--amber)}
`
