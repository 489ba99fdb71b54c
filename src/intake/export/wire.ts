import { z } from "@hono/zod-openapi";
import { CaseExport } from "../../handoff/index.ts";
import { appointmentStates, contactChannels, doors, requestEndings } from "../codes.ts";
import { stepDecision, stepName, stepReason } from "../conversations/steps/wire.ts";
import { charted, presentCharted } from "../conversations/wire.ts";
import type {
  AdditionRow,
  AppointmentRow,
  ConversationRow,
  ReportingStepRow,
  RequestRow,
} from "../schema.ts";

const time = (description: string) =>
  z.iso.datetime().openapi({ description, example: "2026-01-05T09:00:00.000Z" });
const words = (description: string) =>
  z.string().openapi({ description, example: "Left the group in March." });

const ExportedRequest = z
  .object({
    receivedAt: time("When it came"),
    door: z.enum(doors).openapi({ description: "How it came", example: "phone" }),
    endedAt: time("When it ended").optional(),
    endReason: z.enum(requestEndings).optional().openapi({ description: "How it ended", example: "talked" }),
  })
  .openapi("ExportedRequest", { description: "That the caller asked to be called back" });

const ExportedAppointment = z
  .object({
    startsAt: time("For when it was planned"),
    endsAt: time("Until when"),
    channel: z.enum(contactChannels).openapi({ description: "How", example: "phone" }),
    state: z.enum(appointmentStates).openapi({ description: "What became of it", example: "held" }),
  })
  .openapi("ExportedAppointment", { description: "When the helpline was to speak with the caller" });

const ExportedConversation = z
  .object({
    startedAt: time("When it began"),
    ...charted,
    note: words("What was written down of it").optional(),
    additions: z
      .array(z.object({ writtenAt: time("When"), text: words("What was added") }))
      .openapi({ description: "What was added afterwards, the oldest first" }),
    steps: z
      .array(
        z.object({
          at: time("When"),
          step: stepName,
          decision: stepDecision,
          reason: stepReason.optional(),
          words: words("The reason in words").optional(),
        }),
      )
      .openapi({ description: "What was decided after danger signs, the oldest first" }),
  })
  .openapi("ExportedConversation", { description: "What was talked about, and what was decided after it" });

export const WholeCase = CaseExport.extend({
  requests: z.array(ExportedRequest).openapi({ description: "By which it began" }),
  appointments: z.array(ExportedAppointment).openapi({ description: "In the order of their times" }),
  conversations: z.array(ExportedConversation).openapi({ description: "The oldest first" }),
}).openapi("WholeCase", {
  description: "All that a case holds of its caller, for the caller (GDPR, article 15)",
});

export const presentRequest = (row: RequestRow): z.input<typeof ExportedRequest> => ({
  receivedAt: row.receivedAt.toISOString(),
  door: row.door,
  ...(row.endedAt && row.endReason && { endedAt: row.endedAt.toISOString(), endReason: row.endReason }),
});

export const presentAppointment = (row: AppointmentRow): z.input<typeof ExportedAppointment> => ({
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  channel: row.channel,
  state: row.state,
});

interface Told {
  note?: string;
  texts: readonly string[];
  additions: readonly AdditionRow[];
  decisions: readonly { step: ReportingStepRow; words: string | undefined }[];
}

export const presentTalk = (
  row: ConversationRow,
  { note, texts, additions, decisions }: Told,
): z.input<typeof ExportedConversation> => ({
  startedAt: row.startedAt.toISOString(),
  ...presentCharted(row),
  ...(note && { note }),
  additions: additions.map(({ writtenAt }, at) => ({
    writtenAt: writtenAt.toISOString(),
    text: texts[at] ?? "",
  })),
  steps: decisions.map(({ step, words: said }) => ({
    at: step.at.toISOString(),
    step: step.step,
    decision: step.decision,
    ...(step.reason && { reason: step.reason }),
    ...(said && { words: said }),
  })),
});
