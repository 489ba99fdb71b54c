import { expect, test } from "vitest";
import { inParts } from "../../../src/directory/imports/receive.ts";
import { file } from "../import/files.ts";

test("the same body has the same pieces, however its bytes arrive", async () => {
  const body = new Uint8Array(600_000).map((_, place) => place % 251);
  const pieces = async (size: number) => {
    const all: Uint8Array[] = [];
    for await (const part of inParts(file(body, size))) all.push(part);
    return all;
  };
  const [whole, torn] = [await pieces(600_000), await pieces(7_777)];
  expect(whole.map(({ length }) => length)).toEqual([262_144, 262_144, 75_712]);
  expect(Buffer.concat(torn).equals(Buffer.concat(whole))).toBe(true);
  expect(torn.map(({ length }) => length)).toEqual(whole.map(({ length }) => length));
});
