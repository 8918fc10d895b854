/** The style sheet of the report page. No address in it, no font to load; colours are told twice, by shape and words too. */
export const styleSheet = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1d1f22;--soft:#5a5f66;--line:#d9d6cd;--accent:#0b5a7a;--red:#a3271e;--amber:#7a5200;--green:#1f6440;--violet:#5b3a8c;--hit:#fdf3c7;--del:#f9dcd8;--ins:#d8eee0;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;--serif:Charter,"Bitstream Charter","Source Serif 4",Georgia,"Noto Serif",serif}
@media (prefers-color-scheme:dark){:root{--paper:#15171a;--card:#1d2024;--ink:#e8e6e1;--soft:#a9adb3;--line:#3a3e44;--accent:#7cc4e4;--red:#ff9a8f;--amber:#f0c36a;--green:#86d3a6;--violet:#c5a9f2;--hit:#3a3418;--del:#4c2522;--ins:#1e3d2b}}
*{box-sizing:border-box}
html{font:100%/1.55 var(--sans);background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:0 clamp(1rem,4vw,3rem) 4rem;max-width:82rem;overflow-wrap:anywhere}
`
