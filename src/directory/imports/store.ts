import { and, asc, desc, eq, gt, ne, sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { directoryImports, importFindings, importParts } from "../schema.ts";

/** An import that has arrived whole. */
export async function findImport(tx: Database, importId: string) {
  const [found] = await tx
    .select()
    .from(directoryImports)
    .where(and(eq(directoryImports.id, importId), ne(directoryImports.state, "receiving")));
  return found;
}

/** Imports that have arrived whole, the latest first, after `position`. */
export const listImportRows = (tx: Database, position: Position | undefined, limit: number) =>
  tx
    .select()
    .from(directoryImports)
    .where(
      and(
        ne(directoryImports.state, "receiving"),
        position &&
          sql`(${directoryImports.receivedAt}, ${directoryImports.id}) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
      ),
    )
    .orderBy(desc(directoryImports.receivedAt), desc(directoryImports.id))
    .limit(limit);

export const listFindingRows = (
  tx: Database,
  importId: string,
  position: Position | undefined,
  limit: number,
) =>
  tx
    .select()
    .from(importFindings)
    .where(
      and(eq(importFindings.importId, importId), position && gt(importFindings.place, Number(position[0]))),
    )
    .orderBy(asc(importFindings.place))
    .limit(limit);

/** What was sent, piece by piece. */
export async function* readParts(tx: Database, importId: string): AsyncGenerator<Uint8Array> {
  for (let place = 0; ; place++) {
    const [part] = await tx
      .select({ bytes: importParts.bytes })
      .from(importParts)
      .where(and(eq(importParts.importId, importId), eq(importParts.place, place)));
    if (!part) return;
    yield part.bytes;
  }
}

export const dropParts = (tx: Database, importId: string) =>
  tx.delete(importParts).where(eq(importParts.importId, importId));
