import type { JWK } from "jose";
import type { Algorithm } from "../jws/algorithms.ts";

// The examples of RFC 8037, appendix A.2, and RFC 7515, appendices A.3.1 and A.2.1.
const ed25519 = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };
const p256 = {
  kty: "EC",
  crv: "P-256",
  x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
  y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
};
const rsa = {
  kty: "RSA",
  e: "AQAB",
  n: [
    "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yR",
    "T-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXB",
    "dQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9ia",
    "GNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ",
  ].join(""),
};

/** What a signature is checked with where there is no key: nothing that they signed is ever taken. */
export const standInKeys: Record<Algorithm, JWK> = {
  EdDSA: ed25519,
  Ed25519: ed25519,
  ES256: p256,
  PS256: rsa,
  RS256: rsa,
};
