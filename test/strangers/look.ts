import { createApp } from "../../src/app.ts";
import { roles } from "../../src/permissions.ts";
import { type Caller, permissionTable } from "../all-operations/permission-table.ts";
import { type Sample, samples } from "../all-operations/samples.ts";
import { counting } from "../world/statements.ts";
import { issuer, type Person, type World } from "../world/world.ts";

const kept = new WeakMap<World, ReturnType<typeof counted>>();

function counted(world: World) {
  const { db, count } = counting(world.platform.db);
  return { app: createApp({ ...world.platform, db }, { rates: {} }), count };
}

/** Everything that whoever asks can tell one answer from another by: but for the clock. */
export async function look(world: World, person: Person, { method, path, body, text, headers }: Sample) {
  const known = kept.get(world) ?? counted(world);
  kept.set(world, known);
  const before = known.count();
  const sent = text ?? (body && JSON.stringify(body));
  const response = await known.app.request(`${issuer}/v1${path}`, {
    method,
    headers: {
      ...(await world.credentialsOf(person)),
      ...(sent && { "content-type": "application/json" }),
      ...headers,
    },
    ...(sent && { body: sent }),
  });
  const answer = (await response.text()).replace(/"instance":"[^"]*"/, "");
  const { status } = response;
  return { status, answer, headers: [...response.headers], statements: known.count() - before };
}

export const sampleOf = (operationId: string, world: World) => {
  const sampling = samples[operationId];
  if (!sampling) throw new Error(`${operationId} has no sample`);
  return sampling.make(world, world.eva);
};

const callers: Caller[] = [...roles, "operator", "system"];

/** Decided by another counsellor than the one who made it. */
const needsSecond = new Set(["approveOverride", "reviewOverride", "decideObjection", "reviewEmergency"]);

/** The person as the operation asks for them: in a browser of their own, where it is for those alone who signed in. */
export const asAsked = (world: World, operationId: string, person: Person): Promise<Person> =>
  permissionTable[operationId]?.signedIn ? world.signIn(person) : Promise.resolve(person);

/** Somebody for whom the operation is, of the side that its sample is of, or of `at`. */
export const rightOne = async (world: World, operationId: string, at?: "elsewhere"): Promise<Person> =>
  asAsked(world, operationId, await ableOne(world, operationId, at));

async function ableOne(world: World, operationId: string, at?: "elsewhere"): Promise<Person> {
  const { own } = permissionTable[operationId] ?? { own: {} };
  const side = samples[operationId]?.side ?? "helpline";
  const able = callers.find(
    (caller) => caller !== "operator" && caller !== "system" && (own[caller] ?? 403) < 300,
  );
  if (able === "counsellor" && side === "helpline" && !at && !needsSecond.has(operationId)) return world.eva;
  if (!able || side === "operator") return world.member(world.operator, "coordinator");
  return world.member(world[at ?? side], able as Exclude<Caller, "operator" | "system">);
}

/** Ids of the directory, of participants, and what whoever holds it may ask: they are no secret. */
export const openIds = new Set([
  "serviceId",
  "organizationId",
  "locationId",
  "versionId",
  "synonymId",
  "entryId",
  "id",
  "participantId",
  "recipientId",
  "betterServiceId",
  "receiptId",
  "reportedById",
  // Which helplines there are is no secret, and the form is open to all.
  "helplineId",
]);
