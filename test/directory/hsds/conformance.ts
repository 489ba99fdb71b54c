/* node test/directory/hsds/conformance.ts CHECKER [--generated]: runs a checker of HSDS over the whole service. */
import { spawn } from "node:child_process";
import { seedDirectory } from "../../../src/directory/index.ts";
import { readNodeEnvironment } from "../../../src/host/env.ts";
import { startService } from "../../../src/host/node.ts";
import { findOperator } from "../../../src/identity/index.ts";
import { permissions } from "../../../src/permissions.ts";
import type { Context } from "../../../src/platform/context.ts";
import { generateDirectory } from "./generate/index.ts";

const [checker, ...flags] = process.argv.slice(2);
if (!checker)
  throw new Error("name the checker: node test/directory/hsds/conformance.ts CHECKER [--generated]");

const environment = { DATA_DIR: "memory://", PORT: "0", RATE_LIMITS: "open=1000000/60" };
const service = await startService(readNodeEnvironment(environment), () => {});
try {
  const operatorId = await findOperator(service.platform.db);
  const ctx: Context = {
    ...service.platform,
    actor: { kind: "job", id: operatorId, participantId: operatorId, permissions: new Set(permissions) },
  };
  await seedDirectory(ctx);
  if (flags.includes("--generated")) await generateDirectory(ctx, 2000);
  process.exitCode = await verdict(checker, `${service.url}/hsds`);
} finally {
  await service.close();
}

/** 0 only for a checker that ends well and closes with neither a failure nor a warning. */
async function verdict(path: string, url: string): Promise<number> {
  const child = spawn(process.execPath, [path, url, "--require-all"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", reject).once("close", (status) => resolve(status ?? 1));
  });
  process.stdout.write(printed.replaceAll(/^PASS .*\n/gm, ""));
  const clean = /^CONFORMANT: [1-9]\d* pass, 0 fail, 0 warn\b/m.test(printed);
  return code || (clean ? 0 : 1);
}
