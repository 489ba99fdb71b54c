import { describe, expect, test } from "vitest";
import { makeKeys } from "../../src/host/node.ts";
import { createVault } from "../../src/platform/keys/vault.ts";

const newKek = async () => (await makeKeys()).KEY_ENCRYPTION_KEYS;
const owner = ["case_key", "case-1", "helpline"];
const place = ["contact", "sealed", "row-1", "case-1"];
const bytes = (text: string) => new TextEncoder().encode(text);

describe("a sealed value", () => {
  test("opens where it stands, and is another one each time", async () => {
    const vault = await createVault(await newKek());
    const made = await vault.newKey(owner);
    const key = await vault.openKey(made, owner);
    const sealed = await key.seal(place, bytes("Marije"));
    expect(new TextDecoder().decode(await key.open(place, sealed))).toBe("Marije");
    expect(await key.seal(place, bytes("Marije"))).not.toEqual(sealed);
    expect(new TextDecoder().decode(sealed)).not.toContain("Marije");
  });

  test.each([0, 1, 2, 3])("does not open when part %i of its place is another", async (part) => {
    const vault = await createVault(await newKek());
    const key = await vault.openKey(await vault.newKey(owner), owner);
    const elsewhere = place.with(part, "other");
    await expect(key.open(elsewhere, await key.seal(place, bytes("x")))).rejects.toThrow("does not open");
  });

  test("does not open with any of its bytes changed, or cut short", async () => {
    const vault = await createVault(await newKek());
    const key = await vault.openKey(await vault.newKey(owner), owner);
    const sealed = await key.seal(place, bytes("x"));
    for (const [index, byte] of sealed.entries())
      await expect(key.open(place, sealed.with(index, byte ^ 1)), String(index)).rejects.toThrow("does not");
    for (let length = 0; length < sealed.length; length++)
      await expect(key.open(place, sealed.slice(0, length))).rejects.toThrow("does not open");
  });

  test("takes parts of a place as they are: none can pass for two", async () => {
    const vault = await createVault(await newKek());
    const key = await vault.openKey(await vault.newKey(owner), owner);
    const sealed = await key.seal(["a", "b,c"], bytes("x"));
    await expect(key.open(["a,b", "c"], sealed)).rejects.toThrow();
  });
});

describe("a data key", () => {
  test("opens for its owner alone", async () => {
    const vault = await createVault(await newKek());
    const wrapped = await vault.newKey(owner);
    await expect(vault.openKey(wrapped, owner.with(1, "case-2"))).rejects.toThrow("does not open");
  });

  test("is opened by every key-encryption key that is configured, and wrapped under the first", async () => {
    const [old, young] = [await newKek(), await newKek()];
    const before = await createVault(old);
    const wrapped = await before.newKey(owner);
    const sealed = await (await before.openKey(wrapped, owner)).seal(place, bytes("x"));

    const both = await createVault([...young, ...old]);
    expect(await (await both.openKey(wrapped, owner)).open(place, sealed)).toEqual(bytes("x"));
    const rewrapped = await both.rewrapKey(wrapped, owner);
    expect(rewrapped.kekId).toBe(young[0]?.kid);
    const after = await createVault(young);
    expect(await (await after.openKey(rewrapped, owner)).open(place, sealed)).toEqual(bytes("x"));
  });

  test("under a key-encryption key that is not configured names it, and nothing else", async () => {
    const wrapped = await (await createVault(await newKek())).newKey(owner);
    const other = await createVault(await newKek());
    await expect(other.openKey(wrapped, owner)).rejects.toThrow(
      `the key-encryption key ${wrapped.kekId} is not configured`,
    );
    await expect(other.openKey(wrapped, owner)).rejects.toMatchObject({
      name: `KeyEncryptionKeyMissing(${wrapped.kekId})`,
    });
  });

  test("does not open under another key of the same name", async () => {
    const [old] = await newKek();
    const [other] = await newKek();
    if (!old || !other) throw new Error("no key was made");
    const wrapped = await (await createVault([old])).newKey(owner);
    const impostor = await createVault([{ ...other, kid: old.kid }]);
    await expect(impostor.openKey(wrapped, owner)).rejects.toThrow("does not open");
  });
});
