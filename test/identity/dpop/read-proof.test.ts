import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { readProof } from "../../../src/identity/dpop/read-proof.ts";
import { written } from "../systems.ts";

const now = 1_767_603_600;
const target = new URL("https://handreiking.example/v1/events");
const jwkOf = (key: { publicKey: { export(options: { format: "jwk" }): object } }) =>
  key.publicKey.export({ format: "jwk" });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const jwk = jwkOf(ec);
const header = { typ: "dpop+jwt", alg: "ES256", jwk };
const claims = { jti: "one", htm: "GET", htu: target.href, iat: now, ath: "hash" };
const read = (more: object, moreHeader: object = {}, expected: object = { ath: "hash" }) =>
  readProof(
    written(JSON.stringify({ ...header, ...moreHeader }), JSON.stringify({ ...claims, ...more })),
    { method: "GET", target, ...expected },
    new Date(now * 1000),
  );

test.each([
  ["as it is", {}],
  ["a scheme and a host in capitals", { htu: "HTTPS://Handreiking.EXAMPLE/v1/events" }],
  ["the default port", { htu: "https://handreiking.example:443/v1/events" }],
  ["a query and a fragment, which do not count", { htu: `${target.href}?after=3#here` }],
  ["a minute's age", { iat: now - 60 }],
  ["a clock that is ten seconds ahead", { iat: now + 10 }],
])("a proof is read: %s", (_, more) => {
  expect(read(more)).toMatchObject({ jti: "one" });
});

test.each([
  ["another method", { htm: "POST" }],
  ["the method in small letters", { htm: "get" }],
  ["no method", { htm: undefined }],
  ["another path", { htu: "https://handreiking.example/v1/cases" }],
  ["the path in capitals", { htu: "https://handreiking.example/V1/events" }],
  ["a slash at the end", { htu: `${target.href}/` }],
  ["another host", { htu: "https://elsewhere.example/v1/events" }],
  ["another port", { htu: "https://handreiking.example:8443/v1/events" }],
  ["another scheme", { htu: "http://handreiking.example/v1/events" }],
  ["somebody's name before the host", { htu: "https://a@handreiking.example/v1/events" }],
  ["a path alone", { htu: "/v1/events" }],
  ["no address", { htu: undefined }],
  ["more than a minute's age", { iat: now - 61 }],
  ["a time more than ten seconds ahead", { iat: now + 11 }],
  ["a time with a fraction", { iat: now + 0.5 }],
  ["no time", { iat: undefined }],
  ["no jti", { jti: undefined }],
  ["an endless jti", { jti: "x".repeat(201) }],
  ["the hash of another token", { ath: "other" }],
  ["no hash of the token", { ath: undefined }],
])("a proof is refused with %s", (_, more) => {
  expect(read(more)).toBeUndefined();
});

test.each([
  ["no type", { typ: undefined }],
  ["the type of a token", { typ: "at+jwt" }],
  ["the type JWT", { typ: "JWT" }],
  ["the algorithm none", { alg: "none" }],
  ["a symmetric algorithm", { alg: "HS256", jwk: { kty: "oct", k: "c2VjcmV0" } }],
  ["an algorithm that is not the key's", { alg: "EdDSA" }],
  ["RS256", { alg: "RS256", jwk: jwkOf(generateKeyPairSync("rsa", { modulusLength: 2048 })) }],
  ["the private half of its key", { jwk: ec.privateKey.export({ format: "jwk" }) }],
  ["a secret besides its key", { jwk: { ...jwk, k: "c2VjcmV0" } }],
  ["a long exponent", { alg: "PS256", jwk: { kty: "RSA", n: "x".repeat(342), e: "x".repeat(342) } }],
  ["no key", { jwk: undefined }],
  ["the name of a key instead", { jwk: undefined, kid: "one" }],
  ["the address of a key instead", { jwk: undefined, jku: "http://127.0.0.1:1/" }],
  ["a critical extension", { crit: ["odd"], odd: 1 }],
])("a proof is refused with %s in its header", (_, moreHeader) => {
  expect(read({}, moreHeader)).toBeUndefined();
});

test("at the token endpoint a proof needs no token's hash", () => {
  expect(read({ ath: undefined }, {}, {})).toBeDefined();
});
