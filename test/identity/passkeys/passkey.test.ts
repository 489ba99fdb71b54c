import { describe, expect, test } from "vitest";
import {
  approversAmong,
  invitationStateAt,
  isSoleAdministrator,
  needsApproval,
} from "../../../src/identity/passkeys/invitation.ts";
import { follows, isFresh, knownTransports, relyingPartyId } from "../../../src/identity/passkeys/passkey.ts";
import type { Role } from "../../../src/permissions.ts";

const now = new Date("2026-01-05T09:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test.each([
  [1, 0, true],
  [8, 7, true],
  [0, 0, true],
  [7, 7, false],
  [6, 7, false],
  [0, 7, false],
])("a count of %i after one of %i: %s", (told, before, fits) => {
  expect(follows(told, before)).toBe(fits);
});

test.each([
  ["passkey", 4.9, true],
  ["passkey", 5, false],
  ["oidc", 0, false],
])("a sign-in by %s %f minutes ago is fresh: %s", (method, minutes, fresh) => {
  expect(isFresh({ method, startedAt: ago(minutes) }, now)).toBe(fresh);
});

test.each([
  ["https://handreiking.example", "handreiking.example"],
  ["http://localhost:8080", "localhost"],
  ["http://127.0.0.1:8080", undefined],
  ["http://[::1]:8080", undefined],
])("%s is the relying party %s", (origin, id) => {
  expect(relyingPartyId(origin)).toBe(id);
});

test("only the transports that browsers know are kept, each once", () => {
  expect(knownTransports(["usb", "internal", "usb", "pigeon"])).toEqual(["internal", "usb"]);
});

describe("an invitation", () => {
  const fresh = { needsApproval: false, expiresAt: ago(-60), approvedAt: null, usedAt: null, voidedAt: null };

  test.each([
    ["open", fresh],
    ["waiting-for-approval", { ...fresh, needsApproval: true }],
    ["open", { ...fresh, needsApproval: true, approvedAt: ago(1) }],
    ["expired", { ...fresh, expiresAt: now }],
    ["void", { ...fresh, voidedAt: ago(1) }],
    ["used", { ...fresh, usedAt: ago(1), expiresAt: ago(1) }],
  ] as const)("is %s", (state, invitation) => {
    expect(invitationStateAt(invitation, now)).toBe(state);
  });
});

test.each([
  [true, true, false, true],
  [false, true, true, false],
  [false, false, true, true],
  [false, false, false, false],
])(
  "with passkeys %s, by a colleague %s, into one in use %s: a second person %s",
  (hasPasskeys, byColleague, inUse, needed) => {
    expect(needsApproval({ hasPasskeys }, byColleague, inUse)).toBe(needed);
  },
);

const colleague = (id: string, roles: Role[], suspendedAt: Date | null = null) => ({
  id,
  roles,
  suspendedAt,
});

test("who could approve has a say, is not suspended, and neither invited nor is invited", () => {
  const colleagues = [
    colleague("inviter", ["administrator"]),
    colleague("invited", ["administrator"]),
    colleague("other", ["counsellor", "administrator"]),
    colleague("officer", ["privacy-officer"]),
    colleague("away", ["administrator"], ago(1)),
    colleague("eva", ["counsellor", "coordinator"]),
  ];
  const found = approversAmong(colleagues, { invitedBy: "inviter", memberId: "invited" });
  expect(found.map(({ id }) => id)).toEqual(["other", "officer"]);
});

test("the only administrator is the one who is not suspended", () => {
  const colleagues = [colleague("a", ["administrator"]), colleague("b", ["administrator"], ago(1))];
  expect(isSoleAdministrator(colleagues, "a")).toBe(true);
  expect(isSoleAdministrator(colleagues, "b")).toBe(false);
  expect(isSoleAdministrator([...colleagues, colleague("c", ["administrator"])], "a")).toBe(false);
  expect(isSoleAdministrator([], "a")).toBe(false);
});
