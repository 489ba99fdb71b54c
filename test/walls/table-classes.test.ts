import { describe, expect } from "vitest";
import { inviteMember } from "../../src/identity/index.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { fillCase, makeReferral, openQuestion } from "../handoff.ts";
import { keepPasskey } from "../passkey-requests.ts";
import { test, type World } from "../world.ts";
import { asParticipant, outcome } from "./raw.ts";

/** The class of every table, by hand: one that is not here, or whose policies say otherwise, fails. */
const classOf = {
  participant: "public",
  partnership: "public",
  participant_key: "public",
  organization: "public",
  organization_participant: "public",
  service: "public",
  location: "public",
  service_at_location: "public",
  phone: "public",
  service_area: "public",
  taxonomy: "public",
  taxonomy_term: "public",
  attribute: "public",
  service_search: "public",
  search_word: "public",
  search_synonym: "public",
  organization_identifier: "public",
  program: "public",
  cost_option: "public",
  required_document: "public",
  funding: "public",
  unit: "public",
  service_capacity: "public",
  url: "public",
  address: "public",
  accessibility: "public",
  contact: "public",
  language: "public",
  schedule: "public",
  metadata: "public",
  directory_version: "public",
  directory_change: "public",
  verification: "public",
  verification_round: "public",
  verification_request: "public",
  service_intake: "public",
  duplicate_dismissal: "public",
  removed_synonym: "public",
  member: "own",
  client: "own",
  client_key: "own",
  used_assertion: "own",
  used_proof: "own",
  session: "own",
  invitation: "own",
  passkey: "own",
  passkey_challenge: "system",
  identity_provider: "own",
  member_identity: "own",
  sign_in: "own",
  idempotency_record: "own",
  case: "own",
  case_access: "own",
  help_question: "own",
  consent: "own",
  consent_receipt: "own",
  override: "own",
  event: "own",
  case_key: "own",
  case_contact: "own",
  safe_contact: "own",
  code_word: "own",
  case_note: "own",
  case_take_over: "own",
  erasure: "own",
  audit_checkpoint: "own",
  disclosure_key: "two_party",
  directory_import: "own",
  import_part: "own",
  import_finding: "own",
  referral: "two_party",
  contact_confirmation: "two_party",
  disclosure: "two_party",
  obligation: "two_party",
  audit_event: "two_party",
  correction: "two_party",
  quota: "system",
} as const;
type Table = keyof typeof classOf;
const inKeys: ReadonlySet<string> = new Set(["case_key", "disclosure_key"]);
const schemaOf = (table: string) => (inKeys.has(table) ? "keys" : "handreiking");
const tablesOf = (tableClass: string) =>
  (Object.keys(classOf) as Table[]).filter((table) => classOf[table] === tableClass);

const count = async (world: World, participantId: string | undefined, table: string) => {
  const [row] = await asParticipant(
    world.platform.db,
    participantId,
    `select count(*)::int as n from ${schemaOf(table)}."${table}"`,
  );
  return row?.n;
};

/** A network in which every own and two-party table that can hold a row holds one of the helpline's. */
async function played(world: World) {
  const ilse = await world.member(world.helpline, "counsellor");
  await world
    .as(world.eva)
    .post(
      "/cases",
      { relation: "harmed", language: "nl", colleagueIds: [ilse.memberId] },
      { "idempotency-key": "one" },
    );
  await asParticipant(
    world.platform.db,
    world.helpline.id,
    `insert into handreiking.used_assertion values ('${world.helpline.id}', '${world.helpline.clientId}', 'one', '2026-01-05')`,
  );
  await asParticipant(
    world.platform.db,
    world.helpline.id,
    `insert into handreiking.used_proof values ('${world.helpline.id}', 'thumbprint', 'one', '2026-01-05')`,
  );
  await world.signIn(world.eva);
  await keepPasskey(world, ilse);
  await inviteMember(world.job(world.helpline.id), ilse.memberId ?? "");
  const importId = randomIds();
  for (const row of [
    `insert into handreiking.identity_provider values ('${world.helpline.id}', 'https://a.example.org', 'a', 'none', '{}', 'sub', '{}', '{}', null, '[]', false)`,
    `insert into handreiking.member_identity values ('${world.eva.memberId}', '${world.helpline.id}', 'eva')`,
    `insert into handreiking.sign_in values (gen_random_uuid()::text, '${world.helpline.id}', 'a', 'a', 'a', 'a', 'a', '2026-01-05')`,
    `insert into handreiking.directory_import (id, participant_id, source, keep_valid, dry_run, state, size, attempts, received_at)
      values ('${importId}', '${world.helpline.id}', 'a', false, false, 'finished', 0, 0, '2026-01-05')`,
    `insert into handreiking.import_part values ('${importId}', '${world.helpline.id}', 0, '')`,
    `insert into handreiking.import_finding values ('${importId}', '${world.helpline.id}', 0, 1, 'service', 'url', 'text', 'repair', '')`,
  ])
    await asParticipant(world.platform.db, world.helpline.id, row);
  const referral = await makeReferral(world, "scheduled");
  await fillCase(world, referral.caseId);
  await world.as(world.eva).put(`/cases/${referral.caseId}/code-word`, { word: "blauwe fiets" });
  await world.as(world.eva).get(`/consents/${referral.consentId}/receipt`);
  const marije = await world.member(world.helpline, "privacy-officer");
  const { caseId: erased } = await openQuestion(world);
  await world.as(marije).post("/audit-checkpoints");
  await world.as(marije).post(`/cases/${erased}/erasure`, { reason: "mistake" });
  await world.as(ilse).post(`/cases/${referral.caseId}/take-over`, { reason: "owner-absent" });
  return referral;
}

test("the catalog holds exactly the declared tables, each with row-level security and its class's policies", async ({
  world,
}) => {
  const found = await asParticipant(
    world.platform.db,
    undefined,
    `select relname as name, relrowsecurity as secured,
      (select array_agg(distinct regexp_replace(polname, '^(public|own|two_party|system).*$', '\\1'))
        from pg_policy where polrelid = pg_class.oid) as classes
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname in ('handreiking', 'keys') and relkind in ('r', 'p') order by relname`,
  );
  const declared = Object.entries(classOf).map(([name, tableClass]) => ({
    name,
    secured: true,
    classes: [tableClass],
  }));
  expect(found).toEqual(declared.sort((a, b) => (a.name < b.name ? -1 : 1)));
});

describe("own tables", () => {
  test("hold the helpline's rows for the helpline, and none for another participant or for nobody", async ({
    world,
  }) => {
    await played(world);
    for (const table of tablesOf("own")) {
      if (table !== "override")
        expect(await count(world, world.helpline.id, table), table).toBeGreaterThan(0);
      expect(await count(world, undefined, table), table).toBe(0);
      const [foreign] = await asParticipant(
        world.platform.db,
        world.elsewhere.id,
        `select count(*)::int as n from ${schemaOf(table)}."${table}" where participant_id <> '${world.elsewhere.id}'`,
      );
      expect(foreign?.n, table).toBe(0);
    }
  });

  test("take no row of another participant's, and no change of one", async ({ world }) => {
    await played(world);
    const { db } = world.platform;
    for (const table of tablesOf("own").filter((name) => name !== "override")) {
      const { columns, row } = await firstRow(world, table);
      const copy = `insert into ${schemaOf(table)}."${table}" (${columns})
        select ${columns} from json_populate_record(null::${schemaOf(table)}."${table}", '${row}')`;
      const change = `update ${schemaOf(table)}."${table}" set participant_id = participant_id returning participant_id`;
      for (const participant of [world.elsewhere.id, undefined]) {
        expect(await outcome(asParticipant(db, participant, copy)), table).toBe("42501");
        // Where the login may update at all, it finds its own rows only.
        const changed = await asParticipant(db, participant, change).catch(() => []);
        expect(
          changed.map((found) => found.participant_id),
          table,
        ).not.toContain(world.helpline.id);
      }
    }
  });
});

/** A row of the helpline's as JSON, and the columns that can be written. */
async function firstRow(world: World, table: string): Promise<Record<string, unknown>> {
  const [found] = await asParticipant(
    world.platform.db,
    world.helpline.id,
    `select (select string_agg(format('%I', column_name), ', ') from information_schema.columns
        where table_schema = '${schemaOf(table)}' and table_name = '${table}' and is_generated = 'NEVER') as columns,
      (select row_to_json(t)::text from ${schemaOf(table)}."${table}" t limit 1) as row`,
  );
  return found ?? {};
}

describe("system tables", () => {
  test("are the database's own: nobody reads or writes them, only functions do", async ({ world }) => {
    for (const table of tablesOf("system"))
      for (const participant of [world.operator.id, world.helpline.id, undefined])
        for (const attempt of [
          `select * from ${schemaOf(table)}."${table}"`,
          `delete from ${schemaOf(table)}."${table}"`,
          `insert into ${schemaOf(table)}."${table}" default values`,
        ])
          expect(await outcome(asParticipant(world.platform.db, participant, attempt)), table).toBe("42501");
  });
});

describe("two-party tables", () => {
  test("hold a referral for its sender and, from the offer on, for its recipient: for nobody else", async ({
    world,
  }) => {
    const offered = await played(world);
    const draft = await makeReferral(world, "draft");
    const seenBy = async (participantId: string | undefined) => {
      const found = await asParticipant(
        world.platform.db,
        participantId,
        "select id from handreiking.referral",
      );
      return found.map(({ id }) => id).sort();
    };
    expect(await seenBy(world.helpline.id)).toEqual([offered.id, draft.id].sort());
    expect(await seenBy(world.bridge.id)).toEqual([offered.id]);
    expect(await seenBy(world.elsewhere.id)).toEqual([]);
    expect(await seenBy(undefined)).toEqual([]);
  });

  test("let the sender read the recipient's audit entries about its referral, and not the other way round", async ({
    world,
  }) => {
    const { id } = await played(world);
    expect((await world.audited(world.helpline.id, id)).sort()).toEqual([
      "referral.accepted",
      "referral.drafted",
      "referral.offered",
      "referral.scheduled",
    ]);
    expect(await world.audited(world.bridge.id, id)).toEqual(["referral.accepted"]);
    expect(await world.audited(world.elsewhere.id, id)).toEqual([]);
    expect(await count(world, undefined, "audit_event")).toBe(0);
  });
});

describe("public tables", () => {
  test("are read by all and written by the operator alone", async ({ world }) => {
    for (const table of ["participant", "service", "taxonomy_term"])
      expect(await count(world, undefined, table), table).toBeGreaterThan(0);
    const rename = `update handreiking.participant set name = 'Elders' where id = '${world.elsewhere.id}' returning id`;
    expect(await asParticipant(world.platform.db, world.elsewhere.id, rename)).toEqual([]);
    expect(await asParticipant(world.platform.db, undefined, rename)).toEqual([]);
    expect(await asParticipant(world.platform.db, world.operator.id, rename)).toHaveLength(1);
    const intrude = `insert into handreiking.organization_participant values ('${world.bridge.organizationId}', '${world.elsewhere.id}')`;
    expect(await outcome(asParticipant(world.platform.db, world.elsewhere.id, intrude))).toBe("42501");
  });
});
