import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: ["src/*/schema.ts", "src/platform/database/schema.ts"],
  out: process.env.MIGRATIONS ?? "drizzle",
  schemaFilter: ["handreiking", "keys"],
});
