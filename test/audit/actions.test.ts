import { expect, test } from "vitest";
import { dealingOf, purposeOf } from "../../src/audit/actions.ts";

test.for([
  ["case.opened", "create", "helping"],
  ["case.read", "read", "helping"],
  ["code-word.not-matched", "read", "helping"],
  ["contact.changed", "update", "helping"],
  ["contact.deleted", "delete", "letting-go"],
  ["case.exported", "read", "answering-caller"],
  ["case.erased", "delete", "letting-go"],
  ["access-log.read", "read", "answering-caller"],
  ["referral.drafted", "create", "handing-over"],
  ["referral.accepted", "update", "handing-over"],
  ["referral.overdue", "execute", "handing-over"],
  ["disclosure.read", "read", "handing-over"],
  ["received.forgotten", "delete", "letting-go"],
  ["audit-segment.removed", "delete", "letting-go"],
  ["audit.exported", "read", "oversight"],
  ["member.added", "create", "administration"],
  ["service.changed", "update", "directory"],
  ["correction.refused", "update", "directory"],
  ["request.refused", "execute", "protection"],
  ["emergency.recorded", "create", "protection"],
  ["emergency.reviewed", "create", "protection"],
  ["override-request.made", "create", "handing-over"],
] as const)("%s is of the kind %s, for %s", ([action, dealing, purpose]) => {
  expect({ dealing: dealingOf(action), purpose: purposeOf(action) }).toEqual({ dealing, purpose });
});

test("an action of a kind that nobody gave a purpose cannot be audited", () => {
  const unknown = "weather.read" as "case.read";
  expect(() => purposeOf(unknown)).toThrow();
});
