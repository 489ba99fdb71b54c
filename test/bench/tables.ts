import type { EmbeddedRow } from "./embedded.ts";
import type { FloodRow } from "./flood/index.ts";
import type { MoveRow } from "./handoff/index.ts";
import type { Race } from "./handoff/withdrawal.ts";
import type { Row, SteadyRow } from "./search.ts";

type Cell = string | number;

const printed = (head: readonly string[], lines: readonly (readonly Cell[])[]) =>
  [head, head.map(() => "---"), ...lines].map((line) => `| ${line.join(" | ")} |`).join("\n");

const whole = (value: number) => Math.round(value).toLocaleString("en");

export const table = (rows: readonly Row[]) =>
  printed(
    [
      ...[
        "services",
        "question",
        "callers",
        "service/s",
        "Hono/s",
        "SQL/s",
        "naive SQL/s",
        "÷ Hono",
        "÷ SQL",
      ],
      ...["p50 ms", "p99 ms", "Hono p99", "CPU ms", "Hono CPU ms", "MB"],
    ],
    rows.map(
      ({ services, question, callers, service, hono, sql, naive, toHono, toSql, processor, megabytes }) => [
        ...[whole(services), question, callers, whole(service.perSecond), whole(hono.perSecond)],
        ...[whole(sql.perSecond), whole(naive.perSecond), toHono.toFixed(2), toSql.toFixed(2)],
        ...[service.p50.toFixed(1), service.p99.toFixed(1), hono.p99.toFixed(1)],
        ...[processor.service.toFixed(2), processor.hono.toFixed(2), megabytes],
      ],
    ),
  );

export const steadyTable = (rows: readonly SteadyRow[]) =>
  printed(
    ["services", "question", "p50 ms", "p99 ms"],
    rows.map(({ services, question, service }) => [
      ...[whole(services), question, service.p50.toFixed(1), service.p99.toFixed(1)],
    ]),
  );

/** The largest directory beside the smallest. */
export function growthTable(rows: readonly Row[], steady: readonly SteadyRow[]): string {
  const sizes = rows.map(({ services }) => services);
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const grown = (of: (services: number) => number | undefined) => (of(largest) ?? 0) / (of(smallest) ?? 0);
  const lines = rows
    .filter(({ services }) => services === smallest)
    .map(({ question, callers }) => {
      const at = (services: number) =>
        rows.find((row) => row.services === services && row.question === question && row.callers === callers);
      return [question, callers, `× ${grown((services) => at(services)?.service.p99).toFixed(1)}`];
    });
  const atRate = steady
    .filter(({ services }) => services === smallest)
    .map(({ question }) => {
      const at = (services: number) =>
        steady.find((row) => row.services === services && row.question === question);
      return [question, "steady", `× ${grown((services) => at(services)?.service.p99).toFixed(1)}`];
    });
  return printed(
    ["question", "callers", `${whole(largest)} beside ${whole(smallest)} services`],
    [...lines, ...atRate],
  );
}

export const embeddedTable = (rows: readonly EmbeddedRow[]) =>
  printed(
    ["services", "restart to first answer, s", "question", "callers", "service/s", "p50 ms", "p99 ms", "MB"],
    rows.map(({ services, restart, question, callers, service, megabytes }) => [
      ...[whole(services), (restart / 1000).toFixed(2), question, callers, whole(service.perSecond)],
      ...[service.p50.toFixed(1), service.p99.toFixed(1), megabytes],
    ]),
  );

export const moveTable = (rows: readonly MoveRow[]) =>
  printed(
    [
      ...["referrals", "move", "round trips", "service/s", "Hono/s", "SQL/s", "÷ Hono", "÷ SQL"],
      ...["p50 ms", "p99 ms", "Hono p99"],
    ],
    rows.map(({ referrals, move, roundTrips, service, hono, sql, toHono, toSql }) => [
      ...[whole(referrals), move, roundTrips, whole(service.perSecond), whole(hono.perSecond)],
      ...[whole(sql.perSecond), toHono.toFixed(2), toSql.toFixed(2)],
      ...[service.p50.toFixed(1), service.p99.toFixed(1), hono.p99.toFixed(1)],
    ]),
  );

/** The most referrals beside the fewest. */
export function moveGrowthTable(rows: readonly MoveRow[]): string {
  const sizes = rows.map(({ referrals }) => referrals);
  const [fewest, most] = [Math.min(...sizes), Math.max(...sizes)];
  const at = (referrals: number, move: string) =>
    rows.find((row) => row.referrals === referrals && row.move === move)?.service.perSecond ?? 0;
  const lines = rows
    .filter(({ referrals }) => referrals === fewest)
    .map(({ move }) => [move, `× ${(at(most, move) / at(fewest, move)).toFixed(2)}`]);
  return printed(["move", `service/s at ${whole(most)} beside ${whole(fewest)} referrals`], lines);
}

export const raceTable = (races: readonly Race[]) =>
  printed(
    ["read before the withdrawal was answered", "read after", "refused"],
    races.map(({ before, after, refused }) => [before, after, refused]),
  );

export const floodTable = (rows: readonly FloodRow[]) =>
  printed(
    [
      "flood of",
      "manner",
      "sent/s",
      "right/s alone",
      "right/s beside it",
      "÷",
      "p99 ms alone",
      "p99 ms beside",
    ],
    rows.map(({ flood, manner, sent, alone, beside, ratio }) => [
      ...[flood, manner, whole(sent), whole(alone.perSecond), whole(beside.perSecond), ratio.toFixed(2)],
      ...[alone.p99.toFixed(1), beside.p99.toFixed(1)],
    ]),
  );
