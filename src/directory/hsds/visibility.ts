/** Conditions, on a row by its alias, under which everybody may see it. */
export const isPublicOrganization = (alias: string): string => `${alias}.is_public`;

export const isPublicService = (alias: string): string =>
  `exists (select from handreiking.organization as provider
    where provider.id = ${alias}.organization_id and provider.is_public)`;

/** A service at a location: both are of organizations that are public, or the location is nobody's. */
export const isPublicPlace = (alias: string): string =>
  `exists (select from handreiking.service as placed
      join handreiking.organization as provider on provider.id = placed.organization_id
    where placed.id = ${alias}.service_id and provider.is_public)
  and exists (select from handreiking.location as spot
      left join handreiking.organization as keeper on keeper.id = spot.organization_id
    where spot.id = ${alias}.location_id and coalesce(keeper.is_public, true))`;
