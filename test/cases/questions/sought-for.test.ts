import { describe, expect, test } from "vitest";
import { soughtFor } from "../../../src/cases/questions/sought-for.ts";

const asked = { domain: "care", topics: ["manipulation", "trauma-care"] } as const;
const question = { ...asked, topics: [...asked.topics] };

describe("what is searched for a help question", () => {
  test("is its codes, and the topics' own names as words", () => {
    const asker = { relation: "relative", language: "pl", province: "Utrecht" } as const;
    expect(soughtFor(question, asker, ["Manipulatie", "Traumazorg"])).toEqual({
      words: "Manipulatie Traumazorg",
      ...asked,
      audience: "relative",
      receivesHandoffs: true,
      language: "pl",
      area: { province: "Utrecht" },
    });
  });

  test.each(["nl", "other"] as const)("asks for no language where the caller speaks %s", (language) => {
    const sought = soughtFor(question, { relation: "harmed", language, province: null }, []);
    expect(sought).not.toHaveProperty("language");
    expect(sought).not.toHaveProperty("area");
    expect(sought.words).toBe("manipulation trauma-care");
  });

  test("is never longer than a search takes", () => {
    const names = Array.from({ length: 10 }, () => "Huwelijksdwang en achterlating in het buitenland");
    expect(
      soughtFor(question, { relation: "harmed", language: "nl", province: null }, names).words.length,
    ).toBe(300);
  });
});
