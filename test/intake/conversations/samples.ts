import type { Sample, Sampling } from "../../all-operations/samples.ts";
import { openQuestion } from "../../handoff/make.ts";
import type { Person, World } from "../../world/world.ts";
import { makeOverdue, nameIn, talk, today } from "./make.ts";

const on = (make: (world: World, by: Person) => Promise<Sample>): Sampling => ({ side: "helpline", make });
const helpliner = (world: World) => world.member(world.helpline, "counsellor");

const onConversation = (part: string, method: string, body?: Record<string, unknown>): Sampling =>
  on(async (world, by) => {
    const id = await talk(world, (await openQuestion(world, by)).caseId, by);
    return { method, path: `/conversations/${id}${part}`, named: id, ...(body && { body }) };
  });

const onQuestion = (part: string): Sampling =>
  on(async (world, by) => {
    const { questionId } = await openQuestion(world, by);
    return { method: "GET", path: `/help-questions/${questionId}${part}`, named: questionId };
  });

const onCase = (part: string): Sampling =>
  on(async (world, by) => {
    const { caseId } = await openQuestion(world, by);
    return { method: "GET", path: `/cases/${caseId}${part}`, named: caseId };
  });

/** A case that a colleague handed over to whoever asks. */
const onHandOver = (part: string): Sampling =>
  on(async (world, by) => {
    const colleague = await helpliner(world);
    const { caseId } = await openQuestion(world, colleague);
    const body = { toId: by.memberId, reason: "workload" };
    const { body: given } = await world.as(colleague).post(`/cases/${caseId}/hand-overs`, body);
    return { method: "POST", path: `/hand-overs/${given.id}/${part}`, named: given.id };
  });

const leave = async (world: World, memberId: string | undefined) => ({
  memberId,
  coveredById: (await helpliner(world)).memberId,
  from: today(world),
  until: today(world, 10),
});

/** One right request for every operation on conversations, help questions and who sees to a case. */
export const conversationSamples: Record<string, Sampling> = {
  recordConversation: on(async (world, by) => {
    const { caseId } = await openQuestion(world, by);
    const body = { channel: "phone", minutes: 20, outcome: "listened" };
    return { method: "POST", path: `/cases/${caseId}/conversations`, body, named: caseId };
  }),
  listConversations: onCase("/conversations"),
  getConversation: onConversation("", "GET"),
  addToConversation: onConversation("/additions", "POST", { text: "She called again." }),
  getStepList: onConversation("/step-list?language=en", "GET"),
  recordStep: onConversation("/steps", "POST", { step: "map-signals", decision: "signals-mapped" }),
  listHelpQuestions: onCase("/help-questions"),
  getHelpQuestion: onQuestion(""),
  suggestServicesForQuestion: onQuestion("/suggested-services"),
  assignHelpQuestion: on(async (world, by) => {
    const { caseId, questionId } = await openQuestion(world, by);
    const ilse = await helpliner(world);
    await nameIn(world, caseId, [ilse], by);
    const body = { ownerId: ilse.memberId };
    const path = `/help-questions/${questionId}/owner`;
    return { method: "PUT", path, body, named: questionId, subject: questionId };
  }),
  handOverCase: on(async (world, by) => {
    const { caseId } = await openQuestion(world, by);
    const body = { toId: (await helpliner(world)).memberId, reason: "workload" };
    return { method: "POST", path: `/cases/${caseId}/hand-overs`, body, named: caseId, subject: caseId };
  }),
  acceptHandOver: onHandOver("acceptance"),
  returnCase: onHandOver("return"),
  arrangeCover: on(async (world, by) => ({
    method: "POST",
    path: "/covers",
    body: await leave(world, by.memberId),
  })),
  listCovers: on(async () => ({ method: "GET", path: "/covers" })),
  endCover: on(async (world, by) => {
    const { body } = await world.as(by).post("/covers", await leave(world, by.memberId));
    return { method: "POST", path: `/covers/${body.id}/end`, named: body.id };
  }),
  getOverdueReferral: on(async (world) => {
    const { id } = await makeOverdue(world);
    return { method: "GET", path: `/overdue-referrals/${id}` };
  }),
};
