/** Why a disclosure was not sealed or not opened. */
export type DisclosureFaultCode =
  /** Not a JWE of this kind: another form, algorithm, header or number of recipients. */
  | "form-invalid"
  /** Longer than 32 KiB. */
  | "too-large"
  /** A key that is not as it must be: X25519 or P-256 to seal and open with, Ed25519 or P-256 to sign with. */
  | "key-invalid"
  /** A key whose thumbprint is not the one that was compared out of band. */
  | "key-not-pinned"
  /** The code was heard or typed wrong: its check sign does not fit. */
  | "code-invalid"
  /** More or fewer iterations than allowed: nothing was derived. */
  | "iterations-out-of-bounds"
  /** Sealed to others. */
  | "recipient-unknown"
  /** The key or the code does not open it, or it was altered. */
  | "not-decrypted"
  /** Not signed by the sender's pinned key. */
  | "signature-invalid"
  /** Signed for another referral. */
  | "referral-mismatch"
  /** Signed on another consent or override. */
  | "basis-mismatch"
  /** Signed for other keys than it is sealed to, or for this one in the other's role. */
  | "recipient-mismatch"
  /** Signed for other categories than were declared. */
  | "categories-mismatch"
  /** The data is not of the declared categories and their fields. */
  | "payload-invalid";

/** Carries a code and nothing of what was sealed, so it may be logged. */
export class DisclosureFault extends Error {
  readonly code: DisclosureFaultCode;

  constructor(code: DisclosureFaultCode) {
    super(`The disclosure is refused: ${code}`);
    this.name = "DisclosureFault";
    this.code = code;
  }
}

export function refuse(code: DisclosureFaultCode): never {
  throw new DisclosureFault(code);
}

/** What `attempt` answers; every failure of it becomes `code`, so that no library's message travels on. */
export const orRefuse = <T>(code: DisclosureFaultCode, attempt: () => Promise<T>): Promise<T> =>
  attempt().catch(() => refuse(code));
