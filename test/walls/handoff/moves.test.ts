import { describe, expect } from "vitest";
import { randomIds } from "../../../src/platform/ids.ts";
import { makeReferral } from "../../handoff/make.ts";
import { test, type World } from "../../world/world.ts";
import { asParticipant, outcome } from "../raw.ts";

const at = "2026-01-05T09:00:00Z";

/** Raw statements that move a referral as the service would: state, audit entry and the parties' events. */
function rawMove(
  { helpline, bridge }: World,
  by: string,
  referralId: string,
  state: string,
  { set = "", step = state, entry = true, events = true, parties = [helpline.id, bridge.id] } = {},
): string[] {
  const moveId = randomIds();
  return [
    `update handreiking.referral set state = '${state}', last_step = '${step}', move_id = '${moveId}', moved_at = '${at}'${set && `, ${set}`} where id = '${referralId}'`,
    ...(entry
      ? [
          `insert into handreiking.audit_event (id, participant_id, subject_participant_id, actor_kind, actor_id, action, subject_id, at)
            values ('${moveId}', '${by}', '${helpline.id}', 'member', '${randomIds()}', 'referral.${step}', '${referralId}', '${at}')`,
        ]
      : []),
    ...(events
      ? parties.map(
          (
            party,
          ) => `insert into handreiking.event (id, participant_id, type, subject_id, at, move_id, referral_id, sender_id, recipient_id)
            values ('${randomIds()}', '${party}', 'referral.${step}', '${referralId}', '${at}', '${moveId}', '${referralId}', '${helpline.id}', '${bridge.id}')`,
        )
      : []),
  ];
}

const offering = (consentId: string | null, expiresAt: string | null) =>
  `offered_at = '${at}', terms = '{}', due_at = '${at}', consent_id = ${consentId ? `'${consentId}'` : "null"}, basis_expires_at = ${expiresAt ? `'${expiresAt}'` : "null"}`;
const accepting =
  "accepted_at = '2026-01-05', accepted_by_name = 'x', accepted_by_contact = 'y', due_at = '2026-01-06'";
const ending = "ended_at = '2026-01-05', due_at = null, wake_at = null";

async function expiryOf(world: World, consentId: string): Promise<string> {
  const [row] = await asParticipant(
    world.platform.db,
    world.helpline.id,
    `select expires_at::text as at from handreiking.consent where id = '${consentId}'`,
  );
  return String(row?.at);
}

test("the raw moves are right ones: with nothing left out they are committed", async ({ world }) => {
  const { id, consentId } = await makeReferral(world, "draft");
  const { db } = world.platform;
  const offer = rawMove(world, world.helpline.id, id, "offered", {
    set: offering(consentId, await expiryOf(world, consentId)),
  });
  expect(await outcome(asParticipant(db, world.helpline.id, ...offer))).toBe("committed");
  const accept = rawMove(world, world.bridge.id, id, "accepted", { set: accepting });
  expect(await outcome(asParticipant(db, world.bridge.id, ...accept))).toBe("committed");
});

describe("the service's own login cannot commit", () => {
  test("an offer without a basis, with an invented override, or with another expiry than its consent's", async ({
    world,
  }) => {
    const { id, consentId } = await makeReferral(world, "draft");
    const { db } = world.platform;
    const expiresAt = await expiryOf(world, consentId);
    const attempt = (set: string) =>
      outcome(
        asParticipant(db, world.helpline.id, ...rawMove(world, world.helpline.id, id, "offered", { set })),
      );
    expect(await attempt(offering(null, expiresAt))).toBe("23514");
    expect(await attempt(offering(null, null))).toBe("23514");
    expect(await attempt(`${offering(null, expiresAt)}, override_id = '${randomIds()}'`)).toBe("23503");
    expect(await attempt(offering(consentId, "2027-01-01"))).toBe("23503");
    expect(await attempt(`${offering(consentId, "2026-01-01")}, wake_at = '2026-01-01'`)).toBe("23514");
    expect(await attempt(offering(randomIds(), expiresAt))).toBe("23503");
  });

  test("an offer on a consent that was given for another recipient or in another case", async ({ world }) => {
    const { id } = await makeReferral(world, "draft");
    const other = await makeReferral(world, "draft");
    const set = offering(other.consentId, await expiryOf(world, other.consentId));
    expect(
      await outcome(
        asParticipant(
          world.platform.db,
          world.helpline.id,
          ...rawMove(world, world.helpline.id, id, "offered", { set }),
        ),
      ),
    ).toBe("23503");
  });

  test("an offer on a withdrawn consent, or a withdrawal that leaves a live referral", async ({ world }) => {
    const { id, consentId } = await makeReferral(world, "draft");
    const expiresAt = await expiryOf(world, consentId);
    const { db } = world.platform;
    const live = await makeReferral(world, "accepted");
    const withdraw = `update handreiking.consent set withdrawn_at = '${at}' where id = '${live.consentId}'`;
    expect(await outcome(asParticipant(db, world.helpline.id, withdraw))).toMatch(/23503|HR014/);
    await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    const offer = rawMove(world, world.helpline.id, id, "offered", { set: offering(consentId, expiresAt) });
    expect(await outcome(asParticipant(db, world.helpline.id, ...offer))).toBe("23503");
  });

  test("an offer of a service that is closed or takes none", async ({ world }) => {
    const { id, consentId } = await makeReferral(world, "draft");
    const { db } = world.platform;
    await asParticipant(
      db,
      world.operator.id,
      `update handreiking.service set status = 'temporarily closed' where id = '${world.bridge.serviceId}'`,
    );
    const offer = rawMove(world, world.helpline.id, id, "offered", {
      set: offering(consentId, await expiryOf(world, consentId)),
    });
    expect(await outcome(asParticipant(db, world.helpline.id, ...offer))).toBe("HR008");
  });

  test("a move of an ended referral, a move that does not exist, or one that is the other party's", async ({
    world,
  }) => {
    const { db } = world.platform;
    const ended = await makeReferral(world, "declined");
    const revive = rawMove(world, world.helpline.id, ended.id, "offered", {
      set: "ended_at = null, decline_reason = null, due_at = '2026-01-06', wake_at = '2026-01-06'",
    });
    expect(await outcome(asParticipant(db, world.helpline.id, ...revive))).toBe("HR002");
    expect(
      await outcome(
        asParticipant(
          db,
          world.bridge.id,
          `update handreiking.referral set accepted_by_name = 'z' where id = '${ended.id}'`,
        ),
      ),
    ).toBe("HR002");

    const offered = await makeReferral(world, "offered");
    const leap = rawMove(world, world.helpline.id, offered.id, "completed", {
      set: `${ending}, ${accepting.replace(", due_at = '2026-01-06'", "")}`,
    });
    expect(await outcome(asParticipant(db, world.helpline.id, ...leap))).toBe("HR005");
    const forged = rawMove(world, world.helpline.id, offered.id, "accepted", { set: accepting });
    expect(await outcome(asParticipant(db, world.helpline.id, ...forged))).toBe("HR007");
    const meddling = rawMove(world, world.bridge.id, offered.id, "withdrawn", { set: ending });
    expect(await outcome(asParticipant(db, world.bridge.id, ...meddling))).toBe("HR007");
  });

  test("a move without its audit entry, without each party's event, or with an entry that is not true", async ({
    world,
  }) => {
    const { db } = world.platform;
    const { id } = await makeReferral(world, "offered");
    const attempt = (options: Parameters<typeof rawMove>[4]) =>
      outcome(
        asParticipant(
          db,
          world.bridge.id,
          ...rawMove(world, world.bridge.id, id, "accepted", { set: accepting, ...options }),
        ),
      );
    expect(await attempt({ entry: false })).toBe("HR010");
    expect(await attempt({ events: false })).toBe("HR011");
    expect(await attempt({ parties: [world.bridge.id] })).toBe("HR011");
    const [, entry = ""] = rawMove(world, world.bridge.id, id, "accepted");
    expect(await outcome(asParticipant(db, world.bridge.id, entry))).toBe("HR012");
    expect(
      await outcome(
        asParticipant(
          db,
          world.bridge.id,
          `update handreiking.referral set state = 'accepted', moved_at = '${at}', ${accepting} where id = '${id}'`,
        ),
      ),
    ).toBe("HR006");
  });

  test("an event in the feed of somebody who is no party", async ({ world }) => {
    const { id } = await makeReferral(world, "offered");
    const tell = (participant: string, parties: string) =>
      `insert into handreiking.event (id, participant_id, type, subject_id, at, referral_id, sender_id, recipient_id)
        values ('${randomIds()}', '${participant}', 'referral.offered', '${id}', '${at}', ${parties})`;
    const { db } = world.platform;
    const truly = `'${id}', '${world.helpline.id}', '${world.bridge.id}'`;
    expect(
      await outcome(asParticipant(db, world.bridge.id, tell(world.elsewhere.id, "null, null, null"))),
    ).toBe("42501");
    expect(await outcome(asParticipant(db, world.bridge.id, tell(world.elsewhere.id, truly)))).toBe("23514");
    expect(
      await outcome(
        asParticipant(
          db,
          world.bridge.id,
          tell(world.elsewhere.id, `'${id}', '${world.elsewhere.id}', '${world.bridge.id}'`),
        ),
      ),
    ).toBe("23503");
  });

  test("another subject, party or basis of a referral, or free text among its codes", async ({ world }) => {
    const { db } = world.platform;
    const { id } = await makeReferral(world, "offered");
    const change = (set: string) =>
      outcome(
        asParticipant(db, world.helpline.id, `update handreiking.referral set ${set} where id = '${id}'`),
      );
    expect(await change(`recipient_id = '${world.elsewhere.id}'`)).toBe("HR003");
    expect(await change("topics = '{violence}'")).toBe("HR003");
    expect(await change(`consent_id = '${randomIds()}'`)).toBe("HR004");
    const draft = await makeReferral(world, "draft");
    const question = `update handreiking.help_question set topics = '{"she lives in Utrecht"}' where id = '${draft.questionId}'`;
    // What a question is about never changes, and begins as codes.
    expect(await outcome(asParticipant(db, world.helpline.id, question))).toBe("42501");
    const framed = `insert into handreiking.help_question
      (id, participant_id, case_id, domain, topics, owner_id, added_at, changed_at)
      values (gen_random_uuid(), '${world.helpline.id}', '${draft.caseId}', 'care', '{"she lives in Utrecht"}',
        '${world.eva.memberId}', '2026-01-05', '2026-01-05')`;
    expect(await outcome(asParticipant(db, world.helpline.id, framed))).toBe("23514");
  });

  test("a live referral without a deadline", async ({ world }) => {
    const { id } = await makeReferral(world, "offered");
    const { db } = world.platform;
    for (const [set, refusal] of [
      ["due_at = null, held_until = '2026-01-20'", "23514"],
      ["wake_at = null, held_until = '2026-01-20'", "23514"],
      ["due_at = '2026-01-20', held_until = '2026-01-20'", "committed"],
    ] as const) {
      const hold = rawMove(world, world.helpline.id, id, "offered", { step: "held", set });
      expect(await outcome(asParticipant(db, world.helpline.id, ...hold)), set).toBe(refusal);
    }
    const quietly = `update handreiking.referral set due_at = '2026-02-20' where id = '${id}'`;
    expect(await outcome(asParticipant(db, world.helpline.id, quietly))).toBe("HR006");
  });

  test("a consent that is changed, revived, told wrongly or given for somebody else", async ({ world }) => {
    const { consentId } = await makeReferral(world, "draft");
    const { db } = world.platform;
    const change = (set: string) =>
      outcome(
        asParticipant(
          db,
          world.helpline.id,
          `update handreiking.consent set ${set} where id = '${consentId}'`,
        ),
      );
    expect(await change("expires_at = '2030-01-01'")).toBe("42501");
    expect(await change(`withdrawn_at = '${at}'`)).toBe("HR014");
    await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    expect(await change("withdrawn_at = null")).toBe("HR013");
    const forge = (columns: string, values: string) =>
      outcome(
        asParticipant(
          db,
          world.helpline.id,
          `insert into handreiking.consent (id, participant_id, case_id, relation, recipient_id, subject, purpose, categories, capacity,
              method, text_version, text_language, taken_by, given_at, expires_at)
            select '${randomIds()}', participant_id, case_id, relation, recipient_id, ${columns}, capacity, method, text_version,
              text_language, taken_by, given_at, ${values} from handreiking.consent where id = '${consentId}'`,
        ),
      );
    expect(await forge("'person-concerned', 'handoff', '{contact}'", "expires_at")).toBe("23514");
    expect(await forge("'caller', 'follow-up', '{contact}'", "expires_at")).toBe("23514");
    expect(await forge("'caller', 'handoff', '{}'", "expires_at")).toBe("23514");
    expect(await forge("'caller', 'handoff', '{contact}'", "given_at")).toBe("23514");
    expect(await forge("'caller', 'handoff', '{contact}'", "null")).toBe("23502");
    expect(await forge("'caller', 'handoff', '{contact}'", "expires_at")).toBe("HR014");
  });
});

describe("the audit", () => {
  const entries = (world: World, participant: string) =>
    asParticipant(
      world.platform.db,
      participant,
      `select handreiking.seal_audit('${participant}')`,
      `select seq::int, encode(hash, 'hex') as hash from handreiking.audit_event where participant_id = '${participant}' order by seq`,
    );

  test("is numbered in order and chained, and numbering again changes nothing", async ({ world }) => {
    await makeReferral(world, "accepted");
    const sealed = await entries(world, world.helpline.id);
    expect(sealed.map(({ seq }) => seq)).toEqual(sealed.map((_, index) => index + 1));
    expect(new Set(sealed.map(({ hash }) => hash)).size).toBe(sealed.length);
    expect(await entries(world, world.helpline.id)).toEqual(sealed);
  });

  test("cannot be changed, deleted, numbered by hand or written into another's chain", async ({ world }) => {
    const { db } = world.platform;
    const attempt = (statement: string, by = world.bridge.id) => outcome(asParticipant(db, by, statement));
    const insert = (chain: string, more = ["", ""]) =>
      `insert into handreiking.audit_event (id, participant_id, subject_participant_id, actor_kind, actor_id, action, subject_id, at${more[0]})
        values ('${randomIds()}', '${chain}', '${chain}', 'job', '${randomIds()}', 'x.y', '${randomIds()}', '${at}'${more[1]})`;
    expect(await attempt("update handreiking.audit_event set action = 'x'")).toBe("42501");
    expect(await attempt("delete from handreiking.audit_event")).toBe("42501");
    expect(await attempt("truncate handreiking.audit_event")).toBe("42501");
    expect(await attempt(insert(world.helpline.id))).toBe("42501");
    expect(await attempt(insert(world.bridge.id, [", seq", ", 9"]))).toBe("42501");
    expect(await attempt(insert(world.bridge.id))).toBe("committed");
  });
});
