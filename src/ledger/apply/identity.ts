import { type SQL, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import type { Again, TakenAway } from "../../handoff/index.ts";
import { rows } from "../../platform/database/transact.ts";

type Action =
  `${"participant-key" | "client-key" | "participant" | "partnership" | "member" | "client" | "two-persons" | "proposal" | "passkey" | "identity-provider"}.${string}`;

/** One statement that changes the row unless it is so already, and the entry that the audit has of that. */
const changing =
  (action: Action, statement: (taken: TakenAway & { now: string }) => SQL): Again =>
  async (tx, ctx, taken) => {
    const now = ctx.now();
    const changed = await rows(tx, sql`${statement({ ...taken, now: now.toISOString() })} returning 1`);
    if (changed.length === 0) return false;
    await record(tx, ctx, { action, subjectId: taken.subjectId, at: now });
    return true;
  };

const timeOf = ({ at }: TakenAway) => sql`${at.toISOString()}::timestamptz`;
const subject = ({ subjectId }: TakenAway) => sql`${subjectId}::uuid`;
const listOf = (codes: readonly string[]) => sql`${`{${codes.join()}}`}::text[]`;

const revoking = (action: Action, table: SQL) =>
  changing(
    action,
    (taken) => sql`update ${table} set revoked_at = ${timeOf(taken)}
      where id = ${subject(taken)} and revoked_at is null`,
  );

const suspending = (action: Action, table: SQL) =>
  changing(
    action,
    (taken) => sql`update ${table} set suspended_at = ${timeOf(taken)}
      where id = ${subject(taken)} and suspended_at is null`,
  );

const readmitting = (action: Action, table: SQL) =>
  changing(
    action,
    (taken) => sql`update ${table} set suspended_at = null
      where id = ${subject(taken)} and suspended_at is not null`,
  );

const [participant, member, client] = [
  sql`handreiking.participant`,
  sql`handreiking.member`,
  sql`handreiking.client`,
];

const profiles = ["fapi", "nl-gov"];
const scopesOf = (codes: readonly string[]) =>
  codes.filter((code) => code !== "requires_dpop" && !profiles.includes(code));

/** By whoever decided it; by its proposer, where the database does not know them. */
const rejectAgain: Again = async (tx, ctx, taken) => {
  const [ended] = await rows<{ decision: string }>(
    tx,
    sql`update handreiking.proposal set decided_at = ${timeOf(taken)},
        decision = case when decider.id is distinct from proposed_by and decider.id is not null
          then 'rejected' else 'withdrawn' end,
        decided_by = coalesce(decider.id, proposed_by)
      from (select 1) as one left join handreiking.member as decider on decider.id = ${taken.otherId}::uuid
      where proposal.id = ${subject(taken)} and decision is null returning decision`,
  );
  if (!ended) return false;
  await record(tx, ctx, { action: `proposal.${ended.decision}`, subjectId: taken.subjectId });
  return true;
};

const ruleAgain: Again = (tx, ctx, taken) => {
  const required = taken.codes.length > 0;
  const rule = changing(
    required ? "two-persons.required" : "two-persons.ended",
    () => sql`update handreiking.participant set two_persons = ${required}::boolean
      where id = ${subject(taken)} and two_persons <> ${required}::boolean`,
  );
  return rule(tx, ctx, taken);
};

/** How what was taken away of people and systems is taken away again, by the kind of the ledger's entry. */
export const identityAgain = {
  "participant-key-revoked": revoking("participant-key.revoked", sql`handreiking.participant_key`),
  "client-key-revoked": revoking("client-key.revoked", sql`handreiking.client_key`),
  "participant-suspended": suspending("participant.suspended", participant),
  "participant-readmitted": readmitting("participant.readmitted", participant),
  "member-suspended": suspending("member.suspended", member),
  "member-reinstated": readmitting("member.reinstated", member),
  "client-suspended": suspending("client.suspended", client),
  "client-readmitted": readmitting("client.readmitted", client),
  "member-roles": changing(
    "member.changed",
    (taken) => sql`update handreiking.member set roles = ${listOf(taken.codes)}
      where id = ${subject(taken)} and roles <> ${listOf(taken.codes)}`,
  ),
  "client-terms": changing(
    "client.changed",
    (taken) => sql`update handreiking.client set scopes = ${listOf(scopesOf(taken.codes))},
        requires_dpop = ${taken.codes.includes("requires_dpop")}::boolean,
        profile = coalesce(${profiles.find((one) => taken.codes.includes(one)) ?? null}::text, profile)
      where id = ${subject(taken)} and (scopes, requires_dpop, profile) is distinct from (
        ${listOf(scopesOf(taken.codes))}, ${taken.codes.includes("requires_dpop")}::boolean,
        coalesce(${profiles.find((one) => taken.codes.includes(one)) ?? null}::text, profile))`,
  ),
  partnership: changing(
    "partnership.agreed",
    (taken) => sql`update handreiking.partnership set sends = ${taken.codes.includes("sends")}::boolean,
        receives = ${taken.codes.includes("receives")}::boolean
      where participant_id = ${subject(taken)} and (sends, receives) is distinct from
        (${taken.codes.includes("sends")}::boolean, ${taken.codes.includes("receives")}::boolean)`,
  ),
  "two-persons": ruleAgain,
  "proposal-rejected": rejectAgain,
  // Where it is the member's last one it goes whole: the member is invited anew.
  "passkey-revoked": changing(
    "passkey.revoked",
    (taken) => sql`delete from handreiking.passkey where id = ${subject(taken)} and revoked_at is null`,
  ),
  "provider-ended": changing(
    "identity-provider.removed",
    (taken) => sql`delete from handreiking.identity_provider where participant_id = ${subject(taken)}`,
  ),
  "identity-unlinked": changing(
    "member.unlinked",
    (taken) => sql`delete from handreiking.member_identity where member_id = ${subject(taken)}`,
  ),
} as const satisfies Record<string, Again>;
