import type { TestProject } from "vitest/node";
import { prepareServer } from "../postgres-server.ts";

export default async function setup(project: TestProject) {
  const { server, stop } = await prepareServer();
  project.provide("server", server);
  return stop;
}
