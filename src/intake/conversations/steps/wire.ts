import { z } from "@hono/zod-openapi";
import { Id, personalText } from "../../../platform/text/text.ts";
import { dangerSigns } from "../../codes.ts";
import type { ConversationRow, ReportingStepRow } from "../../schema.ts";
import { isAcute } from "../danger.ts";
import { decisionsAt, isGoneThrough, stepDecisions, stepNames, stepReasons } from "./rule.ts";
import { sourceUrl, stepTexts } from "./texts.ts";

export const stepName = z.enum(stepNames).openapi({
  description: "The step of the reporting code, in their order",
  example: "consult",
});
export const stepDecision = z.enum(stepDecisions).openapi({
  description: "What was decided at it: one of the step's own decisions, or `not-possible`",
  example: "colleague-consulted",
});
export const stepReason = z.enum(stepReasons).openapi({
  description: "Why: always of `not-possible`, and of what is decided at `weigh` and `decide`",
  example: "signals-clear",
});
export const stepWords = personalText(4000).openapi({
  description: "The reason in words; sealed. A Dutch citizen number (BSN) in it is refused",
  example: "Veilig Thuis advises to wait until she has left the house.",
});

const decided = {
  id: Id.openapi({ example: "5b7d9f1a-3c2e-4a6b-8d4f-7e1c9b3a5d66" }),
  step: stepName,
  decision: stepDecision,
  reason: stepReason.optional(),
  decidedById: Id.openapi({
    description: "The member who decided",
    example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
  }),
  at: z.iso.datetime().openapi({ example: "2026-01-05T09:30:00.000Z" }),
};
export const StepDecision = z
  .object({ ...decided, conversationId: Id.openapi({ example: "2e5b8c1d-4f7a-4d3e-9b6c-8a1f2d4e6b77" }) })
  .openapi("StepDecision", { description: "What was decided at a step; never changed" });
export type StepDecision = z.input<typeof StepDecision>;

const presentDecided = (row: ReportingStepRow) => ({
  id: row.id,
  step: row.step,
  decision: row.decision,
  ...(row.reason && { reason: row.reason }),
  decidedById: row.decidedBy,
  at: row.at.toISOString(),
});

export const presentDecision = (row: ReportingStepRow): StepDecision => ({
  ...presentDecided(row),
  conversationId: row.conversationId,
});

const Step = z
  .object({
    step: stepName,
    number: z.int().openapi({ description: "Its place, from 1", example: 2 }),
    title: z.string().openapi({ example: "Consult a colleague or Veilig Thuis" }),
    guidance: z.string().openapi({
      description: "What the step asks",
      example: "Put it to a colleague or, without a name, to Veilig Thuis.",
    }),
    choices: z.array(stepDecision).openapi({ description: "What can be decided at it" }),
    decisions: z.array(z.object({ ...decided, words: stepWords.optional() })).openapi({
      description: "What was decided at it, the oldest first; the last one stands",
    }),
  })
  .openapi("ReportingCodeStep");

export const StepList = z
  .object({
    conversationId: Id.openapi({ example: "2e5b8c1d-4f7a-4d3e-9b6c-8a1f2d4e6b77" }),
    dangerSigns: z
      .array(z.enum(dangerSigns))
      .openapi({ description: "The signs that opened it", example: ["stalking"] }),
    acute: z.boolean().openapi({ description: "Whether it cannot wait until tomorrow", example: false }),
    dueAt: z.iso.datetime().openapi({ description: "By when", example: "2026-01-06T23:00:00.000Z" }),
    open: z.boolean().openapi({ description: "Whether the last step is still to be decided", example: true }),
    source: z.string().openapi({
      description: "Where the steps are laid down",
      example: "Dutch Decree on the reporting code for domestic violence and child abuse, article 2",
    }),
    sourceUrl: z.string().openapi({ example: sourceUrl }),
    note: z.string().openapi({
      description: "What comes before all steps",
      example: "In immediate danger phone 112 first.",
    }),
    steps: z.array(Step).openapi({ description: "The five steps in their order" }),
  })
  .openapi("StepList", { description: "The five steps of the Dutch reporting code, and what was decided" });
export type StepList = z.input<typeof StepList>;

/** `words`: those of the decisions, in their order. */
export function presentStepList(
  { id, dangerSigns: signs, stepsDueAt, recordedAt }: ConversationRow,
  rows: readonly ReportingStepRow[],
  words: readonly (string | undefined)[],
  language: "nl" | "en",
): StepList {
  const { steps, ...told } = stepTexts[language];
  const decisions = rows.map((row, at) => {
    const said = words[at];
    return { ...presentDecided(row), ...(said && { words: said }) };
  });
  return {
    conversationId: id,
    dangerSigns: signs,
    acute: isAcute(signs),
    dueAt: (stepsDueAt ?? recordedAt).toISOString(),
    open: !isGoneThrough(rows.map(({ step }) => step)),
    source: told.source,
    sourceUrl,
    note: told.note,
    steps: stepNames.map((step, at) => ({
      step,
      number: at + 1,
      title: steps[step].title,
      guidance: steps[step].guidance,
      choices: [...decisionsAt(step)],
      decisions: decisions.filter((decision) => decision.step === step),
    })),
  };
}

export const placeOfWords = (id: string) => ({ table: "reporting_step", column: "sealed", rowId: id });
