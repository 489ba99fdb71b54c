import { describe, expect } from "vitest";
import { operations } from "../../src/app.ts";
import { roles } from "../../src/permissions.ts";
import { permissionTable } from "../all-operations/permission-table.ts";
import { samples, unknownRecord } from "../all-operations/samples.ts";
import { sharingTest as test } from "../world/world.ts";

const foreign = operations.filter(
  ({ operationId, route }) =>
    route.method === "get" && 304 in route.responses && permissionTable[operationId]?.other,
);

describe.each(foreign.map(({ operationId }) => ({ operationId })))("$operationId", ({ operationId }) => {
  test("tells another organization nothing by the version that it names", async ({ world }) => {
    const sampling = samples[operationId];
    if (!sampling) throw new Error("no sample");
    const sample = await sampling.make(world, world.eva);
    const unknown = unknownRecord(sample);
    const owners = [
      world.eva,
      ...(await Promise.all(roles.map((role) => world.member(world.helpline, role)))),
    ];
    const tags = [];
    for (const owner of owners)
      tags.push((await world.send(owner, "GET", sample.path, undefined, sample.headers)).headers.get("etag"));
    const known = tags.find((tag) => tag !== null);
    for (const tag of ["*", '"a"', ...(known ? [known, `W/${known}`] : [])])
      for (const field of ["if-none-match", "if-match"]) {
        const headers = { ...sample.headers, [field]: tag };
        const asked = await world.send(world.stranger, "GET", sample.path, undefined, headers);
        const nobody = await world.send(world.stranger, "GET", unknown.path, undefined, headers);
        expect(asked.status).toBe(404);
        expect({ ...asked.body, instance: "" }).toEqual({ ...nobody.body, instance: "" });
        expect([...asked.headers]).toEqual([...nobody.headers]);
      }
  });
});

test("there are such operations", () => {
  expect(foreign.length).toBeGreaterThan(2);
});
