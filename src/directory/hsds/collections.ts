import { or, type SQL, sql } from "drizzle-orm";
import {
  fullPlace,
  fullService,
  listedOrganization,
  listedPlace,
  listedService,
  minimalService,
  organization,
  organizationWithServices,
} from "./entities.ts";
import { type Asked, covers, modifiedAfter, near, saidOf, termConditions, textHolds } from "./filters.ts";
import type { ParameterName, Query } from "./parameters.ts";
import { taxonomy, taxonomyTerm } from "./records.ts";
import type { Shape } from "./shape.ts";
import { isPublicOrganization, isPublicPlace, isPublicService } from "./visibility.ts";

/** In terms of `met`, the ids of what meets all conditions, and `scored`, the scores of services. */
interface Ranking {
  /** Which services are scored. */
  services: string;
  /** The scores of its rows, as (id, score). */
  scores: string;
}

/** One of the five lists, over the rows `t0` of its table. */
export interface Collection {
  /** Its path, and the key of its operationIds. */
  path: string;
  /** What one entry is called. */
  entry: string;
  title: string;
  parameters: readonly ParameterName[];
  /** Parameters of the single record. */
  parametersOfOne: readonly ParameterName[];
  listed(query: Query): Shape;
  single(query: Query): Shape;
  /** All shapes that `listed` may answer. */
  shapes: readonly Shape[];
  visible: string;
  order: string;
  /** How the scores of services become its own, where `search` asks for services. */
  ranked?: Ranking;
  conditions(asked: Asked): (SQL | undefined)[];
}

const paging = ["search", "page", "per_page", "format"] as const;
const t0 = sql.raw("t0");
const idOf = sql.raw("t0.id");

const services: Collection = {
  path: "services",
  entry: "service",
  title: "Services",
  parameters: [
    ...paging,
    "taxonomy_term_id",
    "taxonomy_id",
    "organization_id",
    "modified_after",
    "minimal",
    "full",
  ],
  parametersOfOne: [],
  listed: ({ minimal, full }) => (minimal ? minimalService : full ? fullService : listedService),
  single: () => fullService,
  shapes: [listedService, fullService, minimalService],
  visible: isPublicService("t0"),
  order: "t0.name, t0.id",
  ranked: { services: "service.id in (select id from met)", scores: "select id, score from scored" },
  conditions: (asked) => [
    saidOf(asked, idOf),
    ...termConditions(asked.query).map((bears) => bears(idOf)),
    asked.query.organization_id ? sql`t0.organization_id = ${asked.query.organization_id}::uuid` : undefined,
    modifiedAfter(asked.query, sql.raw("t0.last_modified")),
  ],
};

const offersThat = (condition: SQL | undefined) =>
  condition &&
  sql`exists (select from handreiking.service where service.organization_id = t0.id and ${condition})`;

const organizations: Collection = {
  path: "organizations",
  entry: "organization",
  title: "Organizations",
  parameters: [...paging, "taxonomy_term_id", "taxonomy_id", "full", "full_service"],
  parametersOfOne: ["full_service"],
  listed: ({ full, full_service }) =>
    full_service ? organizationWithServices : full ? organization : listedOrganization,
  single: ({ full_service }) => (full_service ? organizationWithServices : organization),
  shapes: [listedOrganization, organization, organizationWithServices],
  visible: isPublicOrganization("t0"),
  order: "t0.name, t0.id",
  ranked: {
    services: "service.organization_id in (select id from met)",
    scores: `select organization_id as id, max(score) as score
      from scored join handreiking.service on service.id = scored.id group by organization_id`,
  },
  conditions: (asked) => [
    or(
      textHolds(asked, sql.raw("concat_ws(' ', t0.name, t0.alternate_name, t0.description)")),
      offersThat(saidOf(asked, sql.raw("service.id"))),
    ),
    // Said of the organization or of one of its services.
    ...termConditions(asked.query).map((bears) => or(bears(idOf), offersThat(bears(sql.raw("service.id"))))),
  ],
};

const places: Collection = {
  path: "service_at_locations",
  entry: "service_at_location",
  title: "Services at locations",
  parameters: [
    ...paging,
    "taxonomy_term_id",
    "taxonomy_id",
    "organization_id",
    "modified_after",
    "full",
    "postcode",
    "proximity",
  ],
  parametersOfOne: [],
  listed: ({ full }) => (full ? fullPlace : listedPlace),
  single: () => fullPlace,
  shapes: [listedPlace, fullPlace],
  visible: isPublicPlace("t0"),
  order: "t0.id",
  ranked: {
    services: `service.id in (select service_id from handreiking.service_at_location as place join met using (id))`,
    scores: `select place.id, score
      from scored join handreiking.service_at_location as place on place.service_id = scored.id`,
  },
  conditions: (asked) => {
    const { organization_id, modified_after } = asked.query;
    const serviceThat = (condition: SQL) =>
      sql`exists (select from handreiking.service where service.id = t0.service_id and ${condition})`;
    const modified = modified_after && modifiedAfter(asked.query, sql.raw("service.last_modified"));
    return [
      saidOf(asked, sql.raw("t0.service_id")),
      ...termConditions(asked.query).map((bears) => bears(sql.raw("t0.service_id"))),
      organization_id ? serviceThat(sql`service.organization_id = ${organization_id}::uuid`) : undefined,
      modified ? serviceThat(modified) : undefined,
      near(asked, sql.raw("t0.location_id")),
      covers(asked, t0),
    ];
  },
};

const taxonomies: Collection = {
  path: "taxonomies",
  entry: "taxonomy",
  title: "Taxonomies",
  parameters: paging,
  parametersOfOne: [],
  listed: () => taxonomy,
  single: () => taxonomy,
  shapes: [taxonomy],
  visible: "true",
  order: "t0.name, t0.id",
  conditions: (asked) => [textHolds(asked, sql.raw("concat_ws(' ', t0.name, t0.description)"))],
};

const terms: Collection = {
  path: "taxonomy_terms",
  entry: "taxonomy_term",
  title: "Taxonomy terms",
  parameters: [...paging, "taxonomy_id", "top_only", "parent_id"],
  parametersOfOne: [],
  listed: () => taxonomyTerm,
  single: () => taxonomyTerm,
  shapes: [taxonomyTerm],
  visible: "true",
  order: "t0.name, t0.id",
  conditions: (asked) => {
    const { taxonomy_id, top_only, parent_id } = asked.query;
    return [
      textHolds(
        asked,
        sql.raw("concat_ws(' ', t0.name, t0.description, t0.code)"),
        sql.raw("coalesce(t0.name_en, '')"),
      ),
      taxonomy_id ? sql`t0.taxonomy_id = ${taxonomy_id}::uuid` : undefined,
      top_only ? sql`t0.parent_id is null` : undefined,
      parent_id ? sql`t0.parent_id = ${parent_id}::uuid` : undefined,
    ];
  },
};

export const collections: readonly Collection[] = [services, organizations, places, taxonomies, terms];
