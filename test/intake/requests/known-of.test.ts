import { expect, test } from "vitest";
import { inNotes, knownOf } from "../../../src/intake/requests/known-of.ts";

test("a long text becomes notes that can be read, and nothing of it is lost", () => {
  const text = Array.from({ length: 6000 }, (_, at) => `woord${at}`).join(" ");
  const notes = inNotes(text);
  expect(notes.length).toBeGreaterThan(1);
  expect(notes.every((note) => note.length <= 10_000)).toBe(true);
  expect(notes.join(" ")).toBe(text);
});

test("a text without any gap is cut between signs, never within one", () => {
  const text = "😀".repeat(10_001);
  const notes = inNotes(`a${text}`);
  expect(notes.every((note) => note.isWellFormed() && note.length <= 10_000)).toBe(true);
  expect(notes.join("")).toBe(`a${text}`);
});

test("who told nothing leaves nothing to write down", () => {
  expect(knownOf({ phones: [], windows: [] }, null)).toEqual({ notes: [] });
});
