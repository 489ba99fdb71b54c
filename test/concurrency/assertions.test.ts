import { SignJWT } from "jose";
import { expect } from "vitest";
import { addClient } from "../../src/identity/index.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { keyPair } from "../keys.ts";
import { issuer, test } from "../world.ts";

test("of fifty uses of one assertion at once exactly one is a sign-in", async ({ world }) => {
  const { privateKey, publicKey } = await keyPair();
  const { id, keys } = await addClient(world.job(world.bridge.id), {
    name: "System",
    scopes: ["events:read"],
    publicKey,
  });
  const now = Math.floor(world.clock.time.getTime() / 1000);
  const assertion = await new SignJWT({
    iss: id,
    sub: id,
    aud: issuer,
    jti: randomIds(),
    iat: now,
    exp: now + 60,
  })
    .setProtectedHeader({ alg: "EdDSA", kid: keys[0]?.kid ?? "" })
    .sign(privateKey);
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
  });
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      world.app.request(`${issuer}/oauth/token`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: body.toString(),
      }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(49).fill(401)]);
});
