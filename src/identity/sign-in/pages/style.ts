/** The one stylesheet of the pages: large quiet type, one color that acts, one that warns. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --panel: #f4f0e8; --rule: #cfc8ba; --ink: #20262a; --soft: #565e63;
  --act: #0b5a5e; --on-act: #ffffff; --warn: #8c3a16;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Liberation Serif", serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161a1c; --panel: #1f2527; --rule: #465054; --ink: #e9e7e1; --soft: #aeb6b8;
    --act: #82c7c4; --on-act: #0e1a1b; --warn: #e5a780;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; background: var(--paper); color: var(--ink); font: 1.1875rem/1.6 var(--sans); border-top: 6px solid var(--act); }
header, main { max-width: 36rem; margin: 0 auto; padding: 0 1.25rem; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; padding-top: 1.25rem; padding-bottom: 1.25rem; }
.mark { color: var(--act); flex: none; }
.name { font: 700 1.25rem/1.2 var(--serif); }
.languages { margin-left: auto; font-size: 1rem; white-space: nowrap; }
.languages a, .languages b { display: inline-block; padding: .5rem .35rem; }
main { padding-top: 1.25rem; padding-bottom: 4rem; }
h1, h2 { font-family: var(--serif); line-height: 1.2; text-wrap: balance; overflow-wrap: break-word; }
h1 { font-size: 2.25rem; letter-spacing: -.01em; margin: 0 0 1rem; }
h2 { font-size: 1.5rem; margin: 2.75rem 0 .75rem; }
p { margin: 0 0 1.1em; }
a { color: var(--act); text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 3px; border-radius: 4px; }
.soft { color: var(--soft); font-size: 1.0625rem; }
label { display: block; font-weight: 600; margin-bottom: .4rem; }
input[type=text] { width: 100%; min-height: 3.25rem; padding: .6rem .85rem; font: inherit; color: inherit; background: var(--paper); border: 2px solid var(--soft); border-radius: 6px; }
input[type=text]:focus-visible { border-color: var(--act); outline-offset: 1px; }
.hint { display: block; font-weight: 400; color: var(--soft); font-size: 1.0625rem; }
button { min-height: 3.25rem; padding: .6rem 1.5rem; font: 600 1.1875rem/1.3 var(--sans); color: var(--on-act); background: var(--act); border: 2px solid var(--act); border-radius: 6px; cursor: pointer; }
button:hover { text-decoration: underline; text-underline-offset: .2em; }
button.quiet { color: var(--act); background: transparent; }
form .row { margin: 0 0 1.25rem; }
.told { margin: 0 0 1.75rem; padding: 1rem 1.25rem; background: var(--panel); border-left: 5px solid var(--warn); border-radius: 0 6px 6px 0; }
.told p:last-child { margin: 0; }
.told b { color: var(--warn); }
main > .way { margin-top: 2.25rem; }
.way + .way { margin-top: 2.75rem; padding-top: 2.25rem; border-top: 1px solid var(--rule); }
.way h2 { margin-top: 0; }
dl { margin: 0 0 1.75rem; padding: 1.1rem 1.25rem; background: var(--panel); border-radius: 6px; }
dt { color: var(--soft); font-size: 1.0625rem; }
dd { margin: 0 0 .8rem; font-weight: 600; overflow-wrap: anywhere; }
dd:last-child { margin: 0; }
ul.list { list-style: none; margin: 0 0 1.5rem; padding: 0; border-top: 1px solid var(--rule); }
ul.list li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .75rem; padding: 1rem 0; border-bottom: 1px solid var(--rule); }
ul.list p { margin: 0; }
.actions { display: flex; flex-wrap: wrap; gap: 1rem; }
@media (max-width: 30rem) {
  h1 { font-size: 1.875rem; }
  .actions form, .actions button, main > form button, .way button { width: 100%; }
}
`;
