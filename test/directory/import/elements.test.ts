import { expect, test } from "vitest";
import { FileFault, readElements } from "../../../src/directory/import/elements.ts";
import { file } from "./files.ts";

async function elementsOf(content: string | Uint8Array, size?: number) {
  const values: unknown[] = [];
  for await (const { row, value } of readElements(file(content, size))) values.push([row, value]);
  return values;
}

const tricky = { id: "a", name: 'quote " brace } bracket ] \\', contents: "no list", é: "🙂" };
const both = [
  [1, tricky],
  [2, { id: "b", lists: [[{ contents: [1] }]] }],
];
const values = both.map(([, value]) => value);

test.each([
  ["a list", JSON.stringify(values)],
  ["a list with spaces", JSON.stringify(values, null, 2)],
  ["a record a line", values.map((value) => JSON.stringify(value)).join("\n")],
  ["lines that end as on Windows", `${values.map((value) => JSON.stringify(value)).join("\r\n")}\r\n`],
  ["a page", JSON.stringify({ total_items: 2, contents: values, empty: false })],
  ["two pages", values.map((value) => JSON.stringify({ contents: [value] })).join("\n")],
  ["a list of a file that names its encoding", `\uFEFF${JSON.stringify(values)}`],
])("%s is read record by record", async (_, content) => {
  expect(await elementsOf(content)).toEqual(both);
});

test("where the pieces of a file end makes no difference", async () => {
  for (const size of [1, 2, 3, 7])
    expect(await elementsOf(JSON.stringify({ contents: values }), size)).toEqual(both);
});

test("one record alone is a file", async () => {
  expect(await elementsOf(JSON.stringify(tricky, null, 2))).toEqual([[1, tricky]]);
});

test("a list of none is a file of none", async () => {
  expect(await elementsOf("[]")).toEqual([]);
});

const utf16 = (text: string) => new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
const latin1 = Uint8Array.from([...'[{"id":"a","name":"café"}]'].map((c) => c.charCodeAt(0)));

test.each<[string, string | Uint8Array, number, string]>([
  ["an empty file", "", 0, "the file is empty"],
  ["a blank file", " \n ", 0, "the file is empty"],
  ["a file cut off in a record", '[{"id":"a"},{"id":', 2, "the file is cut off"],
  ["a file cut off in a text", '{"id":"a', 1, "the file is cut off"],
  ["a file cut off between records", '[{"id":"a"},', 2, "the file is cut off"],
  ["a page cut off after its list", '{"contents":[{"id":"a"}]', 2, "the file is cut off"],
  ["a web page", "<html></html>", 1, "the file is not JSON"],
  ["a record without quotes", "{id: a}", 1, "the file is not JSON"],
  ["a list without commas", "[{}{}]", 2, "not a list of objects"],
  ["a list that ends with a comma", "[{},]", 2, "not a list of objects"],
  ["a list of texts", '["a"]', 1, "not a list of objects"],
  ["Latin-1", latin1, 1, "the file is not UTF-8"],
  ["UTF-16", utf16("[{}]"), 1, "the file is not UTF-8"],
  ["deep nesting", `[{"a":${"[".repeat(100_000)}`, 1, "nested deeper than 32 levels"],
  [
    "a record of two million characters",
    `[{"a":"${"x".repeat(2_000_000)}"}]`,
    1,
    "a record is larger than 1 MiB",
  ],
])("%s is refused", async (_, content, row, reason) => {
  const refusal = await elementsOf(content).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(FileFault);
  expect(refusal).toMatchObject({ row, message: reason });
});
