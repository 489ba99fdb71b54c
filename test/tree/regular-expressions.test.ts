import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** Code that only ever sees what the service itself wrote. */
const seesNoInput = /^(?:demo|docs|client\/contract\.ts|cli\.ts|platform\/quick-imports\.ts)/;

function* expressionsIn(file: string): Generator<string> {
  const source = ts.createSourceFile(file, readFileSync(join("src", file), "utf8"), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) found.push(node.getText(source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  yield* found;
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !seesNoInput.test(file),
);
const expressions = files.flatMap((file) =>
  [...expressionsIn(file)].map((literal) => {
    const end = literal.lastIndexOf("/");
    return { file, literal, expression: new RegExp(literal.slice(1, end), literal.slice(end + 1)) };
  }),
);

/** What many expressions repeat; each is tried after each beginning, and followed by what ends no match. */
const repeated =
  'a|0|A| |-|.|/|,|;|=|&|:|_|é|\n|\t|\\|"|%|(|a |0 |a,|a-|a.|0-|00|0.|/a|/.|a=|&a|:0|, |é |\u00a0|aa |00:'.split(
    "|",
  );
const beginnings = ["", "a", "0", "/", '"', "https://"];
const endings = ["", "\u0000", "!"];

const timeOf = (expression: RegExp, text: string, rounds = 1): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    expression.lastIndex = 0;
    const began = performance.now();
    if (expression.global) text.replaceAll(expression, "");
    else expression.test(text);
    best = Math.min(best, performance.now() - began);
  }
  return best;
};

/** Whether four times the text is clearly more than four times the work. What is done at once is not measured. */
function growsFaster(expression: RegExp, textOf: (times: number) => string): boolean {
  // Doubling with each character, it would never end on a longer text.
  if (timeOf(expression, textOf(24)) > 2 && timeOf(expression, textOf(24), 3) > 2)
    return timeOf(expression, textOf(24), 3) > 4 * timeOf(expression, textOf(20), 3);
  if (timeOf(expression, textOf(4000)) < 1) return false;
  return timeOf(expression, textOf(8000), 3) > 8 * timeOf(expression, textOf(2000), 3);
}

const isSlow = (...measured: Parameters<typeof growsFaster>) =>
  growsFaster(...measured) && growsFaster(...measured);

test("every expression that meets what was sent takes time in proportion to its length", {
  timeout: 300_000,
}, () => {
  const slow = new Set<string>();
  // Measured twice: the machine may have been busy elsewhere.
  for (const { file, literal, expression } of expressions)
    for (const beginning of beginnings)
      for (const part of repeated)
        for (const ending of endings)
          if (isSlow(expression, (times) => beginning + part.repeat(times) + ending))
            slow.add(`${file}: ${literal}`);
  expect([...slow]).toEqual([]);
});

test("an expression that does not is found", () => {
  const textOf = (times: number) => `${"a".repeat(times)}!`;
  // A busy machine may hide one now and then, never each time.
  const tries = Array.from({ length: 5 });
  const slow = [/^(a+)+$/, /a+$/, /^a+$/, /a/].map((expression) =>
    tries.some(() => isSlow(expression, textOf)),
  );
  expect(slow).toEqual([true, true, false, false]);
});
