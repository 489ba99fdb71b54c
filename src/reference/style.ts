/** The page's one stylesheet. Teal reads, brick changes; hairlines instead of boxes. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --side: #f5f2ec; --panel: #f2eee6; --rule: #ddd7cb; --ink: #20262a; --soft: #565e63;
  --reads: #0b5a5e; --changes: #8c3a16; --mark: #0b5a5e; --target: #fdf3d6;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Liberation Serif", serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "Cascadia Code", "Source Code Pro", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161a1c; --side: #1b2022; --panel: #1f2527; --rule: #353d40; --ink: #e3e1db; --soft: #a9b1b3;
    --reads: #82c7c4; --changes: #e5a780; --mark: #82c7c4; --target: #37311d;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--sans); }
a { color: var(--reads); text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--reads); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
code, pre { font-family: var(--mono); font-size: .875em; }
code { overflow-wrap: anywhere; }
p, ul { margin: 0 0 1em; max-width: 42rem; }
ul { padding-left: 1.2em; }
li { margin-bottom: .35em; }
li::marker { color: var(--soft); }

.skip { position: absolute; left: -100rem; padding: .6rem 1rem; background: var(--paper); z-index: 2; }
.skip:focus { left: .5rem; top: .5rem; }

header { display: flex; align-items: center; gap: .7rem; padding: 1.1rem 1.25rem; border-top: 5px solid var(--mark); background: var(--side); }
.mark { color: var(--mark); flex: none; }
.name { font: 700 1.2rem/1.2 var(--serif); }
.what { color: var(--soft); font-size: .875rem; margin-left: auto; }

nav { background: var(--side); border-bottom: 1px solid var(--rule); font-size: .9375rem; line-height: 1.4; }
nav summary { padding: .7rem 1.25rem; cursor: pointer; font-weight: 600; }
#contents { padding: .25rem 1.25rem 1.25rem; }
nav p { margin: .9rem 0 .3rem; }
nav p a { font-weight: 600; }
nav ul { list-style: none; margin: 0; padding: 0 0 0 .8rem; border-left: 1px solid var(--rule); }
nav li { margin: 0; }
nav a { display: block; padding: .2rem 0; color: var(--ink); text-decoration: none; }
nav a:hover { color: var(--reads); text-decoration: underline; }
nav .to-contents { position: fixed; right: .75rem; bottom: .75rem; padding: .45rem .9rem; background: var(--side); border: 1px solid var(--rule); border-radius: 2rem; font-size: .875rem; text-decoration: none; }

main { padding: 1.75rem 1.25rem 4rem; min-width: 0; }
section { margin-bottom: 4.5rem; }
h1, h2, h3 { font-family: var(--serif); line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2.5rem; margin: 0 0 1.5rem; letter-spacing: -.01em; }
h1 span { display: block; margin-top: .35rem; font: 400 1.125rem/1.4 var(--sans); color: var(--soft); letter-spacing: 0; }
h2 { font-size: 1.875rem; margin: 0 0 .75rem; padding-top: 1.25rem; border-top: 3px solid var(--mark); }
h3 { font-size: 1.375rem; margin: 0 0 .5rem; }
h4 { font: 600 1rem/1.4 var(--sans); margin: 1.75rem 0 .5rem; }
h2 a, h3 a { color: inherit; text-decoration: none; }
h2 a:hover, h3 a:hover { text-decoration: underline; }
.about > p:first-child, .lead { font: 1.1875rem/1.55 var(--serif); }
.codes { list-style: none; padding: 0; }
.aside, .kind, .meaning { color: var(--soft); font-size: .9375rem; }
.kind::before { content: "· "; }

article { padding-top: 1.75rem; margin-top: 1.75rem; border-top: 1px solid var(--rule); }
.route { margin-bottom: 1rem; font-size: 1.0625rem; }
.method { font: 700 .875em var(--mono); letter-spacing: .03em; }
.reads { color: var(--reads); }
.changes { color: var(--changes); }
.facts { margin: 1.25rem 0 0; font-size: .9375rem; }
.facts div { display: flex; gap: .75rem; margin-bottom: .25rem; }
.facts dt { flex: 0 0 3.5rem; color: var(--soft); }
.facts dd { margin: 0; }
.status { margin: 0 0 .4rem; }
.headers { font-size: .9375rem; }

table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: .9375rem; line-height: 1.5; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .55rem 1rem .55rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
thead th { padding-bottom: .3rem; color: var(--soft); font-size: .875rem; }
tbody th > code { font-weight: 600; }
tbody th > a > code { font-weight: 600; }
.fields thead th:first-child { width: 32%; }
.fields thead th:nth-child(2) { width: 28%; }
.placed thead th:first-child { width: 28%; }
.placed thead th:nth-child(2) { width: 12%; }
.placed thead th:nth-child(3) { width: 24%; }
:is(.problems, .refusals) thead th:first-child { width: 4.5rem; }
:is(.problems, .refusals) thead th:nth-child(2) { width: 36%; }
.permissions thead th:first-child { width: 36%; }
.within { color: var(--soft); font-weight: 400; }
.required, .optional { display: block; font-size: .8125rem; color: var(--soft); }
.required { color: var(--ink); }
.limit, .example, .detail, .told-by { display: block; color: var(--soft); font-size: .875rem; }
.detail { color: var(--ink); font-size: .9375rem; }
.told-by a { color: inherit; }
table + .aside { margin-top: .75rem; }
main details { margin: 0 0 1rem; }
main summary { cursor: pointer; width: fit-content; color: var(--reads); font-size: .9375rem; padding: .2rem 0; }
.index { columns: 11rem; padding: 0; list-style: none; max-width: none; font-size: .9375rem; }
.index li { break-inside: avoid; }

.exchange { margin-top: 1.5rem; min-width: 0; }
figure { margin: 0 0 1rem; background: var(--panel); border-left: 3px solid var(--rule); padding: .8rem 1rem 1rem; }
figcaption { color: var(--soft); font-size: .8125rem; margin-bottom: .4rem; }
pre { margin: 0; font-size: .8125rem; line-height: 1.55; white-space: pre-wrap; overflow-wrap: anywhere; }
article:target > h3, article:target .told > h3, tr:target > * { background: var(--target); }
footer { border-top: 1px solid var(--rule); padding-top: 1rem; color: var(--soft); font-size: .9375rem; }

@media (max-width: 40rem) {
  .fields thead, .problems thead, .refusals thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .fields :is(tbody, tr, th, td), .problems :is(tbody, tr, th, td), .refusals :is(tbody, tr, th, td), table.fields, table.problems, table.refusals { display: block; }
  :is(.fields, .problems, .refusals) tr { border-bottom: 1px solid var(--rule); padding: .6rem 0; }
  :is(.fields, .problems, .refusals) :is(th, td) { border: 0; padding: 0; }
  .required, .optional { display: inline; margin-left: .4rem; }
  .placed :is(.place, .shape), :is(.problems, .refusals) :is(td:first-child, th) { display: inline; }
  .place::before { content: "in "; }
  .place::after { content: ", "; }
  .fields .shape, .place { color: var(--soft); }
  h1 { font-size: 2rem; }
  h2 { font-size: 1.625rem; }
}
@media (min-width: 60rem) {
  body { display: grid; grid-template: auto 1fr / 17.5rem minmax(0, 1fr); }
  header { grid-area: 1 / 1; flex-wrap: wrap; padding: 1.5rem 1.5rem .5rem; }
  .what { margin: 0; flex-basis: 100%; }
  nav { grid-area: 2 / 1; border: 0; }
  nav details { height: 100%; }
  #contents { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 0 1.5rem 2rem; }
  main { grid-area: 1 / 2 / 3; padding: 2.5rem 3.5rem 6rem; max-width: 80rem; }
  nav .to-contents { display: none; }
}
@supports selector(::details-content) {
  @media (min-width: 60rem) {
    nav summary { display: none; }
    nav details::details-content { display: contents; content-visibility: visible; }
  }
  @media print { nav details::details-content { content-visibility: visible; } }
}
@media (min-width: 78rem) {
  .operation { display: grid; grid-template-columns: minmax(0, 1fr) 23rem; gap: 2.5rem; }
  .exchange { margin-top: .25rem; }
}
@media print {
  :root { --paper: #fff; --side: #fff; --panel: #fff; --rule: #bbb; --ink: #000; --soft: #444; --reads: #0b4a4e; --changes: #722d10; --mark: #444; color-scheme: light; }
  body { display: block; font-size: 10pt; }
  .skip, nav summary, nav .to-contents, main details { display: none; }
  #contents { position: static; max-height: none; columns: 2; }
  .operation { display: block; }
  h2, h3, h4, .route { break-after: avoid; }
  tr, figure { break-inside: avoid; }
  main { padding: 1.5rem 0 0; max-width: none; }
  section { margin-bottom: 2.5rem; }
}
`;
