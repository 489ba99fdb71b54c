export * from "./tables/case.ts";
export * from "./tables/consent.ts";
export * from "./tables/referral.ts";
