import { eq } from "drizzle-orm";
import { appointments, callbackRequests } from "../../src/intake/schema.ts";
import { keepWebForm } from "../../src/intake/web-form/keep-web-form.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { randomIds } from "../../src/platform/ids.ts";
import type { Sample, Sampling } from "../all-operations/samples.ts";
import type { Person, World } from "../world/world.ts";

/** The web form of a helpline takes requests from now on. */
export const openForm = (world: World, helplineId = world.helpline.id, open = true) =>
  keepWebForm(world.job(helplineId), { open });

export const toldFully = {
  door: "phone",
  language: "nl",
  relation: "relative",
  topics: ["manipulation"],
  channel: "phone",
  name: "Marije",
  phones: [{ number: "06 12345678", note: "Alleen voor het ontbijt" }],
  mail: "marije@example.org",
  reach: "Ophangen als een ander opneemt",
  windows: [{ weekday: "tuesday", from: "10:00", to: "12:30", timeZone: "America/Toronto" }],
  text: "Haar broer gaf zijn huis aan een beweging.",
};

export const anonymously = {
  language: "nl",
  anonymous: { word: "Blauwe fiets", agreedAt: "2099-01-06T14:00:00Z" },
};

/** A request at Eva's helpline, taken by her unless said; its id, path and reference. */
export async function takeOne(
  world: World,
  given: Record<string, unknown> = toldFully,
  by: Person = world.eva,
) {
  const { status, body } = await world.as(by).post("/callback-intakes", given);
  if (status !== 201) throw new Error(`no request was taken: ${status} ${JSON.stringify(body)}`);
  const { id, reference } = body as { id: string; reference: string };
  return { id, reference, path: `/callback-requests/${id}` };
}

type Taken = Awaited<ReturnType<typeof takeOne>>;

const onRequest = (
  method: string,
  part: string,
  body?: Record<string, unknown>,
  given: Record<string, unknown> = toldFully,
  more: (taken: Taken) => Partial<Sample> = () => ({}),
): Sampling => ({
  side: "helpline",
  async make(world) {
    const taken = await takeOne(world, given);
    const { headers } = await world.as(world.eva).get(taken.path);
    return {
      method,
      path: `${taken.path}${part}`,
      ...(body && { body }),
      ...(method === "PATCH" && { headers: { "if-match": headers.get("etag") ?? "" } }),
      named: taken.id,
      ...more(taken),
    };
  },
});

const fixed = (make: (world: World) => Sample): Sampling => ({
  side: "helpline",
  make: async (world) => make(world),
});

/** One right request for every operation on requests to be called back. */
export const intakeSamples: Record<string, Sampling> = {
  requestCallback: {
    side: "helpline",
    async make(world) {
      await openForm(world);
      const body = { helplineId: world.helpline.id, language: "nl", phone: "06 12345678" };
      return { method: "POST", path: "/callback-requests", body };
    },
  },
  takeRequest: fixed(() => ({ method: "POST", path: "/callback-intakes", body: { language: "nl" } })),
  listRequests: fixed(() => ({ method: "GET", path: "/callback-requests" })),
  getRequest: onRequest("GET", ""),
  lookUpRequest: onRequest("POST", "", undefined, toldFully, ({ id, reference }) => ({
    path: "/callback-request-lookups",
    body: { reference },
    named: reference,
    subject: id,
  })),
  checkRequestCodeWord: onRequest(
    "POST",
    "/code-word-checks",
    { word: "blauwe fiets" },
    anonymously,
    ({ id }) => ({ subject: id }),
  ),
  changeRequest: onRequest("PATCH", "", { language: "en" }),
  raiseUrgency: onRequest("PUT", "/urgency", { urgency: "urgent" }),
  endRequest: onRequest("POST", "/end", { reason: "talked" }),
  openCaseForRequest: onRequest("POST", "/case", {}),
  eraseRequest: onRequest("POST", "/erasure"),
  listOverdueRequests: fixed(() => ({ method: "GET", path: "/overdue-callback-requests" })),
  getWebForm: fixed(() => ({ method: "GET", path: "/web-form" })),
  keepWebForm: fixed(({ helpline }) => ({
    method: "PUT",
    path: "/web-form",
    body: { open: true },
    subject: helpline.id,
  })),
};

/** A request's row as it stands, for its helpline. */
export async function rowOf(world: World, requestId: string) {
  const [row] = await transact(world.job(world.helpline.id), (tx) =>
    tx.select().from(callbackRequests).where(eq(callbackRequests.id, requestId)),
  );
  return row;
}

/** An appointment of Eva's that stands for a request, an hour from `startsAt` on; its id. */
export async function planFor(world: World, requestId: string, startsAt: Date): Promise<string> {
  const id = randomIds();
  const { helpline, eva } = world;
  await transact(world.job(helpline.id), (tx) =>
    tx.insert(appointments).values({
      id,
      participantId: helpline.id,
      number: id.slice(0, 8),
      requestId,
      counsellorId: eva.memberId ?? "",
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      channel: "phone",
      language: "nl",
      outsideAvailability: true,
      state: "planned",
      plannedAt: world.clock.time,
    }),
  );
  return id;
}
