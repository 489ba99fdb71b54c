import type { z } from "@hono/zod-openapi";
import type { Entry } from "./edit/entry.ts";
import { OrganizationEntry } from "./edit/wire.ts";
import type { OrganizationRow } from "./organization-store.ts";
import { Organization, presentOrganization } from "./wire.ts";

export const OrganizationDetail = Organization.extend({ entry: OrganizationEntry }).openapi(
  "OrganizationDetail",
  { description: "An organization that offers help, with the record as it is edited" },
);
export type OrganizationDetail = z.input<typeof OrganizationDetail>;

export const presentOrganizationDetail = (row: OrganizationRow, entry: Entry): OrganizationDetail => ({
  ...presentOrganization(row),
  entry,
});
