import { describe, expect } from "vitest";
import { operations } from "../../src/app.ts";
import { roles } from "../../src/permissions.ts";
import { permissionTable } from "../all-operations/permission-table.ts";
import { samples } from "../all-operations/samples.ts";
import { asParticipant } from "../walls/raw.ts";
import { askAsOwner } from "../world/database.ts";
import { sharingTest as test, type World } from "../world/world.ts";
import { reads, tellsNothing } from "./reads.ts";

test("every operation that reads is said to tell something of a caller, or nothing", () => {
  const reading = operations.filter(({ route }) => route.method === "get").map((one) => one.operationId);
  for (const operationId of reading)
    expect(reads[operationId] !== undefined, operationId).toBe(!tellsNothing.has(operationId));
  const known = operations.map((one) => one.operationId);
  expect(known).toEqual(expect.arrayContaining([...Object.keys(reads), ...tellsNothing]));
});

/** Somebody who may ask, and their right request. */
async function asking(world: World, operationId: string) {
  const sampling = samples[operationId];
  const allowed = permissionTable[operationId]?.own ?? {};
  if (!sampling || sampling.side === "operator")
    throw new Error("only parties of a handoff read of a caller");
  const role = roles.find((one) => (allowed[one] ?? 403) < 300) ?? "counsellor";
  const person = await world.member(world[sampling.side], role);
  const sample = await sampling.make(world, role === "counsellor" ? person : world.eva);
  const ask = () => world.send(person, sample.method, sample.path, sample.body, sample.headers);
  return { person, ask };
}

const written = async (world: World, participantId: string, action: string) =>
  asParticipant(
    world.platform.db,
    participantId,
    `select operation, purpose, actor_roles, on_behalf_of, case_id from handreiking.audit_event
      where participant_id = '${participantId}' and action = '${action}' order by at`,
  );

describe.each(Object.entries(reads))("%s", (operationId, action) => {
  test("leaves an entry that says who, in which role, by which operation and why", async ({ world }) => {
    const { person, ask } = await asking(world, operationId);
    const before = await written(world, person.participantId, action);
    expect((await ask()).status).toBe(200);
    const after = await written(world, person.participantId, action);
    expect(after).toHaveLength(before.length + 1);
    // Of entries of one moment, none comes first.
    expect(after.filter((entry) => entry.operation === operationId)).toContainEqual(
      expect.objectContaining({
        on_behalf_of: person.memberId,
        actor_roles: [expect.any(String)],
        purpose: expect.stringMatching(
          /^(helping|handing-over|protection|answering-caller|oversight|counting)$/,
        ),
      }),
    );
  });

  test("tells nothing where its entry cannot be written", async ({ world }) => {
    const { ask } = await asking(world, operationId);
    const { database } = world;
    await askAsOwner(
      database,
      `alter table handreiking.audit_event add constraint full_log check (action <> '${action}') not valid`,
    );
    try {
      const { status, body } = await ask();
      expect({ status, type: body.type }).toEqual({ status: 500, type: "/problems/unexpected-failure" });
    } finally {
      await askAsOwner(database, "alter table handreiking.audit_event drop constraint full_log");
    }
  });
});
