import { fromBase64Url, toBase64Url } from "../../platform/keys/crypto.ts";

/** Loaded at the first ceremony: it brings along readers of attestations that are never asked for. */
export const webAuthn = () => import("@simplewebauthn/server");
export const webAuthnParts = () => import("@simplewebauthn/server/helpers");

/** Who asks for passkeys: this service, by its host name and its one origin. */
export interface RelyingParty {
  id: string;
  origin: string;
}

/** Milliseconds that the browser waits for the person. */
export const timeout = 5 * 60 * 1000;

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => fromBase64Url(text) ?? new Uint8Array();

/** Whether a page of another site had this one in a frame. */
export function isFramed(clientDataJson: string): boolean {
  const bytes = bytesOf(clientDataJson);
  const { crossOrigin, topOrigin } = JSON.parse(new TextDecoder().decode(bytes));
  return crossOrigin === true || topOrigin !== undefined;
}

/** A member's account as an authenticator knows it: the bytes of the member's id, which say nothing of anybody. */
export const userHandleOf = (memberId: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(memberId.replaceAll("-", "").match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

export const isHandleOf = (userHandle: string, memberId: string): boolean =>
  userHandle === toBase64Url(userHandleOf(memberId));
