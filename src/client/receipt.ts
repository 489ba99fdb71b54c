import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import type { Schemas } from "./calls.ts";

type Sent = (request: Request) => Response | Promise<Response>;

/** Whose receipt it has to be. */
export interface ReceiptIssuer {
  /** The service's public address. */
  baseUrl: string;
  /** Its published keys, kept from earlier: then nothing is asked over the network. */
  keys?: JSONWebKeySet | undefined;
  /** Sends the requests, in place of the global fetch. */
  fetch?: Sent | undefined;
  /** For which moment; now, unless told. */
  at?: Date | undefined;
}

type Consent = Schemas["Consent"];

export interface VerifiedReceipt {
  /** The consent's pseudonym. */
  receiptId: string;
  consent: Pick<
    Consent,
    | "recipientId"
    | "subject"
    | "purpose"
    | "categories"
    | "textVersion"
    | "textLanguage"
    | "givenAt"
    | "expiresAt"
  >;
  expiresAt: Date;
}

/** The receipt is not one that this service signed, or it has run out. */
export class ReceiptRefused extends Error {
  constructor() {
    super("The receipt is not a valid one of this service, or it has run out");
    this.name = "ReceiptRefused";
  }
}

/** What a receipt proves. Throws ReceiptRefused for any other text; the error of fetch when keys could not be had. */
export async function verifyReceipt(receipt: string, issuer: ReceiptIssuer): Promise<VerifiedReceipt> {
  const keys = issuer.keys ?? ((await read(issuer, "/oauth/jwks")) as JSONWebKeySet);
  try {
    const { payload } = await jwtVerify(receipt, createLocalJWKSet(keys), {
      algorithms: ["EdDSA"],
      typ: "consent-receipt+jwt",
      issuer: issuer.baseUrl,
      requiredClaims: ["sub", "exp", "consent"],
      currentDate: issuer.at ?? new Date(),
    });
    // The service signed it: what it holds is as the contract of getConsentReceipt says.
    const consent = payload.consent as VerifiedReceipt["consent"];
    return { receiptId: String(payload.sub), consent, expiresAt: new Date(Number(payload.exp) * 1000) };
  } catch {
    throw new ReceiptRefused();
  }
}

/** Whether the consent of a verified receipt still stands, asked of the service; needs no sign-in. */
export async function receiptStatus(
  { receiptId }: VerifiedReceipt,
  issuer: ReceiptIssuer,
): Promise<Schemas["ConsentReceiptStatus"]["status"]> {
  const answer = await read(issuer, `/v1/consent-receipts/${encodeURIComponent(receiptId)}/status`);
  return (answer as Schemas["ConsentReceiptStatus"]).status;
}

async function read({ baseUrl, fetch = globalThis.fetch }: ReceiptIssuer, path: string): Promise<unknown> {
  const response = await fetch(new Request(`${baseUrl}${path}`, { redirect: "error" }));
  if (!response.ok) throw new ReceiptRefused();
  return response.json();
}
