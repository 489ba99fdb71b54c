import postgres from "postgres";
import { drizzle } from "drizzle-orm/postgres-js";
import { prepareServer, copyOf, databaseUrl } from "./postgres-server.ts";
import { fillDirectory, someService } from "./bench/directory.ts";
import { install } from "./bench/installation.ts";
import { questionsAbout, questionNames } from "./bench/questions.ts";
import { record } from "./bench/recorder.ts";
import { startServer } from "./bench/processes.ts";
import { caller } from "./bench/caller.ts";
import { driveClosed } from "./bench/load.ts";
import { openPostgres } from "../src/platform/postgres.ts";
const { server, stop } = await prepareServer();
const url = await copyOf(server);
const c = postgres(databaseUrl(server.admin, new URL(url).pathname.slice(1)), { max: 1, onnotice: () => {} });
await fillDirectory(drizzle(c) as never, 2000); await c.end();
const db = openPostgres(url, 2);
const { platform, token, environment } = await install(db.db);
const id = await someService(db.db);
for (const q of questionNames) {
  const { method, path, body } = questionsAbout(id)[q].question;
  const st = await record(platform, url, new Request(new URL(path, platform.signing.issuer), { method, headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, ...(body && { body }) }));
  const out: string[] = [];
  for (const kind of ["service", "bare"] as const) {
    const s = await startServer({ kind, environment: { ...environment, DATABASE_URL: url }, statements: st });
    const ask = caller(s.url, kind === "service" ? token : undefined);
    const qn = { method, path: kind === "service" ? path : "/", ...(body && { body }) };
    await driveClosed(() => ask(qn), 8, 1.5);
    const a = await s.usage(); let n = 0; const t = performance.now();
    await Promise.all(Array.from({ length: 8 }, async () => { while (performance.now() - t < 3000) { await ask(qn); n++; } }));
    const b = await s.usage();
    out.push(`${kind} ${(n / 3).toFixed(0)}/s cpu ${((b.processor - a.processor) / n).toFixed(3)} ms rss ${b.megabytes}`);
    await s.stop();
  }
  console.log(q, out.join(" | "));
}
await db.close(); await stop();
