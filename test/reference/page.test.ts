import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { operations as ownOperations } from "../../src/app.ts";
import { createDocument } from "../../src/openapi.ts";
import type { Operation } from "../../src/platform/http/operation.ts";
import { standardRates } from "../../src/rates.ts";
import { docs } from "../../src/reference/index.ts";
import { definitions, operations, sampleDocument } from "./sample.ts";

const read = async (document: Parameters<typeof docs>[0]) => {
  const response = await docs(document, definitions).request("/docs");
  expect(response.status).toBe(200);
  return { response, text: await response.text() };
};

const idsOf = (text: string) => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

/** Every code that the refusals of some operations tell. */
const codesOf = (described: readonly Operation[]) => {
  const told = described
    .flatMap(({ route }) => Object.values(route.responses))
    .map((response) => ("description" in response ? response.description : ""));
  return new Set([...told.join("\n").matchAll(/`([a-z0-9-]+)`: /g)].map(([, code]) => code));
};

describe.each([
  ["a sample", sampleDocument, operations],
  [
    "the service itself",
    () => createDocument(ownOperations, "https://handreiking.example", standardRates),
    ownOperations,
  ],
])("the page of %s", (_, document, described) => {
  test("tells every operation at its anchor, with its method, path and name", async () => {
    const { text } = await read(document);
    for (const { operationId, route } of described) {
      const start = text.indexOf(`id="operation-${operationId}"`);
      expect(start, operationId).toBeGreaterThan(0);
      const section = text.slice(start, text.indexOf("</article>", start));
      expect(section).toContain(`>${route.method.toUpperCase()}</span>`);
      expect(section.replaceAll("<wbr>", "")).toContain(`<code>/v1${route.path}</code>`);
      expect(section).toContain(`<dd><code>${operationId}</code></dd>`);
    }
  });

  test("tells every schema and every problem at its anchor", async () => {
    const { text } = await read(document);
    const ids = idsOf(text);
    const schemas = Object.keys(document().components?.schemas ?? {});
    expect(schemas.length).toBeGreaterThan(0);
    expect(ids).toEqual(expect.arrayContaining(schemas.map((name) => `schema-${name}`)));
    const codes = [...codesOf(described)];
    expect(codes.length).toBeGreaterThan(5);
    expect(ids).toEqual(expect.arrayContaining(codes.map((code) => `problem-${code}`)));
  });

  test("has a target for every link within it, and no id twice", async () => {
    const { text } = await read(document);
    const ids = idsOf(text);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...text.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("has its headings in order", async () => {
    const { text } = await read(document);
    const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThan(2);
  });
});

test("what the document says stays text, wherever it stands", async () => {
  const hostile = `<script>alert("x")</script>' onclick="x`;
  const poisoned = JSON.parse(JSON.stringify(sampleDocument()), (key, value) =>
    typeof value === "string" && !["$ref", "type", "in", "url", "tokenUrl"].includes(key)
      ? value + hostile
      : value,
  );
  for (const document of [sampleDocument, () => poisoned]) {
    const { text } = await read(document);
    expect(text).toContain("&lt;script&gt;");
    expect(text).not.toMatch(/<script|<b>| onclick="x/);
  }
});

test("the page needs nothing but itself, and its policy allows its one stylesheet only", async () => {
  const { response, text } = await read(sampleDocument);
  const [, style = "", ...others] = text.split(/<style>|<\/style>/);
  expect(others).toHaveLength(1);
  const hash = createHash("sha256").update(style).digest("base64");
  expect(response.headers.get("content-security-policy")).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
  );
  expect(style).not.toMatch(/url\(|@import|@font-face/);
  expect(text).not.toMatch(/<(script|link|img|iframe|form|object)\b| (style|src|on\w+)="/);
});

test("an open operation needs nothing, another names its permissions", async () => {
  const { text } = await read(sampleDocument);
  const needs = (id: string) =>
    text.slice(text.indexOf(`id="operation-${id}"`)).match(/<dt>Needs<\/dt><dd>(.*?)<\/dd>/)?.[1];
  expect(needs("getService")).toBe("nothing: open to everyone");
  expect(needs("listServices")).toContain(
    '<a href="#permission-directory-read"><code>directory:read</code></a>',
  );
  expect(needs("offerReferral")?.replaceAll(/<[^>]+>/g, "")).toBe("cases and referrals:send");
});

test("a problem's type leads to its place on the page, an unknown one nowhere", async () => {
  const app = docs(sampleDocument, definitions);
  const known = await app.request("/problems/referral-moved");
  expect([known.status, known.headers.get("location")]).toEqual([303, "/docs#problem-referral-moved"]);
  for (const code of ["unknown", "toString", "Referral-moved"]) {
    const { status } = await app.request(`/problems/${code}`);
    expect([code, status]).toEqual([code, 404]);
  }
});

test("the page is made once for a document, however many apps serve it", async () => {
  let readings = 0;
  const watched = new Proxy(sampleDocument(), {
    get(target, key) {
      readings++;
      return Reflect.get(target, key);
    },
  });
  const first = await docs(() => watched).request("/docs");
  const made = readings;
  const second = await docs(() => watched).request("/docs");
  expect(await second.text()).toBe(await first.text());
  expect(made).toBeGreaterThan(0);
  expect(readings).toBe(made);
});
