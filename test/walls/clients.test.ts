import { describe, expect } from "vitest";
import { pairOf } from "../identity/systems.ts";
import { askAsOwner } from "../world/database.ts";
import { test, type World } from "../world/world.ts";
import { asParticipant, outcome } from "./raw.ts";

const refused = "23514";

/** What becomes of a change of De Brug's client, or of its key, by its own participant. */
const changing = (world: World, table: string, set: string) =>
  outcome(
    asParticipant(
      world.platform.db,
      world.bridge.id,
      `update handreiking.${table} set ${set} where participant_id = '${world.bridge.id}'`,
    ),
  );

describe("the database itself refuses", () => {
  test.for([
    ["client", "profile = 'none'", refused],
    ["client", "profile = 'nl-gov', requires_dpop = true", "committed"],
    ["client", "requires_dpop = null", "23502"],
    ["client", "scopes = '{}'", refused],
    ["client_key", "expires_at = added_at", refused],
    ["client_key", "expires_at = added_at + interval '1 day'", "committed"],
  ] as const)("of %s: %s", async ([table, set, expected], { world }) => {
    expect(await changing(world, table, set)).toBe(expected);
  });

  test("a client's key of another kind, too short, or with anything private", async ({ world }) => {
    const [okp, ec, rsa] = [await pairOf("EdDSA"), await pairOf("ES256"), await pairOf("PS256")];
    const attempts: [object, string][] = [
      ...[okp, ec, rsa].map(({ publicJwk }): [object, string] => [publicJwk, "committed"]),
      ...[okp, ec, rsa].map(({ privateJwk }): [object, string] => [privateJwk, refused]),
      [{ ...okp.publicJwk, crv: "X25519" }, refused],
      [{ ...ec.publicJwk, crv: "P-384" }, refused],
      [{ ...ec.publicJwk, y: undefined }, refused],
      [{ ...rsa.publicJwk, n: rsa.publicJwk.n?.slice(0, 300) }, refused],
      [{ ...rsa.publicJwk, e: "Aw" }, refused],
      [{ kty: "oct", k: "c2VjcmV0" }, refused],
      [{}, refused],
    ];
    // The login changes no key at all; not even the owner keeps another.
    expect(await changing(world, "client_key", `jwk = '${JSON.stringify(okp.publicJwk)}'`)).toBe("42501");
    const kept = (jwk: object) =>
      `update handreiking.client_key set jwk = '${JSON.stringify(jwk)}' where participant_id = '${world.bridge.id}'`;
    for (const [jwk, expected] of attempts)
      expect({ jwk, is: await outcome(askAsOwner(world.database, kept(jwk))) }).toEqual({
        jwk,
        is: expected,
      });
  });

  test("the same key twice of one client", async ({ world }) => {
    const copy = `insert into handreiking.client_key (id, participant_id, client_id, kid, jwk, added_at)
      select gen_random_uuid(), participant_id, client_id, 'other', jwk, added_at from handreiking.client_key`;
    expect(await outcome(asParticipant(world.platform.db, world.bridge.id, copy))).toBe("23505");
  });

  test("a used assertion or proof that is used again, changed, or taken away", async ({ world }) => {
    for (const [table, columns] of [
      ["used_assertion", `'${world.bridge.clientId}', 'one', '2026-01-05'`],
      ["used_proof", "'thumbprint', 'one', '2026-01-05'"],
    ]) {
      const by = (statement: string) => outcome(asParticipant(world.platform.db, world.bridge.id, statement));
      const use = `insert into handreiking.${table} values ('${world.bridge.id}', ${columns})`;
      expect(await by(use)).toBe("committed");
      expect(await by(use)).toBe("23505");
      expect(await by(`update handreiking.${table} set expires_at = now()`)).toBe("42501");
      expect(await by(`delete from handreiking.${table}`)).toBe("42501");
    }
  });
});
