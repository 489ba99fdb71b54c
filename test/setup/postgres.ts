import type { TestProject } from "vitest/node";
import { prepareServer } from "../world/postgres-server.ts";
import { once } from "./once.ts";

export default async function setup(project: TestProject) {
  const { server, stop } = await once("postgres", prepareServer);
  project.provide("server", server);
  return () => once("postgres stopped", stop);
}
