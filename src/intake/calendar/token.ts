import { createHash } from "node:crypto";
import { toBase64Url } from "../../platform/keys/crypto.ts";

/** 256 random bits, base64url: nobody guesses one. */
export const newToken = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(32)));

/** What a token is known by; its 256 random bits need no slower hash. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
