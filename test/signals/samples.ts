import type { Sampling } from "../all-operations/samples.ts";
import type { World } from "../world/world.ts";
import { aMovement, aSignal, movementCodes, movementName, partnerSignal } from "./make.ts";

const aRelease = async (world: World): Promise<string> => {
  const coordinator = await world.member(world.helpline, "coordinator");
  return (await world.as(coordinator).post("/statistics-releases", { year: 2025 })).body.id;
};

const onRelease = (end = ""): Sampling => ({
  side: "helpline",
  async make(world) {
    const id = await aRelease(world);
    return { method: "GET", path: `/statistics-releases/${id}${end}`, named: id };
  },
});

/** One right request for every operation on movements, signals and yearly figures. */
export const signalsSamples: Record<string, Sampling> = {
  registerMovement: {
    side: "helpline",
    make: async () => ({
      method: "POST",
      path: "/movements",
      body: { name: movementName("Kring"), ...movementCodes },
    }),
  },
  lookUpMovement: {
    side: "helpline",
    async make(world, by) {
      const { name } = await aMovement(world, by);
      return { method: "POST", path: "/movement-lookups", body: { name }, named: name };
    },
  },
  listMovements: { side: "helpline", make: async () => ({ method: "GET", path: "/movements" }) },
  getMovement: {
    side: "helpline",
    async make(world, by) {
      const { id } = await aMovement(world, by);
      return { method: "GET", path: `/movements/${id}`, named: id, subject: id };
    },
  },
  mergeMovements: {
    side: "helpline",
    async make(world, by) {
      const [{ id }, { id: intoId }] = [await aMovement(world, by), await aMovement(world, by)];
      return { method: "POST", path: `/movements/${id}/merger`, body: { intoId }, named: id };
    },
  },
  registerSignal: {
    side: "helpline",
    async make(world, by) {
      const { id } = await aMovement(world, by);
      return { method: "POST", path: "/signals", body: partnerSignal(world, id), named: id };
    },
  },
  listSignals: {
    side: "helpline",
    make: async (_, by) => ({ method: "GET", path: "/signals", subject: by.participantId }),
  },
  getSignal: {
    side: "helpline",
    async make(world, by) {
      const { id } = await aMovement(world, by);
      const signal = await aSignal(world, id, by, { note: "Passports are taken." });
      return { method: "GET", path: `/signals/${signal}`, named: signal, subject: signal };
    },
  },
  reviewSignal: {
    side: "helpline",
    async make(world) {
      const { id } = await aMovement(world);
      // Registered by somebody else than whoever reviews it.
      const signal = await aSignal(world, id, await world.member(world.helpline, "counsellor"));
      return {
        method: "POST",
        path: `/signals/${signal}/reviews`,
        body: { verdict: "counts" },
        named: signal,
      };
    },
  },
  previewStatistics: {
    side: "helpline",
    make: async (_, by) => ({
      method: "GET",
      path: "/statistics-preview?year=2025",
      subject: by.participantId,
    }),
  },
  releaseStatistics: {
    side: "helpline",
    make: async () => ({ method: "POST", path: "/statistics-releases", body: { year: 2025 } }),
  },
  listStatisticsReleases: {
    side: "helpline",
    make: async () => ({ method: "GET", path: "/statistics-releases" }),
  },
  getStatisticsRelease: onRelease(),
  exportStatisticsRelease: onRelease("/export"),
};
