import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lateness, type Pressing, pressesMore } from "../../src/tasks/order.ts";

const now = new Date("2026-01-05T09:00:00Z");
const hours = (many: number) => new Date(now.getTime() + many * 3_600_000);
const todo = (subjectId: string, due: number, more: Partial<Pressing> = {}): Pressing => ({
  kind: "follow-up",
  subjectId,
  dueAt: hours(due),
  ...more,
});
const ordered = (todos: Pressing[]) => todos.toSorted(pressesMore(now)).map(({ subjectId }) => subjectId);

describe("what is to be done", () => {
  test("comes first where somebody may be in danger, however little time has gone", () => {
    expect(ordered([todo("late", -100), todo("due", 1), todo("danger", 8, { acute: true })])).toEqual([
      "danger",
      "late",
      "due",
    ]);
  });

  test("is late by the time that was given for it, not by the hours", () => {
    const fortnight = todo("fortnight", -30, { since: hours(-30 - 14 * 24) });
    const soon = todo("soon", -3, { since: hours(-4) });
    expect(lateness(soon, now)).toBe(3);
    expect(ordered([fortnight, soon])).toEqual(["soon", "fortnight"]);
  });

  test("that is late comes before what is not, and what is due sooner before what is due later", () => {
    expect(ordered([todo("later", 5), todo("sooner", 2), todo("late", -0.1)])).toEqual([
      "late",
      "sooner",
      "later",
    ]);
  });

  test("with no time given is measured by a day, and never by less than an hour", () => {
    expect(lateness(todo("a", -24), now)).toBe(1);
    expect(lateness(todo("a", -2, { since: hours(-2) }), now)).toBe(2);
    expect(lateness(todo("a", 0), now)).toBe(0);
  });

  test("stands in one order, whichever way it came in", () => {
    const anyTodo = fc.record({
      kind: fc.constantFrom("follow-up", "offer-draft"),
      subjectId: fc.constantFrom("a", "b", "c", "d"),
      dueAt: fc.integer({ min: -400, max: 400 }).map(hours),
      acute: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyTodo, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (todos, seeds) => {
        const shuffled = todos
          .map((one) => ({ one, place: seeds.next().value ?? 0 }))
          .sort((one, other) => one.place - other.place)
          .map(({ one }) => one);
        expect(shuffled.toSorted(pressesMore(now))).toEqual(todos.toSorted(pressesMore(now)));
      }),
      { numRuns: 200 },
    );
  });
});
