import { readdirSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { createS3Target } from "../../src/ledger/index.ts";
import { createDirectoryTarget } from "../../src/ledger/node.ts";
import { firstOf, nameOf, type Target } from "../../src/ledger/target/target.ts";
import { newFolder } from "./keeping.ts";
import { startStore } from "./store-server.ts";

const store = await startStore();
afterAll(() => store.stop());
const folder = newFolder();

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (content: Uint8Array | undefined) => content && new TextDecoder().decode(content);

describe.each<[string, Target]>([
  ["a folder", createDirectoryTarget(`${folder}/made/when-needed`)],
  ["a store", createS3Target(store.bucket)],
])("%s", (_, target) => {
  test("holds what was made there, in the order of its numbers", async () => {
    expect(await target.list()).toEqual([]);
    for (const first of [100, 1, 20, 3, 2]) await target.create(nameOf(first), bytes(`from ${first}`));
    expect((await target.list()).map(firstOf)).toEqual([1, 2, 3, 20, 100]);
    expect((await target.list(nameOf(3))).map(firstOf)).toEqual([20, 100]);
    expect(textOf(await target.read(nameOf(20)))).toBe("from 20");
    expect(await target.read(nameOf(21))).toBeUndefined();
  });

  test("of two that make one thing lets one through, and nobody changes it", async () => {
    const made = await Promise.all(["a", "b", "c"].map((text) => target.create(nameOf(500), bytes(text))));
    expect(made.toSorted()).toEqual(["created", "there", "there"]);
    const stands = textOf(await target.read(nameOf(500)));
    expect(await target.create(nameOf(500), bytes("d"))).toBe("there");
    expect(textOf(await target.read(nameOf(500)))).toBe(stands);
  });

  test("loses what is removed, once and again", async () => {
    await target.remove(nameOf(500));
    await target.remove(nameOf(500));
    expect(await target.read(nameOf(500))).toBeUndefined();
  });
});

test("a folder keeps nothing half: what is written aside is gone", () => {
  expect(readdirSync(`${folder}/made/when-needed`).filter((name) => !name.endsWith(".ledger"))).toEqual([]);
});

test("a store's refusal is told by its status alone", async () => {
  const wrong = createS3Target({ ...store.bucket, secretAccessKey: "another" });
  await expect(wrong.list()).rejects.toThrow(/^the store answers 403$/);
  store.fail(503);
  await expect(createS3Target(store.bucket).list()).rejects.toThrow(/^the store answers 503$/);
  store.fail(0);
});
