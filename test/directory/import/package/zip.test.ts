import { expect, test } from "vitest";
import { FileFault } from "../../../../src/directory/import/elements.ts";
import { openZip } from "../../../../src/directory/import/package/zip.ts";
import { asFile, centralField, exchanged, zipOf } from "./zips.ts";

const table = ["services.csv", "id,name\r\n"] as const;

/** Reads all of a zip, and answers its files' sizes or why it is refused. */
const reading = (bytes: Uint8Array) =>
  asFile(bytes, async (path) => {
    try {
      const { files, close } = await openZip(path);
      try {
        const sizes: Record<string, number> = {};
        for (const { name, read } of files) {
          sizes[name] = 0;
          for await (const chunk of read()) sizes[name] += chunk.length;
        }
        return sizes;
      } finally {
        await close();
      }
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      return error.message;
    }
  });

test("the files of a zip are read, packed or not, in a folder of it or not", async () => {
  const zip = await zipOf(table, ["hsds/units.csv", "id\r\n", { compress: false }]);
  expect(await reading(zip)).toEqual({ "services.csv": 9, "hsds/units.csv": 4 });
});

const mebibytes = (count: number) => new Uint8Array(count * 1024 ** 2);
const refused: [string, () => Promise<Uint8Array>, string][] = [
  [
    "cut off in the middle",
    async () => (await zipOf(table)).subarray(0, 60),
    "the zip is damaged or cut off",
  ],
  [
    "with a path above it",
    async () => exchanged(await zipOf(["aa/services.csv", ""]), "aa/", "../"),
    "entry 1 of the zip lies outside it",
  ],
  [
    "with a path from the root",
    async () => exchanged(await zipOf(["a/services.csv", ""]), "a/s", "/as"),
    "entry 1 of the zip lies outside it",
  ],
  [
    "with a path above it, written with backslashes",
    async () => exchanged(await zipOf(["aa/services.csv", ""]), "aa/", "..\\"),
    "entry 1 of the zip lies outside it",
  ],
  ["with a name twice", () => zipOf(table, ["SERVICES.csv", ""]), "stands in the zip twice"],
  ["with a link", () => zipOf(["services.csv", "/etc/passwd", { mode: 0o120777 }]), "is a link"],
  ["with a zip inside", () => zipOf(["inner.zip", "PK"]), "is a zip inside the zip"],
  ["with an encrypted file", async () => centralField(await zipOf(table), 8, 1, 2), "is encrypted"],
  [
    "packed in an unknown way",
    async () => centralField(await zipOf(table), 10, 14, 2),
    "is packed in a way that is not known",
  ],
  [
    "that unpacks to a thousand times its size",
    () => zipOf(["services.csv", mebibytes(8)]),
    "unpacks to more than 200 times its size",
  ],
  [
    "that unpacks to gigabytes",
    async () => centralField(await zipOf(table), 24, 4_000_000_000, 4),
    "the zip unpacks to more than 1 GiB",
  ],
  [
    "that holds more than it says",
    async () => centralField(await zipOf(["services.csv", mebibytes(8)]), 24, 1000, 4),
    "is not what the zip says of it",
  ],
  [
    "that holds something else than it says",
    async () => exchanged(await zipOf(["services.csv", "id,name\r\n", { compress: false }]), "id,n", "id;n"),
    "is not what the zip says of it",
  ],
  [
    "whose entries overlap",
    async () => centralField(await zipOf(table), 20, 1_000_000, 4),
    "entries of the zip overlap",
  ],
  [
    "of very many files",
    () => zipOf(...Array.from({ length: 201 }, (_, n) => [`${n}.csv`, ""] as const)),
    "the zip holds more than 200 entries",
  ],
];

test.each(refused)("a zip %s is refused", async (_, make, reason) => {
  expect(await reading(await make())).toBe(reason);
});
