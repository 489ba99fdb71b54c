import { describe, expect } from "vitest";
import { makeReferral } from "../handoff/make.ts";
import { sharingTest as test } from "../world/world.ts";
import { findTables } from "./breaches.ts";
import { asParticipant } from "./raw.ts";

/** The class of every table, by hand: one that is not here, or whose policies say otherwise, fails. */
const classOf = {
  participant: "public",
  partnership: "public",
  participant_key: "public",
  participant_suspension: "public",
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
  proposal: "own",
  invitation: "own",
  passkey: "own",
  passkey_challenge: "system",
  untold_ending: "system",
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
  override_release: "own",
  refusal: "own",
  event: "own",
  case_key: "own",
  case_contact: "own",
  safe_contact: "own",
  code_word: "own",
  case_note: "own",
  case_take_over: "own",
  erasure: "own",
  callback_request: "own",
  web_form: "public",
  request_key: "own",
  mail: "own",
  mailbox_watch: "own",
  appointment: "own",
  conversation: "own",
  conversation_addition: "own",
  reporting_step: "own",
  help_question_change: "own",
  cover: "own",
  availability: "own",
  availability_exception: "own",
  contact_attempt: "own",
  planning_rule: "own",
  calendar_feed: "own",
  movement: "own",
  movement_merger: "own",
  movement_key: "own",
  signal: "own",
  signal_review: "own",
  statistics_release: "own",
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
  article: "public",
  article_version: "public",
  article_word: "public",
  article_publication: "own",
  article_feedback: "two_party",
  quota: "system",
  countersignature: "own",
  emergency: "own",
  override_request: "own",
  person_mark: "system",
  origin: "system",
  ledger_entry: "system",
  ledger_segment: "system",
} as const;

test("the catalog holds exactly the declared tables, each with row-level security and its class's policies", async ({
  world,
}) => {
  const found = (await findTables(world)).map(({ table, secured, classes }) => ({ table, secured, classes }));
  const declared = Object.entries(classOf).map(([table, tableClass]) => ({
    table,
    secured: true,
    classes: [tableClass],
  }));
  expect(found).toEqual(declared.sort((a, b) => (a.table < b.table ? -1 : 1)));
});

describe("two-party tables", () => {
  test("hold a referral for its sender and, from the offer on, for its recipient: for nobody else", async ({
    world,
  }) => {
    const offered = await makeReferral(world, "offered");
    const draft = await makeReferral(world, "draft");
    const seenBy = async (participantId: string | undefined) => {
      const statement = `select id from handreiking.referral where id in ('${offered.id}', '${draft.id}')`;
      const found = await asParticipant(world.platform.db, participantId, statement);
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
    const { id } = await makeReferral(world, "accepted");
    expect((await world.audited(world.helpline.id, id)).sort()).toEqual([
      "referral.accepted",
      "referral.drafted",
      "referral.offered",
    ]);
    expect(await world.audited(world.bridge.id, id)).toEqual(["referral.accepted"]);
    expect(await world.audited(world.elsewhere.id, id)).toEqual([]);
  });
});

test("public tables are written by the operator, where it keeps them", async ({ world }) => {
  const { db } = world.platform;
  const rename = `update handreiking.participant set name = 'Elders' where id = '${world.elsewhere.id}' returning id`;
  expect(await asParticipant(db, world.elsewhere.id, rename)).toEqual([]);
  expect(await asParticipant(db, world.operator.id, rename)).toHaveLength(1);
});
