import type { Platform } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { relyingPartyId } from "./passkey.ts";
import { passkeysNotHere } from "./problems.ts";
import type { RelyingParty } from "./web-authn.ts";

/** This service as browsers know it; refuses where it has no name that passkeys could be bound to. */
export function relyingPartyOf({ signing: { issuer } }: Platform): RelyingParty {
  return { id: relyingPartyId(issuer) ?? fail(passkeysNotHere), origin: issuer };
}
