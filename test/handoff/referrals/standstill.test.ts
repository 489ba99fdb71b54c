import fc from "fast-check";
import { expect, test } from "vitest";
import { beatOf, toldAt } from "../../../src/handoff/referrals/apart.ts";
import { type Suspension, standing } from "../../../src/handoff/referrals/standstill.ts";

const at = (time: string) => new Date(`2026-01-${time}:00Z`);
const deadline = {
  nudgeAt: at("06T09:00"),
  dueAt: at("07T09:00"),
  overdueAt: at("08T09:00"),
  lapseAt: at("09T09:00"),
};
const offered = {
  state: "offered" as const,
  offeredAt: at("05T09:00"),
  acceptedAt: null,
  introductionAt: null,
};
const suspended = (from: string, until?: string): Suspension => ({
  suspendedAt: at(from),
  readmittedAt: until ? at(until) : null,
});
const stands = (...suspensions: Suspension[]) => standing(deadline, offered, suspensions);

test.for<[string, Suspension[], Partial<typeof deadline> | Record<string, null>]>([
  ["nothing", [], deadline],
  ["what lay before", [suspended("01T09:00", "03T09:00")], deadline],
  [
    "what began before",
    [suspended("01T09:00", "05T10:00")],
    { nudgeAt: at("06T10:00"), lapseAt: at("09T10:00") },
  ],
  [
    "what came between",
    [suspended("07T12:00", "08T12:00")],
    { dueAt: at("07T09:00"), overdueAt: at("09T09:00") },
  ],
  [
    "two times",
    [suspended("05T10:00", "05T11:00"), suspended("07T09:30", "07T10:30")],
    { nudgeAt: at("06T10:00"), dueAt: at("07T11:00") },
  ],
  [
    "what lasts",
    [suspended("06T12:00")],
    { nudgeAt: at("06T09:00"), dueAt: null, overdueAt: null, lapseAt: null },
  ],
] as never)("%s is given back", ([, suspensions, expected]) => {
  expect(stands(...suspensions)).toMatchObject(expected);
});

test("what is the sender's alone goes on", () => {
  for (const state of ["connected", "draft"] as const)
    expect(standing(deadline, { ...offered, state }, [suspended("05T10:00")])).toEqual(deadline);
});

test("time is given, never taken, and in order", () => {
  const hours = fc.integer({ min: 0, max: 400 });
  const pairs = fc.array(fc.tuple(hours, hours), { maxLength: 5 });
  fc.assert(
    fc.property(pairs, (given) => {
      const times = given.flat().sort((one, other) => one - other);
      const moment = (hour: number) => new Date(at("01T00:00").getTime() + hour * 3_600_000);
      const suspensions = given.map((_, index) => ({
        suspendedAt: moment(times[2 * index] ?? 0),
        readmittedAt: moment(times[2 * index + 1] ?? 0),
      }));
      const { nudgeAt, dueAt, overdueAt, lapseAt } = stands(...suspensions);
      const moved = [nudgeAt, dueAt, overdueAt, lapseAt].map((time) => time?.getTime() ?? 0);
      expect(moved).toEqual([...moved].sort((one, other) => one - other));
      expect(moved[0]).toBeGreaterThanOrEqual(deadline.nudgeAt.getTime());
    }),
  );
});

test("what one cause ends is told some seconds later at most, and never earlier", () => {
  const moment = at("05T09:00");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4999 }), (toldApart) => {
      const told = toldAt({ toldApart, offeredAt: moment }, moment).getTime() - moment.getTime();
      expect(told).toBe(toldApart);
      expect(toldAt({ toldApart, offeredAt: null }, moment)).toEqual(moment);
    }),
  );
});

test("a beat comes after what was due, not after now, and keeps what was due apart", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      (due, late) => {
        const [from, now] = [new Date(due), new Date(due + late)];
        const beat = beatOf(from, now).getTime();
        expect(beat).toBeGreaterThanOrEqual(due);
        expect(beat).toBeLessThanOrEqual(due + late);
        expect(beat % 60_000).toBe(due % 60_000);
      },
    ),
  );
});
