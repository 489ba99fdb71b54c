import { importJWK, SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { checkAssertion } from "../../../src/identity/assertion/check-assertion.ts";
import { standInKeys } from "../../../src/identity/assertion/stand-in-keys.ts";
import { type Algorithm, allAlgorithms } from "../../../src/identity/jws/algorithms.ts";
import type { Database } from "../../../src/platform/context.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { sharingTest, type World } from "../../world/world.ts";
import { newSystem, pairOf, type System } from "../systems.ts";

/** How many statements it takes to refuse or take an assertion, its use aside. */
async function statementsFor(world: World, assertion: string): Promise<number> {
  let statements = 0;
  const db: Database = new Proxy(world.platform.db, {
    get(target, name) {
      if (name === "execute") statements++;
      return Reflect.get(target, name).bind(target);
    },
  });
  await checkAssertion({ ...world.platform, db }, assertion, undefined);
  return statements;
}

describe("from the statements that it takes nobody learns what is wrong with an assertion", () => {
  const looked: Record<string, (system: System) => Promise<string>> = {
    "a right one": ({ assertion }) => assertion(),
    "an unknown client": ({ assertion }) => {
      const nobody = randomIds();
      return assertion({ iss: nobody, sub: nobody });
    },
    "an unknown key": ({ assertion }) => assertion({}, { kid: "other" }),
    "a wrong signature": async ({ claims, kid }) =>
      new SignJWT(claims())
        .setProtectedHeader({ alg: "EdDSA", kid })
        .sign((await pairOf("EdDSA")).privateKey),
  };
  for (const [name, make] of Object.entries(looked))
    sharingTest(name, async ({ world }) => {
      expect(await statementsFor(world, await make(await newSystem(world)))).toBe(1);
    });

  sharingTest("and what is wrong by itself takes none", async ({ world }) => {
    const { assertion, now } = await newSystem(world);
    for (const wrong of ["a.b.c", await assertion({ exp: now() - 1 }), await assertion({ aud: "other" })])
      expect(await statementsFor(world, wrong)).toBe(0);
  });
});

test.each(allAlgorithms)(
  "a key stands in for one of %s that there is not, and can be checked with",
  async (alg) => {
    const key = await importJWK(standInKeys[alg satisfies Algorithm], alg);
    expect(key).toBeInstanceOf(CryptoKey);
  },
);
