import { setTimeout } from "node:timers/promises";
import postgres from "postgres";
import { expect, inject } from "vitest";
import { tick } from "../../src/handoff/index.ts";
import { databaseUrl, freePort } from "../world/postgres-server.ts";
import { test, type World } from "../world/world.ts";
import { killableService } from "./kill/killable.ts";
import { type Book, play } from "./kill/play.ts";

const rounds = Number(process.env.KILLS ?? 2);
const lanes = 6;

/** Looks at everything, and waits until what the killed process had open is gone. */
function openSuperuser(world: World) {
  const name = new URL(world.database.url ?? "").pathname.slice(1);
  const sql = postgres(databaseUrl(inject("server")?.admin ?? "", name), { max: 1, onnotice: () => {} });
  const settled = async () => {
    for (let open = 1; open > 0; await setTimeout(20)) {
      const [found] = await sql`select count(*)::int as open from pg_stat_activity
        where datname = ${name} and pid <> pg_backend_pid() and state <> 'idle'`;
      open = found?.open ?? 0;
    }
  };
  return { sql, settled };
}

const path = ["draft", "offered", "acknowledged", "accepted", "withdrawn"];

/** Each move has its one audit entry and its events, and nothing stands that has not both. */
async function expectWhole(sql: postgres.Sql, helplineId: string, book: Book): Promise<void> {
  const found = await sql`select referral.id, state, move_id,
      array(select action from handreiking.audit_event where subject_id = referral.id
        and action like 'referral.%'
        and action not in ('referral.nudged', 'referral.due', 'referral.overdue') order by at) as entries,
      (select count(*)::int from handreiking.event where move_id = referral.move_id) as told,
      exists (select from handreiking.audit_event where id = referral.move_id
        and action = 'referral.' || last_step) as recorded,
      array(select action from handreiking.audit_event where subject_id = referral.id
        and action in ('referral.nudged', 'referral.due', 'referral.overdue') order by action) as urged,
      array(select type from handreiking.event where subject_id = referral.id
        and type in ('referral.nudged', 'referral.due', 'referral.overdue') order by type) as urges
    from handreiking.referral where sender_id = ${helplineId}`;
  for (const { id, state, entries, told, recorded, urged, urges } of found) {
    const known = book.referrals.get(id);
    if (known) expect([known.told, known.asked]).toContain(state);
    const moves = path.slice(0, path.indexOf(state) + 1).map((step) => (step === "draft" ? "drafted" : step));
    expect(entries, id).toEqual(moves.map((move) => `referral.${move}`));
    expect({ told, recorded }).toEqual({ told: state === "draft" ? 1 : 2, recorded: true });
    expect(urged).toEqual(urges);
  }
  const ids = new Set(found.map(({ id }) => id));
  for (const id of book.referrals.keys()) expect(ids).toContain(id);
  const orphans = await sql`select record_id from handreiking.idempotency_record as kept
    where participant_id = ${helplineId} and not exists (
      select id from handreiking.referral where id = record_id
      union all select id from handreiking."case" where id = record_id
      union all select id from handreiking.consent where id = record_id
      union all select id from handreiking.help_question where id = record_id)`;
  expect(orphans).toHaveLength(0);
}

test(`killed ${rounds} times amid a network at work, it loses nothing that it answered, leaves nothing half, and goes on`, {
  timeout: 60_000 + rounds * 30_000,
}, async ({ world }) => {
  const { sql, settled } = openSuperuser(world);
  const service = killableService(world, await freePort());
  const book: Book = { cases: new Set(), referrals: new Map() };
  const playing = { over: false };
  await service.start();
  const players = Promise.all(Array.from({ length: lanes }, () => play(world, service, book, playing)));
  try {
    for (let round = 0; round < rounds; round++) {
      await Promise.race([setTimeout(200 + Math.random() * 1_500), players]);
      await service.kill();
      await settled();
      await expectWhole(sql, world.helpline.id, book);
      await service.start();
    }
    playing.over = true;
    await players;
  } finally {
    await service.kill();
  }
  await settled();

  for (const entry of book.referrals.values()) entry.asked = entry.told;
  await expectWhole(sql, world.helpline.id, book);
  // What was asked again was not done again.
  const [made] = await sql`select count(*)::int as cases from handreiking."case"
    where participant_id = ${world.helpline.id}`;
  expect(made?.cases).toBe(book.cases.size);
  const [referrals] = await sql`select count(*)::int as n from handreiking.referral
    where sender_id = ${world.helpline.id}`;
  expect(referrals?.n).toBe(book.referrals.size);
  expect(book.referrals.size).toBeGreaterThan(rounds);

  // The clock takes up whatever it was killed amid.
  const now = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000);
  await tick({ ...world.platform, now: () => now });
  const waiting = await sql`select id from handreiking.referral
    where sender_id = ${world.helpline.id} and wake_at <= ${now}`;
  expect(waiting).toHaveLength(0);
  await expectWhole(sql, world.helpline.id, book);
  await sql.end();
});
