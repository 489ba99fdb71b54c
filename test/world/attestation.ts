import { generateKeyPairSync, sign } from "node:crypto";
import type { Cbor } from "./authenticator.ts";

const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const named = (oid: string, text: string) =>
  der(0x31, sequence(der(0x06, Buffer.from(oid, "hex")), der(0x0c, Buffer.from(text))));
const year = (digits: string) => der(0x17, Buffer.from(`${digits}0101000000Z`));

/** Attests as the makers of authenticators do (Web Authentication, 8.2), with a certificate of nobody's. */
export function attestWithCertificate() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(der(0x06, Buffer.from("2a8648ce3d040302", "hex")));
  const maker = sequence(
    named("550406", "NL"),
    named("55040a", "Maker"),
    named("55040b", "Authenticator Attestation"),
    named("550403", "Authenticator"),
  );
  const noAuthority = sequence(der(0x06, Buffer.from("551d13", "hex")), der(0x04, sequence()));
  const certified = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    maker,
    sequence(year("20"), year("49")),
    maker,
    publicKey.export({ format: "der", type: "spki" }),
    der(0xa3, sequence(noAuthority)),
  );
  const seal = der(0x03, Buffer.from([0]), sign("sha256", certified, privateKey));
  const certificate = sequence(certified, algorithm, seal);
  return {
    format: "packed",
    statement: (signed: Buffer): Map<Cbor, Cbor> =>
      new Map<Cbor, Cbor>([
        ["alg", -7],
        ["sig", sign("sha256", signed, privateKey)],
        ["x5c", [certificate]],
      ]),
  };
}
