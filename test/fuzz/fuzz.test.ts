import { describe, expect, test } from "vitest";
import { described } from "./document.ts";
import { createNetwork, type Network } from "./network.ts";
import { report, told } from "./report.ts";
import { type Finding, type Run, run } from "./run.ts";

/** `npm run fuzz` asks for minutes; without it the same few thousand requests are sent each time. */
const seconds = Number(process.env.FUZZ_SECONDS ?? 0);
const usualSeed = 20260105;
const seed = Number(process.env.FUZZ_SEED ?? usualSeed);

test("whatever is sent, every answer is one that the document names, and tells nothing of anybody's", {
  timeout: (seconds + 180) * 1000,
}, async () => {
  const counts: Run["counts"] = new Map();
  const findings: Finding[] = [];
  const until = Date.now() + seconds * 1000;
  const enough = seconds > 0 ? () => Date.now() > until : () => false;
  for (let round = 0; round === 0 || Date.now() < until; round++) {
    const network = await createNetwork();
    const requests = seconds > 0 ? 12 : 3;
    findings.push(...(await run({ network, seed: seed + round * 1_000_003, requests, enough, counts })));
  }
  if (seconds > 0) process.stdout.write(`seed ${seed}\n${report(counts)}`);
  expect([...new Set(findings.map(told))]).toEqual([]);
});

/** One that nobody has sent anything to: what was drawn before may have shut a party out of it. */
const made: { untouched?: Promise<Network> } = {};
const untouchedNetwork = () => {
  made.untouched ??= createNetwork();
  return made.untouched;
};

type Plant = (answer: Response, sent: string, network: Network) => Response | Promise<Response>;

/** What is found when one operation's answers are spoiled: in forty requests, which are the same each time. */
async function findPlanted(operationId: string, plant: Plant): Promise<Finding[]> {
  const network = await untouchedNetwork();
  const { app, logged } = network.world;
  const fetch = async (request: Request) => {
    const sent = await request.clone().text();
    const answer = await app.fetch(request);
    return logged.at(-1)?.operationId === operationId ? plant(answer, sent, network) : answer;
  };
  const operations = described.filter((operation) => operation.operationId === operationId);
  return run({ network, fetch, operations, seed: usualSeed, requests: 40, counts: new Map() });
}

const withFields = async (answer: Response, fields: Record<string, unknown>) =>
  new Response(JSON.stringify({ ...(await answer.json()), ...fields }), answer);

describe("a planted fault is found, with the smallest request that shows it:", () => {
  test("a failure on a quotation mark", async () => {
    const findings = await findPlanted("addSynonym", (answer, sent) =>
      sent.includes("'") ? new Response("{}", { status: 500, headers: answer.headers }) : answer,
    );
    const found = findings.find(({ faults }) => faults.some((fault) => fault.startsWith("500")));
    expect(found?.request).toMatch(/^curl -X POST '\$URL\/v1\/search-synonyms' .*'\\''/);
    expect(found?.request.length).toBeLessThan(400);
  });

  test("a field that the document does not name", async () => {
    const findings = await findPlanted("getReferral", (answer) =>
      answer.status === 200 ? withFields(answer, { caseId: crypto.randomUUID() }) : answer,
    );
    expect(findings.map(({ faults }) => faults)).toContainEqual([
      expect.stringContaining("a field that the document does not name"),
    ]);
  });

  test("a refusal that repeats what was sent", async () => {
    const findings = await findPlanted("writeNote", (answer, sent) =>
      answer.status === 400 ? withFields(answer, { detail: sent }) : answer,
    );
    expect(findings.map(({ faults }) => faults)).toContainEqual(["repeats what was sent"]);
  });

  test("a status that the document does not name", async () => {
    const findings = await findPlanted("listTasks", (answer) =>
      answer.status === 200 ? new Response(null, { status: 204, headers: answer.headers }) : answer,
    );
    expect(findings.map(({ faults }) => faults)).toContainEqual(["204 is not declared"]);
  });

  test("another helpline's words", async () => {
    const findings = await findPlanted("getCase", (answer, _, { world, secretsFrom }) =>
      answer.status === 404 ? withFields(answer, { detail: secretsFrom(world.noor).join(" ") }) : answer,
    );
    expect(findings.map(({ faults }) => faults)).toContainEqual(["tells what is another's"]);
  });

  test("a request taken that the document forbids", async () => {
    const findings = await findPlanted("openCase", (answer) =>
      answer.status === 400 ? new Response(null, { status: 201, headers: answer.headers }) : answer,
    );
    expect(findings.flatMap(({ faults }) => faults)).toContain("takes what the document forbids");
  });
});
