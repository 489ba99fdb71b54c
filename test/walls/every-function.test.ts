import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { admitParticipant } from "../../src/identity/index.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { askAsOwner, ownDatabase } from "../world/database.ts";
import { playNetwork } from "../world/whole-network.ts";
import { createWorld, sharingTest as test, type World } from "../world/world.ts";
import { findFunctions, leaksOf, type Sample } from "./functions.ts";

const [past, future] = ["'2000-01-01'::timestamptz", "'2999-01-01'::timestamptz"];
const times = (...first: string[]) => [past, future].map((time) => [...first, time].join(", "));

/** Real records of others, by what they are. */
type Known = Record<
  | "referral"
  | "look"
  | "case"
  | "member"
  | "client"
  | "clientKey"
  | "kid"
  | "invitation"
  | "question"
  | "conversation"
  | "signal"
  | "checkpoint"
  | "service"
  | "organization"
  | "participant"
  | "credential"
  | "receipt",
  string
>;

async function recordsOf(world: World): Promise<Known> {
  const one = (table: string, column = "id", where = "true") =>
    `(select '''' || ${column}::text || '''' from handreiking.${table} where ${where} limit 1)`;
  const [known] = await askAsOwner<Known>(
    world.database,
    `select ${one("referral", "id", "disclosed")} as referral,
      ${one("audit_event", "id", "action = 'disclosure.read'")} as look, ${one('"case"')} as case,
      ${one("member")} as member, ${one("client")} as client, ${one("client_key")} as "clientKey",
      ${one("client_key", "kid")} as kid, ${one("invitation")} as invitation,
      ${one("help_question")} as question, ${one("conversation")} as conversation, ${one("signal")} as signal,
      ${one("audit_checkpoint")} as checkpoint,
      ${one("service", "id", `organization_id = '${world.bridge.organizationId}'`)} as service,
      ${one("organization", "id", `id = '${world.bridge.organizationId}'`)} as organization,
      ${one("participant", "id", `id = '${world.helpline.id}'`)} as participant,
      ${one("passkey", "credential_id")} as credential, ${one("consent_receipt")} as receipt`,
  );
  for (const [what, id] of Object.entries(known ?? {})) expect(id, what).toBeTruthy();
  return known as Known;
}

const wrong = "'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'";
const bearer = "whoever names it knows it, as the sign-in that asks does";
const putOff = "does what was put off for a lock, whoever asks: nothing is told";
const ledgerOpen = "ids and times of what was taken away, of everybody: stated in the threat model";
const numbering = "numbers what was committed, whoever asks: nothing is told";

/** By hand, for every function: one that is not here fails. */
const samplesOf = (is: Known): Record<string, Sample> => ({
  actor_participant: { calls: [""], tells: "one's own id" },
  actor_is_operator: { calls: [""] },
  actor_answers_for: { calls: [`${is.organization}`, `null, ${is.service}`] },
  answers_by_phone: { calls: [is.participant], tells: "public: how a participant receives" },
  service_name: { calls: [is.service], tells: "public: the directory, deleted entries included" },
  add_passkey: {
    calls: [
      `gen_random_uuid(), ${is.member}, ${wrong}, null, 'x', '\\x00', 0, false, false, '{}', null, 'x', now()`,
      `gen_random_uuid(), ${is.member}, null, gen_random_uuid(), 'x', '\\x00', 0, false, false, '{}', null, 'x', now()`,
    ],
  },
  begin_session: {
    calls: ["passkey", "oidc", "demo"].map(
      (how) => `gen_random_uuid(), ${is.member}, ${wrong}, '${how}', now(), now() + interval '1 hour'`,
    ),
  },
  case_goes_on: { calls: times(is.case) },
  is_conversation_of: { calls: [`${is.conversation}, ${is.case}`] },
  has_live_referral: { calls: [is.question], tells: "false: it sees what row-level security shows" },
  signal_counts: { calls: [is.signal] },
  stands_for: { calls: times(is.member), tells: "the asked member itself" },
  clear_sessions: { calls: times() },
  clear_used: { calls: times() },
  forget_quotas: { calls: times() },
  forget_idempotency_keys: { calls: times() },
  forget_received: {
    calls: [`${future}, ${past}, 50`, `${future}, ${future}, 50`, `${past}, ${past}, 50`],
  },
  delete_entry: { calls: times(`'service'`, is.service) },
  erase_case: {
    calls: ["mistake", "retention", "caller-request"].flatMap((why) => times(is.case, `'${why}'`)),
  },
  feedback_agreed: { calls: times(is.referral) },
  find_actor: { calls: [`${is.client}, ${is.clientKey}, null, ${past}`], tells: bearer },
  find_client: { calls: [`${is.client}, ${is.kid}, null, ${past}`], tells: bearer },
  find_passkey: { calls: [is.credential], tells: bearer },
  find_calendar: { calls: [wrong] },
  find_invitation: { calls: times(wrong) },
  find_session: { calls: [`${wrong}, ${past}, ${past}`, `${wrong}, ${future}, ${past}`] },
  find_consent_receipt: {
    calls: [is.receipt],
    tells: "open to whoever holds the receipt: whether it still stands",
  },
  find_home_of_invitation: { calls: [is.invitation] },
  find_home_of_member: { calls: [is.member] },
  is_in_use: { calls: [is.participant] },
  handoff_numbers: {
    calls: [`${past}, ${future}, ${is.participant}, 1`, `${past}, ${future}, null, 0`],
    tells: "a row of zeros: it counts what row-level security shows",
  },
  network_numbers: { calls: [`2026, 1, ${future}`] },
  keep_passkey_challenge: {
    calls: times(wrong, "'sign-in'", "null", "'x'").map((call) => `${call}, ${future}`),
    writes: { passkey_challenge: "one for a browser that asks, of minutes" },
  },
  take_passkey_challenge: { calls: times(wrong, "'sign-in'", "null") },
  lease_quota: {
    calls: [`'default', 'x', ${past}, 1, 10`],
    tells: "how much of the quota is left",
    writes: { quota: "counts the request" },
  },
  number_events: { calls: [is.participant], writes: { event: numbering } },
  number_directory_changes: { calls: [""], writes: { directory_change: numbering } },
  seal_audit: {
    calls: [`${is.participant}`],
    tells: "how many were numbered",
    writes: { audit_event: numbering },
  },
  unsealed_chains: { calls: [""], tells: "ids of participants, which are public" },
  participants_to_wake: { calls: times(), tells: "ids of participants, which are public" },
  overdue_referral: { calls: [is.referral] },
  overdue_referrals: { calls: [""] },
  participant_by_phone: {
    calls: [`${is.service}, gen_random_uuid(), ${past}`],
    tells: "public: who answers",
  },
  remove_audit_segment: { calls: times(is.checkpoint) },
  require_two_persons: { calls: ["false"] },
  take_disclosure_key: { calls: times(is.referral, is.look) },
  is_one_human: { calls: [`${is.member}, ${is.member}`], tells: "false of a member of others" },
  may_act_alone: { calls: [is.member], tells: "false of a member of others" },
  refused_at: {
    calls: [`${is.case}, ${is.participant}`],
    tells: "null: it sees what row-level security shows",
  },
  sealed_to: { calls: ["gen_random_uuid()"] },
  tell_untold: {
    calls: ["", "gen_random_uuid()"],
    writes: { untold_ending: putOff, help_question: putOff, help_question_change: putOff },
  },
  seal_ledger: {
    calls: ["100"],
    tells: "how many were numbered",
    writes: { ledger_entry: numbering, ledger_segment: numbering },
  },
  ledger_head: { calls: [""], tells: "how far the ledger stands" },
  open_segments: { calls: ["100"], tells: ledgerOpen },
  kept_segments: { calls: [""], tells: ledgerOpen },
  segment_texts: { calls: ["1"], tells: ledgerOpen },
  mark_segment: { calls: ["1, true", "1, false"], writes: { ledger_segment: "the drainer's mark" } },
  let_go_of_ledger: { calls: ["0", "100000"], tells: "nothing that is younger than eight days" },
});

/** As the service has it: the clock of tests is not believed here. */
const latestMoment = readFileSync("drizzle/functions/latest_moment.sql", "utf8");

const whole = { played: undefined as ReturnType<typeof playedAlone> | undefined };

async function playedAlone() {
  const world = await createWorld(await ownDatabase());
  const { scheduled } = await playNetwork(world);
  await world.as(world.eva).get(`/consents/${scheduled.consentId}/receipt`);
  const outsider = { name: "Buitenstaander", reach: "console", twoPersons: true } as const;
  const { id } = await admitParticipant(world.hand(world.operator.id), outsider);
  await askAsOwner(world.database, latestMoment ?? "");
  return { world, outsider: id, samples: samplesOf(await recordsOf(world)) };
}

function played() {
  whole.played ??= playedAlone();
  return whole.played;
}

const leaks = async (asking: "outsider" | "nobody") => {
  const { world, outsider, samples } = await played();
  const told: string[] = [];
  for (const found of await findFunctions(world))
    told.push(
      ...(await leaksOf(world, found, samples[found.name], asking === "outsider" ? outsider : undefined)),
    );
  return told;
};

// The first of them plays the network.
const patient = { timeout: 240_000 };

describe(
  "every function that the service's login may call, asked about others with past and future times",
  patient,
  () => {
    test("tells and changes nothing for who has no part in it", async () => {
      expect(await leaks("outsider")).toEqual([]);
    });

    test("tells and changes nothing where no participant is set", async () => {
      expect(await leaks("nobody")).toEqual([]);
    });

    test("is there: no sample is of one that is gone", async () => {
      const { world, samples } = await played();
      const names = (await findFunctions(world)).map(({ name }) => name);
      expect(Object.keys(samples).filter((name) => !names.includes(name))).toEqual([]);
    });
  },
);

describe("the look at every function finds", patient, () => {
  const planted = async (body: string, calls: (is: World) => string[]) => {
    const { world, outsider } = await played();
    const name = `slip_${randomIds().slice(0, 8)}`;
    await askAsOwner(
      world.database,
      `create function handreiking.${name}(wanted uuid) returns text language sql security definer
        set search_path = handreiking, pg_temp as $$ ${body} $$`,
    );
    await askAsOwner(world.database, `grant execute on function handreiking.${name} to handreiking_app`);
    try {
      expect((await findFunctions(world)).map((one) => one.name)).toContain(name);
      expect(await leaksOf(world, { name }, undefined, outsider)).toEqual([
        `${name}: no sample of its arguments`,
      ]);
      const found = await leaksOf(world, { name }, { calls: calls(world) }, outsider);
      return found.map((leak) => leak.replaceAll(/slip_\w+\(.*?\)/g, "it"));
    } finally {
      await askAsOwner(world.database, `drop function handreiking.${name}`);
    }
  };

  test("one that tells of others, one that changes them, and one that nobody gave a sample", async () => {
    const of = ({ helpline }: World) => [`'${helpline.id}'`];
    expect(await planted(`select code from "case" where participant_id = wanted limit 1`, of)).toEqual([
      expect.stringMatching(/^it tells \["/),
    ]);
    const change = "update member set name = name where participant_id = wanted; select null::text";
    expect(await planted(change, of)).toEqual(["it writes member"]);
  });
});

test("no function is given to everybody", async ({ world }) => {
  const open = `select proname from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) as given
    where pronamespace in ('handreiking'::regnamespace, 'keys'::regnamespace) and given.grantee = 0`;
  expect(await askAsOwner(world.database, open)).toEqual([]);
});
