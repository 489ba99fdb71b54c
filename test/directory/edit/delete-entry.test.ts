import { expect } from "vitest";
import { importDirectory, seedDirectory } from "../../../src/directory/index.ts";
import { makeReferral } from "../../handoff/make.ts";
import { asParticipant, outcome } from "../../walls/raw.ts";
import { test, type World } from "../../world/world.ts";
import { edit, ownEntries } from "../editing.ts";

async function remove(world: World, serviceId: string) {
  const { method, path, headers } = await edit(world, "DELETE", "services", serviceId);
  return world.send(world.noor, method, path, undefined, headers);
}

async function* fileOf(...records: unknown[]) {
  yield new TextEncoder().encode(JSON.stringify(records));
}

test("a deleted service is gone from search, lists and /hsds, and says that it was deleted", async ({
  world,
}) => {
  const { serviceId } = await ownEntries(world);
  const path = `/services/${serviceId}`;
  expect((await remove(world, serviceId)).status).toBe(204);
  const noor = world.as(world.noor);
  for (const answer of [
    await noor.get(path),
    await noor.send("PATCH", path, { name: "Terug" }, { "if-match": "*" }),
    await noor.send("DELETE", path, undefined, { "if-match": "*" }),
  ])
    expect({ status: answer.status, type: answer.body.type }).toEqual({
      status: 410,
      type: "/problems/entry-deleted",
    });
  const listed = await noor.get(`/services?organizationId=${world.bridge.organizationId}`);
  expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([world.bridge.serviceId]);
  expect((await world.app.request(`/hsds/services/${serviceId}`)).status).toBe(404);
  const { body } = await noor.get("/directory-changes?pageSize=100");
  expect(body.items).toContainEqual(
    expect.objectContaining({ entity: "service", id: serviceId, change: "deleted" }),
  );
});

test("a referral to a service that is deleted goes on, by its name; a new one cannot be made", async ({
  world,
}) => {
  const { path } = await makeReferral(world, "offered");
  const draft = await makeReferral(world, "draft");
  const before = (await world.as(world.eva).get(path)).body;
  expect((await remove(world, world.bridge.serviceId)).status).toBe(204);
  expect((await world.as(world.eva).get(path)).body).toEqual(before);
  const accepted = await world
    .as(world.noor)
    .post(`${path}/acceptance`, { name: "Noor de Wit", contact: "030-1234567" });
  expect(accepted.status).toBe(200);
  const offered = await world.as(world.eva).post(`${draft.path}/offer`, { consentId: draft.consentId });
  expect(offered.status).toBeGreaterThanOrEqual(400);
  expect(offered.status).toBeLessThan(500);
});

test("neither an import nor the starter directory brings a deleted service back", async ({ world }) => {
  const { serviceId } = await ownEntries(world);
  await remove(world, serviceId);
  const report = await importDirectory(
    world.job(world.operator.id),
    fileOf({
      id: serviceId,
      organization_id: world.bridge.organizationId,
      name: "Inloop",
      status: "active",
      phones: [{ id: world.bridge.id, number: "1" }],
    }),
  );
  expect(report.outcome).toBe("imported");
  expect((await world.as(world.noor).get(`/services/${serviceId}`)).status).toBe(410);
  await seedDirectory(world.job(world.operator.id));
});

test("raw SQL of the service's login deletes no entry but its own, and shows no deleted one", async ({
  world,
}) => {
  const { serviceId } = await ownEntries(world);
  const { db } = world.platform;
  const call = `select handreiking.delete_entry('service', '${serviceId}', now())`;
  expect(await outcome(asParticipant(db, world.elsewhere.id, call))).toBe("HR181");
  expect(await outcome(asParticipant(db, undefined, call))).toBe("HR181");
  const directly = [
    `delete from handreiking.service where id = '${serviceId}'`,
    `update handreiking.service set deleted_at = now(), status = 'defunct' where id = '${serviceId}'`,
  ];
  for (const statement of directly)
    expect(await outcome(asParticipant(db, world.bridge.id, statement)), statement).toBe("42501");
  await asParticipant(db, world.bridge.id, call);
  const seen = `select id from handreiking.service where id = '${serviceId}'`;
  expect(await asParticipant(db, world.operator.id, seen)).toEqual([]);
});

test("raw SQL of the service's login writes no part of another's entry", async ({ world }) => {
  const { db } = world.platform;
  const { organizationId, serviceId } = world.bridge;
  const intrusions = [
    `insert into handreiking.phone (id, service_id, number, country) values (gen_random_uuid(), '${serviceId}', '1', 'NL')`,
    `insert into handreiking.phone (id, service_id, organization_id, number, country)
      values (gen_random_uuid(), '${world.elsewhere.serviceId}', '${organizationId}', '1', 'NL')`,
    `insert into handreiking.contact (id, name) values (gen_random_uuid(), 'Niemand')`,
    `insert into handreiking.attribute (id, link_id, link_entity) values (gen_random_uuid(), '${serviceId}', 'service')`,
    `insert into handreiking.service (id, organization_id, name, status, domain, audiences, channels, last_modified)
      values (gen_random_uuid(), '${organizationId}', 'x', 'active', 'care', '{}', '{}', now())`,
  ];
  for (const statement of intrusions)
    expect(await outcome(asParticipant(db, world.elsewhere.id, statement)), statement).toBe("42501");
  const rename = `update handreiking.service set name = 'x' where id = '${serviceId}' returning id`;
  expect(await asParticipant(db, world.elsewhere.id, rename)).toEqual([]);
  expect(await asParticipant(db, world.bridge.id, rename)).toHaveLength(1);
});
