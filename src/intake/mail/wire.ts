import { z } from "@hono/zod-openapi";
import { mailKinds } from "./kind.ts";
import type { AddedMail as Added, MailFrame as Frame } from "./told-by-mail.ts";

const DroppedFile = z
  .object({
    name: z.string().optional().openapi({ description: "What it was called", example: "brief.pdf" }),
    type: z.string().openapi({ description: "What it said that it was", example: "application/pdf" }),
    bytes: z.int().openapi({ description: "How large it was; 0 where that is not known", example: 48213 }),
  })
  .openapi("DroppedFile", { description: "A file of a mail: listed, and kept nowhere" });

const frame = {
  kind: z.enum(mailKinds).openapi({
    description:
      "What the mail seems to be. `unreadable`: it is encrypted or broken, so ask what it said. `too-large`: only its beginning was read. `bounce` and `auto-reply`: a machine may have written it",
    example: "message",
  }),
  quoted: z.string().optional().openapi({
    description: "What it answers, or passes on",
    example: "> Wanneer kunnen wij u bellen?",
  }),
  shortened: z.boolean().openapi({ description: "Whether there was more text than is kept", example: false }),
  attachments: z.array(DroppedFile).openapi({ description: "Its files" }),
};

export const MailFrame = z
  .object(frame)
  .openapi("MailFrame", { description: "What stood around the text of a mail" });

export const AddedMail = z
  .object({
    receivedAt: z.iso.datetime().openapi({ example: "2026-01-06T08:15:00.000Z" }),
    subject: z.string().optional().openapi({ example: "Toch liever niet bellen" }),
    text: z.string().optional().openapi({
      description: "What they wrote",
      example: "Bel alstublieft niet op dit nummer, mijn man neemt op.",
    }),
    ...frame,
  })
  .openapi("AddedMail", { description: "A later mail of the same sender, which answers an earlier one" });

export const presentFrame = (told: Frame): z.input<typeof MailFrame> => ({
  kind: told.kind,
  ...(told.quoted !== undefined && { quoted: told.quoted }),
  shortened: told.shortened,
  attachments: told.attachments.map(({ name, type, bytes }) => ({
    ...(name !== undefined && { name }),
    type,
    bytes,
  })),
});

export const presentAdded = (told: Added): z.input<typeof AddedMail> => ({
  receivedAt: told.receivedAt,
  ...(told.subject !== undefined && { subject: told.subject }),
  ...(told.text !== undefined && { text: told.text }),
  ...presentFrame(told),
});
