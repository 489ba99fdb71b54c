import { expect, test } from "vitest";
import { readAssertion } from "../../../src/identity/assertion/read-assertion.ts";
import { written } from "../systems.ts";

const issuer = "https://handreiking.example";
const client = "e0a3b1d6-94a7-4f0e-8d62-0f6f5ac2b3a7";
const now = 1_767_603_600;

const right = { iss: client, sub: client, aud: issuer, jti: "one", iat: now, exp: now + 60 };
const jsonOf = (claims: object) => JSON.stringify({ ...right, ...claims });
const read = (payload: string, header: object = {}) =>
  readAssertion(
    written(JSON.stringify({ alg: "EdDSA", kid: "one", ...header }), payload),
    [issuer],
    new Date(now * 1000),
  );
/** The same with one member written as it is. */
const raw = (member: string, value: string) => jsonOf({ [member]: "@" }).replace('"@"', value);

test.each([
  ["the shortest life", jsonOf({ exp: now + 1 })],
  ["the longest life", jsonOf({ exp: now + 300 })],
  ["a clock that is ten seconds ahead", jsonOf({ iat: now + 10, nbf: now + 10 })],
  ["a beginning in the past", jsonOf({ iat: now - 200, nbf: now - 200 })],
  ["claims that nobody asked for", jsonOf({ name: "System", cnf: {} })],
  ["a number written at length", raw("exp", `${now + 60}.0`)],
])("is read: %s", (_, payload) => {
  expect(read(payload)).toMatchObject({ clientId: client, kid: "one", jti: "one" });
});

test.each([
  ["no type", {}],
  ["the type JWT", { typ: "JWT" }],
  ["the type of rfc7523bis", { typ: "client-authentication+jwt" }],
  [
    "addresses and copies of keys, which are not looked at",
    { jku: "https://evil.example", jwk: {}, x5c: [""] },
  ],
])("is read with %s", (_, header) => {
  expect(read(jsonOf({}), header)).toBeDefined();
});

test.each([
  ["another issuer", jsonOf({ iss: "0b51cbd5-4f60-4a3e-8f2f-5a0f6a2a7a11" })],
  ["another subject", jsonOf({ sub: "0b51cbd5-4f60-4a3e-8f2f-5a0f6a2a7a11" })],
  ["a client that is no id", jsonOf({ iss: "system", sub: "system" })],
  ["another audience", jsonOf({ aud: "https://elsewhere.example" })],
  ["an audience with a slash at the end", jsonOf({ aud: `${issuer}/` })],
  ["an audience that begins as the issuer does", jsonOf({ aud: `${issuer}.evil.example` })],
  ["a part of the issuer as audience", jsonOf({ aud: issuer.slice(0, -1) })],
  ["the audience in capitals", jsonOf({ aud: issuer.toUpperCase() })],
  ["a list with the issuer alone", jsonOf({ aud: [issuer] })],
  ["a list with another audience besides", jsonOf({ aud: [issuer, "https://elsewhere.example"] })],
  ["no audience", jsonOf({ aud: undefined })],
  ["an end in the past", jsonOf({ iat: now - 60, exp: now - 1 })],
  ["an end at this moment", jsonOf({ iat: now - 60, exp: now })],
  ["no end", jsonOf({ exp: undefined })],
  ["an end that is text", jsonOf({ exp: String(now + 60) })],
  ["an end with a fraction", raw("exp", `${now + 60}.5`)],
  ["an end beyond all numbers", raw("exp", "1e400")],
  ["an end that is below zero", jsonOf({ exp: -1 })],
  ["an end that is nothing", jsonOf({ exp: null })],
  ["an end before its beginning", jsonOf({ iat: now + 9, exp: now + 5 })],
  ["no beginning", jsonOf({ iat: undefined })],
  ["a beginning with a fraction", raw("iat", `${now}.5`)],
  ["a beginning eleven seconds ahead", jsonOf({ iat: now + 11 })],
  ["a beginning more than a minute ahead", jsonOf({ iat: now + 61, exp: now + 120 })],
  ["not before more than a minute ahead", jsonOf({ nbf: now + 61 })],
  ["not before a time that is text", jsonOf({ nbf: "now" })],
  ["a life of more than five minutes", jsonOf({ exp: now + 301 })],
  ["no jti", jsonOf({ jti: undefined })],
  ["an empty jti", jsonOf({ jti: "" })],
  ["an endless jti", jsonOf({ jti: "x".repeat(201) })],
  ["a member who is no id", jsonOf({ on_behalf_of: "Eva" })],
  ["what is no object", "[]"],
  ["what is no JSON", "{"],
])("is refused: %s", (_, payload) => {
  expect(read(payload)).toBeUndefined();
});

test.each([
  ["no algorithm", { alg: undefined }],
  ["the algorithm none", { alg: "none" }],
  ["the algorithm None", { alg: "None" }],
  ["the algorithm NONE", { alg: "NONE" }],
  ["a symmetric algorithm", { alg: "HS256" }],
  ["an algorithm that nobody asked for", { alg: "ES384" }],
  ["no key's name", { kid: undefined }],
  ["an empty key's name", { kid: "" }],
  ["a key's name that is no text", { kid: 1 }],
  ["an endless key's name", { kid: "x".repeat(201) }],
  ["the type of an access token", { typ: "at+jwt" }],
  ["the type of a proof", { typ: "dpop+jwt" }],
  ["the type of a receipt", { typ: "consent-receipt+jwt" }],
  ["an extension that it calls critical", { crit: ["odd"], odd: 1 }],
  ["an empty list of critical extensions", { crit: [] }],
])("is refused with %s", (_, header) => {
  expect(read(jsonOf({}), header)).toBeUndefined();
});

test.each([
  ["", ".", "..", "a.b", "a.b.c.d", "not.a.token", "e30.e30.", "e30.e30.c2ln=", " e30.e30.c2ln"],
  [written('{"alg":"EdDSA","kid":"one"}', jsonOf({}), "A".repeat(8192))],
])("text that is no signed token is refused", (...texts) => {
  for (const text of texts) expect(readAssertion(text, [issuer], new Date(now * 1000))).toBeUndefined();
});
