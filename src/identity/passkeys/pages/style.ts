import { style as common } from "../../sign-in/pages/style.ts";

/** The stylesheet of all pages of sign-in, and what those of passkeys have besides. */
export const style = `${common}
[hidden] { display: none !important; }
form { margin: 1.75rem 0 1.25rem; }
label + input + .soft { margin: .4rem 0 1.25rem; }
main > form button, [data-known] button, section button { min-width: 16rem; }
button:disabled { opacity: .6; cursor: default; text-decoration: none; }
summary { cursor: pointer; width: fit-content; padding: .4rem 0; color: var(--act); }
summary + * { margin-top: .5rem; }
strong, h2 { overflow-wrap: anywhere; }
.note { margin: 0 0 1.75rem; padding: 1rem 1.25rem; background: var(--panel); border-left: 5px solid var(--act); border-radius: 0 6px 6px 0; }
.note h2 { margin: 0 0 .35rem; font-size: 1.25rem; }
.note :last-child { margin-bottom: 0; }
.passkeys { list-style: none; margin: 0 0 1rem; padding: 0; border-top: 1px solid var(--rule); }
.passkeys li { padding: 1.1rem 0 .8rem; border-bottom: 1px solid var(--rule); }
.passkeys h2 { margin: 0; font-size: 1.25rem; }
.passkeys p { margin: 0 0 .35rem; }
.passkeys form { margin: .25rem 0 1rem; }
.passkeys button { margin-top: .9rem; min-width: 0; }
.passkeys details { display: inline-block; margin-right: 1.5rem; vertical-align: top; }
.passkeys details[open] { display: block; margin-right: 0; }
@media (max-width: 30rem) { main form button { width: 100%; } }
`;
