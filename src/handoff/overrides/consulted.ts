import { colleagueNotFound, requireCounsellor } from "../../cases/index.ts";
import { findMember, isOneHuman, samePerson } from "../../identity/index.ts";
import type { Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";

/** Refuses unless who was consulted could have said no: a counsellor who can act, and another human than the maker. */
export async function requireConsulted(
  tx: Database,
  participantId: string,
  madeBy: string,
  consultedId: string,
): Promise<void> {
  if (!(await findMember(tx, participantId, consultedId))) fail(colleagueNotFound);
  await requireCounsellor(tx, consultedId);
  if (await isOneHuman(tx, madeBy, [consultedId])) fail(samePerson);
}
