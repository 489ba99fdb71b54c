import { afterAll } from "vitest";
import { closeTestDatabase } from "../database.ts";

// Each file has a database of its own; the modules are shared, which spares each file their loading.
afterAll(closeTestDatabase);
