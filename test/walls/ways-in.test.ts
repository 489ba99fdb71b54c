import { describe, expect } from "vitest";
import { randomIds } from "../../src/platform/ids.ts";
import { later } from "../handoff/make.ts";
import { keepPasskey } from "../identity/passkeys/samples.ts";
import { askAsOwner } from "../world/database.ts";
import { test, type World } from "../world/world.ts";
import { attempt, rawEntry } from "./moves.ts";

const hash = () => randomIds().replaceAll("-", "").padEnd(43, "A");

const beginning = (world: World, memberId = "", by = "passkey", id = randomIds()) => {
  const now = world.clock.time.toISOString();
  return [
    `select handreiking.begin_session('${id}', '${memberId}', '${hash()}', '${by}', '${now}',
      '${later(world, { hours: 12 }).toISOString()}')`,
    asMember(world, "session.started", id, memberId),
  ];
};

const asMember = ({ helpline, clock }: World, action: string, subject: string, memberId: string) =>
  rawEntry(helpline.id, helpline.id, action, subject, clock.time).replace(
    /'member', '[^']+'/,
    `'member', '${memberId}'`,
  );

describe("a session, by raw statements of the service's login", () => {
  test("is inserted, changed in what it is, or known by nobody", async ({ world }) => {
    const { helpline, eva } = world;
    await world.signIn(eva);
    for (const statement of [
      `insert into handreiking.session (id, participant_id, member_id, token_hash, method, started_at, seen_at, expires_at)
        values (gen_random_uuid(), '${helpline.id}', '${eva.memberId}', '${hash()}', 'passkey', now(), now(), now() + interval '1 hour')`,
      "update handreiking.session set member_id = gen_random_uuid()",
      "update handreiking.session set expires_at = '2999-01-01'",
      `update handreiking.session set token_hash = '${hash()}'`,
      "select token_hash from handreiking.session",
      "select * from handreiking.invitation",
    ])
      expect(await attempt(world, helpline.id, statement), statement).toBe("42501");
  });

  test("begins with a passkey that was used just now, for a member who may act, with an entry", async ({
    world,
  }) => {
    const { helpline, bridge, eva } = world;
    const start = (by: string, ...how: string[]) => attempt(world, by, ...how);
    for (const by of ["passkey", "oidc", "demo", "word"])
      expect(await start(helpline.id, ...beginning(world, eva.memberId, by)), by).toBe(
        by === "demo" && !world.database.url ? "committed" : "HR145",
      );
    await keepPasskey(world, eva);
    expect(await start(bridge.id, ...beginning(world, eva.memberId))).toBe("HR145");
    expect(await start(helpline.id, beginning(world, eva.memberId)[0] ?? "")).toBe("HR146");
    expect(await start(helpline.id, ...beginning(world, eva.memberId))).toBe("committed");
    world.clock.time = later(world, { minutes: 6 });
    expect(await start(helpline.id, ...beginning(world, eva.memberId))).toBe("HR145");
    const ilse = await world.member(helpline, "counsellor");
    await keepPasskey(world, ilse);
    await askAsOwner(
      world.database,
      `update handreiking.member set suspended_at = '${world.clock.time.toISOString()}' where id = '${ilse.memberId}'`,
    );
    expect(await start(helpline.id, ...beginning(world, ilse.memberId))).toBe("HR145");
  });
});

describe("a passkey, by raw statements of the service's login", () => {
  const adding = (world: World, memberId = "", way = "null, null", id = randomIds()) => [
    `select handreiking.add_passkey('${id}', '${memberId}', ${way}, '${randomIds()}', '\\x00', 0, false, false,
      '{}', null, 'Laptop', '${world.clock.time.toISOString()}')`,
    asMember(world, "passkey.added", id, memberId),
  ];

  const inviting = (world: World, memberId: string | undefined) => {
    const [id, token, now] = [randomIds(), `'${hash()}'`, world.clock.time.toISOString()];
    return {
      token,
      invite: `insert into handreiking.invitation (id, participant_id, member_id, token_hash, purpose, needs_approval,
          invited_by, invited_at, expires_at)
        values ('${id}', '${world.helpline.id}', '${memberId}', ${token}, 'first', false, '${memberId}', '${now}',
          '${later(world, { hours: 1 }).toISOString()}')`,
      use: `update handreiking.invitation set used_at = '${now}' where id = '${id}'`,
    };
  };

  test("is inserted by nobody, and added to nobody without an invitation that is used for it", async ({
    world,
  }) => {
    const { helpline, eva } = world;
    const insert = `insert into handreiking.passkey (id, participant_id, member_id, credential_id, public_key, sign_count,
        backup_eligible, backed_up, transports, name, added_at)
      values (gen_random_uuid(), '${helpline.id}', '${eva.memberId}', 'x', '\\x00', 0, false, false, '{}', 'x', now())`;
    expect(await attempt(world, helpline.id, insert)).toBe("42501");
    const add = (...more: string[]) => attempt(world, helpline.id, ...more);
    expect(await add(...adding(world, eva.memberId))).toBe("HR144");

    const { invite, use, token } = inviting(world, eva.memberId);
    expect(await attempt(world, helpline.id, invite)).toBe("committed");
    expect(await add(...adding(world, eva.memberId, `${token}, null`))).toBe("HR144");
    expect(await add(use, ...adding(world, eva.memberId, `'${hash()}', null`))).toBe("HR144");
    const ilse = await world.member(helpline, "counsellor");
    expect(await add(use, ...adding(world, ilse.memberId, `${token}, null`))).toBe("HR144");
    const one = adding(world, eva.memberId, `${token}, null`);
    const another = adding(world, eva.memberId, `${token}, null`);
    expect(await add(use, ...one, ...another)).toBe("HR144");
    expect(await add(use, one[0] ?? "")).toBe("HR146");
    expect(await add(use, ...one)).toBe("committed");
  });

  test("is not added on an invitation of the same transaction", async ({ world }) => {
    const { helpline, eva } = world;
    const { invite, use, token } = inviting(world, eva.memberId);
    const added = adding(world, eva.memberId, `${token}, null`);
    expect(await attempt(world, helpline.id, invite, use, ...added)).toBe("HR144");
  });

  test("is added by a session of the same member that has just begun with a passkey", async ({ world }) => {
    const { helpline, eva } = world;
    const session = randomIds();
    await keepPasskey(world, eva);
    const begin = beginning(world, eva.memberId, "passkey", session);
    const add = () => adding(world, eva.memberId, `null, '${session}'`);
    expect(await attempt(world, helpline.id, ...begin, ...add())).toBe("HR144");
    expect(await attempt(world, helpline.id, ...begin)).toBe("committed");
    const ilse = await world.member(helpline, "counsellor");
    const forAnother = adding(world, ilse.memberId, `null, '${session}'`);
    expect(await attempt(world, helpline.id, ...forAnother)).toBe("HR144");
    expect(await attempt(world, helpline.id, ...add())).toBe("committed");
    world.clock.time = later(world, { minutes: 11 });
    expect(await attempt(world, helpline.id, ...add())).toBe("HR144");
  });
});
