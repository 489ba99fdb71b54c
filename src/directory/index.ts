import getOrganizationOperation from "./get-organization.ts";
import getServiceOperation from "./get-service.ts";
import createImportOperation from "./imports/create-import.ts";
import getImportOperation from "./imports/get-import.ts";
import listImportFindingsOperation from "./imports/list-import-findings.ts";
import listImportsOperation from "./imports/list-imports.ts";
import linkOrganizationOperation from "./link-organization.ts";
import listOrganizationsOperation from "./list-organizations.ts";
import listServicesOperation from "./list-services.ts";
import listSynonymsOperation from "./list-synonyms.ts";
import listTaxonomyTermsOperation from "./list-taxonomy-terms.ts";
import searchServicesOperation from "./search-services.ts";
import suggestServicesOperation from "./suggest-services.ts";

export { type ExportOptions, exportDirectory, withSnapshot } from "./export/export-directory.ts";
export { getOrganization } from "./get-organization.ts";
export { getService } from "./get-service.ts";
export { type HsdsOptions, hsds } from "./hsds/index.ts";
export { type ImportOptions, importDirectory } from "./import/import-directory.ts";
export type { ImportEntry, ImportReport } from "./import/report.ts";
export { runImports } from "./imports/run-imports.ts";
export { linkOrganization } from "./link-organization.ts";
export { listOrganizations } from "./list-organizations.ts";
export { listServices } from "./list-services.ts";
export { listSynonyms } from "./list-synonyms.ts";
export { listTaxonomyTerms } from "./list-taxonomy-terms.ts";
export { findUnknownTopics } from "./organization-store.ts";
export { organizationNotFound, serviceNotFound } from "./problems.ts";
export { audiences, channels, type Domain, domains, services, statuses } from "./schema.ts";
export { searchServices } from "./search-services.ts";
export { type SeedReport, seedDirectory } from "./seed-directory.ts";
export { findServiceForHandoff, type ServiceForHandoff } from "./store.ts";
export { suggestServices } from "./suggest-services.ts";
export { TermCode } from "./wire.ts";

export const operations = [
  searchServicesOperation,
  suggestServicesOperation,
  listSynonymsOperation,
  listServicesOperation,
  getServiceOperation,
  listOrganizationsOperation,
  getOrganizationOperation,
  listTaxonomyTermsOperation,
  linkOrganizationOperation,
  createImportOperation,
  listImportsOperation,
  getImportOperation,
  listImportFindingsOperation,
] as const;
