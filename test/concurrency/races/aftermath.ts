import { broken } from "../../handoff/life/invariants.ts";
import { observe } from "../../handoff/life/observed.ts";
import { askAsOwner } from "../../world/database.ts";
import { isLook } from "./acts.ts";
import type { Run } from "./race.ts";
import type { Cast } from "./scene.ts";

/** What must not come of two acts at once, in words; nothing where all is well. */
export async function findFaults(cast: Cast, runs: readonly Run[]): Promise<string[]> {
  const failed = cast.world.logged.filter(({ status }) => status >= 500);
  return [
    ...runs.flatMap(faultsOf),
    ...failed.map(({ operationId, failure, status }) => `${operationId} answered ${status}: ${failure}`),
    ...broken(await observe({ world: cast.world, helplineIds: [cast.world.helpline.id] })),
    ...(await doubled(cast)),
    ...(await unread(cast, runs)),
    ...(await unowed(cast)),
  ];
}

function faultsOf({ name, acts, statuses, looks, scene }: Run): string[] {
  const closed = acts.some(
    (act, index) => !isLook(act) && statuses[index] === 200 && act.closes?.(scene) === true,
  );
  return [
    ...statuses.filter((status = 200) => status >= 500).map((status) => `${name}: answered ${status}`),
    ...(closed && looks.includes(200) ? [`${name}: identity fetched after a refusal was answered`] : []),
    ...looks.filter((status) => status >= 500).map((status) => `${name}: a look answered ${status}`),
  ];
}

const once = [
  "override.made",
  "override.approved",
  "override.upheld",
  "override.refused",
  "override.withdrawn",
  "override.unreviewed",
  "consent.withdrawn",
  "referral.drafted",
  "referral.offered",
  "referral.accepted",
  "referral.scheduled",
  "referral.withdrawn",
  "referral.lapsed",
];

const asked = <T>({ world }: Cast, question: string) => askAsOwner<T>(world.database, question);

/** What was written down twice although it happens once. */
async function doubled(cast: Cast): Promise<string[]> {
  const list = once.map((action) => `'${action}'`).join();
  const found = await asked<{ action: string; subject: string }>(
    cast,
    `select action, subject_id as subject from handreiking.audit_event
      where participant_id in ('${cast.world.helpline.id}', '${cast.world.bridge.id}') and action in (${list})
      group by action, subject_id having count(*) > 1`,
  );
  return found.map(({ action, subject }) => `${action} twice of ${subject}`);
}

/** Each disclosure that was handed out has its entry, and each entry its request: one that got nothing has one too. */
async function unread(cast: Cast, runs: readonly Run[]): Promise<string[]> {
  const found = await asked<{ subject: string; times: number }>(
    cast,
    `select subject_id as subject, count(*)::int as times from handreiking.audit_event
      where participant_id = '${cast.world.bridge.id}' and action = 'disclosure.read' group by subject_id`,
  );
  return runs.flatMap(({ name, scene, acts, statuses, looks }) => {
    const ids = Object.values(scene.referrals).map(({ id }) => id);
    const asked = [...statuses.filter((_, index) => acts[index]?.kind === "fetch"), ...looks];
    const given = asked.filter((status) => status === 200).length;
    const entries = found
      .filter(({ subject }) => ids.includes(subject))
      .reduce((sum, one) => sum + one.times, 0);
    return given <= entries && entries <= asked.length
      ? []
      : [`${name}: ${given} of ${asked.length} disclosures given out, ${entries} entries`];
  });
}

/** Whoever knows the caller owes an answer once it has ended, also where the case was erased. */
async function unowed(cast: Cast): Promise<string[]> {
  const found = await asked<{ subject: string }>(
    cast,
    `select distinct subject_id as subject from handreiking.audit_event as entry
      where participant_id = '${cast.world.bridge.id}' and action = 'disclosure.read'
        and not exists (select from handreiking.referral where id = subject_id and not ended)
        and not exists (select from handreiking.obligation where referral_id = subject_id)`,
  );
  return found.map(({ subject }) => `nothing is owed for ${subject}`);
}
