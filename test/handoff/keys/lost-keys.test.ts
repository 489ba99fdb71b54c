import { expect } from "vitest";
import { createApp } from "../../../src/app.ts";
import { makeKeys } from "../../../src/host/node.ts";
import { createVault } from "../../../src/platform/keys/vault.ts";
import { issuer, test, type World } from "../../world/world.ts";
import { fillCase, openQuestion } from "../make.ts";

const parts = ["contact", "safe-contact", "notes"];

async function filledCase(world: World) {
  const { caseId } = await openQuestion(world);
  await fillCase(world, caseId);
  await world.as(world.eva).put(`/cases/${caseId}/code-word`, { word: "blauwe fiets" });
  return `/cases/${caseId}`;
}

test("without the key-encryption key nothing opens, and the log names the one that is missing", async ({
  world,
}) => {
  const path = await filledCase(world);
  const { KEY_ENCRYPTION_KEYS } = await makeKeys();
  const app = createApp({ ...world.platform, vault: await createVault(KEY_ENCRYPTION_KEYS) }, { rates: {} });
  const authorization = `Bearer ${await world.tokenOf(world.eva)}`;
  for (const part of parts) {
    const answer = await app.request(`${issuer}/v1${path}/${part}`, { headers: { authorization } });
    expect(answer.status, part).toBe(500);
    expect(world.logged.at(-1)?.failure).toBe(`KeyEncryptionKeyMissing(${world.platform.vault.kekId})`);
    expect((await world.as(world.eva).get(`${path}/${part}`)).status, part).toBe(200);
  }
  const check = await app.request(`${issuer}/v1${path}/code-word-checks`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ word: "blauwe fiets" }),
  });
  expect(check.status).toBe(500);
});
