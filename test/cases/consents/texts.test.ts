import { expect, test as pure } from "vitest";
import { capacities, purposes, relations } from "../../../src/cases/codes.ts";
import {
  consentTexts,
  isConsentText,
  textLanguages,
} from "../../../src/cases/consents/texts/consent-texts.ts";
import { consentTerms, openQuestion } from "../../handoff/make.ts";
import { test } from "../../world/world.ts";

const needed = purposes.flatMap((purpose) =>
  textLanguages.flatMap((language) =>
    capacities.flatMap((capacity) =>
      relations.map((relation) => ({ purpose, language, capacity, relation })),
    ),
  ),
);

pure.each(needed)("one text for $purpose, $language, $capacity, $relation", (asked) => {
  const found = consentTexts.filter(
    (text) =>
      text.purpose === asked.purpose &&
      text.language === asked.language &&
      text.capacity === asked.capacity &&
      text.relations.includes(asked.relation),
  );
  expect(found).toHaveLength(1);
  const told = found[0]?.paragraphs.join(" ") ?? "";
  const nl = asked.language === "nl";
  expect(told, "withdrawal").toMatch(
    nl ? /op elk moment intrekken/ : /take back (your|this) consent at any moment/,
  );
  expect(told, "what cannot be undone").toMatch(nl ? /niet ongedaan maken/ : /cannot undo/);
  expect(told, "until when").toContain("{until}");
  expect(told, "what").toContain("{data}");
  expect(told, "free to say no").toMatch(nl ? /ja of nee zeggen/ : /say yes or no/);
  if (asked.purpose !== "follow-up") expect(told, "who").toContain("{recipient}");
  expect(told.includes("{person}"), "for whom").toBe(asked.capacity === "representative");
});

pure.each(consentTexts.map((text) => ({ ...text, told: text.paragraphs.join(" ") })))(
  "$version, $language, $capacity is in short sentences and asks no parent",
  ({ told, capacity, language }) => {
    for (const sentence of told.split(/[.?!] /))
      expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(26);
    if (capacity === "16-17")
      expect(told).toMatch(language === "nl" ? /beslist hier zelf/ : /decide about this yourself/);
    if (capacity === "under-16-help-service")
      expect(told).toMatch(
        language === "nl" ? /ouders niet om toestemming/ : /not ask your parents to agree/,
      );
    if (language === "nl" && capacity === "16-17") expect(told).not.toMatch(/\bu\b|\buw\b/i);
    if (language === "nl" && capacity === "adult") expect(told).not.toMatch(/\bje\b|\bjou\b/i);
  },
);

pure("a version is one purpose's", () => {
  expect(
    isConsentText({
      textVersion: "handoff-2026.1",
      textLanguage: "nl",
      purpose: "handoff",
      capacity: "adult",
    }),
  ).toBe(true);
  expect(
    isConsentText({
      textVersion: "handoff-2026.1",
      textLanguage: "nl",
      purpose: "feedback",
      capacity: "adult",
    }),
  ).toBe(false);
});

test("a counsellor finds the text for this caller", async ({ world }) => {
  const { status, body } = await world
    .as(world.eva)
    .get("/consent-texts?purpose=follow-up&language=en&capacity=representative");
  expect(status).toBe(200);
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({ version: "follow-up-2026.1", relations: [...relations] });
});

test("a consent is recorded on an existing text of its purpose only", async ({ world }) => {
  const { caseId } = await openQuestion(world);
  const record = (change: object) =>
    world
      .as(world.eva)
      .post(`/cases/${caseId}/consents`, { ...consentTerms, recipientId: world.bridge.id, ...change });
  for (const change of [
    { textVersion: "handoff-1999.1" },
    { textVersion: "feedback-2026.1" },
    { purpose: "feedback" },
  ]) {
    const { status, body } = await record(change);
    expect({ status, type: body.type }).toEqual({ status: 409, type: "/problems/consent-text-unknown" });
  }
  expect((await record({ purpose: "feedback", textVersion: "feedback-2026.1" })).status).toBe(201);
});
