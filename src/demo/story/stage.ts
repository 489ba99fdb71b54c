import type { Network } from "../network.ts";
import type { Steps } from "../steps.ts";
import type { Teller } from "../tell.ts";

/** Who plays, and how it is told. */
export interface Stage extends Network, Steps {
  tell: Teller;
}

/** A referral that was offered, and what it stands on. */
export interface Offered {
  id: string;
  caseId: string;
  consentId: string;
  recipientId: string;
}
