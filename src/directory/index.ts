import tellCapacityOperation from "./capacity/tell-capacity.ts";
import listDirectoryChangesOperation from "./changes/list-directory-changes.ts";
import acceptCorrectionOperation from "./corrections/accept-correction.ts";
import getCorrectionOperation from "./corrections/get-correction.ts";
import listCorrectionsOperation from "./corrections/list-corrections.ts";
import proposeCorrectionOperation from "./corrections/propose-correction.ts";
import refuseCorrectionOperation from "./corrections/refuse-correction.ts";
import dismissDuplicateOperation from "./duplicates/dismiss-duplicate.ts";
import listDuplicatesOperation from "./duplicates/list-duplicates.ts";
import restoreDuplicateOperation from "./duplicates/restore-duplicate.ts";
import addLocationOperation from "./edit/add-location.ts";
import addOrganizationOperation from "./edit/add-organization.ts";
import addServiceOperation from "./edit/add-service.ts";
import deleteLocationOperation from "./edit/delete-location.ts";
import deleteOrganizationOperation from "./edit/delete-organization.ts";
import deleteServiceOperation from "./edit/delete-service.ts";
import editLocationOperation from "./edit/edit-location.ts";
import editOrganizationOperation from "./edit/edit-organization.ts";
import editServiceOperation from "./edit/edit-service.ts";
import getLocationOperation from "./get-location.ts";
import getOrganizationOperation from "./get-organization.ts";
import getServiceOperation from "./get-service.ts";
import getLocationVersionOperation from "./history/get-location-version.ts";
import getOrganizationVersionOperation from "./history/get-organization-version.ts";
import getServiceVersionOperation from "./history/get-service-version.ts";
import listLocationVersionsOperation from "./history/list-location-versions.ts";
import listOrganizationVersionsOperation from "./history/list-organization-versions.ts";
import listServiceVersionsOperation from "./history/list-service-versions.ts";
import createImportOperation from "./imports/create-import.ts";
import getImportOperation from "./imports/get-import.ts";
import listImportFindingsOperation from "./imports/list-import-findings.ts";
import listImportsOperation from "./imports/list-imports.ts";
import linkOrganizationOperation from "./link-organization.ts";
import listOrganizationsOperation from "./list-organizations.ts";
import listServicesOperation from "./list-services.ts";
import listTaxonomyTermsOperation from "./list-taxonomy-terms.ts";
import moveServiceOperation from "./move-service.ts";
import searchServicesOperation from "./search-services.ts";
import suggestServicesOperation from "./suggest-services.ts";
import addSynonymOperation from "./synonyms/add-synonym.ts";
import changeSynonymOperation from "./synonyms/change-synonym.ts";
import getSynonymOperation from "./synonyms/get-synonym.ts";
import listSynonymsOperation from "./synonyms/list-synonyms.ts";
import removeSynonymOperation from "./synonyms/remove-synonym.ts";
import holdVerificationRoundOperation from "./verification/hold-verification-round.ts";
import listDueVerificationsOperation from "./verification/list-due-verifications.ts";
import listVerificationsOperation from "./verification/list-verifications.ts";
import verifyEntryOperation from "./verification/verify-entry.ts";

export { type ExportOptions, exportDirectory, withSnapshot } from "./export/export-directory.ts";
export { getLocation } from "./get-location.ts";
export { getOrganization } from "./get-organization.ts";
export { getService } from "./get-service.ts";
export { type HsdsOptions, hsds } from "./hsds/index.ts";
export { type ImportOptions, importDirectory } from "./import/import-directory.ts";
export type { ImportEntry, ImportReport } from "./import/report.ts";
export { runImports } from "./imports/run-imports.ts";
export { linkOrganization } from "./link-organization.ts";
export { listOrganizations } from "./list-organizations.ts";
export { listServices } from "./list-services.ts";
export { listTaxonomyTerms } from "./list-taxonomy-terms.ts";
export { findTermNames, findUnknownTopics, isTopic } from "./organization-store.ts";
export { organizationNotFound, serviceNotFound } from "./problems.ts";
export { audiences, channels, type Domain, domains, services, statuses } from "./schema.ts";
export { type Searched, saidScores, type Weights, weightsOf } from "./search/score.ts";
export { wordsOf } from "./search/search-index.ts";
export { anyOf } from "./search/tsquery.ts";
export { directoryWords, read as readWords, type Understood } from "./search/understand.ts";
export { searchServices } from "./search-services.ts";
export { ServiceMatches } from "./search-wire.ts";
export { type SeedReport, seedDirectory } from "./seed-directory.ts";
export { termsUnder } from "./service-filters.ts";
export { findServiceForHandoff, type ServiceForHandoff } from "./store.ts";
export { suggestServices } from "./suggest-services.ts";
export { listSynonyms } from "./synonyms/list-synonyms.ts";
export { abuseTerms } from "./taxonomy/abuse.ts";
export { askForVerification } from "./verification/ask-for-verification.ts";
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
  getLocationOperation,
  listOrganizationVersionsOperation,
  getOrganizationVersionOperation,
  listServiceVersionsOperation,
  getServiceVersionOperation,
  listLocationVersionsOperation,
  getLocationVersionOperation,
  listDirectoryChangesOperation,
  addOrganizationOperation,
  addServiceOperation,
  addLocationOperation,
  editOrganizationOperation,
  editServiceOperation,
  editLocationOperation,
  deleteOrganizationOperation,
  deleteServiceOperation,
  deleteLocationOperation,
  linkOrganizationOperation,
  moveServiceOperation,
  createImportOperation,
  listImportsOperation,
  getImportOperation,
  listImportFindingsOperation,
  verifyEntryOperation,
  listVerificationsOperation,
  listDueVerificationsOperation,
  holdVerificationRoundOperation,
  tellCapacityOperation,
  proposeCorrectionOperation,
  listCorrectionsOperation,
  getCorrectionOperation,
  acceptCorrectionOperation,
  refuseCorrectionOperation,
  listDuplicatesOperation,
  dismissDuplicateOperation,
  restoreDuplicateOperation,
  addSynonymOperation,
  getSynonymOperation,
  changeSynonymOperation,
  removeSynonymOperation,
] as const;
