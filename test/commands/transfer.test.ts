import { expect, test } from "vitest";
import { progressBar } from "../../src/commands/transfer.ts";

const terminal = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
};

test("a terminal sees how far an import is, drawn again only when that has changed, and gone in the end", () => {
  const screen = terminal(true);
  const bar = progressBar(screen);
  bar.show(100, 0.5);
  bar.show(101, 0.5);
  bar.show(200, 1);
  bar.end();
  expect(screen.written).toHaveLength(3);
  expect(screen.written[0]).toContain("[############            ] 50 %, 100 records");
  expect(screen.written[1]).toContain("100 %, all read");
  expect(screen.written[2]).toBe("\r\u001b[K");
});

test("a file or pipe sees nothing of it", () => {
  const pipe = terminal(false);
  const bar = progressBar(pipe);
  bar.show(100, 0.5);
  bar.end();
  expect(pipe.written).toEqual([]);
});
