import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import { personOf } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { Accepted, json } from "../../platform/http/operation.ts";
import { fail } from "../../platform/http/problem.ts";
import type { ProposalKind } from "./kinds.ts";
import { personNeeded, secondPersonMissing } from "./problems.ts";
import { type ProposalRow, proposals } from "./schema.ts";
import { countAble, findOwn } from "./store.ts";
import { Proposal, presentProposal } from "./wire.ts";

/** The further answer of an operation that gives power. */
export const orProposal = {
  202: json(Proposal, "Nothing has changed yet: the proposal waits for a second person"),
};

/** The further refusals of one. */
export const proposalProblems = [personNeeded, secondPersonMissing] as const;

/** Whether what gives power takes a second person. The operator's hand at the server needs none. */
export const takesTwo = async (tx: Database, ctx: Context): Promise<boolean> =>
  ctx.actor.kind !== "job" && (await findOwn(tx, ctx)).twoPersons;

interface Proposing {
  kind: ProposalKind;
  /** What is to be changed; left out for what is to be new. */
  subjectId?: string;
  /** As the operation took it. */
  content: object;
  /** What stands there now, as the kind's `standing` tells it. */
  before?: object;
}

export async function propose(
  tx: Database,
  ctx: Context,
  { kind, subjectId, content, before }: Proposing,
): Promise<Accepted<Proposal>> {
  const proposedBy = personOf(ctx.actor) ?? fail(personNeeded);
  if ((await countAble(tx, ctx, kind, proposedBy)) === 0) fail(secondPersonMissing);
  const proposedAt = ctx.now();
  const row: ProposalRow = {
    id: ctx.newId(),
    participantId: ctx.actor.participantId,
    kind,
    subjectId: subjectId ?? null,
    content: { ...content },
    before: before ? { ...before } : null,
    proposedBy,
    proposedThrough: throughOf(ctx),
    proposedAt,
    expiresAt: calendarLater(proposedAt, { days: 14 }),
    decision: null,
    decidedBy: null,
    decidedThrough: null,
    decidedAt: null,
  };
  await tx.insert(proposals).values(row);
  await tell(tx, ctx, row.id, "made", proposedAt);
  return new Accepted(presentProposal(row, proposedAt));
}

/** The system that names the person; null for one who is signed in. */
export const throughOf = ({ actor }: Context): string | null => (actor.kind === "client" ? actor.id : null);

export async function tell(
  tx: Database,
  ctx: Context,
  proposalId: string,
  done: "made" | NonNullable<ProposalRow["decision"]>,
  at: Date,
): Promise<void> {
  await record(tx, ctx, { action: `proposal.${done}`, subjectId: proposalId, at });
  await enqueue(tx, ctx, { type: `proposal.${done}`, subjectId: proposalId, at });
}

/** The proposal that a request made, when it is repeated; undefined where the first time it was done at once. */
export async function proposedAgain(
  tx: Database,
  ctx: Context,
  id: string,
): Promise<Accepted<Proposal> | undefined> {
  const [found] = await tx.select().from(proposals).where(eq(proposals.id, id));
  return found && new Accepted(presentProposal(found, ctx.now()));
}
