import { type SQL, sql } from "drizzle-orm";
import { sounds } from "./sounds.ts";

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The same as `soundOf`, of an expression. */
export const soundIn = (word: string): SQL =>
  sql.raw(
    sounds.reduce(
      (heard, [pattern, sound]) =>
        `regexp_replace(${heard}, ${literal(pattern)}, ${literal(sound.replace("$", "\\"))}, 'g')`,
      word,
    ),
  );
