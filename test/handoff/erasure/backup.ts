import { readFileSync } from "node:fs";
import { inject } from "vitest";
import { openEmbedded } from "../../../src/platform/embedded.ts";
import { type OpenDatabase, openPostgres } from "../../../src/platform/postgres.ts";
import { closeOwners, type TestDatabase } from "../../database.ts";
import { copyOf } from "../../postgres-server.ts";

interface Backup {
  /** What goes on, and what was restored from before. */
  live: OpenDatabase;
  restored: OpenDatabase;
}

/** A database of one's own; backing it up ends its connections. */
export async function databaseToBackUp(): Promise<TestDatabase & { backUp(): Promise<Backup> }> {
  const server = inject("server");
  if (!server) {
    const live = await openEmbedded(undefined, new Blob([readFileSync(inject("snapshot") ?? "")]));
    return {
      ...live,
      backUp: async () => ({ live, restored: await openEmbedded(undefined, await live.dump()) }),
    };
  }
  const url = await copyOf(server);
  const opened = openPostgres(url, 4);
  return {
    ...opened,
    url,
    async backUp() {
      await opened.close();
      await closeOwners(url);
      const backup = await copyOf(server, new URL(url).pathname.slice(1));
      return { live: openPostgres(url, 4), restored: openPostgres(backup, 4) };
    },
  };
}
