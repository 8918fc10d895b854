/** The first screen: the event, what all tell, who reported when, the three blocks in short. */
export const front = `
header{padding-block:1.25rem .75rem;border-block-end:3px solid var(--ink)}
.brand{font-size:.75rem;font-weight:700;letter-spacing:.09em;text-transform:uppercase;color:var(--soft);margin:0 0 .25rem}
.standfirst{color:var(--soft);font-size:1rem;max-width:60rem;margin-block:.375rem 0}
.bar{position:sticky;inset-block-start:0;z-index:5;display:flex;gap:0 1.25rem;background:var(--paper);border-block:1px solid var(--line);margin-block-start:2rem;font-size:.875rem}
nav{flex:1;min-width:0}
nav ul{display:flex;flex-wrap:nowrap;overflow-x:auto;gap:0 1.25rem;list-style:none;padding:0;margin:0;scrollbar-width:thin;padding-inline-end:1.5rem;mask-image:linear-gradient(90deg,#000 calc(100% - 1.5rem),transparent)}
nav a{text-decoration:none;display:block;padding-block:.5rem;white-space:nowrap}
nav a:hover{text-decoration:underline}
nav a:focus-visible{outline-offset:-3px}
.outlets>summary{padding-block:.5rem;white-space:nowrap;font-weight:600}
.outlets output{font-weight:400;color:var(--soft);font-variant-numeric:tabular-nums}
.panel{position:absolute;inset:100% 0 auto;display:grid;gap:.25rem;justify-items:start;max-height:70vh;overflow:auto;padding:.625rem .875rem .875rem;background:var(--card);border:1px solid var(--edge);border-block-start:0;border-radius:0 0 .25rem .25rem;box-shadow:0 .5rem 1rem rgb(0 0 0/.18)}
.first{display:grid;gap:1.25rem 3rem;margin-block-start:1.25rem}
@media (min-width:52rem){.first{grid-template-columns:2fr 3fr}.unread,.fronts,.who-reported.many,.who-reported.many+.agreement{grid-column:1/-1}}
.first h2{font:700 .75rem/1.4 var(--sans);letter-spacing:.08em;text-transform:uppercase;color:var(--soft)}
.agreement p,.agreement li{font:400 1.1875rem/1.4 var(--serif);text-wrap:pretty}
.agreement ul{padding-inline-start:1rem;border-inline-start:4px solid var(--green);list-style:none}
.agreement li+li{margin-block-start:.375rem}
.agreement li a{color:inherit;text-decoration-color:var(--line)}
.who-reported ol{list-style:none;padding:0;margin-block:.125rem 0;display:grid;gap:0 2rem}
.who-reported:not(.many) ol{grid-template-columns:fit-content(11rem) 1fr;gap:0 .75rem}
.who-reported.many ol{grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr))}
.who-reported li{display:grid;grid-column:1/-1;grid-template-columns:subgrid;align-items:baseline;padding-block:.1875rem;border-block-end:1px solid var(--line)}
.who-reported.many li{grid-column:auto;grid-template-columns:8.25rem 1fr;gap:0 .5rem}
.who-reported a{font-weight:600;text-decoration:none}
.who-reported a:hover{text-decoration:underline}
.at{font-size:.875rem;color:var(--soft);font-variant-numeric:tabular-nums}
.clock{white-space:nowrap}
.whom small{display:inline-block;margin-inline-start:.375rem}
.fronts{display:grid;gap:1.25rem 2rem}
@media (min-width:60rem){.fronts{grid-template-columns:repeat(3,minmax(0,1fr))}}
.front-card{border-block-start:3px solid var(--ink);padding-block-start:.5rem;min-width:0}
.first .front-card h2{font:700 1.1875rem/1.25 var(--serif);letter-spacing:0;text-transform:none;color:var(--ink)}
.front-card ul{list-style:none;padding:0;margin:.25rem 0 0}
.front-card li{padding-block:.5rem;border-block-end:1px solid var(--line)}
.front-card li a{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;overflow:hidden;font:400 1rem/1.4 var(--serif);color:inherit;text-decoration:none;overflow-wrap:anywhere}
.front-card li a:hover{text-decoration:underline}
.front-card li a:focus-visible{outline-offset:-3px}
.front-card .kind,.front-card small{display:block}
.front-card small{margin-block-start:.125rem}
.front-card .none{margin-block:.375rem 0}
.more{margin:.375rem 0 0;font-size:.875rem}
.front-card.cannot,.block.cannot{border-color:var(--red)}
.front-card.quoted,.block.quoted{border-color:var(--amber)}
.front-card.told,.block.told{border-color:var(--violet)}
.tally{font:700 .875rem/1 var(--sans);color:var(--soft);vertical-align:.1em;margin-inline-start:.25rem}
.cannot .tally,.cannot .kind{color:var(--red)}
.quoted .tally,.quoted .kind{color:var(--amber)}
.told .tally,.told .kind{color:var(--violet)}
.kind{font-size:.8125rem;font-weight:700}
.issues{list-style:none;padding:0}
.issues li{padding:.375rem .75rem;margin-block:.375rem;border-inline-start:4px solid var(--line);background:var(--card);font-size:.9375rem}
.issues .error{border-color:var(--red)}
.issues .warning{border-color:var(--amber);color:inherit;font-weight:400}
`
