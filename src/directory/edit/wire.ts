import { z } from "@hono/zod-openapi";
import { Id, text } from "../../platform/text/text.ts";
import { organizationId, TermCode } from "../wire.ts";
import { givenSchema, patchSchema, shownSchema } from "./part-schema.ts";
import { location } from "./parts/location.ts";
import { organization } from "./parts/organization.ts";
import { service } from "./parts/service.ts";

const topics = z
  .array(TermCode)
  .max(100)
  .openapi({
    description: "The topics that it is filed under, by code",
    example: ["labour-exploitation"],
  });

const Place = z.strictObject({
  locationId: Id.openapi({ description: "The location", example: "4d1f0c55-0a3a-5f08-9f2f-7f4a5f7a1c3e" }),
  description: text(5_000)
    .nullish()
    .openapi({ description: "What to know of the service there", example: "Alleen op afspraak" }),
});
const places = z.array(Place).max(200).openapi({ description: "Where it is given" });

const links = { topics: topics.nullish(), locations: places.nullish() };

export const OrganizationEntry = shownSchema(organization, {
  parentOrganizationId: Id.optional().openapi({
    description: "The organization that it is a part of",
    example: "c3a1a6f8-3d57-5a59-8c0e-4f1f2f0f9a77",
  }),
}).openapi("OrganizationEntry", {
  description: "An organization as it is edited: what a patch changes, by the same names",
});
export const ServiceEntry = shownSchema(service, { organizationId, topics, locations: places }).openapi(
  "ServiceEntry",
  { description: "A service as it is edited: what a patch changes, by the same names" },
);
export const LocationEntry = shownSchema(location, { organizationId: organizationId.optional() }).openapi(
  "LocationEntry",
  {
    description:
      "A place as it is edited. Of a confidential one, coordinates and addresses are shown to its own organization only",
  },
);

export const NewOrganization = givenSchema(organization, {}, false).openapi("NewOrganization");
export const NewService = givenSchema(service, { ...links, organizationId }, false).openapi("NewService");
export const NewLocation = givenSchema(location, { organizationId }, false).openapi("NewLocation");

const patchMeaning = {
  description:
    "A merge patch (RFC 7396): what is not named stays, null takes away, and a list takes the place of the list. An item with its id stays the record that it is",
};
export const OrganizationPatch = patchSchema(organization).openapi("OrganizationPatch", patchMeaning);
export const ServicePatch = patchSchema(service, links).openapi("ServicePatch", patchMeaning);
export const LocationPatch = patchSchema(location).openapi("LocationPatch", patchMeaning);
