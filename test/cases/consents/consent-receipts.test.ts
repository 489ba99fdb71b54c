import { decodeJwt, SignJWT } from "jose";
import { expect } from "vitest";
import { ReceiptRefused, receiptStatus, verifyReceipt } from "../../../src/client/index.ts";
import { makeReferral } from "../../handoff/make.ts";
import { keyPair } from "../../world/keys.ts";
import { issuer, test, type World } from "../../world/world.ts";

async function issued(world: World) {
  const referral = await makeReferral(world, "offered");
  const path = `/consents/${referral.consentId}/receipt`;
  const { body } = await world.as(world.eva).get(path);
  const from = {
    baseUrl: issuer,
    at: new Date(world.clock.time),
    fetch: (request: Request) => world.app.request(request),
  };
  return { ...referral, receiptPath: path, body, from };
}

test("a receipt proves the consent to whoever has the service's keys, and names no case", async ({
  world,
}) => {
  const { body, from, consentId, caseId } = await issued(world);
  const keys = world.platform.signing.publicKeys;
  const nothing = () => Promise.reject(new Error("asked over the network"));
  for (const way of [from, { ...from, keys, fetch: nothing }])
    expect(await verifyReceipt(body.receipt, way)).toEqual({
      receiptId: body.receiptId,
      expiresAt: new Date("2026-01-06T09:00:00Z"),
      consent: {
        recipientId: world.bridge.id,
        subject: "caller",
        purpose: "handoff",
        categories: ["contact", "identity"],
        textVersion: "handoff-2026.1",
        textLanguage: "nl",
        givenAt: "2026-01-05T09:00:00.000Z",
        expiresAt: "2026-04-05T08:00:00.000Z",
      },
    });
  const told = JSON.stringify(decodeJwt(body.receipt));
  for (const id of [consentId, caseId, world.eva.memberId, world.helpline.id]) expect(told).not.toContain(id);
});

test("the same consent keeps its pseudonym, each receipt leaves an audit entry", async ({ world }) => {
  const { body, receiptPath, consentId } = await issued(world);
  expect((await world.as(world.eva).get(receiptPath)).body.receiptId).toBe(body.receiptId);
  const actions = await world.audited(world.helpline.id, consentId);
  expect(actions.filter((action) => action === "consent.receipt-issued")).toHaveLength(2);
});

test("a colleague without the case gets none", async ({ world }) => {
  const { receiptPath } = await issued(world);
  const ilse = await world.member(world.helpline, "counsellor");
  const { status, body } = await world.as(ilse).get(receiptPath);
  expect({ status, type: body.type }).toEqual({ status: 403, type: "/problems/case-not-shared" });
});

test("a withdrawn consent says so to whoever holds its receipt, and no new one is issued", async ({
  world,
}) => {
  const { body, from, consentId, receiptPath } = await issued(world);
  const receipt = await verifyReceipt(body.receipt, from);
  expect(await receiptStatus(receipt, from)).toBe("current");
  await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
  expect(await receiptStatus(receipt, from)).toBe("withdrawn");
  const again = await world.as(world.eva).get(receiptPath);
  expect({ status: again.status, type: again.body.type }).toEqual({
    status: 409,
    type: "/problems/consent-not-current",
  });
});

test("an expired consent says so", async ({ world }) => {
  const { body, from } = await issued(world);
  const receipt = await verifyReceipt(body.receipt, from);
  world.clock.time = new Date("2026-04-05T09:00:00Z");
  expect(await receiptStatus(receipt, from)).toBe("expired");
});

test("an unknown receipt has no status", async ({ world }) => {
  const unknown = `/v1/consent-receipts/${world.bridge.id}/status`;
  expect((await world.app.request(unknown)).status).toBe(404);
});

test("a receipt of another service, altered, run out or of another kind is refused", async ({ world }) => {
  const { body, from } = await issued(world);
  const { privateKey } = await keyPair();
  const claims = decodeJwt(body.receipt);
  const [header = "", , signature = ""] = body.receipt.split(".");
  const altered = Buffer.from(JSON.stringify({ ...claims, exp: 4_000_000_000 })).toString("base64url");
  const refused: [string, typeof from][] = [
    [
      await new SignJWT(claims)
        .setProtectedHeader({ alg: "EdDSA", typ: "consent-receipt+jwt" })
        .sign(privateKey),
      from,
    ],
    [`${header}.${altered}.${signature}`, from],
    [await world.platform.signing.sign("at+jwt", claims), from],
    [body.receipt, { ...from, at: new Date("2026-01-06T09:00:01Z") }],
    ["", from],
  ];
  for (const [receipt, way] of refused)
    await expect(verifyReceipt(receipt, way)).rejects.toThrow(ReceiptRefused);
  const keys = world.platform.signing.publicKeys;
  await expect(
    verifyReceipt(body.receipt, { ...from, keys, baseUrl: "https://elsewhere.example" }),
  ).rejects.toThrow(ReceiptRefused);
});
