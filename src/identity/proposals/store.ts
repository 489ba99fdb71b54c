import { and, arrayOverlaps, desc, eq, gt, inArray, isNull, lte, ne, sql } from "drizzle-orm";
import { rolesWith } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { fail } from "../../platform/http/problem.ts";
import { participantNotFound } from "../problems.ts";
import { members, participants } from "../schema.ts";
import { kindsWith, type ProposalKind, permissionOf } from "./kinds.ts";
import { proposalNotFound } from "./problems.ts";
import { type ProposalRow, proposals } from "./schema.ts";
import type { proposalStates } from "./wire.ts";

/** Proposals of the actor's participant that the actor could make too. */
const visible = (ctx: Context) =>
  and(
    eq(proposals.participantId, ctx.actor.participantId),
    inArray(proposals.kind, kindsWith(ctx.actor.permissions)),
  );

export async function findProposal(tx: Database, ctx: Context, id: string): Promise<ProposalRow> {
  const [found] = await tx
    .select()
    .from(proposals)
    .where(and(visible(ctx), eq(proposals.id, id)));
  return found ?? fail(proposalNotFound);
}

/** The same, locked until the transaction ends. */
export async function claimProposal(tx: Database, ctx: Context, id: string): Promise<ProposalRow> {
  const [found] = await tx
    .select()
    .from(proposals)
    .where(and(visible(ctx), eq(proposals.id, id)))
    .for("update");
  return found ?? fail(proposalNotFound);
}

const inState = (state: (typeof proposalStates)[number] | undefined, now: Date) => {
  if (state === undefined) return undefined;
  if (state === "open") return and(isNull(proposals.decision), gt(proposals.expiresAt, now));
  if (state === "expired") return and(isNull(proposals.decision), lte(proposals.expiresAt, now));
  return eq(proposals.decision, state);
};

/** The newest first, after `position`. */
export const listProposalRows = (
  tx: Database,
  ctx: Context,
  state: (typeof proposalStates)[number] | undefined,
  position: Position | undefined,
  limit: number,
): Promise<ProposalRow[]> =>
  tx
    .select()
    .from(proposals)
    .where(
      and(
        visible(ctx),
        inState(state, ctx.now()),
        position &&
          sql`(${proposals.proposedAt}, ${proposals.id}) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
      ),
    )
    .orderBy(desc(proposals.proposedAt), desc(proposals.id))
    .limit(limit);

/** How the actor's participant takes part in what needs two persons. */
export async function findOwn(tx: Database, ctx: Context) {
  const [own] = await tx
    .select({ operator: participants.operator, twoPersons: participants.twoPersons })
    .from(participants)
    .where(eq(participants.id, ctx.actor.participantId));
  return own ?? fail(participantNotFound);
}

/** The people of the actor's participant who may propose and confirm what is of that kind now. */
const able = async (tx: Database, ctx: Context, kind: ProposalKind) =>
  and(
    eq(members.participantId, ctx.actor.participantId),
    isNull(members.suspendedAt),
    arrayOverlaps(members.roles, rolesWith(permissionOf(kind), (await findOwn(tx, ctx)).operator)),
  );

export async function countAble(
  tx: Database,
  ctx: Context,
  kind: ProposalKind,
  besides?: string,
): Promise<number> {
  const who = and(await able(tx, ctx, kind), besides === undefined ? undefined : ne(members.id, besides));
  return tx.$count(members, who);
}

/** Which of the persons are able, held so until the transaction ends. */
export async function claimAble(tx: Database, ctx: Context, kind: ProposalKind, personIds: string[]) {
  const found = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(await able(tx, ctx, kind), inArray(members.id, personIds)))
    .orderBy(members.id)
    .for("update");
  return new Set(found.map(({ id }) => id));
}
