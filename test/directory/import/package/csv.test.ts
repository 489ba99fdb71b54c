import { expect, test } from "vitest";
import { FileFault } from "../../../../src/directory/import/elements.ts";
import { readTable } from "../../../../src/directory/import/package/csv.ts";
import { file } from "../files.ts";

/** The records of a table of services, or why it is refused and where. */
async function reading(content: string | Uint8Array, delimiter?: string, size?: number) {
  try {
    const records: unknown[] = [];
    for await (const { value } of readTable(file(content, size), "service", "services.csv", delimiter))
      records.push({ ...value });
    return records;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return { row: error.row, file: error.file, reason: error.message };
  }
}

test("an empty cell says nothing, two quotes are empty text, and a number is one where its column asks", async () => {
  expect(await reading('id,name,alert,minimum_age\r\na,12,"",18\r\nb,,,\r\n')).toEqual([
    { id: "a", name: "12", alert: "", minimum_age: 18 },
    { id: "b" },
  ]);
});

test("quotes, line ends and formulas in a cell stay as they are, however the bytes arrive", async () => {
  const content = '\ufeffid,name\n1,"a ""b""\r\nc"\n2,"=1+é"\n';
  for (const size of [1, 3, 100])
    expect(await reading(content, ",", size)).toEqual([
      { id: "1", name: 'a "b"\r\nc' },
      { id: "2", name: "=1+é" },
    ]);
});

test("another delimiter is taken where the package names it", async () => {
  expect(await reading("id;name\n1;a,b\n", ";")).toEqual([{ id: "1", name: "a,b" }]);
});

const refused: [string, string | Uint8Array, number, string][] = [
  ["cut off inside a cell", 'id,name\n1,a\n2,"b', 2, "the file is cut off inside a quoted cell"],
  ["cut off between cells", "id,name\n1,a\n2", 2, "a record has more or fewer cells than the first line"],
  [
    "in another encoding",
    Uint8Array.from([...Buffer.from("id,name\n1,caf"), 0xe9, 0x0a]),
    1,
    "the file is not UTF-8",
  ],
  [
    "with a cell of two million characters",
    `id,name\n1,${"x".repeat(2_000_000)}\n`,
    1,
    "a record is larger than 1 MiB",
  ],
  ["with a quote in the middle", 'id,name\n1,a"b\n', 1, "the file is not CSV"],
  ["with two columns of one name", "id,id\n1,2\n", 0, "a column has no name, or two have the same"],
];

test.each(refused)("a table %s is refused and tells where", async (_, content, row, reason) => {
  expect(await reading(content)).toEqual({ row, file: "services.csv", reason });
});

test("a column of a dangerous name is no more than a column", async () => {
  const [record] = (await reading("id,__proto__,constructor\n1,a,b\n")) as Record<string, unknown>[];
  expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
  expect(Object.keys(record ?? {})).toContain("constructor");
});
