import { expect } from "vitest";
import { test } from "../../world/world.ts";
import { importFile, ndjson } from "./files.ts";
import { id, service, serviceRow } from "./records.ts";

test("one refusal refuses the file; what is right is kept on request", async ({ world }) => {
  const [right, wrong] = [service(), service({ name: " " })];
  const content = ndjson(right, wrong);
  const report = await importFile(world, content, { file: "feed.ndjson" });
  expect(report).toMatchObject({ outcome: "refused", changed: 0, refusals: 1 });
  expect(report.entries).toEqual([
    {
      file: "feed.ndjson",
      row: 2,
      entity: "service",
      field: "name",
      valueClass: "blank text",
      kind: "refusal",
      reason: "is missing",
    },
  ]);
  expect(await serviceRow(world, right.id)).toBeUndefined();
  const kept = await importFile(world, content, { keepValid: true });
  expect(kept).toMatchObject({ outcome: "imported", refusals: 1 });
  expect([await serviceRow(world, right.id), await serviceRow(world, wrong.id)]).toMatchObject([
    {},
    undefined,
  ]);
});

const refused: [string, Record<string, unknown>, string, string][] = [
  ["without an organization", { organization: undefined }, "service", "organization_id"],
  [
    "of an unknown organization",
    { organization: undefined, organization_id: id() },
    "service",
    "organization_id",
  ],
  ["of an unknown program", { program_id: id() }, "service", "program_id"],
  ["with a wrong type", { name: ["a"] }, "service", "name"],
  ["with an unknown status", { status: "closed" }, "service", "status"],
  ["with an impossible date", { assured_date: "2026-02-30" }, "service", "assured_date"],
  ["with a million characters", { description: "x".repeat(1_000_000) }, "service", "description"],
  ["with a list that is none", { phones: "030-1" }, "service", "phones"],
  ["with a phone without number", { phones: [{ id: id() }] }, "phone", "number"],
  ["at no location", { service_at_locations: [{ id: id() }] }, "service_at_location", "location_id"],
  ["without id", { id: undefined }, "service", "id"],
];

for (const [told, more, entity, field] of refused)
  test(`a service ${told} is refused`, async ({ world }) => {
    const report = await importFile(world, JSON.stringify([service(more)]));
    expect(report).toMatchObject({ outcome: "refused", changed: 0 });
    const refusals = report.entries.filter(({ kind }) => kind === "refusal");
    expect(refusals[0]).toMatchObject({ row: 1, entity, field });
  });

test("a file that is none is refused, tells where, and changes nothing", async ({ world }) => {
  const given = service();
  for (const content of ["", "<html>", `[${JSON.stringify(given)},{"id":`, Uint8Array.of(0x7b, 0xff, 0x7d)]) {
    const report = await importFile(world, content, { keepValid: true });
    expect(report).toMatchObject({ outcome: "refused", changed: 0, refusals: 1 });
    expect(report.entries[0]).toMatchObject({ entity: "file", kind: "refusal" });
    expect(await serviceRow(world, given.id)).toBeUndefined();
  }
});

test("a report never repeats a value", async ({ world }) => {
  const secret = "q7x-private";
  const given = service({ status: secret, url: `${secret} ${secret}`, [secret]: secret, phones: secret });
  const report = await importFile(world, JSON.stringify([given]));
  expect(report.refusals).toBeGreaterThan(1);
  expect(JSON.stringify(report)).not.toContain(secret);
});
