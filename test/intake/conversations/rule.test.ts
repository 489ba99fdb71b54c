import { describe, expect, test } from "vitest";
import {
  decisionsAt,
  isGoneThrough,
  isReached,
  needsReason,
  type StepName,
  stepDecisions,
  stepNames,
} from "../../../src/intake/conversations/steps/rule.ts";
import { stepTexts } from "../../../src/intake/conversations/steps/texts.ts";

describe("the five steps", () => {
  test("come one after the other, and any of them again", () => {
    const decided: StepName[] = [];
    for (const step of stepNames) {
      const reached = stepNames.filter((name) => isReached(name, decided));
      expect(reached).toEqual(stepNames.slice(0, decided.length + 1));
      expect(isGoneThrough(decided)).toBe(false);
      decided.push(step);
    }
    expect(stepNames.every((name) => isReached(name, decided))).toBe(true);
    expect(isGoneThrough(decided)).toBe(true);
  });

  test("know decisions of their own, and all that they are not possible", () => {
    for (const decision of stepDecisions)
      expect(stepNames.filter((step) => decisionsAt(step).includes(decision))).toHaveLength(
        decision === "not-possible" ? stepNames.length : 1,
      );
  });

  test("say why they were left out, what was weighed and what was decided", () => {
    for (const step of stepNames) {
      expect(needsReason(step, "not-possible")).toBe(true);
      for (const decision of decisionsAt(step).filter((one) => one !== "not-possible"))
        expect(needsReason(step, decision)).toBe(step === "weigh" || step === "decide");
    }
  });

  test("are told in Dutch and in English, with their source and what comes first", () => {
    for (const { source, note, steps } of [stepTexts.nl, stepTexts.en]) {
      expect(source).toContain("Stb. 2013, 324");
      expect(note).toContain("112");
      for (const { title, guidance } of Object.values(steps)) expect(`${title}${guidance}`).toMatch(/\w{3}/);
    }
    expect(Object.values(stepTexts.nl.steps)).not.toEqual(Object.values(stepTexts.en.steps));
  });
});
