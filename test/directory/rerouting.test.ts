import { afterEach, describe, expect } from "vitest";
import { linkOrganization } from "../../src/directory/index.ts";
import { keepTwoPersonRule } from "../../src/identity/index.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { confirm, twoCoordinators } from "../identity/proposals/two.ts";
import { asParticipant, outcome } from "../walls/raw.ts";
import { test, type World } from "../world/world.ts";
import { importFile, ndjson } from "./import/files.ts";
import { serviceRow } from "./import/records.ts";

const problem = (status: number, code: string) => ({ status, body: { type: `/problems/${code}` } });
const answering = async (world: World, serviceId: string) =>
  (await world.as(world.eva).get(`/services/${serviceId}`)).body.handoff?.participantId;
const moved = (world: World) => ({
  id: world.bridge.serviceId,
  name: "Hulp, elders",
  status: "active",
  organization_id: world.elsewhere.organizationId,
});

afterEach<{ world: World }>(({ world }) =>
  keepTwoPersonRule(world.hand(world.operator.id), { required: false }).then(() => undefined),
);

describe("where handoffs go", () => {
  test("is another participant's by two persons' hands: an organization's link", async ({ world }) => {
    const { jan, marije } = await twoCoordinators(world);
    const path = `/organizations/${world.bridge.organizationId}/participant`;
    const wanted = { participantId: world.elsewhere.id };
    const waiting = await world.as(jan).put(path, wanted);
    expect(waiting).toMatchObject({
      status: 202,
      body: { kind: "link-organization", before: { participantId: world.bridge.id }, content: wanted },
    });
    expect(await confirm(world, jan, waiting.body.id)).toMatchObject(problem(409, "second-person-needed"));
    const same = await world.as(jan).put(path, { participantId: world.bridge.id });
    expect(same.status).toBe(200);
    const done = await confirm(world, marije, waiting.body.id);
    expect(done).toMatchObject({ status: 200, body: { record: wanted } });
    expect(await world.audited(world.operator.id, world.bridge.organizationId)).toContain(
      "organization.linked",
    );
    const outdated = await world.as(jan).put(path, { participantId: world.bridge.id });
    await linkOrganization(world.hand(world.operator.id), world.bridge.organizationId, world.helpline.id);
    expect(await confirm(world, marije, outdated.body.id)).toMatchObject(problem(409, "proposal-outdated"));
  });

  test("is another participant's by two persons' hands: a service's organization", async ({ world }) => {
    const { jan, marije } = await twoCoordinators(world);
    const { serviceId, organizationId: from } = world.bridge;
    const to = { organizationId: world.elsewhere.organizationId };
    const waiting = await world.as(jan).put(`/services/${serviceId}/organization`, to);
    expect(waiting).toMatchObject({
      status: 202,
      body: { kind: "move-service", before: { organizationId: from }, content: to },
    });
    expect((await serviceRow(world, serviceId))?.organizationId).toBe(from);
    expect((await confirm(world, marije, waiting.body.id)).status).toBe(200);
    expect((await serviceRow(world, serviceId))?.organizationId).toBe(to.organizationId);
    expect(await world.audited(world.operator.id, serviceId)).toContain("service.moved");
    expect(await answering(world, serviceId)).not.toBe(world.bridge.id);
  });

  test("stays where it is at an import, which says so and takes the rest", async ({ world }) => {
    await twoCoordinators(world);
    const content = ndjson(moved(world));
    const refused = await importFile(world, content);
    expect(refused).toMatchObject({
      outcome: "refused",
      changed: 0,
      entries: [{ row: 1, entity: "service", field: "organization_id", kind: "refusal" }],
    });
    expect(refused.entries[0]?.reason).toContain("PUT /v1/services/{serviceId}/organization");
    expect(await importFile(world, content, { keepValid: true })).toMatchObject({ outcome: "imported" });
    expect(await serviceRow(world, world.bridge.serviceId)).toMatchObject({
      name: "Hulp, elders",
      organizationId: world.bridge.organizationId,
    });
  });

  test("is moved by an import where one person is enough", async ({ world }) => {
    expect(await importFile(world, ndjson(moved(world)))).toMatchObject({ outcome: "imported" });
    expect((await serviceRow(world, world.bridge.serviceId))?.organizationId).toBe(
      world.elsewhere.organizationId,
    );
  });

  test("is not changed by raw statements of the service's login", async ({ world }) => {
    const { jan, marije } = await twoCoordinators(world);
    const { operator, bridge, elsewhere, helpline } = world;
    const run = (...statements: string[]) =>
      outcome(asParticipant(world.platform.db, operator.id, ...statements));
    const link = `update handreiking.organization_participant set participant_id = '${elsewhere.id}'
      where organization_id = '${bridge.organizationId}'`;
    const swap = `update handreiking.organization_participant set organization_id = '${randomIds()}'
      where organization_id = '${bridge.organizationId}'`;
    const move = `update handreiking.service set organization_id = '${elsewhere.organizationId}'
      where id = '${bridge.serviceId}'`;
    expect(await run(link)).toBe("HR130");
    expect(await run(swap)).not.toBe("committed");
    expect(await run(move)).toBe("HR130");
    // A proposal of another organization, or for another participant, does not stand for it.
    const proposed = async (organizationId: string, participantId: string) =>
      (await world.as(jan).put(`/organizations/${organizationId}/participant`, { participantId })).body.id;
    for (const id of [
      await proposed(helpline.organizationId, elsewhere.id),
      await proposed(bridge.organizationId, helpline.id),
    ]) {
      const confirming = [
        `insert into handreiking.countersignature (id, participant_id, subject_id, first_ids, member_id, session_id, at)
          select gen_random_uuid(), participant_id, '${id}', array['${jan.memberId}'::uuid], member_id, id, started_at
          from handreiking.session where member_id = '${marije.memberId}' order by started_at desc limit 1`,
        `update handreiking.proposal set decision = 'confirmed', decided_by = '${marije.memberId}',
          decided_at = proposed_at where id = '${id}'`,
        `insert into handreiking.audit_event (id, participant_id, subject_participant_id, actor_kind, actor_id, action, subject_id, at)
          values ('${randomIds()}', '${operator.id}', '${operator.id}', 'member', '${marije.memberId}',
            'proposal.confirmed', '${id}', '2026-01-05T09:00:00Z')`,
      ];
      expect(await run(...confirming, link)).toBe("HR130");
    }
  });
});
