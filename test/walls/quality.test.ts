import { describe, expect } from "vitest";
import { test, type World } from "../world/world.ts";
import { rawEntry } from "./moves.ts";
import { asParticipant, outcome } from "./raw.ts";

/** A correction of De Brug's service that the helpline proposed. */
async function proposed(world: World): Promise<string> {
  const { body } = await world.as(world.eva).post("/corrections", {
    kind: "service",
    id: world.bridge.serviceId,
    changes: { alternateName: "Brug" },
    reason: "incomplete",
  });
  return body.id;
}

const now = "'2026-01-05T09:00:00Z'";

describe("corrections, by raw statements of the service's login", () => {
  test("are read by proposer, organization and operator, and by nobody else", async ({ world }) => {
    const id = await proposed(world);
    const read = (participantId: string | undefined) =>
      asParticipant(
        world.platform.db,
        participantId,
        `select id from handreiking.correction where id = '${id}'`,
      );
    for (const party of [world.helpline, world.bridge, world.operator])
      expect(await read(party.id)).toHaveLength(1);
    expect(await read(world.elsewhere.id)).toEqual([]);
    expect(await read(undefined)).toEqual([]);
  });

  test("are proposed in one's own name, of an entry that is there, and undecided", async ({ world }) => {
    const insert = (as: string, by: string, entry: string, rest = "'proposed', null, null, null") =>
      outcome(
        asParticipant(
          world.platform.db,
          as,
          `insert into handreiking.correction (id, entry_kind, entry_id, changes, before, reason, participant_id,
            proposed_at, state, decided_by, decided_at, refusal_reason)
          values (gen_random_uuid(), 'service', '${entry}', '{}', '{}', 'wrong', '${by}', ${now}, ${rest})`,
        ),
      );
    const { helpline, elsewhere, bridge } = world;
    expect(await insert(helpline.id, helpline.id, bridge.serviceId)).toBe("committed");
    expect(await insert(elsewhere.id, helpline.id, bridge.serviceId)).toBe("42501");
    expect(await insert(helpline.id, helpline.id, bridge.organizationId)).toBe("P0002");
    const accepted = `'accepted', '${helpline.id}', ${now}, null`;
    expect(await insert(helpline.id, helpline.id, bridge.serviceId, accepted)).toBe("42501");
  });

  test("are decided by who keeps the entry, once, and never rewritten", async ({ world }) => {
    const id = await proposed(world);
    const { db } = world.platform;
    const decide = (as: string, by = as) =>
      `update handreiking.correction set state = 'accepted', decided_by = '${by}', decided_at = ${now}
        where id = '${id}' returning id`;
    const attempt = (as: string, statement: string) => outcome(asParticipant(db, as, statement));
    for (const other of [world.helpline.id, world.elsewhere.id])
      expect(await asParticipant(db, other, decide(other))).toEqual([]);
    expect(await attempt(world.bridge.id, decide(world.bridge.id, world.elsewhere.id))).toBe("42501");
    const rewrite = `update handreiking.correction set changes = '{"name": "X"}' where id = '${id}'`;
    expect(await attempt(world.bridge.id, rewrite)).toBe("42501");
    expect(await attempt(world.bridge.id, `delete from handreiking.correction where id = '${id}'`)).toBe(
      "42501",
    );
    expect(await attempt(world.bridge.id, decide(world.bridge.id))).toBe("committed");
    expect(await attempt(world.bridge.id, decide(world.bridge.id))).toBe("HR031");
  });

  test("are told of in no feed but those of who decides and who proposed", async ({ world }) => {
    const id = await proposed(world);
    const entryOf = (as: string, type: string, subject: string) =>
      rawEntry(as, as, type, subject, new Date(now.slice(1, -1)));
    const tell = (as: string, feed: string, type: string, subject = id, told = true) =>
      outcome(
        asParticipant(
          world.platform.db,
          as,
          `insert into handreiking.event (id, participant_id, type, subject_id, at)
            values (gen_random_uuid(), '${feed}', '${type}', '${subject}', ${now})`,
          ...(told ? [entryOf(as, type, subject)] : []),
        ),
      );
    const { helpline, bridge, elsewhere } = world;
    expect(await tell(helpline.id, bridge.id, "correction.proposed", id, false)).toBe("HR141");
    expect(await tell(helpline.id, bridge.id, "correction.proposed")).toBe("committed");
    expect(await tell(helpline.id, elsewhere.id, "correction.proposed")).toBe("42501");
    expect(await tell(elsewhere.id, bridge.id, "correction.proposed")).toBe("42501");
    expect(await tell(bridge.id, helpline.id, "correction.accepted")).toBe("42501");
    expect(await tell(helpline.id, bridge.id, "referral.accepted")).toBe("42501");
    expect(await tell(helpline.id, bridge.id, "correction.proposed", bridge.serviceId)).toBe("42501");
  });
});

test("a request to verify goes to who answers for the organization, and comes from the operator alone", async ({
  world,
}) => {
  const { operator, bridge, elsewhere, helpline } = world;
  const ask = (as: string, feed: string, asked = true) =>
    outcome(
      asParticipant(
        world.platform.db,
        as,
        ...(asked
          ? [
              `insert into handreiking.verification_request
                values ('${bridge.organizationId}', '${bridge.id}', gen_random_uuid(), ${now}) on conflict do nothing`,
            ]
          : []),
        `insert into handreiking.event (id, participant_id, type, subject_id, at)
          values (gen_random_uuid(), '${feed}', 'verification.requested', '${bridge.organizationId}', ${now})`,
      ),
    );
  expect(await ask(operator.id, bridge.id, false)).toBe("42501");
  expect(await ask(operator.id, elsewhere.id)).toBe("42501");
  expect(await ask(helpline.id, bridge.id)).toBe("42501");
  expect(await ask(operator.id, bridge.id)).toBe("committed");
});

test("an entry is verified, and its room told, in one's own name by who keeps it; an old check stays", async ({
  world,
}) => {
  const { bridge, operator, elsewhere } = world;
  const attempt = (as: string, statement: string) => outcome(asParticipant(world.platform.db, as, statement));
  const verify = (by: string) =>
    `insert into handreiking.verification (id, entry_kind, entry_id, checked_on, method, participant_id, at)
      values (gen_random_uuid(), 'service', '${bridge.serviceId}', '2026-01-05', 'phone', '${by}', ${now})`;
  expect(await attempt(elsewhere.id, verify(elsewhere.id))).toBe("42501");
  expect(await attempt(elsewhere.id, verify(bridge.id))).toBe("42501");
  expect(await attempt(bridge.id, verify(operator.id))).toBe("42501");
  expect(await attempt(bridge.id, verify(bridge.id))).toBe("committed");
  expect(await attempt(operator.id, verify(operator.id))).toBe("committed");
  for (const statement of [
    "update handreiking.verification set method = 'visit'",
    "delete from handreiking.verification",
  ])
    expect(await attempt(operator.id, statement)).toBe("42501");
  const tell = (as: string) =>
    `insert into handreiking.service_intake values ('${bridge.serviceId}', 3, null, ${now}, '${as}')`;
  expect(await attempt(elsewhere.id, tell(elsewhere.id))).toBe("42501");
  expect(await attempt(bridge.id, tell(bridge.id))).toBe("committed");
});
