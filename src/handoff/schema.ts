export * from "./obligations/schema.ts";
export * from "./tables/case.ts";
export * from "./tables/consent.ts";
export * from "./tables/consent-receipt.ts";
export * from "./tables/erasure.ts";
export * from "./tables/keys.ts";
export * from "./tables/personal.ts";
export * from "./tables/referral.ts";
