export * from "./emergencies/schema.ts";
export * from "./obligations/schema.ts";
export * from "./overrides/requests/schema.ts";
export * from "./tables/disclosure-key.ts";
export * from "./tables/erasure.ts";
export * from "./tables/override.ts";
export * from "./tables/referral.ts";
export * from "./tables/refusal.ts";
