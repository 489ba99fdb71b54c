import { z } from "@hono/zod-openapi";
import type { Context } from "../context.ts";
import { fromBase64Url, toBase64Url } from "../keys/crypto.ts";
import { type Fault, fail, invalidRequest } from "./problem.ts";

const encoder = new TextEncoder();

export const PageQuery = z.strictObject({
  pageSize: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(25)
    .openapi({ type: "integer", description: "How many entries a page holds at most", example: 25 }),
  cursor: z.string().max(2000).optional().openapi({
    description: "Where to go on: the nextCursor of the page before, with the same other parameters",
  }),
});

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().optional().openapi({
      description:
        "Asks for the next page; absent on the last one. Good for this caller and these filters only",
    }),
  });

/** The keys of the last entry of a page, in the list's order. */
export type Position = readonly (string | number)[];

/** What a cursor is bound to: who asks, which list, which filters. */
const binding = (ctx: Context, list: string, filters: unknown) => [
  ctx.actor.id,
  ctx.actor.onBehalfOf ?? "",
  list,
  JSON.stringify(filters),
];

/** The position that `cursor` holds; refuses one that was made for another caller, list or filter. */
export async function openCursor(
  ctx: Context,
  list: string,
  filters: unknown,
  cursor: string | undefined,
  place: Pick<Fault, "in" | "pointer"> = { in: "query", pointer: "cursor" },
): Promise<Position | undefined> {
  if (cursor === undefined) return undefined;
  const [payload = "", mac] = cursor.split(".");
  const bytes = fromBase64Url(payload);
  const expected = ctx.secrets.fingerprint("cursor", payload, ...binding(ctx, list, filters));
  if (!bytes || mac !== expected) {
    const detail = "must be the nextCursor of a page of this list, asked for with the same filters";
    return fail(invalidRequest, { errors: [{ ...place, detail }] });
  }
  return JSON.parse(new TextDecoder().decode(bytes)) as Position;
}

/**
 * Cuts rows to a page. `rows` were asked for with one more than `pageSize`, which tells whether there is a next page.
 */
export async function cutPage<Row>(
  ctx: Context,
  list: string,
  filters: unknown,
  pageSize: number,
  rows: readonly Row[],
  positionOf: (row: Row) => Position,
): Promise<{ rows: readonly Row[]; nextCursor?: string }> {
  const kept = rows.slice(0, pageSize);
  const last = kept.at(-1);
  if (rows.length <= pageSize || last === undefined) return { rows: kept };
  const payload = toBase64Url(encoder.encode(JSON.stringify(positionOf(last))));
  const mac = ctx.secrets.fingerprint("cursor", payload, ...binding(ctx, list, filters));
  return { rows: kept, nextCursor: `${payload}.${mac}` };
}
