import { z } from "@hono/zod-openapi";
import type { Claimed as Claim, Claims } from "./claims.ts";
import { mailKinds } from "./kind.ts";
import type { AddedMail as Added, MailFrame as Frame } from "./told-by-mail.ts";

const DroppedFile = z
  .object({
    name: z.string().optional().openapi({ description: "What it was called", example: "brief.pdf" }),
    type: z.string().openapi({ description: "What it said that it was", example: "application/pdf" }),
    text: z.string().optional().openapi({
      description:
        "What it says, where it is a text, a page, a calendar entry or a mail; of long ones the beginning",
      example: "[05-01 21:14] Mark: kom naar huis",
    }),
    bytes: z.int().openapi({ description: "How large it was; 0 where that is not known", example: 48213 }),
  })
  .openapi("DroppedFile", {
    description: "A file of a mail: listed; of a file of text its words are kept, of others nothing",
  });

const Claimed = z
  .object({
    name: z.string().optional().openapi({ example: "Marije de Vries" }),
    address: z.string().openapi({ example: "marije@example.org" }),
  })
  .openapi("Claimed", { description: "Somebody as a mail names them" });

const MailClaims = z
  .object({
    from: Claimed.optional().openapi({ description: "Its `From`" }),
    replyTo: z
      .array(Claimed)
      .optional()
      .openapi({ description: "Its `Reply-To`: where it wants its answer" }),
    sender: Claimed.optional().openapi({ description: "Its `Sender`: who sent it for another" }),
    differ: z.boolean().openapi({
      description:
        "Whether it names more than one address. Take care: an answer may reach somebody else than who wrote, also whoever they fear",
      example: false,
    }),
  })
  .openapi("MailClaims", {
    description:
      "From whom a mail says that it comes. Anybody can write any of it, so none is a contact until you checked it with the caller and put it in yourself",
  });

const frame = {
  kind: z.enum(mailKinds).openapi({
    description:
      "What the mail seems to be. `unreadable`: it is encrypted or broken, so ask what it said. `too-large`: only its beginning was read. `bounce` and `auto-reply`: a machine may have written it",
    example: "message",
  }),
  claims: MailClaims.optional(),
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

const presentClaimed = ({ name, address }: Claim): z.input<typeof Claimed> => ({
  ...(name !== undefined && { name }),
  address,
});

const presentClaims = ({ from, replyTo, sender, differ }: Claims): z.input<typeof MailClaims> => ({
  ...(from && { from: presentClaimed(from) }),
  ...(replyTo && { replyTo: replyTo.map(presentClaimed) }),
  ...(sender && { sender: presentClaimed(sender) }),
  differ,
});

export const presentFrame = (told: Frame): z.input<typeof MailFrame> => ({
  kind: told.kind,
  ...(told.claims && { claims: presentClaims(told.claims) }),
  ...(told.quoted !== undefined && { quoted: told.quoted }),
  shortened: told.shortened,
  attachments: told.attachments.map(({ name, type, bytes, text }) => ({
    ...(name !== undefined && { name }),
    type,
    bytes,
    ...(text !== undefined && { text }),
  })),
});

export const presentAdded = (told: Added): z.input<typeof AddedMail> => ({
  receivedAt: told.receivedAt,
  ...(told.subject !== undefined && { subject: told.subject }),
  ...(told.text !== undefined && { text: told.text }),
  ...presentFrame(told),
});
