/*
 * Table and column names are those of HSDS 3.1; what a handoff needs besides is marked so.
 */
export * from "./codes.ts";
export * from "./tables/contact.ts";
export * from "./tables/history.ts";
export * from "./tables/import.ts";
export * from "./tables/location.ts";
export * from "./tables/organization.ts";
export * from "./tables/quality.ts";
export * from "./tables/schedule.ts";
export * from "./tables/search.ts";
export * from "./tables/service.ts";
export * from "./tables/taxonomy.ts";
