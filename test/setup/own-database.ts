import { afterAll } from "vitest";
import { closeDatabase } from "../world/database.ts";

afterAll(closeDatabase);
