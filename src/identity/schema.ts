export * from "./clients/schema.ts";
export * from "./passkeys/schema.ts";
export * from "./proposals/schema.ts";
export * from "./provider/schema.ts";
export * from "./sessions/schema.ts";
export * from "./tables/participant.ts";
export * from "./two-persons/schema.ts";
