import { describe, expect, test } from "vitest";
import { chained, readSegment, type Span, writeSegment } from "../../src/ledger/segment.ts";
import { newKeys } from "./keeping.ts";

const keys = await newKeys();
const texts = ["one", "two", "three", "four"];
const first = 11;
const before = "ab".repeat(32);
const span: Span = { first, last: 14, before, hash: texts.reduce(chained, before) };

const written = async () => new TextDecoder().decode(await writeSegment(keys, span, texts));
const read = (content: string, given = keys, at = first) =>
  readSegment(given, at, new TextEncoder().encode(content)).then(
    ({ texts: found }) => found.join(),
    (error: Error) => error.message,
  );

/** The lines of a segment, changed. */
const changed = async (change: (lines: string[]) => string[]) => {
  const [head = "", ...lines] = (await written()).trimEnd().split("\n");
  return `${[head, ...change(lines)].join("\n")}\n`;
};

describe("a segment", () => {
  test("is read as it was written, and holds no text in the clear", async () => {
    const content = await written();
    expect(await read(content)).toBe("one,two,three,four");
    for (const text of texts) expect(content).not.toContain(text);
  });

  test("is the same bytes each time, and of other texts under another nonce", async () => {
    expect(await written()).toBe(await written());
    const other = { ...span, hash: ["eno", ...texts.slice(1)].reduce(chained, before) };
    const theirs = new TextDecoder().decode(await writeSegment(keys, other, ["eno", ...texts.slice(1)]));
    const nonceOf = (content: string) => content.split("\n")[1]?.split(" ")[1]?.slice(0, 16);
    expect(nonceOf(theirs)).not.toBe(nonceOf(await written()));
  });

  test.for<[string, (lines: string[]) => string[], string]>([
    ["without its last line", (lines) => lines.slice(0, -1), "line 14 is missing"],
    ["without a line", (lines) => lines.toSpliced(1, 1), "line 12 is missing"],
    [
      "with a line twice",
      (lines) => lines.toSpliced(1, 0, lines[0] ?? ""),
      "line 11 stands twice or out of order",
    ],
    [
      "with two lines in another order",
      ([a, b, ...rest]) => [b ?? "", a ?? "", ...rest],
      "line 11 is missing",
    ],
    ["with a line more", (lines) => [...lines, lines[3] ?? ""], "line 14 stands twice or out of order"],
    [
      "with a line under another's number",
      (lines) => lines.with(2, (lines[1] ?? "").replace("12 ", "13 ")),
      "line 13 is not what was written",
    ],
    [
      "with a changed line",
      (lines) => lines.with(2, `${lines[2]?.slice(0, -2)}${lines[2]?.endsWith("AA") ? "BB" : "AA"}`),
      "line 13 is not what was written",
    ],
    ["with a line of another kind", (lines) => lines.with(0, "{}"), "line 11 is not what was written"],
  ])("%s is refused by the number of the line", async ([, change, told]) => {
    expect(await read(await changed(change))).toBe(told);
  });

  test("cut off within a line is refused", async () => {
    expect(await read((await written()).slice(0, -5))).toBe("line 14 is cut off");
  });

  test("whose head says another end is refused", async () => {
    const content = (await written()).replace(" 14 ", " 13 ");
    expect(await read(content)).toBe("the segment of line 11 is not what was written");
  });

  test("in the place of another is refused", async () => {
    expect(await read(await written(), keys, 15)).toBe("line 11 stands twice: also in the place of line 15");
  });

  test("under another key is told as that", async () => {
    const others = await newKeys();
    expect(await read(await written(), others)).toBe(
      "the segment of line 11 was written under another LEDGER_KEY",
    );
    // A key that writes no more still reads.
    expect(await read(await written(), [others[0], keys[0]])).toBe("one,two,three,four");
  });
});
