import { sql } from "drizzle-orm";
import type { Database } from "../platform/context.ts";
import { rows } from "../platform/database/transact.ts";
import type { Span } from "./segment.ts";

const most = 500;

/** Numbers what was committed; answers how many entries that were. */
export async function sealSome(db: Database): Promise<number> {
  const [done] = await rows<{ sealed: number }>(
    db,
    sql`select handreiking.seal_ledger(${most}::integer) as sealed`,
  );
  return done?.sealed ?? 0;
}

const span = sql.raw(`first::text, last::text, encode(before, 'hex') as before, encode(hash, 'hex') as hash`);

interface SpanText extends Pick<Span, "before" | "hash"> {
  first: string;
  last: string;
}

/** Segments that are not known to be at the target, in order. */
export async function listOpenSegments(db: Database): Promise<Span[]> {
  const open = await rows<SpanText>(db, sql`select ${span} from handreiking.open_segments(100)`);
  return open.map((row) => ({ ...row, first: Number(row.first), last: Number(row.last) }));
}

export async function listTexts(db: Database, first: number): Promise<string[]> {
  const found = await rows<{ text: string }>(
    db,
    sql`select text from handreiking.segment_texts(${first}::bigint)`,
  );
  return found.map(({ text }) => text);
}

/** Writes down whether a segment is at the target. */
export async function markSegment(db: Database, first: number, kept: boolean): Promise<void> {
  await db.execute(sql`select handreiking.mark_segment(${first}::bigint, ${kept}::boolean)`);
}

export interface Head {
  first: number;
  last: number;
  hash: string;
  kept: boolean;
  /** Whether all that was read from the target has been done. */
  whole: boolean;
}

/** How far the database's own ledger reaches. */
export async function findHead(db: Database): Promise<Head | undefined> {
  const [head] = await rows<{ first: string; last: string; hash: string; kept: boolean; whole: boolean }>(
    db,
    sql`select first::text, last::text, encode(hash, 'hex') as hash, kept, whole from handreiking.ledger_head()`,
  );
  return head && { ...head, first: Number(head.first), last: Number(head.last) };
}

export async function listKeptSegments(db: Database): Promise<number[]> {
  const kept = await rows<{ first: string }>(db, sql`select first::text from handreiking.kept_segments()`);
  return kept.map(({ first }) => Number(first));
}

/** Lets go of segments of that age; answers which. */
export async function letGoOfOld(db: Database, days: number): Promise<number[]> {
  const gone = await rows<{ first: string }>(
    db,
    sql`select first::text from handreiking.let_go_of_ledger(${days}::integer)`,
  );
  return gone.map(({ first }) => Number(first));
}
