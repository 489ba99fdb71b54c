import { expect, test } from "vitest";
import { introductionDeadline, offerDeadlines } from "../../src/handoff/deadlines.ts";

const terms = { acknowledgeWithin: 1, answerWithin: 2 };
const by = (offeredAt: string, urgency: "normal" | "urgent" = "normal") => {
  const { acknowledgeBy, answerBy } = offerDeadlines(new Date(offeredAt), urgency, terms);
  return [acknowledgeBy.toISOString(), answerBy.toISOString()];
};

test("an offer on Monday is due on Tuesday and Wednesday", () => {
  expect(by("2026-01-05T09:00:00Z")).toEqual(["2026-01-06T09:00:00.000Z", "2026-01-07T09:00:00.000Z"]);
});

test("weekends do not count", () => {
  expect(by("2026-01-09T15:00:00Z")).toEqual(["2026-01-12T15:00:00.000Z", "2026-01-13T15:00:00.000Z"]);
});

test("public holidays do not count: from Maundy Thursday it is Good Friday and then Tuesday", () => {
  expect(by("2026-04-02T09:00:00Z")).toEqual(["2026-04-03T09:00:00.000Z", "2026-04-07T09:00:00.000Z"]);
});

test("the time of day stays when the clocks change", () => {
  // Friday before the last Sunday of March: 10:00 in Amsterdam is 9:00 and then 8:00 in UTC.
  expect(by("2026-03-27T09:00:00Z")[0]).toBe("2026-03-30T08:00:00.000Z");
});

test("an urgent offer has one working day for both", () => {
  expect(by("2026-01-05T09:00:00Z", "urgent")).toEqual([
    "2026-01-06T09:00:00.000Z",
    "2026-01-06T09:00:00.000Z",
  ]);
});

test("an introduction is due in 14 days, an urgent one in 72 hours", () => {
  const acceptedAt = new Date("2026-03-20T09:00:00Z");
  expect(introductionDeadline(acceptedAt, "normal").toISOString()).toBe("2026-04-03T08:00:00.000Z");
  expect(introductionDeadline(acceptedAt, "urgent").toISOString()).toBe("2026-03-23T09:00:00.000Z");
});
