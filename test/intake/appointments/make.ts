import { type TakenRequest, takeRequestIn } from "../../../src/intake/requests/take-request-in.ts";
import { dayOf, startOfDay, workingDaysLater } from "../../../src/platform/calendar.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import type { Answer, Person, World } from "../../world/world.ts";

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

export const office = {
  patterns: days.slice(0, 5).map((weekday) => ({ weekday, from: "09:00", to: "17:00" })),
  languages: ["nl"],
  channels: ["phone"],
  slotMinutes: 45,
  pauseMinutes: 15,
  dailyMost: 8,
};

export const wholeWeek = (from: string, to: string, timeZone = "Europe/Amsterdam") =>
  days.map((weekday) => ({ weekday, from, to, timeZone }));

/** Says when a counsellor works; by themself. */
export async function keepWork(world: World, person: Person, changes: object = {}): Promise<Answer> {
  const path = `/counsellors/${person.memberId}/availability`;
  const { headers } = await world.as(person).get(path);
  const ifMatch = headers.get("etag");
  return world.as(person).put(path, { ...office, ...changes }, ifMatch ? { "if-match": ifMatch } : {});
}

/** Another counsellor of the helpline, at work in office hours unless said. */
export async function aCounsellor(world: World, changes: object = {}): Promise<Person> {
  const person = await world.member(world.helpline, "counsellor");
  await keepWork(world, person, changes);
  return person;
}

/** Ten in the morning in Amsterdam, some working days on by the world's clock. */
export function morning({ clock }: World, days = 1): string {
  const day = dayOf(workingDaysLater(clock.time, days));
  return new Date(startOfDay(day).getTime() + 10 * 3_600_000).toISOString();
}

/** A request to be called back, which came by telephone. */
export async function aRequest(
  world: World,
  changes: Partial<TakenRequest> = {},
  helplineId = world.helpline.id,
): Promise<string> {
  const ctx = world.job(helplineId);
  const told = { phones: [{ number: "06 12345678" }] };
  const given: TakenRequest = { door: "phone", language: "nl", told, ...changes };
  return (await transact(ctx, (tx) => takeRequestIn(tx, ctx, given))).id;
}

interface Planned {
  by?: Person;
  startsAt?: string;
  requestId?: string;
  caseId?: string;
  outsideAvailability?: boolean;
  channel?: string;
}

/** Plans an appointment with that counsellor for a new request, by them unless said. */
export async function plan(
  world: World,
  counsellor: Person,
  { by = counsellor, ...given }: Planned = {},
): Promise<Answer> {
  const about = given.caseId ? {} : { requestId: given.requestId ?? (await aRequest(world)) };
  const body = { startsAt: morning(world), ...about, ...given, counsellorId: counsellor.memberId };
  return world.as(by).post("/appointments", body);
}
