import { calculateJwkThumbprint, importJWK, type JWK } from "jose";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { clientKeys } from "../schema.ts";
import { clientKeyUnfit } from "./problems.ts";
import type { PublicKey } from "./public-key.ts";
import type { ClientKeyRow, ClientRow } from "./wire.ts";

/** A key of the client; fails for one that it could not sign in with. */
export async function insertKey(
  tx: Database,
  ctx: Context,
  { id: clientId, participantId, profile }: Pick<ClientRow, "id" | "participantId" | "profile">,
  publicKey: PublicKey,
  expiresAt: Date | null = null,
): Promise<ClientKeyRow> {
  if (publicKey.alg === "RS256" && profile !== "nl-gov") fail(clientKeyUnfit);
  const { kid = await thumbprintOf(publicKey), ...rest } = publicKey;
  const jwk = rest as JWK;
  await importJWK(jwk, publicKey.alg ?? usual[publicKey.kty]).catch(() => fail(clientKeyUnfit));
  const addedAt = ctx.now();
  const row = { id: ctx.newId(), participantId, clientId, kid, jwk, addedAt, expiresAt, revokedAt: null };
  await tx.insert(clientKeys).values(row);
  return row;
}

const usual = { OKP: "EdDSA", EC: "ES256", RSA: "PS256" } as const;

export const thumbprintOf = (publicKey: PublicKey): Promise<string> =>
  calculateJwkThumbprint(publicKey as JWK);
