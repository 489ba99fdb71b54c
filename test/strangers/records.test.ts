import { describe, expect } from "vitest";
import { caseCode } from "../../src/cases/case-code.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { permissionTable } from "../all-operations/permission-table.ts";
import { type Sample, unknownRecord } from "../all-operations/samples.ts";
import { described } from "../fuzz/document.ts";
import { movementName } from "../signals/make.ts";
import { sharingTest as test } from "../world/world.ts";
import { idPlaces, naming } from "./id-places.ts";
import { asAsked, look, openIds, rightOne, sampleOf } from "./look.ts";

const foreign = described.filter(({ operationId }) => permissionTable[operationId]?.other);
describe.each(foreign)("another organization's record, in $operationId", ({ operationId, ...operation }) => {
  test("costs the same work and looks the same as an id that nobody has", async ({ world }) => {
    const sample = await sampleOf(operationId, world);
    const stranger = await asAsked(world, operationId, world.stranger);
    const [known, unknown] = [
      await look(world, stranger, sample),
      await look(world, stranger, unknownOf(operationId, sample)),
    ];
    expect(known.status).toBe(404);
    expect(known).toEqual(unknown);
  });

  if (operation.responses[304])
    test("is not told by If-None-Match", async ({ world }) => {
      const sample = await sampleOf(operationId, world);
      const own = await world.as(world.eva).get(sample.path);
      for (const tag of [own.headers.get("etag") ?? "", "*"]) {
        const asked = { ...sample, headers: { "if-none-match": tag } };
        expect((await look(world, world.stranger, asked)).status).toBe(404);
      }
    });

  if (operation.parameters.some(({ name }) => name === "idempotency-key"))
    test("is not answered to its Idempotency-Key in other hands", async ({ world }) => {
      const sample = await sampleOf(operationId, world);
      const sending = { ...sample, headers: { ...sample.headers, "idempotency-key": randomIds() } };
      const own = await world.send(await rightOne(world, operationId), ...partsOf(sending));
      expect(own.status).toBeLessThan(300);
      const other = { ...sending, headers: { ...sample.headers, "idempotency-key": randomIds() } };
      const stranger = await asAsked(world, operationId, world.stranger);
      const [same, fresh] = [await look(world, stranger, sending), await look(world, stranger, other)];
      expect(same.status).toBe(404);
      expect(same).toEqual(fresh);
    });
});

/** A code is looked up only if it is spelled as one. */
/** A code and a name have a form of their own, which an id does not have. */
function unknownOf(operationId: string, sample: Sample): Sample {
  if (operationId === "lookUpCase") return { ...sample, body: { code: caseCode(randomIds()) } };
  return operationId === "lookUpMovement"
    ? { ...sample, body: { name: movementName() } }
    : unknownRecord(sample);
}

const partsOf = ({ method, path, body, text, headers }: Sample) =>
  [method, path, text ?? body, headers] as const;

describe("a path of two records", () => {
  const nested = described.filter(({ path }) => path.split("{").length > 2);

  test.for(nested)(
    "of which one is not the other's is as one of nobody's: $operationId",
    async (operation, { world }) => {
      const sample = await sampleOf(operation.operationId, world);
      const [outer] = idPlaces(operation).filter((place) => place.in === "path");
      if (!outer) throw new Error("there is no id in the path");
      const others = { organizationId: world.helpline.organizationId, serviceId: world.helpline.serviceId };
      const another = others[outer.name as keyof typeof others] ?? randomIds();
      const asking = outer.name in others ? world.noor : await rightOne(world, operation.operationId);
      const ask = (id: string) => look(world, asking, naming(sample, operation, outer, id));
      const [known, unknown] = [await ask(another), await ask(randomIds())];
      expect(known.status).toBe(404);
      expect(known).toEqual(unknown);
    },
  );
});

/** For whom an operation is that the stranger of these tests, whatever their roles, is refused altogether. */
const rolesOfTheirs = {
  revokeParticipantKey: "administrator",
  getStatisticsRelease: "coordinator",
  exportStatisticsRelease: "coordinator",
  getOverdueReferral: "coordinator",
} as const;

describe("the handwritten table", () => {
  test("says of every operation that names a record what another organization gets", () => {
    // What is open to everybody is nobody's own.
    const untold = described
      .filter(({ open }) => !open)
      .filter((operation) =>
        idPlaces(operation).some(({ in: where, name }) => where === "path" && !openIds.has(name)),
      )
      .filter(({ operationId }) => {
        const { own, other } = permissionTable[operationId] ?? { own: {} };
        return !other && Object.keys(own).some((caller) => caller !== "operator");
      })
      .map(({ operationId }) => operationId);
    // Tried below: whoever may there is no stranger to it.
    expect(untold.sort()).toEqual(Object.keys(rolesOfTheirs).sort());
    const edits = described
      .filter(({ path, method }) => method !== "GET" && /\{(service|organization|location)Id\}/.test(path))
      .filter(({ operationId }) => {
        const { own, notYours } = permissionTable[operationId] ?? { own: {} };
        return !notYours && Object.keys(own).some((caller) => caller !== "operator");
      });
    expect(edits.map(({ operationId }) => operationId)).toEqual([]);
  });

  test.for(Object.entries(rolesOfTheirs))(
    "leaves out %s, which its %s elsewhere asks in vain",
    async ([operationId, role], { world }) => {
      const sample = await sampleOf(operationId, world);
      const stranger = await world.member(world.elsewhere, role);
      const [known, unknown] = [
        await look(world, stranger, sample),
        await look(world, stranger, {
          ...sample,
          path: sample.path.replaceAll(/[0-9a-f-]{36}/g, () => randomIds()),
        }),
      ];
      expect(known.status).toBe(404);
      expect(known).toEqual(unknown);
    },
  );
});
