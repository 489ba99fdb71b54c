import { describe, expect, test } from "vitest";
import { fitsWindows, isStale, type Window } from "../../../src/cases/safe-contact/windows.ts";

const window = (weekday: Window["weekday"], from: string, to: string, timeZone = "Europe/Amsterdam") => [
  { weekday, from, to, timeZone },
];
const fits = (windows: Window[], moment: string) => fitsWindows(windows, new Date(moment));

describe("a caller's windows", () => {
  test.each([
    ["before it begins", "2026-01-05T09:59:59+01:00", false],
    ["when it begins", "2026-01-05T10:00:00+01:00", true],
    ["just before it ends", "2026-01-05T12:29:59+01:00", true],
    ["when it ends", "2026-01-05T12:30:00+01:00", false],
    ["at that time the next day", "2026-01-06T11:00:00+01:00", false],
    ["at that time of another clock", "2026-01-05T11:00:00Z", true],
    ["a week later", "2026-01-12T11:00:00+01:00", true],
  ])("on Monday from 10:00 to 12:30: %s", (_, moment, expected) => {
    expect(fits(window("monday", "10:00", "12:30"), moment)).toBe(expected);
  });

  test.each([
    ["late on Monday", "2026-01-05T23:30:00+01:00", true],
    ["past midnight", "2026-01-06T01:59:00+01:00", true],
    ["when it ends on Tuesday", "2026-01-06T02:00:00+01:00", false],
    ["in the night before", "2026-01-05T01:00:00+01:00", false],
    ["late on Tuesday", "2026-01-06T23:30:00+01:00", false],
  ])("on Monday from 22:00 past midnight to 02:00: %s", (_, moment, expected) => {
    expect(fits(window("monday", "22:00", "02:00"), moment)).toBe(expected);
  });

  test("from midnight to midnight are a whole day", () => {
    const day = window("monday", "00:00", "00:00");
    expect(fits(day, "2026-01-05T00:00:00+01:00")).toBe(true);
    expect(fits(day, "2026-01-05T23:59:59+01:00")).toBe(true);
    expect(fits(day, "2026-01-06T00:00:00+01:00")).toBe(false);
    expect(fits(day, "2026-01-04T23:59:59+01:00")).toBe(false);
  });

  test("follow the summer clock: ten o'clock is an hour earlier in UTC", () => {
    const ten = window("monday", "10:00", "11:00");
    expect(fits(ten, "2026-03-23T09:30:00Z")).toBe(true);
    expect(fits(ten, "2026-03-30T09:30:00Z")).toBe(false);
    expect(fits(ten, "2026-03-30T08:30:00Z")).toBe(true);
  });

  test("where the clock is put forward: an hour that is left out is no window, and shortens one", () => {
    // Sunday 29 March 2026: after 01:59:59 comes 03:00 (at 01:00 UTC).
    const gone = window("sunday", "02:00", "03:00");
    for (const moment of ["2026-03-29T00:30:00Z", "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z"])
      expect(fits(gone, moment), moment).toBe(false);
    const around = window("sunday", "01:00", "04:00");
    expect(fits(around, "2026-03-29T00:59:59Z")).toBe(true);
    expect(fits(around, "2026-03-29T01:00:00Z")).toBe(true);
    expect(fits(around, "2026-03-29T01:59:59Z")).toBe(true);
    expect(fits(around, "2026-03-29T02:00:00Z")).toBe(false);
  });

  test("where the clock is put back: a time that comes twice is read as the narrower window", () => {
    // Sunday 25 October 2026: 02:00 to 03:00 comes at 00:00 UTC and again at 01:00 UTC.
    const until = window("sunday", "01:00", "02:30");
    expect(fits(until, "2026-10-25T00:29:59Z")).toBe(true);
    expect(fits(until, "2026-10-25T00:30:00Z")).toBe(false);
    expect(fits(until, "2026-10-25T01:15:00Z")).toBe(false);
    const since = window("sunday", "02:30", "04:00");
    expect(fits(since, "2026-10-25T00:45:00Z")).toBe(false);
    expect(fits(since, "2026-10-25T01:29:59Z")).toBe(false);
    expect(fits(since, "2026-10-25T01:30:00Z")).toBe(true);
  });

  test("past midnight into the night of a change begin on their own day's clock", () => {
    const night = window("saturday", "23:00", "04:00");
    expect(fits(night, "2026-03-28T22:00:00Z")).toBe(true);
    expect(fits(night, "2026-03-29T01:59:59Z")).toBe(true);
    expect(fits(night, "2026-03-29T02:00:00Z")).toBe(false);
    expect(fits(night, "2026-10-25T02:59:59Z")).toBe(true);
    expect(fits(night, "2026-10-25T03:00:00Z")).toBe(false);
  });

  test("are of the caller's own clock, and any of them will do", () => {
    const abroad = window("monday", "10:00", "11:00", "America/Paramaribo");
    expect(fits(abroad, "2026-01-05T13:30:00Z")).toBe(true);
    expect(fits(abroad, "2026-01-05T09:30:00Z")).toBe(false);
    expect(fits([...abroad, ...window("monday", "10:00", "11:00")], "2026-01-05T09:30:00Z")).toBe(true);
    expect(fits([], "2026-01-05T09:30:00Z")).toBe(false);
  });
});

describe("an instruction", () => {
  test.each([
    ["never", undefined, true],
    ["now", "2026-03-24T10:00:00Z", false],
    ["seven days ago to the minute, the clock put forward since", "2026-03-24T10:00:00+01:00", false],
    ["a second more than seven days ago", "2026-03-24T09:59:59+01:00", true],
  ])("checked %s", (_, verifiedAt, expected) => {
    const now = new Date(verifiedAt === "2026-03-24T10:00:00Z" ? verifiedAt : "2026-03-31T10:00:00+02:00");
    expect(isStale(verifiedAt ? new Date(verifiedAt) : undefined, now)).toBe(expected);
  });
});
