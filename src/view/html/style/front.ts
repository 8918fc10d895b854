/** The first screen and the three blocks with their findings and passages. */
export const front = `
header{padding-block:1.5rem 1rem;border-block-end:3px solid var(--ink)}
.brand{font-size:.8125rem;font-weight:700;letter-spacing:.08em;text-transform:uppercase;color:var(--soft);margin:0 0 .5rem}
.standfirst{color:var(--soft);font-size:1.0625rem;max-width:52rem;margin-block-end:0}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:.625rem 0;margin:0;border-block-end:1px solid var(--line);font-size:.875rem}
nav a{text-decoration:none;display:inline-block;padding-block:.25rem}
nav a:hover{text-decoration:underline}
.first{display:grid;gap:1.5rem 3rem;margin-block:1.5rem 2rem}
@media (min-width:52rem){.first{grid-template-columns:3fr 2fr}.unread{grid-column:1/-1}}
.first h2{font:700 .8125rem/1.4 var(--sans);letter-spacing:.08em;text-transform:uppercase;color:var(--soft)}
.agreement p,.agreement li{font:400 1.25rem/1.4 var(--serif);text-wrap:pretty}
.agreement ul{padding-inline-start:1rem;border-inline-start:4px solid var(--green);list-style:none}
.agreement li+li{margin-block-start:.5rem}
.agreement li a{color:inherit;text-decoration-color:var(--line)}
.who-reported ol{list-style:none;padding:0}
.who-reported li{display:flex;flex-wrap:wrap;gap:0 .75rem;align-items:baseline;padding-block:.375rem;border-block-end:1px solid var(--line)}
.who-reported a{font-weight:600;text-decoration:none}
.issues{list-style:none;padding:0}
.issues li{padding:.5rem .75rem;margin-block:.375rem;border-inline-start:4px solid var(--line);background:var(--card)}
.issues .error{border-color:var(--red)}
.issues .warning{border-color:var(--amber);color:inherit;font-weight:400}
.block,.part{margin-block:2.5rem 0;padding-block-start:.75rem;border-block-start:3px solid var(--ink)}
.block.cannot{border-color:var(--red)}
.block.quoted{border-color:var(--amber)}
.block.told{border-color:var(--violet)}
.tally{font:700 .875rem/1 var(--sans);color:var(--soft);vertical-align:.15em;margin-inline-start:.25rem}
.cannot .tally,.cannot .kind{color:var(--red)}
.quoted .tally,.quoted .kind{color:var(--amber)}
.told .tally,.told .kind{color:var(--violet)}
.none{font-family:var(--serif);font-size:1.0625rem}
.findings{list-style:none;padding:0;margin:1rem 0 0}
.findings>li{border-block-start:1px solid var(--line)}
.finding>summary{display:grid;grid-template-columns:1.25rem 1fr;padding-block:.75rem;list-style:none}
.finding>summary::-webkit-details-marker{display:none}
.finding>summary::before{content:"+";grid-row:1/3;font:400 1.25rem/1.1 var(--sans);color:var(--soft)}
.finding[open]>summary::before{content:"−"}
.kind{font-size:.8125rem;font-weight:700}
.sentence{font:400 1.1875rem/1.4 var(--serif);max-width:48rem;text-wrap:pretty}
.finding:target>summary{background:var(--hit)}
.evidence{padding:0 0 1.25rem 1.25rem}
.sure,.evidence>p{font-size:.9375rem;margin-block:.25rem .75rem;max-width:48rem}
.edits{padding:0;list-style:none}
.edit{padding:.375rem .75rem;border-inline-start:3px solid var(--line);font-size:.9375rem}
.edit.weighty{border-color:var(--red);font-weight:600}
.pairs>div{display:flex;flex-wrap:wrap;gap:0 .75rem;padding-block:.25rem;border-block-end:1px solid var(--line)}
.pairs dt{font-weight:600;min-width:12rem}
.pairs dd{margin:0}
.cards{list-style:none;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr))}
.card,.missing{background:var(--card);border:1px solid var(--line);border-radius:.25rem;padding:.75rem 1rem;min-width:0}
.card blockquote{margin:.375rem 0;padding:0}
.card blockquote p{margin:0;font:400 1.0625rem/1.5 var(--serif)}
.hit{font-weight:400;background:var(--hit);box-decoration-break:clone;-webkit-box-decoration-break:clone;padding-block:.1em}
.hit.compared{background:none}
.around{color:var(--soft)}
.who{font-weight:600;font-size:.9375rem;margin:0}
.tags{font-size:.8125rem;color:var(--soft);margin:.25rem 0 0;display:flex;flex-wrap:wrap;gap:0 .75rem}
.place{margin-inline-start:auto}
.missing{border-style:dashed}
.missing p{margin-block:.25rem;font-size:.9375rem}
.missing blockquote{margin:.375rem 0;padding:0}
.missing blockquote p{font:400 1.0625rem/1.5 var(--serif)}
.versions{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));padding-block:.5rem .75rem}
.versions>.note{grid-column:1/-1;margin:0}
.versions>.cards{margin:0;align-content:start;grid-template-columns:1fr}
.notes{margin-block-start:2rem}
.notes>summary,.alone>summary{font-weight:600;padding-block:.5rem}
`
