import { expect } from "vitest";
import { randomIds } from "../../src/platform/ids.ts";
import { makeReferral } from "../handoff/make.ts";
import { askAsOwner } from "../world/database.ts";
import { sharingTest as test, type World } from "../world/world.ts";
import { attempt } from "./moves.ts";

/**
 * Foreign keys from a participant's row to a row that is a participant's, which do not hold both to the same one.
 * Where two parties meet, each key names its own.
 */
const loose = (world: World) =>
  askAsOwner<{ key: string }>(
    world.database,
    `select conrelid::regclass || ': ' || conname as key from pg_constraint
      where contype = 'f' and connamespace in ('handreiking'::regnamespace, 'keys'::regnamespace)
        and exists (select from pg_attribute where attrelid = conrelid and attname in ('participant_id', 'sender_id'))
        and exists (select from pg_attribute where attrelid = confrelid and attname in ('participant_id', 'sender_id')
          and confrelid <> 'handreiking.participant'::regclass)
        and not exists (select from pg_attribute where attrelid = confrelid and attnum = any (confkey)
          and attname in ('participant_id', 'sender_id'))
      order by 1`,
  );

/** Unique over something else than one's own id or a participant, and by no key held to its participant. */
const colliding = (world: World) =>
  askAsOwner<{ key: string }>(
    world.database,
    `select indexrelid::regclass::text as key from pg_index
      where indisunique and indrelid in (select oid from pg_class
          where relnamespace in ('handreiking'::regnamespace, 'keys'::regnamespace))
        and exists (select from pg_attribute where attrelid = indrelid and attname in ('participant_id', 'sender_id'))
        and not exists (select from pg_attribute where attrelid = indrelid and attnum = any (indkey)
          and attname in ('id', 'participant_id'))
        and not exists (select from pg_constraint join pg_attribute on attrelid = confrelid and attnum = any (confkey)
          where contype = 'f' and conrelid = indrelid and conkey && indkey::int2[]
            and attname in ('participant_id', 'sender_id'))
      order by 1`,
  );

/** By hand, each with its reason. */
const ofItsArticle = "names a version of its own article, which another key holds to the participant";
const looseBecause: Record<string, string> = {
  "handreiking.article: article_newest": ofItsArticle,
  "handreiking.article: article_published": ofItsArticle,
  "handreiking.article_feedback: article_feedback_version": ofItsArticle,
  "handreiking.article_word: article_word_version": ofItsArticle,
};
const collidingBecause: Record<string, string> = {
  calendar_feed_token: "random, of 256 bits",
  ledger_entry_seq: "one order for the installation, numbered by the drainer alone",
  invitation_token: "random, of 256 bits",
  session_token: "random, of 256 bits",
  sign_in_pkey: "random, of 256 bits",
  passkey_credential: "an authenticator's credential is one person's everywhere",
  obligation_pkey: "outlives its referral; written by the database alone",
  organization_participant_pkey: "an organization has one participant that answers: the operator says which",
  service_intake_pkey: "a service's own, written by who answers for it",
  verification_request_pkey: "one for each organization, written by the operator",
};

test("a foreign key between rows of participants holds them to the same one", async ({ world }) => {
  const found = (await loose(world)).map(({ key }) => key);
  expect(found).toEqual(Object.keys(looseBecause));
});

test("what is unique across participants is held to one, random, or stated", async ({ world }) => {
  const found = (await colliding(world)).map(({ key }) => key.replace(/^(handreiking|keys)\./, ""));
  expect(found.sort()).toEqual(Object.keys(collidingBecause).sort());
});

test("and one that is loose is found", async ({ world }) => {
  await askAsOwner(
    world.database,
    `create table handreiking.loose (participant_id uuid, case_id uuid unique references handreiking."case" (id))`,
  );
  try {
    expect(await loose(world)).toContainEqual({ key: "handreiking.loose: loose_case_id_fkey" });
    expect(await colliding(world)).toContainEqual({ key: "handreiking.loose_case_id_key" });
  } finally {
    await askAsOwner(world.database, "drop table handreiking.loose");
  }
});

test("another participant takes neither the receipt of a consent nor the assertions of a client", async ({
  world,
}) => {
  const { consentId } = await makeReferral(world, "offered");
  const { elsewhere, helpline } = world;
  const receipt = `insert into handreiking.consent_receipt (id, participant_id, consent_id, first_issued_at)
    values ('${randomIds()}', '${elsewhere.id}', '${consentId}', now())`;
  expect(await attempt(world, elsewhere.id, receipt)).toBe("23503");
  const assertion = `insert into handreiking.used_assertion (participant_id, client_id, jti, expires_at)
    values ('${elsewhere.id}', '${helpline.clientId}', 'x', now())`;
  expect(await attempt(world, elsewhere.id, assertion)).toBe("23503");
});
