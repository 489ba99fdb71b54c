declare module "vitest" {
  interface ProvidedContext {
    /** A migrated and seeded PGlite, as a file to load. */
    snapshot?: string;
    /** A PostgreSQL server with a migrated and seeded database to copy. */
    server?: import("../world/postgres-server.ts").PreparedServer;
  }
}

export {};
