import { describe, expect } from "vitest";
import { operations } from "../../src/app.ts";
import { acts, others } from "../../src/ledger/acts.ts";
import { roles } from "../../src/permissions.ts";
import { type Caller, permissionTable } from "../all-operations/permission-table.ts";
import { samples } from "../all-operations/samples.ts";
import { askAsOwner } from "../world/database.ts";
import { type Person, sharingTest as test, type World } from "../world/world.ts";
import { atTimes, plays } from "./plays.ts";

const callers: Caller[] = [...roles, "operator", "system"];

const lastOf = async (world: World): Promise<number> => {
  const found = await askAsOwner<{ last: string | null }>(
    world.database,
    "select max(position)::text as last from handreiking.ledger_entry",
  );
  return Number(found[0]?.last ?? 0);
};

const kindsAfter = async (world: World, position: number): Promise<string[]> => {
  const found = await askAsOwner<{ kind: string }>(
    world.database,
    `select distinct kind from handreiking.ledger_entry where position > ${position} order by kind`,
  );
  return found.map(({ kind }) => kind);
};

async function callerOf(world: World, operationId: string): Promise<Person> {
  const { own = {}, signedIn = false } = permissionTable[operationId] ?? {};
  const { side = "helpline" } = samples[operationId] ?? {};
  const right = callers.find((caller) => (own[caller] ?? 403) < 300) ?? "operator";
  if (right === "operator" || side === "operator")
    return world.member(world.operator, right === "operator" ? "coordinator" : "counsellor");
  if (right === "system") return world.system(world[side]);
  const person = await world.member(world[side], right);
  return signedIn ? world.signIn(person) : person;
}

/** The sample request of an operation, and the kinds of the entries that it left. */
async function sampled(world: World, operationId: string): Promise<string[]> {
  const sampling = samples[operationId];
  if (!sampling) throw new Error("an operation without a sample");
  const person = await callerOf(world, operationId);
  const { own = {}, signedIn } = permissionTable[operationId] ?? {};
  const opens = signedIn || (sampling.side === "helpline" && (own.intake ?? 403) >= 300 && own.counsellor);
  const { method, path, body, text, headers } = await sampling.make(world, opens ? person : world.eva);
  const before = await lastOf(world);
  const { status } = await world.send(person, method, path, text ?? body, headers);
  expect(status).toBeLessThan(300);
  const kinds = await kindsAfter(world, before);
  await sampling.undo?.(world);
  return kinds;
}

test("each operation has its line: whether it takes away, and by which entries", () => {
  const named = [...Object.keys(acts), ...others].sort();
  expect(named).toEqual(operations.map(({ operationId }) => operationId).sort());
});

describe("what takes away", () => {
  test.for(Object.entries(acts))("%s leaves its entries", async ([operationId, kinds], { world }) => {
    const seen = new Set(await sampled(world, operationId));
    const play = plays[operationId];
    if (play) {
      const before = await lastOf(world);
      await play(world);
      for (const kind of await kindsAfter(world, before)) seen.add(kind);
    }
    expect([...seen].filter((kind) => !kinds.includes(kind as never))).toEqual([]);
    if (!atTimes.includes(operationId)) expect(seen.size).toBeGreaterThan(0);
  });
});

describe("what takes nothing away", () => {
  const writing = operations.filter(
    ({ operationId, route }) => others.includes(operationId) && route.method !== "get",
  );
  test.for(writing.map(({ operationId }) => operationId))(
    "%s leaves none",
    async (operationId, { world }) => {
      expect(await sampled(world, operationId)).toEqual([]);
    },
  );
});
