import { z } from "@hono/zod-openapi";
import { Day } from "../../platform/text/text.ts";

const whole = (least: number, most: number) =>
  z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(least).max(most));
const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((value) => value === "true")]);

const mostPerPage = 500;

interface Parameter {
  schema: z.ZodType;
  /** The same as the document has it. */
  documented: object;
  description: string;
}

const truth = (description: string): Parameter => ({
  schema: flag.optional(),
  documented: { type: "boolean", default: false },
  description,
});
const id = (description: string): Parameter => ({
  schema: z.uuid().optional(),
  documented: { type: "string", format: "uuid" },
  description,
});

/** Every parameter of the standard, by its name there. */
export const parameters = {
  search: {
    schema: z.string().max(4000).optional(),
    documented: { type: "string", maxLength: 4000 },
    description:
      "Services, and their places and organizations, that match any of the words, the best first; terms and " +
      "taxonomies that hold all of them. Typing errors are forgiven. A caller's own words do not belong in an address: servers and " +
      "browsers between keep addresses. Send them in the body of the POST variant.",
  },
  page: {
    schema: whole(1, 1_000_000).default(1),
    documented: { type: "integer", minimum: 1, maximum: 1_000_000, default: 1 },
    description: "Which page, from 1. Past the last one the page is empty.",
  },
  per_page: {
    schema: whole(1, mostPerPage).optional(),
    documented: { type: "integer", minimum: 1, maximum: mostPerPage },
    description: "How many records a page holds at most: 50 unless said, and all of them with `minimal`.",
  },
  format: {
    schema: z.enum(["json", "ndjson"]).default("json"),
    documented: { type: "string", enum: ["json", "ndjson"], default: "json" },
    description: "`ndjson` streams all records, one a line, and leaves `page` and `per_page` unread.",
  },
  taxonomy_term_id: id("Records that bear this term."),
  taxonomy_id: id("Records that bear any term of this taxonomy; of terms, those in it."),
  organization_id: id("Services that this organization provides."),
  modified_after: {
    schema: z.iso
      .datetime({ offset: true })
      .or(Day.transform((day) => `${day}T00:00:00Z`))
      .optional(),
    documented: { type: "string", format: "date-time" },
    description: "Records last modified at this time or later.",
  },
  minimal: truth("Only `id` and `modified_date` of each service, on one page."),
  full: truth("Records with all that is beneath them."),
  full_service: truth("Organizations in full, with their services in full."),
  postcode: {
    schema: z.string().max(20).optional(),
    documented: { type: "string", example: "1012 LG" },
    description:
      "A Dutch postcode: services whose area it lies in, or that name no area. With `proximity`: places near it.",
  },
  proximity: {
    schema: whole(0, 1_000_000).optional(),
    documented: { type: "string", pattern: "^[0-9]+$" },
    description: "Meters from the center of `postcode` within which a place lies.",
  },
  top_only: truth("Only terms without a parent."),
  parent_id: id("Only terms directly beneath this one."),
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof parameters;

/** What was asked of a list; a list knows some of them only. */
export interface Query {
  search?: string;
  page: number;
  per_page?: number;
  format: "json" | "ndjson";
  taxonomy_term_id?: string;
  taxonomy_id?: string;
  organization_id?: string;
  modified_after?: string;
  minimal?: boolean;
  full?: boolean;
  full_service?: boolean;
  postcode?: string;
  proximity?: number;
  top_only?: boolean;
  parent_id?: string;
}

export const querySchema = (names: readonly ParameterName[]) =>
  z
    .strictObject(Object.fromEntries(names.map((name) => [name, parameters[name].schema])))
    .refine((query) => !("proximity" in query) || query.proximity === undefined || "postcode" in query, {
      path: ["proximity"],
      error: "is measured from a postcode: name one",
    });
