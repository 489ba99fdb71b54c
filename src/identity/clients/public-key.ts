import { z } from "@hono/zod-openapi";
import { fromBase64Url, toBase64Url } from "../../platform/keys/crypto.ts";
import { line } from "../../platform/text/text.ts";

const kid = line(200).optional().openapi({
  description: "The name that assertions give in `kid`; without it the key's thumbprint (RFC 7638)",
  example: "2026-11",
});
const use = z.literal("sig").optional().openapi({ description: "What it is for", example: "sig" });
const alg = <const A extends string>(...names: [A, ...A[]]) =>
  z
    .enum(names)
    .optional()
    .openapi({ description: "The only algorithm that it signs with; without it any that fits its kind" });

/** So that one key has one form, and one thumbprint. */
const isCanonical = (text: string) => {
  const bytes = fromBase64Url(text);
  return bytes !== undefined && toBase64Url(bytes) === text;
};
const number32 = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, "must be 32 bytes in base64url")
  .refine(isCanonical, "must be 32 bytes in base64url");

const bitsOf = (modulus: string) => {
  const [first = 0, ...rest] = fromBase64Url(modulus) ?? [];
  return first === 0 ? 0 : rest.length * 8 + (32 - Math.clz32(first));
};
const modulus = z
  .string()
  .regex(/^[A-Za-z0-9_-]{342,683}$/, "must be a modulus of 2048 to 4096 bits in base64url")
  .refine(
    (n) => isCanonical(n) && bitsOf(n) >= 2048 && bitsOf(n) <= 4096,
    "must be a modulus of 2048 to 4096 bits in base64url",
  );

/** Strict: a private member in it is a fault, and told as one. */
export const PublicKey = z
  .discriminatedUnion("kty", [
    z.strictObject({
      kty: z.literal("OKP"),
      crv: z.literal("Ed25519"),
      x: number32,
      kid,
      use,
      alg: alg("EdDSA", "Ed25519"),
    }),
    z.strictObject({
      kty: z.literal("EC"),
      crv: z.literal("P-256"),
      x: number32,
      y: number32,
      kid,
      use,
      alg: alg("ES256"),
    }),
    z.strictObject({
      kty: z.literal("RSA"),
      n: modulus,
      e: z.literal("AQAB"),
      kid,
      use,
      alg: alg("PS256", "RS256"),
    }),
  ])
  .openapi("PublicKey", {
    description:
      "The public half of a client's key, as a JWK (RFC 7517): Ed25519, P-256, or RSA of 2048 to 4096 bits. RS256 is for clients of the profile `nl-gov` only",
    example: { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", kid: "2026-11" },
  });
export type PublicKey = z.output<typeof PublicKey>;
