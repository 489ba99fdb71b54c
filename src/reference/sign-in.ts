import { html } from "hono/html";
import { anchors } from "./anchors.ts";
import type { SecurityScheme } from "./document.ts";
import type { Reference } from "./documented.ts";
import { message } from "./exchange.ts";
import { type Html, line, prose } from "./markdown.ts";
import { cell, head, row, table } from "./table.ts";

/** How a system signs in, and what each permission opens. */
export function signInSection(reference: Reference): Html | undefined {
  const schemes = Object.values(reference.document.components?.securitySchemes ?? {});
  if (schemes.length === 0) return undefined;
  return html`<section id="sign-in" aria-labelledby="sign-in-title">
<h2 id="sign-in-title"><a href="#sign-in">How to sign in</a></h2>
${schemes.map((scheme) => signIn(reference, scheme))}
</section>
`;
}

function signIn(reference: Reference, { description, flows }: SecurityScheme): Html {
  const flow = flows?.clientCredentials;
  const scopes = Object.entries(flow?.scopes ?? {});
  return html`<div class="operation"><div class="told">
${prose(reference, description)}
${scopes.length > 0 && permissionTable(reference, scopes)}
</div>
${flow?.tokenUrl && html`<div class="exchange">${message("Example request for an access token", "Request for a token", tokenRequest(flow.tokenUrl, scopes[0]?.[0]))}${message("Example of a request with an access token", "Afterwards, with each request", "Authorization: Bearer …")}</div>`}
</div>`;
}

function permissionTable(reference: Reference, scopes: readonly [string, string][]): Html {
  const rows = scopes.map(([scope, meaning]) =>
    row([head(html`<code>${scope}</code>`), cell(line(reference, meaning))], anchors.permission(scope)),
  );
  return html`<h3>Permissions</h3>
<p>A token is asked for with these as <code>scope</code>, and never carries more than its client holds.</p>
${table("permissions", "Permissions and what they open", ["Permission", "Meaning"], rows)}`;
}

// RFC 6749, section 4.4, with the assertion of RFC 7523, section 2.2.
const tokenRequest = (tokenUrl: string, scope?: string) =>
  [
    `POST ${new URL(tokenUrl, "https://localhost").pathname}`,
    "Content-Type: application/x-www-form-urlencoded",
    "",
    "grant_type=client_credentials",
    "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer",
    "&client_assertion=…",
    ...(scope ? [`&scope=${encodeURIComponent(scope)}`] : []),
  ].join("\n");
