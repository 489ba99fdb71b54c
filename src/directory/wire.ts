import { z } from "@hono/zod-openapi";
import { reaches } from "../identity/index.ts";
import { Id } from "../platform/text/text.ts";
import type { OrganizationRow, PhoneRow, TermRow } from "./organization-store.ts";
import { taxonomyNames } from "./taxonomy/index.ts";

/** The fields that have a value. What is unknown is left out of an answer, never null. */
export const given = <T extends Record<string, unknown>>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

export const TermCode = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .openapi({ description: "A topic, by the `code` of its taxonomy term", example: "labour-exploitation" });

export const Phone = z
  .object({
    number: z.string().openapi({
      description: "As dialled inside `country`; from elsewhere as well when it begins with +",
      example: "0800-2000",
    }),
    country: z.string().openapi({ description: "ISO 3166-1 alpha-2", example: "NL" }),
    type: z.string().optional().openapi({ description: "A telephone type of RFC 6350", example: "voice" }),
    description: z.string().optional().openapi({
      description: "Which number it is and what a call costs",
      example: "Algemeen nummer, gratis",
    }),
  })
  .openapi("Phone", { description: "A telephone number of a service or of its organization" });

export function presentPhone(row: PhoneRow): z.input<typeof Phone> {
  return {
    number: row.number,
    country: row.country,
    ...given({ type: row.type, description: row.description }),
  };
}

const reachMeaning =
  "How the participant receives: `api` by its own system, `console` by signing in, `link` by a link to one referral, `phone` by telephone without any login";

export const Handoff = z
  .object({
    receives: z.boolean().openapi({
      description:
        "Whether a referral can be offered now: the service is active, and a participant with an agreement to receive answers for it",
      example: true,
    }),
    participantId: Id.optional().openapi({
      description: "The participant that answers for the organization; absent when it is not in the network",
      example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
    }),
    reach: z.enum(reaches).optional().openapi({ description: reachMeaning, example: "console" }),
  })
  .openapi("HandoffReadiness", { description: "Whether and how a warm handoff can go there" });

export function presentHandoff(
  row: Pick<OrganizationRow, "receives" | "participantId" | "reach">,
): z.input<typeof Handoff> {
  return { receives: row.receives, ...given({ participantId: row.participantId, reach: row.reach }) };
}

export const organizationId = Id.openapi({
  description: "The organization",
  example: "c3a1a6f8-3d57-5a59-8c0e-4f1f2f0f9a77",
});
export const OrganizationPath = z.object({ organizationId });

export const Organization = z
  .object({
    id: organizationId,
    name: z.string().openapi({ description: "Its name", example: "Slachtofferhulp Nederland" }),
    alternateName: z
      .string()
      .optional()
      .openapi({ description: "Another name that it is known by", example: "Slachtofferhulp" }),
    description: z.string().openapi({ description: "What it does", example: "Hulp bij schadevergoeding." }),
    email: z.string().optional().openapi({ description: "Its e-mail address", example: "info@example.org" }),
    website: z
      .string()
      .optional()
      .openapi({ description: "Its website", example: "https://www.example.org" }),
    country: z.string().openapi({ description: "Where it is based, ISO 3166-1 alpha-2", example: "NL" }),
    phones: z.array(Phone).openapi({ description: "Its telephone numbers, the general one first" }),
    handoff: Handoff,
    lastModifiedAt: z.iso.datetime().openapi({
      description: "When the entry was last edited, which says nothing about its being right",
      example: "2026-01-05T09:00:00.000Z",
    }),
  })
  .openapi("Organization", { description: "An organization that offers help: an organization of HSDS 3.1" });
export type Organization = z.input<typeof Organization>;

export function presentOrganization(row: OrganizationRow): Organization {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    country: row.country,
    phones: row.phones.map(presentPhone),
    handoff: presentHandoff(row),
    lastModifiedAt: row.lastModifiedAt,
    ...given({ alternateName: row.alternateName, email: row.email, website: row.website }),
  };
}

export const TaxonomyTerm = z
  .object({
    id: Id.openapi({ description: "The term", example: "0f4b7a6e-8f1d-5b7e-9a51-6f2b9a0d7c33" }),
    taxonomy: z.enum(taxonomyNames).openapi({
      description: "`abuse`: what is wrong. `need`: what the caller needs",
      example: "abuse",
    }),
    code: TermCode,
    parentCode: TermCode.optional().openapi({
      description: "The code of the broader term; absent for a top term",
      example: "violence",
    }),
    name: z.string().openapi({ description: "Its name in Dutch", example: "Bedreiging" }),
    nameEn: z.string().openapi({ description: "Its name in English", example: "Threat" }),
    description: z.string().openapi({
      description: "What it covers, in plain Dutch",
      example: "Iemand wordt bedreigd, bang gemaakt, gestalkt of gechanteerd.",
    }),
  })
  .openapi("TaxonomyTerm", { description: "A topic that services are filed under" });
export type TaxonomyTerm = z.input<typeof TaxonomyTerm>;

export function presentTerm(row: TermRow): TaxonomyTerm {
  return {
    id: row.id,
    taxonomy: row.taxonomy,
    code: row.code,
    name: row.name,
    nameEn: row.nameEn,
    description: row.description,
    ...given({ parentCode: row.parentCode }),
  };
}
