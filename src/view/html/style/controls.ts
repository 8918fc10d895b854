/** Buttons, choices, filter bars: plain, of one height, at least 24 by 24 pixels to touch. */
export const controls = `
button,select,input[type=search],input[type=text],textarea{font:400 var(--t3)/1.4 var(--sans);color:var(--ink);background:var(--card);border:1px solid var(--edge);border-radius:.25rem;padding:.25rem .625rem;min-height:2rem;max-width:100%}
button{cursor:pointer;font-weight:600}
button:hover{border-color:var(--accent);color:var(--accent)}
button.main{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
textarea{width:100%;min-height:3.5rem;resize:vertical}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend{padding:0}
.tools{display:flex;flex-wrap:wrap;gap:.5rem 2rem;align-items:center;padding-block:.625rem;border-block-end:1px solid var(--line);font-size:var(--t3)}
.seg{display:flex;flex-wrap:wrap;align-items:center;gap:0}
.seg legend,.chips legend{float:inline-start;margin-inline-end:.625rem;color:var(--soft);padding-block:.25rem}
.seg label{position:relative}
.seg input{position:absolute;opacity:0;inset:0;width:100%;height:100%;margin:0;cursor:pointer}
.seg span{display:block;padding:.25rem .75rem;border:1px solid var(--edge);margin-inline-start:-1px;background:var(--card)}
.seg label:first-of-type span{border-start-start-radius:.25rem;border-end-start-radius:.25rem}
.seg label:last-of-type span{border-start-end-radius:.25rem;border-end-end-radius:.25rem}
.seg input:checked+span{background:var(--ink);color:var(--paper);border-color:var(--ink)}
.seg input:focus-visible+span{outline:3px solid var(--accent);outline-offset:2px}
.seg input:focus-visible{outline:3px solid var(--accent)}
.theme{margin-inline-start:auto}
@media (max-width:30rem){.tools{gap:.375rem}.seg span{padding-inline:.375rem}.theme{margin:0}.seg legend{min-width:3.5rem;margin-inline-end:.25rem}}
.class-bar{flex-basis:100%;margin:0;font-family:var(--serif);font-size:var(--t6)}
.filters{padding-block:.25rem .5rem;font-size:var(--t3)}
.controls{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:end}
.controls>label{display:flex;flex-direction:column;font-size:var(--t1);color:var(--soft);min-width:0}
.controls select{max-width:15rem}
.controls input[type=search]{width:11rem}
.controls output{margin-inline-start:auto;color:var(--soft);font-variant-numeric:tabular-nums;padding-block:.375rem}
@media (max-width:40rem){.controls{display:grid;grid-template-columns:1fr 1fr}.controls :is(select,input){width:100%!important;max-width:none}.controls button{justify-self:start}.controls output{grid-column:1/-1}}
.chips{display:flow-root;margin-block-end:.5rem}
.chips label{display:inline-flex;align-items:center;gap:.25rem;margin:0 .875rem 0 0;padding-block:.25rem;min-width:0}
.panel legend{float:none;padding:0}
.chips .outlet{overflow-wrap:anywhere}
.review{border-block-start:1px solid var(--line);margin-block-start:.75rem;padding-block-start:.625rem;display:grid;gap:.5rem;max-width:46rem;font-size:var(--t3)}
.review>label{display:block;color:var(--soft)}
.review .note,.copy-row{margin:0}
.badge{justify-self:start;font-size:var(--t2);font-weight:700;color:var(--green)}
.badge::before{content:"✓ "}
[data-ruled=dismiss] .badge{color:var(--red)}
[data-ruled=dismiss] .badge::before{content:"✕ "}
[data-ruled=correct] .badge{color:var(--amber)}
[data-ruled=correct] .badge::before{content:"✎ "}
[data-ruled=dismiss] .sentence{color:var(--soft)}
.ruled-list{list-style:none;padding:0}
.ruled-list li{padding-block:.375rem;border-block-end:1px solid var(--line);font-size:var(--t4)}
.ruled-list small{display:block}
.ruled-list .stale{color:var(--soft);border-inline-start:4px solid var(--amber);padding-inline-start:.625rem}
input[type=file]{font:400 var(--t3)/1.4 var(--sans);color:var(--ink);max-width:100%;min-height:2rem}
.rulings{font-size:var(--t4)}
input[type=checkbox]{width:1rem;height:1rem;margin:0;accent-color:var(--accent);flex:none}
`
