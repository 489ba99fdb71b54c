import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { tickAt } from "../handoff/clock/ticking.ts";
import { consentTerms, later, makeReferral } from "../handoff/make.ts";
import { askAsOwner, ownDatabase, type TestDatabase } from "../world/database.ts";
import { databaseUrl } from "../world/postgres-server.ts";
import { createWorld, type World } from "../world/world.ts";

/** What both parties of a referral have in common: whoever moves it locks that. */
const shared = ["referral", "obligation", "disclosure", "contact_confirmation", "disclosure_key"];

/** Every row that is the sender's, by the table that holds it. */
async function rowsOf(database: TestDatabase, sender: string): Promise<string[]> {
  const tables = await askAsOwner<{ name: string; owner: string }>(
    database,
    `select format('%I.%I', table_schema, table_name) as name,
        case when table_name = 'participant' then 'id' else column_name end as owner
      from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema in ('handreiking', 'keys') and table_type = 'BASE TABLE'
        and table_name not in (${shared.map((name) => `'${name}'`).join()})
        and (column_name = 'participant_id' or table_name = 'participant' and column_name = 'id')
      order by 1`,
  );
  return tables.map(({ name, owner }) => `select from ${name} where ${owner} = '${sender}' for update`);
}

/** Holds what `statements` lock until it is let go of, on a connection of its own. */
async function hold({ url = "" }: TestDatabase, statements: readonly string[]): Promise<() => Promise<void>> {
  const server = inject("server");
  if (!server) throw new Error("no server was started");
  const connection = postgres(databaseUrl(server.admin, new URL(url).pathname.slice(1)), { max: 1 });
  await connection.unsafe("begin");
  for (const statement of statements) await connection.unsafe(statement);
  return async () => {
    await connection.unsafe("rollback");
    await connection.end();
  };
}

/** What a recipient does, each with a referral in the state that it takes. */
async function everyMove(world: World) {
  const noor = world.as(world.noor);
  const made = async (state: Parameters<typeof makeReferral>[1]) => makeReferral(world, state);
  const named = { name: "Noor de Wit", contact: "030-1234567" };
  const reason = { reason: "no-capacity" };
  const acknowledged = await made("offered");
  const accepted = await made("offered");
  const declined = await Promise.all(
    (["offered", "acknowledged", "accepted", "scheduled"] as const).map(made),
  );
  const proposing = await made("accepted");
  const fetching = await made("scheduled");
  const owing = await made("scheduled");
  await noor.get(`${owing.path}/disclosure`);
  await world.as(world.eva).post(`/consents/${owing.consentId}/withdrawal`);
  const missing = await made("scheduled");
  const connecting = await made("scheduled");
  world.clock.time = later(world, { days: 1, hours: 2 });
  await world.as(world.eva).post(`${connecting.path}/contact-confirmation`, { confirmedBy: "counsellor" });
  const completing = await made("connected");
  const feedback = { ...consentTerms, purpose: "feedback", textVersion: "feedback-2026.1" };
  await world
    .as(world.eva)
    .post(`/cases/${completing.caseId}/consents`, { ...feedback, recipientId: world.bridge.id });
  const questions = declined.map(({ questionId }) => questionId);
  const moves: [string, () => Promise<{ status: number; body: unknown }>][] = [
    ["acknowledges", () => noor.post(`${acknowledged.path}/acknowledgement`, { function: "intake" })],
    ["accepts", () => noor.post(`${accepted.path}/acceptance`, named)],
    ...declined.map(({ path }, index): (typeof moves)[number] => [
      `declines (${index})`,
      () => noor.post(`${path}/declination`, reason),
    ]),
    [
      "proposes times",
      () =>
        noor.put(`${proposing.path}/proposed-times`, { times: [later(world, { days: 2 }).toISOString()] }),
    ],
    ["fetches", () => noor.get(`${fetching.path}/disclosure`)],
    ["says that it was missed", () => noor.post(`${missing.path}/missed-introductions`)],
    ["confirms", () => noor.post(`${connecting.path}/contact-confirmation`, { confirmedBy: "partner" })],
    ["says what came of it", () => noor.post(`${completing.path}/outcome`, { outcome: "helped" })],
    [
      "answers for what it owes",
      () => noor.post(`/obligations/${owing.id}/fulfilment`, { endedAs: "deleted", function: "intake" }),
    ],
  ];
  return { moves, questions };
}

test("a recipient's move waits for no lock of the sender's rows, and the sender's question is told of it all the same", async () => {
  const world = await createWorld(await ownDatabase());
  const { moves, questions } = await everyMove(world);
  const release = await hold(world.database, await rowsOf(world.database, world.helpline.id));
  const waited: string[] = [];
  const answered: unknown[] = [];
  for (const [what, move] of moves) {
    const patience = new Promise<undefined>((resolve) => setTimeout(resolve, 2_000, undefined));
    const got = await Promise.race([move(), patience]);
    if (!got) waited.push(what);
    else if (got.status !== 200) answered.push([what, got.status, got.body]);
  }
  await release();
  expect({ waited, answered }).toEqual({ waited: [], answered: [] });
  const planned = () =>
    askAsOwner<{ action: string | null }>(
      world.database,
      `select next_action as action from handreiking.help_question
        where id in (${questions.map((id) => `'${id}'`).join()})`,
    );
  await tickAt(world);
  expect(await planned()).toEqual(questions.map(() => ({ action: "referral-declined" })));
});
