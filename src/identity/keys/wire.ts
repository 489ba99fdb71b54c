import { z } from "@hono/zod-openapi";
import { Id } from "../../platform/text/text.ts";
import type { ParticipantKeyRow } from "../schema.ts";

const base64Url = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "must be 32 bytes in base64url");

/** Strict: a private member in it is a fault, and told as one. */
export const SealingKey = z
  .discriminatedUnion("crv", [
    z.strictObject({ kty: z.literal("OKP"), crv: z.literal("X25519"), x: base64Url }),
    z.strictObject({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: base64Url }),
    z.strictObject({ kty: z.literal("EC"), crv: z.literal("P-256"), x: base64Url, y: base64Url }),
  ])
  .openapi("ParticipantPublicKey", {
    description: "The public half of a key pair, as a JWK (RFC 7517)",
    example: { kty: "OKP", crv: "X25519", x: "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo" },
  });

export const keyUse = z.enum(["enc", "sig"]).openapi({
  description:
    "`enc`: others seal to it (X25519 or P-256). `sig`: others know your seal by it (Ed25519 or P-256)",
  example: "enc",
});

export const ParticipantKey = z
  .object({
    id: Id.openapi({ example: "0f2f5c1e-8a55-4c38-9d3e-2f6d8b1a7c44" }),
    use: keyUse,
    kid: z.string().openapi({
      description: "Its thumbprint (RFC 7638): compare it by telephone or in person before you trust it",
      example: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
    }),
    publicKey: SealingKey,
    addedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    expiresAt: z.iso
      .datetime()
      .openapi({ description: "From then on nothing is sealed to it", example: "2028-01-05T09:00:00.000Z" }),
  })
  .openapi("ParticipantKey", { description: "A key of a participant for disclosures" });
export type ParticipantKey = z.input<typeof ParticipantKey>;

export function presentParticipantKey(row: ParticipantKeyRow): ParticipantKey {
  return {
    id: row.id,
    use: row.use,
    kid: row.kid,
    // Kept as it was taken: by this same schema.
    publicKey: row.jwk as z.output<typeof SealingKey>,
    addedAt: row.addedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}
