import { verifyAudit } from "../../src/audit/index.ts";
import { makeReferral } from "../handoff/make.ts";
import { askAsOwner } from "../world/database.ts";
import type { World } from "../world/world.ts";

/** The helpline's chain with a day's work in it, sealed, and a checkpoint that its privacy officer keeps. */
export async function keptChain(world: World) {
  await makeReferral(world, "scheduled");
  const marije = await world.member(world.helpline, "privacy-officer");
  const { body } = await world.as(marije).post("/audit-checkpoints");
  await makeReferral(world, "offered");
  await world.as(marije).get("/audit-events");
  return { marije, checkpoint: body as { id: string; number: number; statement: string } };
}

/** Changes the audit as the tables' owner may, who first takes the guard away. */
export async function tamper(world: World, ...statements: string[]): Promise<void> {
  const ask = (statement: string) => askAsOwner(world.database, statement);
  await ask("alter table handreiking.audit_event disable trigger guard");
  try {
    for (const statement of statements) await ask(statement);
  } finally {
    await ask("alter table handreiking.audit_event enable trigger guard");
  }
}

/** What the verification of the helpline's chain tells. */
export async function verified(world: World, ...statements: string[]) {
  const participantId = world.helpline.id;
  const report = await verifyAudit(world.job(world.operator.id), { participantId, statements });
  const [chain] = report.chains;
  if (!chain) throw new Error("the helpline has a chain");
  return { ...report, chain };
}

export const inChain = (world: World, seq: number) =>
  `participant_id = '${world.helpline.id}' and seq = ${seq}`;
