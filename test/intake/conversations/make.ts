import { tickAt } from "../../handoff/clock/ticking.ts";
import { makeReferral } from "../../handoff/make.ts";
import type { Person, World } from "../../world/world.ts";

/** A referral of the helpline that nobody answered for too long. */
export async function makeOverdue(world: World) {
  const referral = await makeReferral(world, "offered");
  const now = world.clock.time;
  await tickAt(world, new Date(now.getTime() + 2 * 86_400_000));
  // Back again: what else a test does need not wait with it.
  world.clock.time = now;
  return referral;
}

export const charted = {
  channel: "phone",
  minutes: 45,
  outcome: "help-questions-framed",
  topics: ["psychological-abuse", "fraud"],
  harmed: "caller",
  since: "1-5-years",
  goingOn: "yes",
  minorsInvolved: "no",
  dependence: ["housing", "belief"],
  dangerSigns: ["stalking"],
  nature: "both",
  note: "Left the group in March.",
};

/** A conversation in a case, by Eva unless said: with danger signs and a note. */
export async function talk(world: World, caseId: string, by: Person = world.eva, changes: object = {}) {
  const { body } = await world.as(by).post(`/cases/${caseId}/conversations`, { ...charted, ...changes });
  return body.id as string;
}

/** Names colleagues in a case of Eva, unless said. */
export async function nameIn(world: World, caseId: string, colleagues: Person[], by: Person = world.eva) {
  const path = `/cases/${caseId}/colleagues`;
  const { headers } = await world.as(by).get(path);
  const memberIds = colleagues.map(({ memberId }) => memberId);
  return world.as(by).put(path, { memberIds }, { "if-match": headers.get("etag") ?? "" });
}

export const today = ({ clock }: World, days = 0): string =>
  new Date(clock.time.getTime() + days * 86_400_000).toISOString().slice(0, 10);
