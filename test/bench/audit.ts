import { execFile } from "node:child_process";
import { promisify } from "node:util";
import postgres from "postgres";
import { sealAudit } from "../../src/audit/index.ts";
import { openPostgres } from "../../src/platform/database/postgres.ts";
import { copyOf, databaseUrl, prepareServer } from "../world/postgres-server.ts";
import { install, join } from "./installation.ts";

const seconds = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  return ((performance.now() - began) / 1000).toFixed(1);
};

/** How long so many entries of one chain take to be sealed from nothing, and to be verified by the command. */
export async function benchAudit(entries: number, write: (line: string) => void): Promise<void> {
  const { server, stop } = await prepareServer();
  const url = await copyOf(server);
  const database = openPostgres(url, 4);
  const owner = postgres(databaseUrl(server.owner, new URL(url).pathname.slice(1)), { max: 1 });
  try {
    const { platform, environment } = await install(
      database.db,
      databaseUrl(server.admin, new URL(url).pathname.slice(1)),
    );
    const { participantId } = await join(platform, { name: "Helplijn", scopes: ["directory:read"] });
    await owner`insert into handreiking.audit_event (id, participant_id, subject_participant_id, actor_kind, actor_id,
        on_behalf_of, actor_roles, operation, action, purpose, subject_id, case_id, at)
      select gen_random_uuid(), ${participantId}, ${participantId}, 'client', gen_random_uuid(), gen_random_uuid(),
        '{counsellor}', 'getContact', 'contact.read', 'helping', person, person, now() - make_interval(secs => n)
      from generate_series(1, ${entries}) as n, lateral (select gen_random_uuid() as person where n > 0) as made`;
    await owner`analyze handreiking.audit_event`;
    write(`${entries} entries: sealed in ${await seconds(() => sealAudit(platform))} s`);
    const verify = () =>
      promisify(execFile)(
        process.execPath,
        [
          "--max-old-space-size=128",
          "src/commands/cli.ts",
          "audit",
          "verify",
          "--participant",
          participantId,
        ],
        { env: { ...process.env, ...environment, DATABASE_URL: url } },
      ).then(({ stdout }) => write(stdout.trim()));
    write(`verified by the command, its start and a heap of 128 MB included, in ${await seconds(verify)} s`);
  } finally {
    await database.close();
    await owner.end();
    await stop();
  }
}
