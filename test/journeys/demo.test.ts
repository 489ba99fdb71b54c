import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { createTeller, wantsColor } from "../../src/demo/tell.ts";

const patience = 120_000;
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
});

/** Node with `args`: what it says so far, and how it ends. */
function run(...args: string[]) {
  const child = spawn(process.execPath, args, { env: { ...process.env, NO_COLOR: "" } });
  running.add(child);
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    said.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said.err += text;
  });
  const ended = once(child, "close").then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const says = async (text: string) => {
    while (!said.out.includes(text)) {
      const more = await Promise.race([once(child.stdout, "data"), ended]);
      if (!Array.isArray(more)) throw new Error(`it ended without saying "${text}": ${said.err}`);
    }
  };
  return { child, said, ended, says };
}

test("the demo plays the main job, tells each step, and stops", { timeout: patience }, async () => {
  const demo = run("src/demo/index.ts", "--once");
  expect(await demo.ended, demo.said.err).toBe(0);
  const { out } = demo.said;

  expect(out.match(/→ .*/g)).toEqual([
    expect.stringContaining("found: Expertise en behandeling bij geweld in afhankelijkheidsrelaties (Fier)"),
    expect.stringMatching(/case [0-9A-Z]{4}-[0-9A-Z]{4} is open/),
    "→ help question: care, violence and trauma-care",
    expect.stringContaining("consent for Fier only"),
    "→ the referral is draft",
    "→ the referral is offered",
    "→ refused, as it should be: 404 referral-not-found",
    "→ the referral is offered",
    "→ the referral is acknowledged",
    "→ the referral is accepted",
    "→ the referral is accepted",
    "→ safe contact: phone, no voicemail, checked with the caller",
    "→ the referral is scheduled",
    "→ refused, as it should be: 404 referral-not-found",
    "→ opened and verified: contact and identity",
    "→ the referral is scheduled",
    "→ the referral is connected",
    "→ refused, as it should be: 409 feedback-not-agreed",
    "→ the referral is completed",
    expect.stringContaining("found: Hulp bij aangifte en strafproces (Slachtofferhulp Nederland)"),
    "→ the referral is accepted",
    "→ the referral is scheduled",
    "→ fetched, and written down for Eva to see: contact and identity",
    "→ the referral is withdrawn",
    "→ refused, as it should be: 410 disclosure-gone",
    "→ what Slachtofferhulp Nederland held of the caller is deleted",
    "→ the referral is completed",
    "→ found: Gratis juridisch advies (Het Juridisch Loket), by telephone",
    "→ the referral is accepted",
    "→ the referral is scheduled",
    "→ the referral is connected",
    expect.stringMatching(/^→ Helpline: referral\.drafted, .*referral\.withdrawn, obligation\.met/),
    expect.stringMatching(/^→ Fier: referral\.offered, .*referral\.completed$/),
    expect.stringMatching(/^→ Slachtofferhulp Nederland: referral\.offered, .*referral\.withdrawn/),
  ]);
  expect(out).toContain("Understood as: geweld,");
  expect(out).toMatch(/Sam: GET \/v1\/referrals\/\w{8}…\/disclosure {2}410/);
  const steps = [...out.matchAll(/^ ?(\d+) {2}\S/gm)].map(([, number]) => Number(number));
  expect(steps).toEqual(steps.map((_, place) => place + 1));
  expect(out).toContain(`All ${steps.length} steps ended as they should`);
  // Not a terminal: no colors. And no token, assertion or key anywhere.
  expect(out).not.toContain("\u001b");
  expect(out + demo.said.err).not.toMatch(/eyJ|Bearer|"d":/);
});

test("a failing step is named, and stops everything", { timeout: patience }, async () => {
  const script = `
    import { runDemo } from ${JSON.stringify(new URL("../../src/demo/run.ts", import.meta.url).href)};
    await runDemo(async ({ step, eva }) => {
      await step("Eva finds services", () => eva.handreiking.GET("/services"));
      await step("Eva reads a case that is not there", () =>
        eva.handreiking.GET("/cases/{caseId}", { params: { path: { caseId: crypto.randomUUID() } } }));
      await step("Nobody comes here", async () => {});
    }, false);`;
  const demo = run("--input-type=module", "--eval", script);
  expect(await demo.ended).toBe(1);
  expect(demo.said.err).toContain("Step 2 failed: Eva reads a case that is not there\n404 case-not-found");
  expect(demo.said.out).not.toContain("Nobody comes here");
});

test("without --once it stays up until Ctrl-C", { timeout: patience }, async () => {
  const demo = run("src/demo/index.ts");
  await demo.says("Ctrl-C stops it");
  const [url] = demo.said.out.match(/http:\/\/127\.0\.0\.1:\d+/) ?? [""];
  expect((await fetch(`${url}/v1/openapi.json`)).status).toBe(200);
  expect((await fetch(`${url}/v1/services`)).status).toBe(401);
  demo.child.kill("SIGINT");
  expect(await demo.ended).toBe(0);
  await expect(fetch(`${url}/v1/openapi.json`)).rejects.toThrow();
});

test.each([
  [{ isTTY: true }, undefined, true],
  [{ isTTY: true }, "", true],
  [{ isTTY: true }, "1", false],
  [{}, undefined, false],
])("a terminal %j with NO_COLOR %j has colors: %j", (stream, noColor, colored) => {
  expect(wantsColor(stream, noColor)).toBe(colored);
  const lines: string[] = [];
  createTeller((line) => lines.push(line), wantsColor(stream, noColor)).state("offered");
  expect(lines).toEqual([colored ? "    \u001b[32m→ offered\u001b[0m" : "    → offered"]);
});
