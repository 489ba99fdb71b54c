import { z } from "@hono/zod-openapi";
import { sealedBounds } from "./sealed-bounds.ts";

const base64url = (least: number, most = least) =>
  z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${least},${most}}$`), "must be base64url of the right length");

const kid = base64url(43).openapi({
  description: "The thumbprint (RFC 7638) of the receiving key that this copy is for",
  example: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
});

const EphemeralKey = z
  .discriminatedUnion("kty", [
    z.strictObject({ kty: z.literal("OKP"), crv: z.literal("X25519"), x: base64url(43) }),
    z.strictObject({ kty: z.literal("EC"), crv: z.literal("P-256"), x: base64url(43), y: base64url(43) }),
  ])
  .openapi("EphemeralKey", {
    description: "The public key made for this copy alone (RFC 7518, section 4.6.1.1)",
    example: { kty: "OKP", crv: "X25519", x: "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo" },
  });

const ToKey = z
  .strictObject({ alg: z.literal("ECDH-ES+A256KW"), kid, epk: EphemeralKey })
  .openapi("SealedToKey", { description: "A copy for whoever holds the private half of a key" });
const ToCode = z
  .strictObject({
    alg: z.literal("PBES2-HS512+A256KW"),
    p2c: z.int().min(sealedBounds.leastIterations).max(sealedBounds.mostIterations).openapi({
      description: "How often the code is hashed (RFC 7518, section 4.8.1.2)",
      example: 600_000,
    }),
    p2s: base64url(22, 86).openapi({
      description: "The salt, 16 to 64 random bytes (RFC 7518, section 4.8.1.1)",
      example: "VGhpcyBpcyBhIHNhbHQhIQ",
    }),
  })
  .openapi("SealedToCode", {
    description: "A copy for whoever was told the one-time code on the phone: weaker than a key",
  });

const Recipient = z
  .strictObject({
    header: z.discriminatedUnion("alg", [ToKey, ToCode]).openapi({ description: "For whom this copy is" }),
    encrypted_key: base64url(54).openapi({
      description: "The content's key, wrapped for this recipient",
      example: "7oUf6ZPpNNQXBgMZ3hMzjaVpKKWhSgl0aLFkzMyzwDBmGZJkTsCRYg",
    }),
  })
  .openapi("SealedRecipient");

/** Its fields together stay below 32 KiB. */
export const SealedDisclosure = z
  .strictObject({
    protected: base64url(2, 200).openapi({
      description: "The protected header: `enc` is `A256GCM` and `typ` is `disclosure+jwe`, and nothing else",
      example: "eyJlbmMiOiJBMjU2R0NNIiwidHlwIjoiZGlzY2xvc3VyZStqd2UifQ",
    }),
    recipients: z
      .array(Recipient)
      .length(2)
      .openapi({ description: "The recipient and the helpline itself, in any order" }),
    iv: base64url(16).openapi({ description: "The initialization vector", example: "AxY8DCtDaGlsbGlj" }),
    ciphertext: base64url(1, sealedBounds.longestCiphertext).openapi({
      description: "What the helpline signed, encrypted",
      example: "KDlTtXchhZTGufMYmOYGS4HffxPSUrfmqCHXaI9wOGY",
    }),
    tag: base64url(22).openapi({ description: "The authentication tag", example: "Mz-VPPyU4RlcuYv1IwIvzw" }),
  })
  .openapi("SealedDisclosure", {
    description:
      "Who the caller is, unreadable to this service: a JWE in the General JSON Serialization (RFC 7516, section 7.2.1), with that standard's own names. Made by `sealDisclosure` and read by `openDisclosure` of handreiking/client. What is inside is signed by the helpline and names the referral, the consent, the categories and both keys",
  });
export type SealedDisclosure = z.output<typeof SealedDisclosure>;
