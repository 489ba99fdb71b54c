import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { openEmbedded } from "../../src/platform/database/embedded.ts";
import { seed } from "../setup/seed.ts";
import { caller } from "./caller.ts";
import { fillDirectory, someService } from "./directory.ts";
import { type Installation, install } from "./installation.ts";
import { driveClosed, type Load, median, middleOf } from "./load.ts";
import { startServer } from "./processes.ts";
import { type QuestionName, questionNames, questionsAbout } from "./questions.ts";

const callers = [1, 8];
const rounds = 3;
const seconds = 1.5;

export interface EmbeddedRow {
  services: number;
  /** Milliseconds from the start of the process to its first answer. */
  restart: number;
  question: QuestionName;
  callers: number;
  service: Load;
  /** Resident. */
  megabytes: number;
}

/** The service over its embedded database: how soon a restarted one answers, and how fast it goes on. */
export async function benchEmbedded(services: number): Promise<EmbeddedRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "handreiking-"));
  try {
    const database = await openEmbedded(folder);
    await seed(database.db);
    const installation = await install(database.db);
    await database.db.execute(sql`reset role`);
    await fillDirectory(database.db, services);
    const id = await someService(database.db);
    await database.close();
    return await measure(installation, folder, services, id);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure({ environment, token }: Installation, folder: string, services: number, id: string) {
  const order = {
    kind: "service" as const,
    environment: { ...environment, DATA_DIR: folder },
    statements: [],
  };
  const questions = questionsAbout(id);
  const restarts: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const server = await startServer(order);
    await caller(server.url, token)(questions.rare.question);
    restarts.push(performance.now() - started);
    await server.stop();
  }
  const server = await startServer(order);
  const ask = caller(server.url, token);
  const measured: EmbeddedRow[] = [];
  for (const question of questionNames)
    for (const count of callers) {
      const loads: Load[] = [];
      for (let round = 0; round < rounds; round++)
        loads.push(await driveClosed(() => ask(questions[question].question), count, seconds));
      measured.push({
        ...{ services, restart: median(restarts), question, callers: count },
        ...{ service: middleOf(loads), megabytes: (await server.usage()).megabytes },
      });
    }
  await server.stop();
  return measured;
}
