import { Hono } from "hono";
import type { ProblemDefinition } from "../platform/http/problem.ts";
import { anchors } from "./anchors.ts";
import type { OpenApiDocument } from "./document.ts";
import { page } from "./page.ts";
import { referenceOf } from "./reference.ts";
import { style } from "./style.ts";

/**
 * The human page of the document at /docs, made at the first request, and the way there from each problem's type.
 * `definitions` add to the problems that the document tells what helps against them.
 */
export function docs(document: () => OpenApiDocument, definitions: readonly ProblemDefinition[] = []) {
  return new Hono()
    .get("/docs", async (c) => {
      const { text, policy } = await renderedOf(document(), definitions);
      return c.html(text, 200, { "content-security-policy": policy });
    })
    .get("/problems/:code", async (c) => {
      const { codes } = await renderedOf(document(), definitions);
      const code = c.req.param("code");
      return codes.has(code) ? c.redirect(`/docs#${anchors.problem(code)}`, 303) : c.notFound();
    });
}

interface Rendered {
  text: string;
  codes: ReadonlySet<string>;
  policy: string;
}

// The values, not promises of them: on Workers no promise may be awaited in another request.
const kept = new WeakMap<OpenApiDocument, Rendered>();

async function renderedOf(document: OpenApiDocument, definitions: readonly ProblemDefinition[]) {
  const known = kept.get(document);
  if (known) return known;
  const reference = referenceOf(document, definitions);
  const codes = new Set(reference.problems.map(({ code }) => code));
  const rendered = { text: page(reference), codes, policy: await policyFor(style) };
  kept.set(document, rendered);
  return rendered;
}

/** The page may use its one stylesheet and nothing else (CSP Level 3). */
async function policyFor(stylesheet: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(stylesheet));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;
}
