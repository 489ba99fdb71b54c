import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { inChain, keptChain, tamper } from "../audit/tampering.ts";
import { issuer, test, type World } from "../world/world.ts";

/** `handreiking audit verify` as a process of its own: its exit code and what it tells. */
async function verify(world: World, statement: string) {
  const file = join(mkdtempSync(join(tmpdir(), "handreiking-")), "checkpoint.jws");
  writeFileSync(file, `${statement}\n`);
  const options = ["--participant", world.helpline.id, "--checkpoint", file];
  const command = spawn(process.execPath, ["src/commands/cli.ts", "audit", "verify", ...options], {
    env: {
      ...process.env,
      DATABASE_URL: world.database.url,
      PUBLIC_URL: issuer,
      SECRET: world.keys.SECRET,
      SIGNING_KEYS: JSON.stringify(world.keys.SIGNING_KEYS),
      KEY_ENCRYPTION_KEYS: JSON.stringify(world.keys.KEY_ENCRYPTION_KEYS),
    },
  });
  let told = "";
  command.stdout.on("data", (piece) => {
    told += piece;
  });
  const [code] = await once(command, "close");
  return { code, report: JSON.parse(told) };
}

test("the command says which entry of which chain is wrong, and ends with 1", async ({ world }) => {
  const { checkpoint } = await keptChain(world);
  expect(await verify(world, checkpoint.statement)).toMatchObject({ code: 0, report: { sound: true } });
  await tamper(world, `update handreiking.audit_event set purpose = 'x' where ${inChain(world, 3)}`);
  expect(await verify(world, checkpoint.statement)).toMatchObject({
    code: 1,
    report: { sound: false, chains: [{ chain: world.helpline.id, break: { number: 3 } }] },
  });
});
