import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { CodeWord, hashWord } from "../../cases/index.ts";
import { needs, permissionMissing } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { checkRevision, IfMatch, Revised } from "../../platform/http/entity-tag.ts";
import { mergePatch, operation, tagged } from "../../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../../platform/http/problem.ts";
import { Time } from "../../platform/text/text.ts";
import type { RequestRow } from "../schema.ts";
import { permitPerson } from "./may.ts";
import { requestAnonymous, requestEnded, requestNotFound } from "./problems.ts";
import { openRequestSeal } from "./request-key.ts";
import { changeRow, claimLiveRequest, openTold } from "./store.ts";
import { checkAgreed } from "./take-request.ts";
import { requireTopics } from "./take-request-in.ts";
import { isReachable, type Told, wordsOf } from "./told.ts";
import { mostUrgent, urgencySounded } from "./urgency-words.ts";
import {
  CallbackRequestInFull,
  channel,
  codeFields,
  contactFields,
  presentRequest,
  presentTold,
  RequestPath,
} from "./wire.ts";

const RequestChange = z
  .strictObject({
    language: codeFields.language.optional(),
    relation: codeFields.relation.unwrap().nullish(),
    topics: codeFields.topics.optional(),
    channel: channel.nullish(),
    name: contactFields.name.nullish(),
    phones: contactFields.phones.optional(),
    mail: contactFields.mail.nullish(),
    reach: contactFields.reach.nullish(),
    windows: contactFields.windows.optional(),
    text: contactFields.text.nullish(),
    anonymous: z
      .strictObject({
        word: CodeWord.shape.word.optional(),
        agreedAt: Time.optional().openapi({
          description: "When they make contact again themselves",
          example: "2026-01-06T14:00:00Z",
        }),
      })
      .nullish()
      .openapi({
        description:
          "A new code word, which is counted anew, or another agreed time; null takes both away. The first time takes both",
      }),
  })
  .openapi("RequestChange");
type RequestChange = z.output<typeof RequestChange>;

const route = createRoute({
  operationId: "changeRequest",
  method: "patch",
  path: "/callback-requests/{requestId}",
  tags: ["Callback requests"],
  summary: "Correct a request",
  description:
    "What was misheard or told later, as a merge patch: what is left out stays, null takes away. Words of danger raise the urgency here too; raiseUrgency raises it by hand.",
  security: needs("requests"),
  request: {
    params: RequestPath,
    headers: IfMatch,
    body: mergePatch(RequestChange, "What is to be otherwise"),
  },
  responses: {
    200: tagged(CallbackRequestInFull, "The request"),
    ...problems(requestNotFound, requestEnded, requestAnonymous, permissionMissing),
  },
});

export function changeRequest(ctx: Context, requestId: string, change: RequestChange, ifMatch: string) {
  permitPerson(ctx);
  return transact(ctx, async (tx) => {
    const row = await claimLiveRequest(tx, ctx, requestId);
    checkRevision(ifMatch, row.revision);
    if (change.topics) await requireTopics(tx, change.topics);
    const told = withChanges(await openTold(tx, ctx, row), change);
    const anonymous = await anonymousPart(tx, ctx, row, change.anonymous);
    const reachable = isReachable(told);
    if (reachable && (anonymous.agreedAt ?? row.agreedAt) && anonymous.agreedAt !== null)
      fail(requestAnonymous);
    const seal = await openRequestSeal(tx, ctx, row.id);
    const changed = await changeRow(tx, ctx, row, {
      language: change.language ?? row.language,
      relation: otherwise(change.relation, row.relation),
      topics: change.topics ? [...new Set(change.topics)] : row.topics,
      channel: otherwise(change.channel, row.channel),
      urgency: mostUrgent(row.urgency, urgencySounded(wordsOf(told))),
      reachable,
      sealed: await seal.seal("sealed", JSON.stringify(told)),
      ...anonymous,
    });
    await record(tx, ctx, { action: "callback-request.changed", subjectId: row.id });
    return new Revised({ ...presentRequest(changed), told: presentTold(told) }, changed.revision);
  });
}

/** As a merge patch has it: null takes away, nothing leaves it. */
const otherwise = <T>(wanted: T | null | undefined, before: T | null): T | null =>
  wanted === undefined ? before : wanted;

function withChanges(told: Told, { phones, windows, ...change }: RequestChange): Told {
  const { name, mail, reach, text } = change;
  return {
    ...told,
    name: otherwise(name, told.name ?? null) ?? undefined,
    phones: phones ?? told.phones,
    mail: otherwise(mail, told.mail ?? null) ?? undefined,
    reach: otherwise(reach, told.reach ?? null) ?? undefined,
    windows: windows ?? told.windows,
    text: otherwise(text, told.text ?? null) ?? undefined,
  };
}

type AnonymousPart = Partial<Pick<RequestRow, "agreedAt" | "codeWord" | "codeWordFailures">>;

async function anonymousPart(
  tx: Database,
  ctx: Context,
  row: RequestRow,
  wanted: RequestChange["anonymous"],
): Promise<AnonymousPart> {
  if (wanted === undefined) return {};
  if (wanted === null) return { agreedAt: null, codeWord: null, codeWordFailures: 0 };
  const { word, agreedAt } = wanted;
  if (!row.codeWord && (word === undefined || agreedAt === undefined)) {
    const detail = "must hold both a word and an agreed time, for there are none yet";
    return fail(invalidRequest, { errors: [{ in: "body", pointer: "/anonymous", detail }] });
  }
  const seal = await openRequestSeal(tx, ctx, row.id);
  return {
    ...(agreedAt !== undefined && { agreedAt: checkAgreed(ctx, agreedAt) }),
    ...(word !== undefined && {
      codeWord: await seal.seal("code_word", await hashWord(word)),
      codeWordFailures: 0,
    }),
  };
}

export default operation(route, (ctx, { params, body, ifMatch }) =>
  changeRequest(ctx, params.requestId, body, ifMatch),
);
