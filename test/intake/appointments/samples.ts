import type { Sample, Sampling } from "../../all-operations/samples.ts";
import { later } from "../../handoff/make.ts";
import type { Person, World } from "../../world/world.ts";
import { aCounsellor, aRequest, keepWork, morning, office, plan } from "./make.ts";

const on = (make: (world: World, by: Person) => Promise<Sample>): Sampling => ({ side: "helpline", make });

/** With the availability of whoever opened it. */
const ofCounsellor = (
  part: string,
  more: Partial<Sample> & { method: string },
  bodyOf?: (world: World) => Record<string, unknown>,
): Sampling =>
  on(async (world, by) => {
    await keepWork(world, by);
    const path = `/counsellors/${by.memberId}/${part}`;
    return { path, named: by.memberId ?? "", ...more, ...(bodyOf && { body: bodyOf(world) }) };
  });

/** With an appointment of a counsellor of its own, which somebody may have to have begun. */
const onAppointment = (
  part: string,
  more: (world: World, id: string) => Promise<Partial<Sample>> | Partial<Sample> = () => ({}),
  method = "POST",
): Sampling =>
  on(async (world) => {
    const { body } = await plan(world, await aCounsellor(world));
    const path = `/appointments/${body.id}${part}`;
    return { method, path, named: body.id, subject: body.id, ...(await more(world, body.id)) };
  });

const tomorrow = (world: World) => ({
  startsAt: later(world, { days: 1 }).toISOString(),
  endsAt: later(world, { days: 2 }).toISOString(),
});
const extra = (world: World) => ({ kind: "extra", ...tomorrow(world) });

const anException = async (world: World, by: Person): Promise<string> =>
  (await world.as(by).post(`/counsellors/${by.memberId}/availability-exceptions`, extra(world))).body.id;

async function tagOf(world: World, by: Person, path: string): Promise<Record<string, string>> {
  const { headers } = await world.as(by).get(path);
  return { "if-match": headers.get("etag") ?? "" };
}

/** Tries a caller as often as a helpline does. */
export async function missAppointment(world: World, by: Person, id: string): Promise<void> {
  for (let attempt = 1; attempt <= 3; attempt++)
    await world.as(by).post(`/appointments/${id}/attempts`, { outcome: "no-answer", said: "nothing-said" });
}

/** What begins now: outside of what anybody offers. */
async function begunNow(world: World): Promise<{ id: string; counsellor: Person }> {
  const counsellor = await world.member(world.helpline, "counsellor");
  const { body } = await world.as(counsellor).post("/appointments", {
    requestId: await aRequest(world),
    counsellorId: counsellor.memberId,
    startsAt: world.clock.time.toISOString(),
    outsideAvailability: true,
  });
  return { id: body.id, counsellor };
}

/** One right request for every operation of planning. */
export const planningSamples: Record<string, Sampling> = {
  getAvailability: ofCounsellor("availability", { method: "GET" }),
  keepAvailability: on(async (world, by) => {
    await keepWork(world, by);
    const path = `/counsellors/${by.memberId}/availability`;
    const headers = await tagOf(world, by, path);
    return {
      method: "PUT",
      path,
      body: office,
      headers,
      named: by.memberId ?? "",
      subject: by.memberId ?? "",
    };
  }),
  listAvailabilityExceptions: ofCounsellor("availability-exceptions", { method: "GET" }),
  addException: ofCounsellor("availability-exceptions", { method: "POST" }, extra),
  removeException: on(async (world, by) => {
    const id = await anException(world, by);
    return { method: "DELETE", path: `/availability-exceptions/${id}`, named: id, subject: id };
  }),
  reportLeave: ofCounsellor("leaves", { method: "POST" }, tomorrow),
  proposeSlots: on(async (world) => {
    const requestId = await aRequest(world);
    return {
      method: "POST",
      path: "/slot-proposals",
      body: { requestId },
      named: requestId,
      subject: requestId,
    };
  }),
  planAppointment: on(async (world) => {
    const { memberId } = await aCounsellor(world);
    const requestId = await aRequest(world);
    const body = { requestId, counsellorId: memberId, startsAt: morning(world) };
    return { method: "POST", path: "/appointments", body, named: requestId };
  }),
  listAppointments: on(async () => ({ method: "GET", path: "/appointments?state=planned" })),
  getAppointment: onAppointment("", () => ({}), "GET"),
  moveAppointment: onAppointment("/move", (world) => ({ body: { startsAt: morning(world, 2) } })),
  reassignAppointment: onAppointment("/reassignment", async (world) => ({
    body: { counsellorId: (await aCounsellor(world)).memberId },
  })),
  suggestCover: onAppointment("/cover", () => ({}), "GET"),
  cancelAppointment: onAppointment("/cancellation", () => ({ body: { reason: "caller-asked" } })),
  recordNoAnswer: on(async (world) => {
    const { id } = await begunNow(world);
    const body = { outcome: "no-answer", said: "nothing-said" };
    return { method: "POST", path: `/appointments/${id}/attempts`, body, named: id, subject: id };
  }),
  settleMissedAppointment: on(async (world) => {
    const { id, counsellor } = await begunNow(world);
    await missAppointment(world, counsellor, id);
    return { method: "POST", path: `/appointments/${id}/settlement`, named: id, subject: id };
  }),
  getPlanningRules: on(async () => ({ method: "GET", path: "/planning-rules" })),
  keepPlanningRules: on(async (world, by) => ({
    method: "PUT",
    path: "/planning-rules",
    body: { attempts: 3 },
    headers: await tagOf(world, by, "/planning-rules"),
    subject: world.helpline.id,
  })),
  makeCalendarFeed: on(async () => ({ method: "POST", path: "/calendar-feeds" })),
  listCalendarFeeds: on(async () => ({ method: "GET", path: "/calendar-feeds" })),
  revokeCalendarFeed: on(async (world, by) => {
    const { id } = (await world.as(by).post("/calendar-feeds")).body;
    return { method: "DELETE", path: `/calendar-feeds/${id}`, named: id, subject: id };
  }),
  readCalendar: on(async (world, by) => {
    const { url } = (await world.as(by).post("/calendar-feeds")).body;
    return { method: "GET", path: url.slice(url.indexOf("/calendars/")) };
  }),
};

/** Everything of planning once, in a network that is to be looked at whole. */
export async function planOnce(world: World): Promise<void> {
  const { id, counsellor } = await begunNow(world);
  await missAppointment(world, counsellor, id);
  await keepWork(world, counsellor);
  await anException(world, counsellor);
  await world.as(counsellor).post("/calendar-feeds");
  const coordinator = await world.member(world.helpline, "coordinator");
  const headers = await tagOf(world, coordinator, "/planning-rules");
  await world.as(coordinator).put("/planning-rules", { attempts: 4 }, headers);
}
