import { describe, expect } from "vitest";
import { releaseStatistics } from "../../../src/signals/index.ts";
import { asParticipant, outcome } from "../../walls/raw.ts";
import { askAsOwner } from "../../world/database.ts";
import { test, type World } from "../../world/world.ts";
import { fillYear } from "./fill.ts";

type Cell = { at: string[]; count?: number };
type Table = { name: string; cells: Cell[] };

const cellOf = (tables: Table[], name: string, ...at: string[]) =>
  tables.find((table) => table.name === name)?.cells.find((cell) => cell.at.join() === at.join());
const countOf = (tables: Table[], name: string, ...at: string[]) => cellOf(tables, name, ...at)?.count;

async function withYear(world: World) {
  await fillYear(world);
  return world.as(await world.member(world.helpline, "coordinator"));
}

test("a year is counted by its own rows, protected, frozen and signed", async ({ world }) => {
  const coordinator = await withYear(world);
  const preview = (await coordinator.get("/statistics-preview?year=2025")).body;
  const { status, body } = await coordinator.post("/statistics-releases", { year: 2025 });
  expect(status).toBe(201);
  expect(body).toMatchObject({ year: 2025, number: 1, tables: preview.tables });
  expect(body.published).toBe(preview.published);
  const { tables } = body;
  // 60 cases: 40 harmed, 17 relatives, 3 professionals; the three are withheld, and so is what would tell them.
  expect(countOf(tables, "cases-by-relation", "all")).toBe(60);
  expect(countOf(tables, "cases-by-relation", "professional")).toBeUndefined();
  expect(countOf(tables, "cases-by-relation", "relative")).toBeUndefined();
  expect(countOf(tables, "cases-by-relation", "harmed")).toBe(40);
  // 45 of them were charted: 30 coercion and fraud, 15 violence.
  expect(countOf(tables, "cases-by-charting", "charted")).toBe(45);
  expect(countOf(tables, "cases-by-kind", "psychological-abuse")).toBe(30);
  expect(countOf(tables, "cases-by-kind", "financial-abuse")).toBe(30);
  expect(countOf(tables, "cases-by-kind", "violence")).toBe(15);
  expect(countOf(tables, "cases-by-kind", "child-abuse")).toBe(0);
  // 31 signals count, on 31 movements of which one was merged into another.
  expect(countOf(tables, "signals-by-kind", "all", "all")).toBe(31);
  expect(countOf(tables, "movements-by-kind", "all", "all")).toBe(30);
  expect(countOf(tables, "movements-by-kind", "belief", "religious")).toBe(30);
  expect(countOf(tables, "cases-by-nature", "all", "all")).toBe(45);
  expect(countOf(tables, "cases-by-nature", "possibly-criminal", "psychological")).toBe(20);
  expect(countOf(tables, "help-questions", "care", "answered")).toBe(40);
  expect(countOf(tables, "help-questions", "legal", "open")).toBe(20);
  expect(countOf(tables, "requests-by-door", "phone")).toBe(50);
  expect(countOf(tables, "waiting-times", "within-three-days", "normal")).toBe(20);
  expect(countOf(tables, "waiting-times", "not-spoken", "raised")).toBe(30);
  expect(countOf(tables, "handoffs", "all", "all")).toBe(0);

  const read = (await coordinator.get(`/statistics-releases/${body.id}`)).body;
  expect(read).toEqual(body);
  const claims = await world.platform.signing.verify(body.statement, { typ: "statistics-release+jwt" });
  expect(claims).toMatchObject({ sub: world.helpline.id, year: 2025, number: 1, jti: body.id });
  expect(claims.tables).toEqual(body.tables);
  expect(await world.audited(world.helpline.id, body.id)).toEqual(["statistics.released"]);

  const csv = await coordinator.get(`/statistics-releases/${body.id}/export`, { accept: "text/csv" });
  expect(csv.headers.get("content-disposition")).toBe('attachment; filename="statistics-2025-1.csv"');
  const lines = String(csv.body).trim().split("\r\n");
  expect(lines).toHaveLength(1 + body.cells);
  expect(lines).toContain('"2025","1","help-questions","domain","care","end","answered","40","no"');
  expect(lines).toContain('"2025","1","cases-by-relation","relation","professional","","","","yes"');
});

describe("a release", () => {
  test("is of a year that is over, by the network's calendar", async ({ world }) => {
    const coordinator = world.as(await world.member(world.helpline, "coordinator"));
    world.clock.time = new Date("2025-12-31T22:59:59Z");
    const early = await coordinator.post("/statistics-releases", { year: 2025 });
    expect(early.body.type).toBe("/problems/year-not-closed");
    expect((await coordinator.get("/statistics-preview?year=2025")).status).toBe(409);
    world.clock.time = new Date("2025-12-31T23:00:00Z");
    const empty = await coordinator.post("/statistics-releases", { year: 2025 });
    expect(empty.status).toBe(201);
    for (const table of empty.body.tables) expect(table.cells).toEqual([{ at: expect.any(Array), count: 0 }]);
  });

  test("that corrects another one tells no change of less than ten, and is audited together with it", async ({
    world,
  }) => {
    const coordinator = await withYear(world);
    const first = (await coordinator.post("/statistics-releases", { year: 2025 })).body;
    await asParticipant(
      world.platform.db,
      world.helpline.id,
      `update handreiking.help_question set ended_at = added_at, end_reason = 'advised'
        where id in (select id from handreiking.help_question where domain = 'legal' order by id limit 4)`,
    );
    const second = (await coordinator.post("/statistics-releases", { year: 2025 })).body;
    expect(second.number).toBe(2);
    expect(countOf(first.tables, "help-questions", "legal", "open")).toBe(20);
    // 16 now, and 4 answered: neither is told, nor what either could be computed from.
    expect(countOf(second.tables, "help-questions", "legal", "open")).toBeUndefined();
    expect(countOf(second.tables, "help-questions", "legal", "answered")).toBeUndefined();
    expect(countOf(second.tables, "help-questions", "all", "all")).toBe(60);
    expect(countOf(second.tables, "cases-by-relation", "harmed")).toBe(40);
    const listed = (await coordinator.get("/statistics-releases")).body.items;
    expect(listed.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
  });

  test("is refused, without a number, where an earlier one makes a small figure computable", async ({
    world,
  }) => {
    const coordinator = await withYear(world);
    const { body } = await coordinator.post("/statistics-releases", { year: 2025 });
    const careless = body.tables.map((table: Table) => ({
      ...table,
      cells: table.cells.map((cell) =>
        table.name === "cases-by-relation" && cell.at[0] === "relative" ? { ...cell, count: 17 } : cell,
      ),
    }));
    await askAsOwner(world.database, "alter table handreiking.statistics_release disable trigger user");
    await askAsOwner(
      world.database,
      `update handreiking.statistics_release set tables = '${JSON.stringify(careless)}' where id = '${body.id}'`,
    );
    await askAsOwner(world.database, "alter table handreiking.statistics_release enable trigger user");
    const refused = await coordinator.post("/statistics-releases", { year: 2025 });
    expect(refused.body).toMatchObject({
      type: "/problems/statistics-not-safe",
      detail:
        "Nothing was released. A figure of fewer than ten could be computed in the table cases-by-relation.",
    });
    expect((await coordinator.get("/statistics-releases")).body.items).toHaveLength(1);
  });

  test("is made at the server too, and stays another participant's secret", async ({ world }) => {
    await fillYear(world);
    const released = await releaseStatistics(world.job(world.helpline.id), 2025);
    expect(released.releasedBy).toBeUndefined();
    const foreign = world.as(await world.member(world.elsewhere, "coordinator"));
    expect((await foreign.get(`/statistics-releases/${released.id}`)).status).toBe(404);
    const { body } = await foreign.get("/statistics-preview?year=2025");
    // Its own twenty: too few to tell any apart.
    expect(body.tables[0].cells).toEqual([{ at: ["all"], count: 20 }]);
  });

  test("is changed by nobody: not in the service's login, and not by the owner of the tables", async ({
    world,
  }) => {
    const { id } = await releaseStatistics(world.job(world.helpline.id), 2025);
    for (const statement of [
      `update handreiking.statistics_release set tables = '[]' where id = '${id}'`,
      `delete from handreiking.statistics_release where id = '${id}'`,
    ]) {
      expect(await outcome(asParticipant(world.platform.db, world.helpline.id, statement))).toBe("42501");
      expect(await outcome(askAsOwner(world.database, statement))).toBe("23514");
    }
    const again = `insert into handreiking.statistics_release
      select gen_random_uuid(), participant_id, year, number, null, now(), '[]', '{}', '' from handreiking.statistics_release`;
    expect(await outcome(asParticipant(world.platform.db, world.helpline.id, again))).toBe("23505");
  });
});
