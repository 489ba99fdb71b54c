import { describe, expect, test } from "vitest";
import { basisRefusal, consentRefusal } from "../../../src/cases/consents/consent.ts";

describe("who can consent to what", () => {
  const given = { relation: "harmed", subject: "caller", capacity: "adult", categories: ["health"] } as const;

  test.each([
    [given],
    [{ ...given, relation: "relative", categories: ["contact", "identity"] }],
    [{ ...given, relation: "relative", subject: "person-concerned", capacity: "representative" }],
    [{ ...given, relation: "professional", capacity: "representative" }],
  ] as const)("%o stands", (consent) => {
    expect(consentRefusal(consent)).toBeUndefined();
  });

  test.each([
    [{ ...given, subject: "person-concerned" }],
    [{ ...given, relation: "relative" }],
    [{ ...given, relation: "professional", categories: ["contact", "criminal"] }],
    [{ ...given, relation: "relative", subject: "person-concerned", categories: ["contact"] }],
  ] as const)("%o does not", (consent) => {
    expect(consentRefusal(consent)).toBeTypeOf("string");
  });
});

describe("what an offer can rest on", () => {
  const consent = {
    caseId: "case",
    recipientId: "bridge",
    purpose: "handoff",
    subject: "caller",
    capacity: "adult",
    expiresAt: new Date("2026-04-05T08:00:00Z"),
    withdrawnAt: null,
  } as const;
  const offer = { caseId: "case", recipientId: "bridge", ageBand: "26-64", ageBandOf: "caller" } as const;
  const now = new Date("2026-01-05T09:00:00Z");

  test("a consent for this case and recipient, in force", () => {
    expect(basisRefusal(consent, offer, now)).toBeUndefined();
  });

  test.each([
    ["another case", { ...consent, caseId: "other" }, offer],
    ["another recipient", { ...consent, recipientId: "elsewhere" }, offer],
    ["another purpose", { ...consent, purpose: "feedback" }, offer],
    ["withdrawn", { ...consent, withdrawnAt: now }, offer],
    ["expired", { ...consent, expiresAt: now }, offer],
    ["an adult's for somebody of 16", consent, { ...offer, ageBand: "16-17" }],
    ["a minor's for somebody of 30", { ...consent, capacity: "16-17" }, offer],
    [
      "a child's for somebody of 16",
      { ...consent, capacity: "under-16-help-service" },
      { ...offer, ageBand: "16-17" },
    ],
  ] as const)("not: %s", (_, basis, offered) => {
    expect(basisRefusal(basis, offered, now)).toBeTypeOf("string");
  });

  test("the age band of somebody else is not held against the caller's capacity", () => {
    expect(
      basisRefusal(consent, { ...offer, ageBand: "under-12", ageBandOf: "person-concerned" }, now),
    ).toBeUndefined();
  });
});
