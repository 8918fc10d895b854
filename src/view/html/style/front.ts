/** The first screen: title and event, the bar with tabs and settings, where they part, the reports. */
import { widestAnswer } from '../parting.js'

/** An answer is as wide as the independent texts that give it. */
const widths = Array.from(
  { length: widestAnswer },
  (_, index) => `.t${index + 1}{flex-grow:${index + 1}}`,
).join('')

export const front = `
header{padding-block:.75rem .375rem}
h1{max-width:60rem}
.happened{font:400 var(--t7)/1.4 var(--serif);max-width:60rem;margin:.375rem 0 0;text-wrap:pretty}
.bar{position:sticky;inset-block-start:0;z-index:5;display:flex;gap:0 1.5rem;align-items:center;background:var(--paper);border-block:1px solid var(--line);font-size:var(--t3)}
nav{flex:1;min-width:0}
nav ul{display:flex;flex-wrap:nowrap;overflow-x:auto;gap:0 1.25rem;list-style:none;padding:0;margin:0;scrollbar-width:none}
nav a{text-decoration:none;display:block;padding-block:.5rem;white-space:nowrap;color:var(--ink)}
nav a:hover{text-decoration:underline}
nav a[aria-current]{font-weight:700;box-shadow:inset 0 -3px var(--accent)}
nav a:focus-visible{outline-offset:-3px}
.settings>summary{padding-block:.5rem;white-space:nowrap}
.panel{position:absolute;inset:100% 0 auto auto;width:min(100%,34rem);display:grid;gap:.75rem;justify-items:start;max-height:70vh;overflow:auto;padding:.875rem;background:var(--card);border:1px solid var(--edge);border-block-start:0;box-shadow:0 .5rem 1rem rgb(0 0 0/.18)}
.outlets output{font-weight:400;font-variant-numeric:tabular-nums}
.first{display:grid;gap:1.25rem 2.5rem;min-width:0}
.first>*{min-width:0}
@media (min-width:60rem){.first{grid-template-columns:minmax(0,1fr) 16.5rem}}
.part h3{font:700 var(--t2)/1.4 var(--sans);letter-spacing:.02em;margin-block:1.25rem .25rem}
.first h3{margin-block-start:0}
.rows,.findings{list-style:none;padding:0;margin:0}
.findings>li{border-block-end:1px solid var(--line);border-inline-start:4px solid var(--edge)}
.rows{border-block-start:1px solid var(--line)}
.findings>li.cannot{border-inline-start-color:var(--red)}
.findings>li.quoted{border-inline-start-color:var(--amber)}
.findings>li.told{border-inline-start-color:var(--violet)}
.finding>summary{display:grid;gap:.125rem 1.25rem;padding:.375rem .25rem .375rem .75rem;list-style:none}
.finding>summary::-webkit-details-marker{display:none}
.finding>summary:hover{color:inherit;background:var(--card)}
.finding>summary:focus-visible{outline-offset:-3px}
@media (min-width:48rem){.finding>summary.short-row{grid-template-columns:minmax(0,17rem) minmax(0,1fr)}.finding>summary.statement{grid-template-columns:minmax(0,1fr) auto}.statement .answers{flex-wrap:nowrap}.statement .answer{flex:0 1 auto}}
.asked{font:400 var(--t4)/1.4 var(--sans);min-width:0}
.long .asked>*{display:inline}
.short-row .kind{display:block}
.kind{font-size:var(--t2);color:var(--soft);margin-inline-end:.25rem}
.about{font-family:var(--serif)}
.gap{display:inline-block;width:2.5em;border-block-end:1.5px solid currentColor}
.answers{display:flex;flex-wrap:wrap;gap:.25rem .375rem;min-width:0;align-content:start}
.answer{flex:1 1 8.5rem;min-width:0;padding:0 .5rem .125rem;border-inline-start:1px solid var(--line);font:400 var(--t4)/1.35 var(--serif)}
.answer:not(.is-value){flex:0 1 auto;font:400 var(--t2)/1.4 var(--sans);color:var(--soft);padding-block:.125rem}
.answer.is-silent{border:1px dashed var(--edge);border-radius:.25rem}
.answer.is-unread{background:repeating-linear-gradient(135deg,var(--unknown) 0 6px,transparent 6px 12px);border:1px solid var(--line);border-radius:.25rem}
${widths}
.answer:not(.is-value){flex-grow:0}
.answer .differs{font-weight:600;color:var(--accent)}
.chips-in{font:400 var(--t1)/1.6 var(--sans)}
.answer:not(.is-value) .chips-in{display:block}
.named{font-size:var(--t2)}
.named>span{white-space:nowrap}
.row-key{display:flex;flex-wrap:wrap;gap:.125rem 1rem;margin:.375rem 0 0;font-size:var(--t2);color:var(--soft)}
a.letter{text-decoration:none;color:var(--accent)}
abbr.letter{text-decoration:none;cursor:inherit}
.js abbr[data-to]{cursor:pointer}
.js abbr[data-to]:hover{border-color:var(--accent);color:var(--accent)}
.who-reported .standfirst{font-size:var(--t2);color:var(--soft);margin:0 0 .25rem;font-weight:400}
.who-reported ol{list-style:none;padding:0;margin:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,14rem),1fr));gap:0 1.5rem}
.who-reported li{padding-block:.25rem;border-block-start:1px solid var(--line);font-size:var(--t4);min-width:0}
.who-reported li.one-text{border-inline-start:3px solid var(--accent);padding-inline-start:.5rem}
.who-reported li.g1{border-inline-start-style:double}
.who-reported li>a{font-weight:600;text-decoration:none;color:inherit}
.who-reported li>a:hover{text-decoration:underline}
.who-reported small{display:block;font-variant-numeric:tabular-nums}
.clock{white-space:nowrap}
.agreement p,.agreement li{font:400 var(--t6)/1.4 var(--serif);text-wrap:pretty}
.agreement ul{padding-inline-start:1rem;border-inline-start:4px solid var(--green);list-style:none}
.agreement li+li{margin-block-start:.375rem}
.agreement li a{color:inherit;text-decoration-color:var(--line)}
.tally{font:400 var(--t3)/1 var(--sans);color:var(--soft);margin-inline-start:.375rem}
.issues{list-style:none;padding:0}
.issues li{padding:.375rem .75rem;margin-block:.375rem;border-inline-start:4px solid var(--line);background:var(--card);font-size:var(--t3)}
.issues .error{border-color:var(--red)}
.issues .warning{border-color:var(--amber);color:inherit;font-weight:400}
@media screen{${['findings', 'articles', 'claims', 'quotes', 'actors', 'method', 'review'].map((tab) => `.js[data-tab=${tab}] .part:not([data-tab=${tab}])`).join(',')}{display:none}}
`
