import { generateKeyPair, SignJWT } from "jose";
import { randomIds } from "../../../src/platform/ids.ts";

export interface Known {
  issuer: string;
  clientId: string;
  kid: string;
  privateKey: CryptoKey;
}

export const formOf = (assertion: string) =>
  new URLSearchParams({
    grant_type: "client_credentials",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
  }).toString();

/** A sign-in that is right, good for five minutes and once. */
export async function rightBody({ issuer, clientId, kid, privateKey }: Known): Promise<string> {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: clientId, sub: clientId, aud: issuer, jti: randomIds(), iat, exp: iat + 300 };
  return formOf(await new SignJWT(claims).setProtectedHeader({ alg: "EdDSA", kid }).sign(privateKey));
}

const many = <T>(make: () => Promise<T>) => Promise.all(Array.from({ length: 100 }, make));

/** What wrong sign-ins are wrong in, from what costs the service least to what costs it most. */
export const floods: Record<string, (known: Known) => Promise<string[]>> = {
  garbage: () => many(async () => formOf(`${randomIds()}.${randomIds()}.${randomIds()}`)),
  "unknown clients": (known) => many(() => rightBody({ ...known, clientId: randomIds() })),
  "wrong signatures with a known key's name": async (known) => {
    const { privateKey } = await generateKeyPair("EdDSA");
    return many(() => rightBody({ ...known, privateKey }));
  },
};
