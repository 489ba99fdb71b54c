import { z } from "@hono/zod-openapi";
import { Id } from "../../platform/text/text.ts";
import type { directoryImports, importFindings } from "../schema.ts";
import { given } from "../wire.ts";

const count = (description: string, example: number) => z.int().optional().openapi({ description, example });
const time = (description: string) =>
  z.iso.datetime().openapi({ description, example: "2026-11-24T09:30:00Z" });

export const importSource = z
  .string()
  .regex(/^[\w.:-]{1,100}$/)
  .default("import")
  .openapi({
    description:
      "Whose records they are: an id that is no UUID is derived from this name and the id, the same at every import",
    example: "sociale-kaart",
  });

export const DirectoryImport = z
  .object({
    id: Id.openapi({ description: "The import", example: "3f6a0a52-6c0f-4d5e-9a3e-0d4a3c1b2a10" }),
    source: z.string().openapi({ description: "Whose records they are", example: "sociale-kaart" }),
    keepValid: z.boolean().openapi({
      description: "Whether what is right is taken although something is refused",
      example: false,
    }),
    dryRun: z.boolean().openapi({ description: "Whether it only tells what would happen", example: false }),
    state: z.enum(["received", "running", "finished", "refused", "failed"]).openapi({
      description:
        "`received`: waits. `running`: is being brought in. `finished`: done, or told in a dry run. `refused`: the findings say why. `failed`: the fault is ours. Whatever is not finished has changed nothing.",
      example: "finished",
    }),
    size: z.int().openapi({ description: "How many bytes were received", example: 18_230_411 }),
    elements: count("How many records the body holds, nested ones not counted", 20_000),
    records: z
      .record(z.string(), z.int())
      .optional()
      .openapi({ description: "How many rows of each HSDS table it holds", example: { service: 20_000 } }),
    changed: count("How many rows of any table are new or differ", 312),
    repairs: count("How many things were put right", 14),
    refusals: count("How many things were refused", 0),
    findingsLeftOut: count("How many findings there are beyond those that are listed", 0),
    receivedAt: time("When the body began to arrive"),
    startedAt: time("When it was last begun").optional(),
    finishedAt: time("When it ended, however it ended").optional(),
  })
  .openapi("DirectoryImport", {
    description: "Records that were sent to the directory, and what became of them",
  });

export const ImportFinding = z
  .object({
    row: z.int().openapi({
      description: "Which record of the body, counted from 1; 0 for the body itself",
      example: 17,
    }),
    entity: z
      .string()
      .openapi({ description: "The HSDS table, or `file` for the body itself", example: "service" }),
    field: z.string().openapi({ description: "The field; empty for the body itself", example: "url" }),
    valueClass: z.string().openapi({
      description: "What kind of value stood there; the value itself is never repeated",
      example: "text",
    }),
    kind: z.enum(["repair", "refusal"]).openapi({
      description: "`repair`: it was put right and taken. `refusal`: it was not taken.",
      example: "repair",
    }),
    reason: z
      .string()
      .openapi({ description: "What is wrong, or was done", example: "has no scheme: https is taken" }),
  })
  .openapi("ImportFinding", { description: "One line of an import's report" });

const utc = (time: Date | null) => time?.toISOString() ?? null;

export function presentImport(row: typeof directoryImports.$inferSelect): z.input<typeof DirectoryImport> {
  const { id, source, keepValid, dryRun, state, size, receivedAt } = row;
  return {
    id,
    source,
    keepValid,
    dryRun,
    state: state === "receiving" ? "received" : state,
    size,
    receivedAt: receivedAt.toISOString(),
    ...given({
      elements: row.elements,
      records: row.records,
      changed: row.changed,
      repairs: row.repairs,
      refusals: row.refusals,
      findingsLeftOut: row.findingsLeftOut,
      startedAt: utc(row.startedAt),
      finishedAt: utc(row.finishedAt),
    }),
  };
}

export function presentFinding(row: typeof importFindings.$inferSelect): z.input<typeof ImportFinding> {
  const { row: record, entity, field, valueClass, kind, reason } = row;
  return { row: record, entity, field, valueClass, kind, reason };
}
