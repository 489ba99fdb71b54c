import { z } from "@hono/zod-openapi";
import { given } from "../wire.ts";
import type { CapacityRow } from "./told-capacity.ts";

/** What was told longer ago says nothing of today. */
const goodForDays = 30;

export const availablePlaces = z
  .int()
  .min(0)
  .max(100_000)
  .openapi({ description: "How many people it can take now; 0 when it is full", example: 3 });
export const waitingDays = z
  .int()
  .min(0)
  .max(2000)
  .openapi({ description: "How many days somebody who comes now waits for help", example: 14 });

const told = { availablePlaces: availablePlaces.optional(), waitingDays: waitingDays.optional() };

export const Capacity = z
  .object({
    current: z.boolean().openapi({
      description: `Whether it was told in the last ${goodForDays} days. If not, nobody knows: what was told stands in \`lastTold\` only`,
      example: true,
    }),
    asOf: z.iso.datetime().openapi({ description: "When it was told", example: "2026-01-05T09:00:00.000Z" }),
    ...told,
    lastTold: z.object(told).optional().openapi("LastToldCapacity", {
      description: "What was told when it was last told, too long ago to count on: call and ask",
    }),
  })
  .openapi("ServiceCapacity", { description: "How much room a service has, with its age" });
export type Capacity = z.input<typeof Capacity>;

export function presentCapacity(row: CapacityRow, now: Date): Capacity {
  const told = given({ availablePlaces: row.availablePlaces, waitingDays: row.waitingDays });
  const current = now.getTime() - Date.parse(row.asOf) <= goodForDays * 24 * 60 * 60 * 1000;
  return { current, asOf: row.asOf, ...(current ? told : { lastTold: told }) };
}
