import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { findServiceForHandoff } from "../../src/directory/index.ts";
import { services } from "../../src/directory/schema.ts";
import { participants } from "../../src/identity/schema.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { test, type World } from "../world/world.ts";
import { serviceId } from "./entries.ts";

const read = (world: World, id: string) => world.as(world.eva).get(`/services/${id}`);
const asOperator = (world: World) => world.job(world.operator.id);

test("a service tells all that the directory knows of it", async ({ world }) => {
  const { status, body } = await read(
    world,
    await serviceId(world, "Melding arbeidsuitbuiting en onveilig werk"),
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({
    organization: { name: "Nederlandse Arbeidsinspectie" },
    status: "active",
    domain: "investigation",
    topics: [
      { code: "human-trafficking", name: "Mensenhandel", nameEn: "Human trafficking" },
      { code: "labour-exploitation", name: "Arbeidsuitbuiting", nameEn: "Labor exploitation" },
    ],
    audiences: ["harmed", "relative", "professional"],
    channels: ["phone", "web"],
    phones: [
      { number: "0800-5151", country: "NL", type: "voice", description: "Algemeen nummer, gratis" },
      { number: "+31 70 333 44 44", country: "NL", type: "voice", description: "Vanuit het buitenland" },
    ],
    serviceAreas: [{ name: "Nederland", extent: "NL", extentType: "text", national: true }],
    locations: [{ locationType: "virtual", url: "https://www.nlarbeidsinspectie.nl" }],
    cost: "free",
    handoff: { receives: false },
    verification: { verified: false },
  });
  expect(body).not.toHaveProperty("minimumAge");
});

test("a closed service can be read, and says why", async ({ world }) => {
  const id = await serviceId(world, "Informatie over schadelijke sektarische organisaties");
  expect((await read(world, id)).body).toMatchObject({
    status: "temporarily closed",
    statusNote: "Activities suspended from 2024-07-01 until further notice; no resumption found.",
    handoff: { receives: false },
  });
});

test("a verified service tells since when", async ({ world }) => {
  const id = await serviceId(world, "Een luisterend oor");
  await transact(asOperator(world), (tx) =>
    tx.update(services).set({ assuredDate: "2026-10-05" }).where(eq(services.id, id)),
  );
  expect((await read(world, id)).body.verification).toEqual({ verified: true, on: "2026-10-05" });
});

test("an unknown id does not exist", async ({ world }) => {
  expect(await read(world, world.platform.newId())).toMatchObject({
    status: 404,
    body: { type: "/problems/service-not-found" },
  });
});

test("whose participant receives takes handoffs", async ({ world }) => {
  const { handoff } = (await read(world, world.bridge.serviceId)).body;
  expect(handoff).toEqual({ receives: true, participantId: world.bridge.id, reach: "api" });
});

test("whose participant only sends takes none", async ({ world }) => {
  const { handoff } = (await read(world, world.helpline.serviceId)).body;
  expect(handoff).toEqual({ receives: false, participantId: world.helpline.id, reach: "api" });
});

test("whose participant is suspended takes none", async ({ world }) => {
  await transact(asOperator(world), (tx) =>
    tx
      .update(participants)
      .set({ suspendedAt: world.platform.now() })
      .where(eq(participants.id, world.bridge.id)),
  );
  expect((await read(world, world.bridge.serviceId)).body.handoff.receives).toBe(false);
});

for (const status of ["inactive", "defunct", "temporarily closed"] as const)
  test(`one that is ${status} takes none`, async ({ world }) => {
    await transact(asOperator(world), (tx) =>
      tx.update(services).set({ status }).where(eq(services.id, world.bridge.serviceId)),
    );
    expect((await read(world, world.bridge.serviceId)).body.handoff.receives).toBe(false);
  });

test("a handoff is told who answers for a service", async ({ world }) => {
  const found = await transact(world.job(world.helpline.id), (tx) =>
    findServiceForHandoff(tx, world.bridge.serviceId),
  );
  expect(found).toEqual({
    id: world.bridge.serviceId,
    name: "Hulp van De Brug",
    status: "active",
    participantId: world.bridge.id,
    reach: "api",
    receives: true,
  });
});

for (const [name, phone] of [
  ["Aangifte of melding doen", "0900-8844"],
  ["Crisisgesprek bij gedachten aan zelfmoord", "113"],
  ["Vragen over geweld, misbruik en kindermishandeling", "1712"],
] as const)
  test(`a handoff to ${name} goes to ${phone}`, async ({ world }) => {
    const id = await serviceId(world, name);
    const found = await transact(world.job(world.helpline.id), (tx) => findServiceForHandoff(tx, id));
    expect(found).toMatchObject({ phone, receives: false });
    expect(found).not.toHaveProperty("participantId");
  });
