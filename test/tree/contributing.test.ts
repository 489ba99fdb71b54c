import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const beneath = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("README.md"))
    .map((path) => join(folder, path));
const guides = readdirSync(".github").filter((name) => name.endsWith(".md"));
const documents = [
  "README.md",
  ...guides.map((name) => join(".github", name)),
  ...["src", "test", "openapi"].flatMap(beneath),
];

const withoutBlocks = (text: string) => text.replaceAll(/^```[\s\S]*?^```$/gm, "");
/** A name with the ending of a source file, or a path that begins at the top or ends as a folder. */
const isPath = (name: string) =>
  /^[\w.][\w./-]*$/.test(name) &&
  (/\w\.(ts|sql|md|json|toml)$/.test(name) || /^(src|test|drizzle|openapi|\.github|\.ci)\//.test(name));

/** The paths that a document names in backticks or links to. */
function pathsIn(text: string): string[] {
  const plain = withoutBlocks(text);
  const quoted = [...plain.matchAll(/`([^`\n]+)`/g)].map(([, name = ""]) => name).filter(isPath);
  const linked = [...plain.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path = ""]) => path);
  return [...quoted, ...linked];
}

/** Those that are neither beside the document nor at the top. */
const missingIn = (document: string, text: string) =>
  pathsIn(text).filter((path) => !existsSync(join(dirname(document), path)) && !existsSync(path));

test.each(documents)("%s names files that exist", (document) => {
  expect(missingIn(document, readFileSync(document, "utf8"))).toEqual([]);
});

test("a path that leads nowhere is found", () => {
  const text = "See `src/app.ts`, `src/nowhere.ts`, `nothing.sql`, `npm run check` and [here](away.md).";
  expect(missingIn("README.md", text)).toEqual(["src/nowhere.ts", "nothing.sql", "away.md"]);
  expect(missingIn("src/README.md", "`app.ts` and `/v1/openapi.json`")).toEqual([]);
});

describe("the guide for contributors", () => {
  const [, after = ""] = readFileSync(".github/CONTRIBUTING.md", "utf8").split("## Where is the rule that …");
  const rows = after.split("\n").filter((line) => /^\| (?!---)/.test(line));

  test("finds thirty rules or more, each in one file", () => {
    expect(rows.length - 1).toBeGreaterThanOrEqual(30);
    for (const row of rows.slice(1)) expect(pathsIn(row), row).toHaveLength(1);
  });
});

test("the threat model names a test for every line", () => {
  const [, after = ""] = readFileSync(".github/SECURITY.md", "utf8").split("## Threat model");
  const [table = ""] = after.split("\n## ");
  const rows = table.split("\n").filter((line) => /^\| (?!---)/.test(line));
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows.slice(1)) {
    const tried = pathsIn(row.split(" | ").at(-1) ?? "");
    expect(tried.length, row).toBeGreaterThan(0);
    for (const path of tried) expect(path, row).toMatch(/^test\/.+\.test\.ts$/);
  }
});

test("the README is read in a few minutes", () => {
  expect(readFileSync("README.md", "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(150);
});
