import { record } from "../../audit/index.ts";
import { caseCode, hashWord, type Language, type Relation, type Window } from "../../cases/index.ts";
import { findUnknownTopics } from "../../directory/index.ts";
import type { Urgency } from "../../handoff/index.ts";
import { personOf } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail, invalidRequest } from "../../platform/http/problem.ts";
import type { Door, RequestChannel } from "../codes.ts";
import { callbackRequests, type RequestRow, requestKeys } from "../schema.ts";
import { makeRequestKey } from "./request-key.ts";
import { isReachable, type Told, wordsOf } from "./told.ts";
import { mostUrgent, urgencySounded } from "./urgency-words.ts";

/** What is known of somebody who asks to be called back. */
export interface TakenRequest {
  door: Door;
  language: Language;
  relation?: Relation | undefined;
  /** Codes of the taxonomies. */
  topics?: readonly string[] | undefined;
  urgency?: Urgency | undefined;
  told?: Partial<Omit<Told, "windows">> | undefined;
  windows?: Window[] | undefined;
  /** Words that are read for danger and not kept. */
  heard?: string | undefined;
  channel?: RequestChannel | undefined;
  /** Instead of a number or an address. */
  anonymous?: { codeWord: string; agreedAt: Date } | undefined;
}

/**
 * `takeRequest`, as a part of a greater step: takes a request for the actor's helpline, through whatever door it came: seals what was told under a key of its own,
 * raises the urgency where the words are, and audits it as `callback-request.received`. Refuses a topic that is
 * none. Its caller has asked for permission.
 */
export async function takeRequestIn(
  tx: Database,
  ctx: Context,
  { told: given, windows = [], heard = "", anonymous, ...request }: TakenRequest,
): Promise<RequestRow> {
  const topics = [...new Set(request.topics)];
  await requireTopics(tx, topics);
  const told: Told = { phones: [], ...given, windows };
  const id = ctx.newId();
  const { row: key, seal } = await makeRequestKey(ctx, id);
  const row: RequestRow = {
    id,
    participantId: ctx.actor.participantId,
    reference: caseCode(ctx.newId()),
    door: request.door,
    state: "open",
    urgency: mostUrgent(request.urgency ?? "normal", urgencySounded(wordsOf(told)), urgencySounded(heard)),
    language: request.language,
    relation: request.relation ?? null,
    topics,
    channel: request.channel ?? null,
    agreedAt: anonymous?.agreedAt ?? null,
    reachable: isReachable(told),
    sealed: await seal.seal("sealed", JSON.stringify(told)),
    codeWord: anonymous ? await seal.seal("code_word", await hashWord(anonymous.codeWord)) : null,
    codeWordFailures: 0,
    revision: ctx.newId(),
    takenBy: personOf(ctx.actor) ?? null,
    receivedAt: ctx.now(),
    caseId: null,
    endedAt: null,
    endReason: null,
    letGoAt: null,
  };
  await tx.insert(callbackRequests).values(row);
  await tx.insert(requestKeys).values(key);
  await record(tx, ctx, { action: "callback-request.received", subjectId: id, at: row.receivedAt });
  return row;
}

/** Refuses a code that no taxonomy has. */
export async function requireTopics(tx: Database, topics: readonly string[]): Promise<void> {
  if (topics.length === 0) return;
  const unknown = await findUnknownTopics(tx, topics);
  if (unknown.length > 0)
    fail(invalidRequest, {
      errors: unknown.map((topic) => ({
        in: "body",
        pointer: `/topics/${topics.indexOf(topic)}`,
        detail: "must be the code of a taxonomy term",
      })),
    });
}
