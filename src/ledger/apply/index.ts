import { type Again, handoffAgain } from "../../handoff/index.ts";
import { intakeAgain } from "../../intake/index.ts";
import { withdrawArticleAgain } from "../../knowledge/index.ts";
import type { EntryKind } from "../kinds.ts";
import { endInvitationAgain, endSessionAgain } from "./doors.ts";
import { identityAgain } from "./identity.ts";

/** Nothing to do: it ends what a later entry took away, or what a restored database does not hold. */
const nothing: Again = async () => false;

/** How each kind of entry is applied to a database that does not know of it. */
export const again: Readonly<Record<EntryKind, Again>> = {
  ...handoffAgain,
  ...identityAgain,
  ...intakeAgain,
  "objection-overruled": nothing,
  "case-access-given": nothing,
  "session-ended": endSessionAgain,
  "invitation-ended": endInvitationAgain,
  "article-withdrawn": withdrawArticleAgain,
};
