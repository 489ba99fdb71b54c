import { afterEach, describe, expect } from "vitest";
import { operations } from "../../src/app.ts";
import { roles } from "../../src/permissions.ts";
import { type Answer, type Person, sharingTest as test, type World } from "../world/world.ts";
import { type Caller, permissionTable } from "./permission-table.ts";
import { samples, unknownRecord } from "./samples.ts";

const callers: Caller[] = [...roles, "operator", "system"];

function callerOn(world: World, side: "helpline" | "bridge" | "operator", caller: Caller): Promise<Person> {
  if (caller === "operator" || side === "operator")
    return world.member(world.operator, caller === "operator" ? "coordinator" : "counsellor");
  if (caller === "system") return Promise.resolve(world.system(world[side]));
  return world.member(world[side], caller);
}

/** Who is refused, and does nothing: one of each for all operations. */
const idle = new Map<string, Promise<Person>>();
function idleOn(world: World, side: "helpline" | "bridge" | "operator", caller: Caller): Promise<Person> {
  const key = `${side} ${caller}`;
  const person = idle.get(key) ?? callerOn(world, side, caller);
  idle.set(key, person);
  return person;
}

test("the table and the samples name every operation, and nothing else", () => {
  const ids = operations.map(({ operationId }) => operationId).sort();
  expect(Object.keys(permissionTable).sort()).toEqual(ids);
  expect(Object.keys(samples).sort()).toEqual(ids);
});

describe.each(operations.map(({ operationId, route }) => ({ operationId, route })))(
  "$operationId",
  ({ operationId, route }) => {
    const { own, other, notYours, signedIn = false } = permissionTable[operationId] ?? { own: {} };
    const calling = async (world: World, person: Person) =>
      signedIn && person.memberId ? world.signIn(person) : person;
    const callerOf = async (world: World, caller: Caller) =>
      calling(world, await callerOn(world, side, caller));
    const sampling = samples[operationId];
    if (!sampling) return;
    const { side, make, undo } = sampling;
    if (undo) afterEach<{ world: World }>(async ({ world }) => void (await undo(world)));
    // Whatever is refused leaves it as it was: one is enough for all who are refused.
    let kept: ReturnType<typeof make> | undefined;
    const untouched = (world: World) => {
      if (undo) return make(world, world.eva);
      kept ??= make(world, world.eva);
      return kept;
    };
    const right = callers.find((caller) => (own[caller] ?? 403) < 300) ?? "operator";
    const writes =
      route.method !== "get" &&
      !["searchServices", "suggestServices", "searchArticles"].includes(operationId);

    test("answers each role as the table says", async ({ world }) => {
      const asEva = await untouched(world);
      for (const caller of callers) {
        if (side === "operator" && caller !== "operator" && caller !== "counsellor") continue;
        const expected = own[caller] ?? 403;
        const refused = expected === 403;
        const person = refused
          ? await calling(world, await idleOn(world, side, caller))
          : await callerOf(world, caller);
        const opens = signedIn || (caller === "counsellor" && side === "helpline");
        const sample = refused ? asEva : await make(world, opens ? person : world.eva);
        const { status } = await world.send(
          person,
          sample.method,
          sample.path,
          sample.text ?? sample.body,
          sample.headers,
        );
        expect({ caller, status }).toEqual({ caller, status: expected });
      }
    });

    if (other)
      test("does not exist for another organization, and looks as an unknown id does", async ({ world }) => {
        const sample = await untouched(world);
        const stranger = await calling(world, world.stranger);
        const foreign = await world.send(
          stranger,
          sample.method,
          sample.path,
          sample.text ?? sample.body,
          sample.headers,
        );
        const unknown = unknownRecord(sample);
        const nobody = await world.send(
          stranger,
          unknown.method,
          unknown.path,
          unknown.body,
          unknown.headers,
        );
        expect(foreign.status).toBe(404);
        expect({ ...foreign.body, instance: "" }).toEqual({ ...nobody.body, instance: "" });
        expect([...foreign.headers]).toEqual([...nobody.headers]);
      });

    if (notYours)
      test("is refused to another organization, which may read it", async ({ world }) => {
        const { method, path, body, headers } = await untouched(world);
        const answer = await world.send(world.stranger, method, path, body, headers);
        expect({ status: answer.status, type: answer.body.type }).toEqual({
          status: 403,
          type: "/problems/not-your-entry",
        });
      });

    if (route.security?.length === 0)
      test("answers without a token as with one", async ({ world }) => {
        const { method, path, body } = await make(world, world.eva);
        const told = (answer: Answer) => (writes ? Object.keys(answer.body) : answer.body);
        const [open, known] = [
          await world.send(undefined, method, path, body),
          await world.send(world.eva, method, path, body),
        ];
        expect({ status: open.status, body: told(open) }).toEqual({
          status: own.counsellor,
          body: told(known),
        });
      });
    else
      test("asks for a token", async ({ world }) => {
        const { method, path, body, text, headers } = await untouched(world);
        const { status, body: problem } = await world.send(undefined, method, path, text ?? body, headers);
        expect({ status, type: problem.type }).toEqual({ status: 401, type: "/problems/unauthenticated" });
      });

    test("refuses a field and a parameter that the contract does not name, and repeats neither", async ({
      world,
    }) => {
      const person = right === "counsellor" && !signedIn ? world.eva : await callerOf(world, right);
      const sample = signedIn ? make(world, person) : untouched(world);
      const { method, path, body, text, headers } = await sample;
      const surprised = body ? { ...body, surprise: "mirror me" } : text;
      const answer = await world.send(
        person,
        method,
        `${path}${path.includes("?") ? "&" : "?"}surprise=mirror`,
        surprised,
        headers,
      );
      expect(answer.status).toBe(400);
      expect(answer.body.errors.map((fault: { in: string }) => fault.in)).toEqual(
        body ? ["query", "body"] : ["query"],
      );
      expect(JSON.stringify(answer.body)).not.toMatch(/surprise|mirror/);
    });

    if (writes && route.security?.length !== 0)
      test("leaves an audit entry in the actor's chain", async ({ world }) => {
        const person = await callerOf(world, right);
        const opens = signedIn || (right === "counsellor" && side === "helpline");
        const sample = await make(world, opens ? person : world.eva);
        const answer = await world.send(
          person,
          sample.method,
          sample.path,
          sample.text ?? sample.body,
          sample.headers,
        );
        const subject = sample.subject ?? answer.body.id;
        expect((await world.audited(person.participantId, subject)).length).toBeGreaterThan(0);
      });
  },
);
