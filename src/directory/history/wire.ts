import { z } from "@hono/zod-openapi";
import { pageOf } from "../../platform/http/pagination.ts";
import { Id } from "../../platform/text/text.ts";
import { propertyOf } from "../edit/part.ts";
import { entities, isEntityName } from "../import/entities/index.ts";
import { given } from "../wire.ts";
import type { VersionRow } from "./store.ts";

export const versionId = Id.openapi({
  description: "The version",
  example: "1f6a2b1e-7d0f-4a57-8b0c-3c1d2e4f5a66",
});

const Author = z
  .object({
    participantId: Id.optional().openapi({
      description: "For which participant it was done",
      example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
    }),
    participantName: z.string().optional().openapi({ description: "Its name", example: "De Brug" }),
    kind: z.enum(["member", "client", "job"]).optional().openapi({
      description:
        "Whether a person, a system or the service itself did it; as `actorId` told to the own participant and the coordinators only",
      example: "member",
    }),
    actorId: Id.optional().openapi({
      description: "The person or system",
      example: "9e3b0c7a-5d2f-4f0e-8a4b-6c1d7e2f3a88",
    }),
    onBehalfOf: Id.optional().openapi({
      description: "The member for whom a system did it, as it says",
      example: "9e3b0c7a-5d2f-4f0e-8a4b-6c1d7e2f3a89",
    }),
  })
  .openapi("VersionAuthor", { description: "Who did it, as far as you may know" });

export const EntryVersion = z
  .object({
    id: versionId,
    at: z.iso.datetime().openapi({ description: "When it was written", example: "2026-01-05T09:00:00.000Z" }),
    record: z.string().openapi({
      description:
        "Which kind of record it is a version of, as HSDS names it: the entry itself or a part of it",
      example: "phone",
    }),
    recordId: Id.openapi({ description: "The record", example: "3e9b12ca-b672-45e3-bc4e-ab0feb84d4a4" }),
    change: z.enum(["created", "changed", "deleted"]).openapi({
      description: "What was done",
      example: "changed",
    }),
    fields: z
      .array(z.string())
      .optional()
      .openapi({ description: "Which fields changed", example: ["number"] }),
    by: Author,
  })
  .openapi("EntryVersion", { description: "One version of an entry or of a part of it" });

export const EntryVersions = pageOf(EntryVersion).openapi("EntryVersions");

const VersionValue = z
  .object({
    field: z.string().openapi({ description: "The field", example: "number" }),
    value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).openapi({
      description: "What stood there",
      example: "0800-2000",
    }),
  })
  .openapi("VersionValue", { description: "One field of a version" });

export const EntryVersionContent = EntryVersion.extend({
  content: z.array(VersionValue).openapi({
    description:
      "The record as it was from then on, or was last when it is deleted. Fields without a value are left out, and so is where a confidential place is for everybody but its own organization",
  }),
}).openapi("EntryVersionContent", { description: "One version, with what stood in it" });

const shownColumns = (entity: string): string[] => {
  // What was changed of a record may repeat what a confidential place keeps to itself.
  if (!isEntityName(entity) || entity === "metadata") return [];
  const { fields, references, own } = entities[entity];
  return [
    ...Object.keys(fields),
    ...Object.keys(references),
    ...Object.values(own).map(({ column }) => column),
  ];
};

const ownFields: Record<string, string> = { deleted_at: "deletedAt" };
const fieldName = (column: string) => ownFields[column] ?? propertyOf(column);

export function presentVersion(row: VersionRow, authors: boolean): z.input<typeof EntryVersion> {
  return {
    id: row.id,
    at: row.at,
    record: row.entity,
    recordId: row.recordId,
    change: row.change,
    ...given({ fields: row.fields?.map(fieldName) ?? null }),
    by: {
      ...given({ participantId: row.participantId, participantName: row.participantName }),
      ...(authors && given({ kind: row.actorKind, actorId: row.actorId, onBehalfOf: row.onBehalfOf })),
    },
  };
}

/** `placeHidden`: where a confidential place is stays out of it. */
export function presentContent(row: VersionRow, placeHidden: boolean): z.input<typeof VersionValue>[] {
  if (placeHidden && row.entity === "address") return [];
  const hidden = placeHidden && row.entity === "location" ? ["latitude", "longitude"] : [];
  return shownColumns(row.entity)
    .filter((column) => row.content[column] != null && !hidden.includes(column))
    .map((column) => ({ field: propertyOf(column), value: row.content[column] as string }));
}
