export * from "./tables/movement.ts";
export * from "./tables/signal.ts";
export * from "./tables/statistics.ts";
