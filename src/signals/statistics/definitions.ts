import { endReasons } from "../../cases/index.ts";
import { abuseTerms } from "../../directory/index.ts";
import { movementKinds, reliabilities, sizeBands } from "../codes.ts";
import type { Dimension, TableDefinition } from "./figures.ts";

/** Every code as a category of its own. */
const each = (codes: readonly string[]) => Object.fromEntries(codes.map((code) => [code, code]));
const fewest = 30;

/** Told from thirty records on, each code by itself. */
const plain = (name: string, codes: readonly string[]): Dimension => ({
  name,
  levels: [{ from: fewest, categoryOf: each(codes) }],
});

/** Narrower kinds are told by their top kinds, and below thirty records no kind is told at all. */
const kind: Dimension = {
  name: "kind",
  multiple: true,
  levels: [
    {
      from: fewest,
      categoryOf: Object.fromEntries(abuseTerms.map(({ code, parent }) => [code, parent ?? code])),
    },
    { from: 5000, categoryOf: each(abuseTerms.map(({ code }) => code)) },
  ],
};

const movementKind: Dimension = {
  name: "movement-kind",
  levels: [
    {
      from: fewest,
      categoryOf: Object.fromEntries(
        movementKinds.map((code) => [
          code,
          ["religious", "spiritual"].includes(code) ? "belief" : "not-belief",
        ]),
      ),
    },
    { from: 200, categoryOf: each(movementKinds) },
  ],
};

const domain = plain("domain", ["care", "investigation", "legal"]);

const questionEnd: Dimension = {
  name: "end",
  levels: [
    {
      from: fewest,
      categoryOf: {
        advised: "answered",
        listened: "answered",
        referred: "referred",
        "solved-otherwise": "answered",
        "no-longer-wanted": "not-answered",
        "out-of-reach": "not-answered",
        unanswered: "not-answered",
        open: "open",
      },
    },
    { from: 400, categoryOf: each([...endReasons, "open"]) },
  ],
};

const handoffEnd: Dimension = {
  name: "end",
  levels: [
    {
      from: fewest,
      categoryOf: {
        completed: "completed",
        declined: "not-completed",
        withdrawn: "not-completed",
        lapsed: "not-completed",
        open: "open",
      },
    },
    { from: 400, categoryOf: each(["completed", "declined", "withdrawn", "lapsed", "open"]) },
  ],
};

const waiting: Dimension = {
  name: "waiting",
  levels: [
    {
      from: fewest,
      categoryOf: {
        "within-a-day": "within-three-days",
        "within-three-days": "within-three-days",
        "within-a-week": "longer",
        longer: "longer",
        "not-spoken": "not-spoken",
      },
    },
    {
      from: 400,
      categoryOf: each(["within-a-day", "within-three-days", "within-a-week", "longer", "not-spoken"]),
    },
  ],
};

const urgency: Dimension = {
  name: "urgency",
  levels: [
    { from: fewest, categoryOf: { normal: "normal", urgent: "raised", acute: "raised" } },
    { from: 400, categoryOf: each(["normal", "urgent", "acute"]) },
  ],
};

const charted = "cases|charting=charted";

/** Every table there is, in the order in which they are told; each is made of the rows of one helpline and one year. */
export const tables = [
  {
    name: "cases-by-relation",
    population: "cases",
    dimensions: [plain("relation", ["harmed", "relative", "professional"])],
  },
  {
    name: "cases-by-charting",
    population: "cases",
    dimensions: [plain("charting", ["charted", "not-charted"])],
  },
  { name: "cases-by-kind", population: "charted-cases", total: charted, dimensions: [kind] },
  {
    name: "cases-by-nature",
    population: "charted-cases",
    total: charted,
    dimensions: [
      plain("criminal", ["possibly-criminal", "not-criminal"]),
      plain("psychological", ["psychological", "not-psychological"]),
    ],
  },
  {
    name: "movements-by-kind",
    population: "movements",
    dimensions: [movementKind, plain("basis", ["secular", "religious"])],
    impossible: [["religious", "secular"]],
  },
  { name: "movements-by-size", population: "movements", dimensions: [plain("size", sizeBands)] },
  {
    name: "signals-by-kind",
    population: "signals",
    dimensions: [kind, plain("reliability", reliabilities)],
  },
  { name: "help-questions", population: "help-questions", dimensions: [domain, questionEnd] },
  { name: "handoffs", population: "handoffs", dimensions: [domain, handoffEnd] },
  {
    name: "requests-by-door",
    population: "requests",
    dimensions: [plain("door", ["phone", "mail", "web", "chat"])],
  },
  { name: "waiting-times", population: "requests", dimensions: [waiting, urgency] },
] as const satisfies readonly TableDefinition[];

export type TableName = (typeof tables)[number]["name"];
