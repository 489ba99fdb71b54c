import { describe, expect, test } from "vitest";
import {
  type Deadline,
  deadlineOf,
  draftDeadline,
  lapseGivenBack,
  type UrgingStage,
  urging,
  usualTerms,
  wakeAt,
} from "../../../src/handoff/referrals/deadlines.ts";
import type { ReferralState } from "../../../src/handoff/referrals/referral.ts";

const at = (time: string) => new Date(time);
const none = { offeredAt: null, acceptedAt: null, introductionAt: null, connectedAt: null, heldUntil: null };
const running = { suspendedAt: null, basisExpiresAt: null, givenBack: 0 };
const given = { ...none, ...running, urgency: "normal" as "normal" | "urgent", terms: usualTerms };

const told = ({ dueAt, nudgeAt, overdueAt, lapseAt }: Deadline) =>
  [nudgeAt, dueAt, overdueAt, lapseAt].map((time) => time?.toISOString().slice(0, 16) ?? null);

const offered = (offeredAt: string, more: Partial<typeof given> & { state?: ReferralState } = {}) =>
  told(deadlineOf({ ...given, state: "offered", ...more, offeredAt: at(offeredAt) }, at(offeredAt)));

describe("an offer", () => {
  test("on Monday is to be acknowledged on Tuesday, and lapses two working days after Wednesday", () => {
    expect(offered("2026-01-05T09:00:00Z")).toEqual([
      "2026-01-05T21:00",
      "2026-01-06T09:00",
      "2026-01-07T09:00",
      "2026-01-09T09:00",
    ]);
  });

  test("once acknowledged is to be answered by Wednesday", () => {
    expect(offered("2026-01-05T09:00:00Z", { state: "acknowledged" })[1]).toBe("2026-01-07T09:00");
  });

  test("on Friday is due on Monday: weekends do not count", () => {
    expect(offered("2026-01-09T15:00:00Z")[1]).toBe("2026-01-12T15:00");
  });

  test("on the Thursday before Easter is to be answered on the Tuesday after: public holidays do not count", () => {
    expect(offered("2026-04-02T09:00:00Z", { state: "acknowledged" })[1]).toBe("2026-04-07T09:00");
  });

  test("keeps its time of day when the clocks change", () => {
    // Friday before the last Sunday of March: 10:00 in Amsterdam is 9:00 and then 8:00 in UTC.
    expect(offered("2026-03-27T09:00:00Z")[1]).toBe("2026-03-30T08:00");
  });

  test("that is urgent has one working day for both, and no grace", () => {
    expect(offered("2026-01-05T09:00:00Z", { urgency: "urgent" })).toEqual([
      "2026-01-05T21:00",
      "2026-01-06T09:00",
      "2026-01-06T09:00",
      "2026-01-06T09:00",
    ]);
  });

  test("to a partner that works on Mondays and Thursdays waits for its days", () => {
    const terms = { ...usualTerms, workingDays: [1, 4] };
    expect(offered("2026-01-05T09:00:00Z", { terms })[1]).toBe("2026-01-08T09:00");
  });
});

test("an introduction is to be fixed in 14 days, an urgent one in 72 hours", () => {
  const acceptedAt = at("2026-03-20T09:00:00Z");
  const due = (urgency: "normal" | "urgent") =>
    deadlineOf({ ...given, state: "accepted", urgency, acceptedAt }, acceptedAt).dueAt?.toISOString();
  expect(due("normal")).toBe("2026-04-03T08:00:00.000Z");
  expect(due("urgent")).toBe("2026-03-23T09:00:00.000Z");
});

test("a contact is to be confirmed one working day after the introduction, not after it was fixed", () => {
  const introductionAt = at("2026-01-16T13:00:00Z");
  const { dueAt, nudgeAt } = deadlineOf(
    { ...given, state: "scheduled", introductionAt },
    at("2026-01-05T09:00:00Z"),
  );
  expect(dueAt?.toISOString()).toBe("2026-01-19T13:00:00.000Z");
  expect(nudgeAt && nudgeAt > introductionAt).toBe(true);
});

test("who is in contact is asked after two weeks, and a silent contact never lapses", () => {
  const connectedAt = at("2026-01-05T09:00:00Z");
  expect(told(deadlineOf({ ...given, state: "connected", connectedAt }, connectedAt))).toEqual([
    null,
    "2026-01-19T09:00",
    "2026-01-21T09:00",
    null,
  ]);
});

test("nothing of an ended referral is due, and a draft is discarded after a week", () => {
  for (const state of ["completed", "declined", "withdrawn", "lapsed"] as const)
    expect(told(deadlineOf({ ...given, state }, at("2026-01-05T09:00:00Z")))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  expect(draftDeadline(at("2026-03-27T09:00:00Z")).lapseAt.toISOString()).toBe("2026-04-03T08:00:00.000Z");
});

test("of a held referral nothing is due before the hold ends, and the grace counts from then", () => {
  expect(offered("2026-01-05T09:00:00Z", { heldUntil: at("2026-01-20T09:00:00Z") as never })).toEqual([
    null,
    "2026-01-20T09:00",
    "2026-01-21T09:00",
    "2026-01-23T09:00",
  ]);
});

describe("the clock", () => {
  const deadline: Deadline = {
    nudgeAt: at("2026-01-05T21:00:00Z"),
    dueAt: at("2026-01-06T09:00:00Z"),
    overdueAt: at("2026-01-07T09:00:00Z"),
    lapseAt: at("2026-01-09T09:00:00Z"),
  };
  const step = (stage: UrgingStage, now: string) => {
    const found = urging({ ...deadline, stage }, at(now));
    return found.kind === "tell" ? found.stage : found.kind;
  };

  test.each([
    ["running", "2026-01-05T20:59:59Z", "wait"],
    ["running", "2026-01-05T21:00:00Z", "nudged"],
    ["nudged", "2026-01-06T08:59:59Z", "wait"],
    ["nudged", "2026-01-06T09:00:00Z", "due"],
    ["due", "2026-01-07T09:00:00Z", "overdue"],
    ["overdue", "2026-01-09T08:59:59Z", "wait"],
    ["overdue", "2026-01-09T09:00:00Z", "lapse"],
  ] as const)("finds a %s deadline at %s: %s", (stage, now, expected) => {
    expect(step(stage, now)).toBe(expected);
  });

  test("that slept tells the furthest thing alone", () => {
    expect(step("running", "2026-01-07T12:00:00Z")).toBe("overdue");
  });

  test("wakes for the next thing, and for the end of the basis", () => {
    const next = (stage: UrgingStage, until: string) =>
      wakeAt({ ...deadline, stage }, at(until))
        .toISOString()
        .slice(0, 13);
    expect(next("running", "2026-04-05T08:00:00Z")).toBe("2026-01-05T21");
    expect(next("nudged", "2026-04-05T08:00:00Z")).toBe("2026-01-06T09");
    expect(next("due", "2026-04-05T08:00:00Z")).toBe("2026-01-07T09");
    expect(next("overdue", "2026-04-05T08:00:00Z")).toBe("2026-01-09T09");
    expect(next("nudged", "2026-01-05T22:00:00Z")).toBe("2026-01-05T22");
  });

  test("gives back the time that the service was away, but not a late minute", () => {
    const lapseAt = at("2026-01-09T09:00:00Z");
    const back = (now: string) => lapseGivenBack(lapseAt, at("2026-01-09T09:00:00Z"), at(now)).toISOString();
    expect(back("2026-01-09T09:01:00Z")).toBe("2026-01-09T09:00:00.000Z");
    expect(back("2026-01-10T09:00:00Z")).toBe("2026-01-10T09:00:00.000Z");
  });
});
