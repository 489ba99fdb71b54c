import fc from "fast-check";
import { issuer, type Person } from "../world/world.ts";
import { type Attempt, attemptsAt, type Kind, kinds } from "./attempt.ts";
import { curl } from "./curl.ts";
import { type Described, described } from "./document.ts";
import { type Answered, faultsIn } from "./judge.ts";
import { type CallerKind, callerKinds, type Network } from "./network.ts";

type Fetch = (request: Request) => Response | Promise<Response>;

export interface Finding {
  operationId: string;
  kind: Kind;
  caller: CallerKind;
  faults: string[];
  /** The smallest request found that is answered so. */
  request: string;
}

export interface Run {
  network: Network;
  /** In whose place another one answers; the service itself unless said. */
  fetch?: Fetch;
  operations?: readonly Described[];
  seed: number;
  /** Requests of each kind, of each caller, to each operation. */
  requests: number;
  /** Stops before the next operation once this is true. */
  enough?: () => boolean;
  /** Answers by operation and status, added to. */
  counts: Map<string, Map<number, number>>;
}

/** Sends requests of every kind, as every caller, to every operation; answers what was wrong. */
export async function run({ operations = described, ...given }: Run): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [place, operation] of operations.entries()) {
    for (const kind of kinds)
      for (const caller of callerKinds) {
        if (given.enough?.()) return findings;
        const found = await tryAt(operation, kind, caller, { ...given, seed: given.seed + place * 7919 });
        if (found) findings.push(found);
      }
    await given.network.restore();
  }
  return findings;
}

/** Nobody gets further than to be refused, and another organization seldom: fewer are enough. */
const shares: Record<CallerKind, number> = { own: 1, other: 0.5, nobody: 0.2 };

async function tryAt(operation: Described, kind: Kind, caller: CallerKind, given: Omit<Run, "operations">) {
  const { network, seed, requests } = given;
  const people = await network.callers(operation.operationId, caller);
  if (people.length === 0) return undefined;
  const attempts = fc
    .constantFrom(...people)
    .chain((person) =>
      attemptsAt(operation, kind, network.sourceFor(person)).map((attempt) => ({ person, attempt })),
    );
  const property = fc.asyncProperty(attempts, async ({ person, attempt }) => {
    const answered = await send(operation, attempt, person, given);
    const faults = faultsIn(operation, attempt, answered, network.secretsFrom(person));
    if (faults.length > 0) throw new Wrong(faults);
  });
  const numRuns = Math.max(1, Math.round(requests * shares[caller]));
  const result = await fc.check(property, { seed: seed + kinds.indexOf(kind), numRuns });
  if (!result.failed) return undefined;
  const [smallest] = result.counterexample ?? [];
  const error = result.errorInstance;
  const faults = error instanceof Wrong ? error.faults : [String(error)];
  const request = smallest ? curl(operation.method, smallest.attempt, smallest.person) : "none could be made";
  return { operationId: operation.operationId, kind, caller, faults, request };
}

class Wrong extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(faults.join("; "));
    this.faults = faults;
  }
}

async function send(
  operation: Described,
  attempt: Attempt,
  person: Person | undefined,
  { network, fetch, counts }: Pick<Run, "network" | "fetch" | "counts">,
): Promise<Answered> {
  const { world } = network;
  const headers = new Headers(attempt.headers);
  if (person) headers.set("authorization", `Bearer ${await world.tokenOf(person)}`);
  const { body } = attempt;
  if (body) headers.set("content-type", body.type ?? "application/json");
  if (body?.encoding) headers.set("content-encoding", body.encoding);
  const request = new Request(`${issuer}/v1${attempt.path}`, {
    method: operation.method,
    headers,
    ...(body && operation.method !== "GET" && { body: bytesOf(body.text, body.bytes) }),
  });
  const response = await (fetch ?? world.app.fetch)(request);
  const byStatus = counts.get(operation.operationId) ?? new Map<number, number>();
  byStatus.set(response.status, (byStatus.get(response.status) ?? 0) + 1);
  counts.set(operation.operationId, byStatus);
  return {
    status: response.status,
    headers: response.headers,
    text: await response.text(),
    logged: world.logged.at(-1),
  };
}

const bytesOf = (text: string, more: number[] = []) =>
  Uint8Array.from([...new TextEncoder().encode(text), ...more]);
