import { z } from "@hono/zod-openapi";
import { personalLine } from "../../platform/text/text.ts";

export const PasskeyName = personalLine(60);

const base64Url = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[A-Za-z0-9_-]+$/);

/** What a browser made: a new passkey, as the page sends it on. */
export const MadeCredential = z.strictObject({
  id: base64Url(1364),
  clientDataJson: base64Url(8192),
  attestationObject: base64Url(32_768),
  transports: z.array(z.string().max(32)).max(10),
});
export type MadeCredential = z.output<typeof MadeCredential>;

/** What a passkey signed. */
export const SignedChallenge = z.strictObject({
  id: base64Url(1364),
  clientDataJson: base64Url(8192),
  authenticatorData: base64Url(8192),
  signature: base64Url(2048),
  /** Which account it belongs to; a discoverable one always tells. */
  userHandle: base64Url(88),
});
export type SignedChallenge = z.output<typeof SignedChallenge>;
