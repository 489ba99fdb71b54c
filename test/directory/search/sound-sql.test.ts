import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { soundIn } from "../../../src/directory/search/sound-sql.ts";
import { soundOf } from "../../../src/directory/search/sounds.ts";
import { rows } from "../../../src/platform/database/transact.ts";
import { sharingTest as test } from "../../world/world.ts";

test("the database hears every word of the directory as the pure rules do", async ({ world }) => {
  const words = await rows<{ word: string; sound: string }>(
    world.platform.db,
    sql`select word, ${soundIn("word")} as sound from handreiking.search_word`,
  );
  expect(words.length).toBeGreaterThan(500);
  for (const { word, sound } of words) expect(sound, word).toBe(soundOf(word));
});
