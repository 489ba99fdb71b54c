import { describe, expect } from "vitest";
import { suspendMember } from "../../../src/identity/members/suspend-member.ts";
import { suspendParticipant } from "../../../src/identity/suspend-participant.ts";
import { iCalendar } from "../../../src/intake/calendar/icalendar.ts";
import { openQuestion, safeContact } from "../../handoff/make.ts";
import { test, type World } from "../../world/world.ts";
import { keepWork, morning, plan } from "../appointments/make.ts";

/** The lines of an iCalendar object, unfolded (RFC 5545, section 3.1). */
function linesOf(text: string): string[] {
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return text
    .replaceAll(/\r\n[ \t]/g, "")
    .split("\r\n")
    .slice(0, -1);
}

/** The events, as what each property says. */
const eventsOf = (text: string) =>
  linesOf(text)
    .join("\n")
    .split("BEGIN:VEVENT\n")
    .slice(1)
    .map((event) =>
      Object.fromEntries(
        (event.split("\nEND:VEVENT")[0] ?? "").split("\n").map((line) => {
          const at = line.indexOf(":");
          return [line.slice(0, at), line.slice(at + 1)];
        }),
      ),
    );

async function feedOf(world: World) {
  const { body } = await world.as(world.eva).post("/calendar-feeds");
  const path = body.url.slice(body.url.indexOf("/calendars/")) as string;
  return { id: body.id as string, url: body.url as string, path, read: () => world.as(undefined).get(path) };
}

describe("a calendar", () => {
  test("tells times in UTC and opaque numbers, and nothing else", async ({ world }) => {
    const { eva } = world;
    await keepWork(world, eva);
    const { caseId } = await openQuestion(world);
    await world.as(eva).put(`/cases/${caseId}/safe-contact`, safeContact);
    const { body } = await plan(world, eva, { caseId, startsAt: "2026-01-12T09:00:00Z" });
    const { read } = await feedOf(world);
    const { status, headers, body: text } = await read();
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(linesOf(text).slice(0, 3)).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Handreiking//Calendar//EN",
    ]);
    expect(linesOf(text).at(-1)).toBe("END:VCALENDAR");
    expect(eventsOf(text)).toEqual([
      {
        UID: body.number,
        SEQUENCE: "0",
        DTSTAMP: "20260105T090000Z",
        DTSTART: "20260112T090000Z",
        DTEND: "20260112T094500Z",
        SUMMARY: body.number,
        STATUS: "CONFIRMED",
      },
    ]);
    for (const secret of [body.id, caseId, eva.memberId ?? "", world.helpline.id])
      expect(text).not.toContain(secret);
  });

  test("keeps what was called off or moved, as cancelled under the number that it had", async ({ world }) => {
    const { eva } = world;
    await keepWork(world, eva);
    const [off, old] = [await plan(world, eva), await plan(world, eva, { startsAt: morning(world, 2) })];
    const { read } = await feedOf(world);
    await world.as(eva).post(`/appointments/${off.body.id}/cancellation`, { reason: "mistake" });
    const move = { startsAt: morning(world, 3) };
    const { body: moved } = await world.as(eva).post(`/appointments/${old.body.id}/move`, move);
    expect(eventsOf((await read()).body).map(({ UID, STATUS, SEQUENCE }) => [UID, STATUS, SEQUENCE])).toEqual(
      [
        [off.body.number, "CANCELLED", "1"],
        [old.body.number, "CANCELLED", "1"],
        [moved.number, "CONFIRMED", "0"],
      ],
    );
  });

  test("is nobody's once it is revoked, or its counsellor or participant suspended", async ({ world }) => {
    const { eva, helpline } = world;
    const { path, read } = await feedOf(world);
    const unknown = await world.as(undefined).get(`/calendars/${"A".repeat(43)}.ics`);
    expect(unknown.status).toBe(404);
    const expectGone = async (gone: Awaited<ReturnType<typeof read>>) =>
      expect({ ...gone.body, instance: "" }).toEqual({ ...unknown.body, instance: "" });
    const other = await feedOf(world);
    const { items } = (await world.as(eva).get("/calendar-feeds")).body;
    expect(items).toHaveLength(2);
    expect(JSON.stringify(items)).not.toContain(path.slice("/calendars/".length, -4));
    await world.as(eva).send("DELETE", `/calendar-feeds/${other.id}`);
    await expectGone(await other.read());
    expect((await world.as(eva).get("/calendar-feeds")).body.items).toHaveLength(1);
    expect((await read()).status).toBe(200);
    await suspendParticipant(world.job(world.operator.id), helpline.id, { suspended: true });
    await expectGone(await read());
    await suspendParticipant(world.job(world.operator.id), helpline.id, { suspended: false });
    expect((await read()).status).toBe(200);
    await suspendMember(world.job(helpline.id), eva.memberId ?? "");
    await expectGone(await read());
  });

  test("has its secret neither in the log nor in the database", async ({ world }) => {
    const { path, read } = await feedOf(world);
    const secret = path.slice("/calendars/".length, -4);
    expect((await read()).status).toBe(200);
    expect(JSON.stringify(world.logged)).not.toContain(secret);
    expect(world.logged.at(-1)?.operationId).toBe("readCalendar");
  });

  test("is told again without its address when the request is repeated", async ({ world }) => {
    const key = { "idempotency-key": "once" };
    const first = await world.as(world.eva).post("/calendar-feeds", undefined, key);
    const again = await world.as(world.eva).post("/calendar-feeds", undefined, key);
    expect(again.body).toEqual({ ...first.body, url: undefined });
  });

  test("folds long lines and is the same for the same appointments", () => {
    const entry = {
      number: `A-${"K7Q4".repeat(40)}`,
      startsAt: new Date("2028-02-29T23:30:00Z"),
      endsAt: new Date("2028-03-01T00:15:00Z"),
      state: "missed" as const,
      changedAt: new Date("2028-03-01T00:15:00Z"),
    };
    const text = iCalendar([entry]);
    expect(eventsOf(text)).toMatchObject([{ SUMMARY: entry.number, DTSTART: "20280229T233000Z" }]);
    expect(iCalendar([entry])).toBe(text);
  });
});
