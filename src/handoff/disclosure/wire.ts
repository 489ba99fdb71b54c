import { z } from "@hono/zod-openapi";
import { dataCategories } from "../../cases/index.ts";
import { personalLine } from "../../platform/text/text.ts";
import { disclosureMethods } from "../codes.ts";
import { SealedDisclosure } from "./sealed-wire.ts";

const categories = z
  .array(z.enum(dataCategories))
  .min(1)
  .max(dataCategories.length)
  .openapi({
    description: "Which kinds of data are in it: no more than the consent names",
    example: ["contact", "identity"],
  });

export const NewDisclosure = z
  .discriminatedUnion("method", [
    z.strictObject({
      method: z.literal("key").openapi({ description: "Sealed to the recipient's receiving key" }),
      categories,
      sealed: SealedDisclosure,
    }),
    z.strictObject({
      method: z.literal("code").openapi({
        description:
          "Sealed under a one-time code that the counsellor speaks on the telephone: the weaker way, for a recipient without a key. It can be fetched once",
      }),
      categories,
      sealed: SealedDisclosure,
    }),
    z.strictObject({
      method: z.literal("spoken").openapi({
        description: "Told on the telephone, to a partner without a login. Nothing of it is kept here",
      }),
      categories,
      to: z
        .strictObject({
          name: personalLine(200).openapi({ description: "Who is told", example: "Noor de Wit" }),
          function: personalLine(200).openapi({ description: "Their function", example: "intake" }),
        })
        .openapi({ description: "The person at the partner who is told" }),
    }),
  ])
  .openapi("NewDisclosure", { description: "How who the caller is reaches the recipient" });
export type NewDisclosure = z.output<typeof NewDisclosure>;

export const Disclosure = z
  .object({
    id: z.uuid().openapi({
      description: "The referral's id",
      example: "d2f6b8a0-1c3e-4f57-9b8d-7e6a5c4b3f22",
    }),
    method: z.enum(disclosureMethods).openapi({ description: "How it was sealed", example: "key" }),
    categories,
    sealed: SealedDisclosure,
    sealedAt: z.iso.datetime().openapi({ example: "2026-01-12T10:00:00.000Z" }),
  })
  .openapi("Disclosure", {
    description:
      "Who the caller is, for the recipient alone: open it with `openDisclosure` of the client. This service cannot read it",
  });
export type Disclosure = z.input<typeof Disclosure>;
