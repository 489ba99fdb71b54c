import { z } from "@hono/zod-openapi";

export const WebForm = z
  .strictObject({
    open: z.boolean().openapi({
      description: "Whether requests are taken from your helpline's web form",
      example: true,
    }),
  })
  .openapi("WebForm", { description: "The web form of your own helpline" });
export type WebForm = z.output<typeof WebForm>;
