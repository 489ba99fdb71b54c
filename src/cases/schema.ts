export * from "./tables/case.ts";
export * from "./tables/case-key.ts";
export * from "./tables/conditions.ts";
export * from "./tables/consent.ts";
export * from "./tables/consent-receipt.ts";
export * from "./tables/cover.ts";
export * from "./tables/personal.ts";
