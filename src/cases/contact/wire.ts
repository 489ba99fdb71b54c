import { z } from "@hono/zod-openapi";
import { personalLine, personalText } from "../../platform/text/text.ts";

export const ContactPhone = z
  .strictObject({
    number: z
      .string()
      .trim()
      .regex(/^\+?[0-9][0-9 ().-]{4,24}$/, "must be a telephone number: digits, with a + in front at most")
      .openapi({ description: "The number, as it is dialed", example: "+31 6 12345678" }),
    note: personalLine(200)
      .optional()
      .openapi({ description: "What to know before dialing it", example: "Shared with her sister" }),
  })
  .openapi("ContactPhone", { description: "A number at which the caller may be reached" });

/** Every field may be left out: a caller may stay anonymous. */
export const Contact = z
  .strictObject({
    name: personalLine(200)
      .optional()
      .openapi({ description: "What the caller is called, or wants to be called", example: "Marije" }),
    phones: z.array(ContactPhone).max(5).default([]).openapi({
      description: "Their numbers, the first one first. Whether and when to dial them is in the safe contact",
    }),
    mail: z
      .email("must be a mail address")
      .max(254)
      .pipe(personalLine(254))
      .optional()
      .openapi({ description: "Their mail address", example: "marije@example.org" }),
    address: personalText(500).optional().openapi({
      description: "Where they can be visited or written to",
      example: "Dorpsstraat 1, 3500 AA Utrecht",
    }),
    notes: personalText(2000)
      .optional()
      .openapi({ description: "What else to know about reaching them", example: "Moves in January" }),
  })
  .openapi("Contact", {
    description:
      "Who the caller is and how they are reached: sealed under the key of the case. A Dutch citizen number (BSN) in it is refused.",
  });
export type Contact = z.output<typeof Contact>;

export const presentContact = (contact: Contact): Contact => ({
  ...(contact.name !== undefined && { name: contact.name }),
  phones: contact.phones.map(({ number, note }) => ({ number, ...(note !== undefined && { note }) })),
  ...(contact.mail !== undefined && { mail: contact.mail }),
  ...(contact.address !== undefined && { address: contact.address }),
  ...(contact.notes !== undefined && { notes: contact.notes }),
});
