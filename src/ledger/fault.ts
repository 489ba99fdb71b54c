type FaultCode = "not-authentic" | "incomplete" | "other-key" | "other-history" | "behind" | "unfinished";

/** Why a ledger cannot be believed, or a database not be served by it. Tells numbers and places, never a content. */
export class LedgerFault extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string) {
    super(message);
    this.code = code;
    // Logged by its name: the message of an unexpected failure is not.
    this.name = `LedgerFault(${code})`;
  }
}
