import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { entities, entityNames, isEntityName } from "../../../src/directory/import/entities/index.ts";
import { columnsOf } from "../../../src/directory/import/merge.ts";
import {
  attributes,
  organizationIdentifiers,
  organizationParticipants,
  phones,
  services,
  taxonomyTerms,
} from "../../../src/directory/schema.ts";
import { rows, transact } from "../../../src/platform/database/transact.ts";
import { test } from "../../world/world.ts";
import { importFile, ndjson } from "./files.ts";
import { id, organization, service, serviceRow } from "./records.ts";

test("ids of a source that are no UUIDs are derived from it, and kept beside", async ({ world }) => {
  const content = ndjson(
    { id: "org-1", name: "Haven", description: "Helpt.", website: "haven.example", resource: "organization" },
    { id: 17, name: "Luisterlijn", status: "", organization_id: "org-1" },
  );
  const source = id();
  expect(await importFile(world, content, { source })).toMatchObject({ outcome: "imported" });
  expect((await importFile(world, content, { source })).changed).toBe(0);
  const { db } = world.platform;
  const [named] = await db
    .select()
    .from(organizationIdentifiers)
    .where(eq(organizationIdentifiers.identifierScheme, source));
  expect(named).toMatchObject({ identifierType: "foreign id", identifier: "org-1" });
  const [found] = await db
    .select()
    .from(services)
    .where(eq(services.organizationId, named?.organizationId ?? ""));
  expect(found).toMatchObject({ name: "Luisterlijn", status: "active", domain: "care" });
  const [kept] = await db
    .select()
    .from(attributes)
    .where(eq(attributes.linkId, found?.id ?? ""));
  expect(kept).toMatchObject({ label: "handreiking:foreign-id", value: "17" });
});

test("the domain of a service is that of its topics", async ({ world }) => {
  const [legalAid] = await world.platform.db
    .select()
    .from(taxonomyTerms)
    .where(eq(taxonomyTerms.code, "legal-aid"));
  const given = service({ attributes: [{ id: id(), taxonomy_term_id: legalAid?.id }] });
  const report = await importFile(world, JSON.stringify(given));
  expect(report.entries).toMatchObject([{ field: "handreiking:domain", kind: "repair" }]);
  expect((await serviceRow(world, given.id))?.domain).toBe("legal");
});

test("what only this directory knows of a service stays when a file does not tell it", async ({ world }) => {
  const given = service({
    assured_date: "2026-01-02",
    attributes: [
      { id: id(), label: "handreiking:domain", value: "legal" },
      { id: id(), label: "handreiking:cost", value: "free" },
    ],
  });
  await importFile(world, JSON.stringify(given));
  const { attributes: _, assured_date: __, ...plain } = given as Record<string, unknown>;
  await importFile(world, JSON.stringify({ ...plain, name: "Anders" }));
  expect(await serviceRow(world, given.id)).toMatchObject({
    name: "Anders",
    domain: "legal",
    cost: "free",
    assuredDate: "2026-01-02",
    lastModified: world.clock.time,
  });
});

test("a topic under two ids is one, and who answers for an organization stays", async ({ world }) => {
  const term = (name: string) => ({
    id: id(),
    code: "x-1",
    name,
    description: name,
    taxonomy_detail: { id: id(), name: "Twee", description: "Twee" },
  });
  const attribute = (name: string) => ({ id: id(), taxonomy_term: term(name) });
  const given = service({
    organization: undefined,
    organization_id: world.bridge.organizationId,
    attributes: [attribute("Een"), attribute("Ander")],
  });
  const organizationNamed = {
    ...organization({ id: world.bridge.organizationId }),
    resource: "organization",
  };
  const report = await importFile(world, ndjson(organizationNamed, given));
  expect(report).toMatchObject({
    outcome: "imported",
    records: { attribute: 1, taxonomy: 1, taxonomy_term: 1 },
  });
  expect(report.entries.filter(({ reason }) => reason.endsWith("merged"))).toHaveLength(3);
  const [link] = await world.platform.db
    .select()
    .from(organizationParticipants)
    .where(eq(organizationParticipants.organizationId, world.bridge.organizationId));
  expect(link?.participantId).toBe(world.bridge.id);
});

test("a record that comes in parts is put together", async ({ world }) => {
  const [phoneId, contactId] = [id(), id()];
  const of = organization({ contacts: [{ id: contactId, phones: [{ id: phoneId, number: "1" }] }] });
  const given = service({ organization: of, phones: [{ id: phoneId, number: "1", type: "voice" }] });
  await importFile(world, JSON.stringify(given));
  const [phone] = await world.platform.db.select().from(phones).where(eq(phones.id, phoneId));
  expect(phone).toMatchObject({ serviceId: given.id, contactId, type: "voice" });
});

test("an organization with its services, and a service at a location, are files of their own", async ({
  world,
}) => {
  const [organizationId, locationId] = [id(), id()];
  const { organization: _, ...inner } = service({
    program: { id: id(), name: "Programma", description: "Programma" },
  }) as Record<string, unknown>;
  const whole = organization({ id: organizationId, services: [inner] });
  const at = {
    id: id(),
    service: service({ organization: organization({ id: organizationId }) }),
    location: { id: locationId, location_type: "virtual", url: "https://haven.example" },
  };
  const report = await importFile(world, ndjson(whole, at));
  expect(report).toMatchObject({
    outcome: "imported",
    entries: [],
    records: { organization: 1, program: 1, service: 2, location: 1, service_at_location: 1 },
  });
});

test("every column of the directory's tables is read and written, but the tombstone", async ({ world }) => {
  const columns = await transact(world.job(world.operator.id), (tx) =>
    rows<{ table: string; column: string }>(
      tx,
      sql`select table_name as table, column_name as column from information_schema.columns
        where table_schema = 'handreiking' and column_name not in ('id', 'deleted_at')`,
    ),
  );
  expect(Object.keys(entities).sort()).toEqual([...entityNames].sort());
  const ours = columns
    .filter(({ table }) => isEntityName(table))
    .map(({ table, column }) => `${table}.${column}`);
  const known = entityNames.flatMap((name) =>
    Object.keys(columnsOf(name)).map((column) => `${name}.${column}`),
  );
  expect(known.sort()).toEqual(ours.sort());
});
