import { describe, expect } from "vitest";
import { later, makeEmergency, makeOverride } from "../handoff/make.ts";
import { keepPasskey } from "../identity/passkeys/samples.ts";
import { test, type World } from "../world/world.ts";
import { rawHand } from "./hand.ts";
import { attempt, rawEntry } from "./moves.ts";

const key = new Uint8Array([9, 9, 9]);

describe("a second person's hand, by raw statements of the service's login", () => {
  test("is that of a member who is signed in at that moment, and another than the first", async ({
    world,
  }) => {
    const { id, ilse } = await makeOverride(world, { ground: "legal-duty" });
    const { helpline, eva, clock } = world;
    const hand = (member: string | undefined, session: string, at = clock.time, first = eva.memberId) =>
      attempt(
        world,
        helpline.id,
        `insert into handreiking.countersignature values (gen_random_uuid(), '${helpline.id}', '${id}',
          '{${first}}', '${member}', (${session}), '${at.toISOString()}')`,
      );
    const newest = (member: string | undefined) =>
      `select id from handreiking.session where member_id = '${member}' order by started_at desc limit 1`;
    expect(await hand(ilse.memberId, "select gen_random_uuid()")).toBe("HR125");
    await world.signIn(eva);
    expect(await hand(ilse.memberId, newest(eva.memberId))).toBe("HR125");
    const signedIn = await world.signIn(ilse);
    expect(await hand(ilse.memberId, newest(ilse.memberId))).toBe("committed");
    expect(await hand(ilse.memberId, newest(ilse.memberId), clock.time, ilse.memberId)).toBe("23514");
    expect(await hand(ilse.memberId, newest(ilse.memberId), later(world, { hours: 13 }))).toBe("HR125");
    expect(await hand(ilse.memberId, newest(ilse.memberId), later(world, { hours: -1 }))).toBe("HR125");
    await world.as(signedIn).send("DELETE", "/sessions");
    expect(await hand(ilse.memberId, newest(ilse.memberId))).toBe("HR125");
    for (const statement of [
      "update handreiking.countersignature set at = now()",
      "delete from handreiking.countersignature",
      "select from handreiking.person_mark where mark is not null limit 1",
      "insert into handreiking.person_mark values ('a', gen_random_uuid())",
    ])
      expect(await attempt(world, helpline.id, statement), statement).toBe("42501");
  });

  test("is not the first one's, by a passkey or a provider's subject that both had", async ({ world }) => {
    const { helpline, eva } = world;
    const hand = (id: string, member: string | undefined) =>
      attempt(world, helpline.id, rawHand(id, member, eva.memberId));
    const { id, ilse } = await makeOverride(world, { ground: "legal-duty" });
    await world.signIn(ilse);
    await keepPasskey(world, eva, key);
    await keepPasskey(world, ilse, key);
    expect(await hand(id, ilse.memberId)).toBe("HR126");
    const marije = await world.member(helpline, "counsellor");
    await world.signIn(marije);
    expect(await hand(id, marije.memberId)).toBe("committed");
    const pair = (member: string | undefined) => [
      `insert into handreiking.member_identity values
        ('${member}', '${helpline.id}', '${member}', 'https://a.example', 'one', '2026-01-05')`,
    ];
    expect(await attempt(world, helpline.id, ...pair(eva.memberId))).toBe("committed");
    // The subject goes from one member to the other: it is the same human all the same.
    const unlink = `delete from handreiking.member_identity where member_id = '${eva.memberId}'`;
    expect(await attempt(world, helpline.id, unlink, ...pair(marije.memberId))).toBe("committed");
    expect(await hand(id, marije.memberId)).toBe("HR126");
  });

  test("stands under exactly the decision of its own transaction", async ({ world }) => {
    const [one, other] = [
      await makeOverride(world, { ground: "legal-duty" }),
      await makeOverride(world, { ground: "legal-duty" }),
    ];
    const { helpline, eva, clock } = world;
    await world.signIn(one.ilse);
    const hand = rawHand(one.id, one.ilse.memberId, eva.memberId);
    const approve = (id: string) => [
      `update handreiking.override set approved_by = '${one.ilse.memberId}',
        approved_at = '${clock.time.toISOString()}' where id = '${id}'`,
      rawEntry(helpline.id, helpline.id, "override.approved", id, clock.time),
    ];
    expect(await attempt(world, helpline.id, hand)).toBe("committed");
    expect(await attempt(world, helpline.id, ...approve(one.id))).toBe("HR127");
    expect(await attempt(world, helpline.id, hand, ...approve(other.id))).toBe("HR127");
    expect(await attempt(world, helpline.id, hand, ...approve(one.id))).toBe("committed");
  });
});

describe("an override, by raw statements of the service's login", () => {
  test("names a consulted counsellor who can act", async ({ world }) => {
    const { id } = await makeOverride(world, { ground: "legal-duty" });
    const { helpline } = world;
    const intake = await world.member(helpline, "intake");
    const gone = await world.member(helpline, "counsellor");
    const administrator = await world.member(helpline, "administrator");
    await world.as(administrator).put(`/members/${gone.memberId}/suspension`);
    for (const consulted of [intake, gone]) {
      const copy = crypto.randomUUID();
      const insert = `insert into handreiking.override (id, participant_id, case_id, recipient_id, subject, categories,
          ground, sealed, consulted_id, caller_told, after_refusal, made_by, made_at, expires_at, review_due_at)
        select '${copy}', participant_id, case_id, recipient_id, subject, categories, ground, sealed,
          '${consulted.memberId}', caller_told, after_refusal, made_by, made_at, expires_at, review_due_at
        from handreiking.override where id = '${id}'`;
      const entry = rawEntry(helpline.id, helpline.id, "override.made", copy, world.clock.time);
      expect(await attempt(world, helpline.id, insert, entry)).toBe("HR129");
    }
  });

  test("is asked about of whoever could decide it", async ({ world }) => {
    const { id } = await makeOverride(world);
    const { helpline, eva, noor } = world;
    const intake = await world.member(helpline, "intake");
    const ask = (member: string | undefined) =>
      attempt(
        world,
        helpline.id,
        `insert into handreiking.override_request values (gen_random_uuid(), '${helpline.id}', '${id}',
          ${member ? `'${member}'` : "null"}, '${eva.memberId}', now())`,
      );
    for (const member of [eva.memberId, intake.memberId]) expect(await ask(member)).toBe("HR133");
    expect(["23503", "HR133"]).toContain(await ask(noor.memberId));
    expect(await ask(undefined)).toBe("committed");
    expect(await attempt(world, helpline.id, "delete from handreiking.override_request")).toBe("42501");
  });
});

describe("an emergency call, by raw statements of the service's login", () => {
  const review = (_world: World, id: string, by: string | undefined) => [
    `update handreiking.emergency set reviewed_by = '${by}', reviewed_at = recorded_at, finding = 'right' where id = '${id}'`,
    `insert into handreiking.audit_event (id, participant_id, subject_participant_id, actor_kind, actor_id, action,
        subject_id, case_id, at)
      select gen_random_uuid(), participant_id, participant_id, 'member', '${by}', 'emergency.reviewed', id, case_id,
        recorded_at from handreiking.emergency where id = '${id}'`,
  ];

  test("stays as it was told, and is reviewed once, by another, told and signed", async ({ world }) => {
    const { id } = await makeEmergency(world);
    const { helpline, eva } = world;
    const ilse = await world.member(helpline, "counsellor");
    const run = (...statements: string[]) => attempt(world, helpline.id, ...statements);
    const [finding = "", told = ""] = review(world, id, ilse.memberId);
    expect(await run(...review(world, id, eva.memberId))).toBe("23514");
    expect(await run(finding)).toMatch(/^HR1(27|32)$/);
    expect(await run(finding, told)).toBe("HR127");
    await world.signIn(ilse);
    const hand = rawHand(id, ilse.memberId, eva.memberId);
    expect(await run(hand, finding)).toBe("HR132");
    expect(await run(hand, finding, told)).toBe("committed");
    expect(await run(hand, finding, told)).toBe("HR131");
    for (const statement of [
      "update handreiking.emergency set told = 'police'",
      "update handreiking.emergency set sealed_words = ''",
      "delete from handreiking.emergency",
    ])
      expect(await run(statement), statement).toBe("42501");
  });

  test("begins unreviewed, told, in a case of its own helpline", async ({ world }) => {
    const { id } = await makeEmergency(world);
    const copy = (more = "null, null, null", of = "participant_id") =>
      `insert into handreiking.emergency select gen_random_uuid(), ${of}, case_id, told, told_at, categories, whose,
        danger, tried, tried_ids, sealed_words, sealed_new, recorded_by, recorded_at, review_due_at, ${more}
      from handreiking.emergency where id = '${id}'`;
    const ilse = await world.member(world.helpline, "counsellor");
    const run = (statement: string) => attempt(world, world.helpline.id, statement);
    expect(await run(copy(`'${ilse.memberId}', recorded_at, 'right'`))).toBe("HR131");
    expect(await run(copy())).toBe("HR132");
    expect(await run(copy(undefined, `'${world.elsewhere.id}'`))).toBe("42501");
  });
});
