import { afterAll } from "vitest";
import { closeDatabase } from "../database.ts";

afterAll(closeDatabase);
