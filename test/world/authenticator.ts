import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

export type Cbor = number | string | Buffer | readonly Cbor[] | Map<Cbor, Cbor>;

/** CBOR (RFC 8949) as far as an authenticator speaks it. */
function cbor(value: Cbor): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") {
    const text = Buffer.from(value);
    return Buffer.concat([head(3, text.length), text]);
  }
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Map) {
    const entries = [...value].flatMap(([key, held]) => [cbor(key), cbor(held)]);
    return Buffer.concat([head(5, value.size), ...entries]);
  }
  return Buffer.concat([head(4, value.length), ...value.map(cbor)]);
}

function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count]);
  if (count < 256) return Buffer.from([(major << 5) | 24, count]);
  return Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
}

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();

export type Algorithm = "ES256" | "EdDSA" | "RS256" | "weak RS256" | "ES384";

function makeKey(algorithm: Algorithm): { privateKey: KeyObject; cose: Buffer } {
  const part = (jwk: Record<string, unknown>, name: string) => Buffer.from(String(jwk[name]), "base64url");
  if (algorithm === "EdDSA") {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const jwk = publicKey.export({ format: "jwk" });
    return {
      privateKey,
      cose: cbor(
        new Map<Cbor, Cbor>([
          [1, 1],
          [3, -8],
          [-1, 6],
          [-2, part(jwk, "x")],
        ]),
      ),
    };
  }
  if (algorithm === "ES256" || algorithm === "ES384") {
    const [namedCurve, alg, crv] =
      algorithm === "ES256" ? (["P-256", -7, 1] as const) : (["P-384", -35, 2] as const);
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve });
    const jwk = publicKey.export({ format: "jwk" });
    const point: [Cbor, Cbor][] = [
      [-2, part(jwk, "x")],
      [-3, part(jwk, "y")],
    ];
    return { privateKey, cose: cbor(new Map<Cbor, Cbor>([[1, 2], [3, alg], [-1, crv], ...point])) };
  }
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: algorithm === "RS256" ? 2048 : 1024,
  });
  const jwk = publicKey.export({ format: "jwk" });
  return {
    privateKey,
    cose: cbor(
      new Map<Cbor, Cbor>([
        [1, 3],
        [3, -257],
        [-1, part(jwk, "n")],
        [-2, part(jwk, "e")],
      ]),
    ),
  };
}

/** Where an authenticator or its browser departs from what is right. */
export interface Departure {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  verified?: boolean;
  present?: boolean;
  framed?: boolean;
  /** The count of signatures that is told. */
  count?: number;
  userHandle?: string;
  attestation?: { format: string; statement(signed: Buffer): Map<Cbor, Cbor> };
  spoiled?: boolean;
}

interface Options {
  challenge: string;
}

/** One passkey of one account in an authenticator of software, and the browser it is reached by. */
export function createAuthenticator(origin: string, algorithm: Algorithm = "ES256", id = randomBytes(32)) {
  const { privateKey, cose } = makeKey(algorithm);
  let signCount = 0;
  let userHandle = "";

  const clientData = (type: string, { challenge }: Options, departure: Departure) =>
    Buffer.from(
      JSON.stringify({
        type: departure.type ?? type,
        challenge: departure.challenge ?? challenge,
        origin: departure.origin ?? origin,
        crossOrigin: departure.framed ?? false,
      }),
    );

  function authenticatorData(departure: Departure, attested: Buffer): Buffer {
    const { rpId = new URL(origin).hostname, present = true, verified = true, count = signCount } = departure;
    const flags = (present ? 1 : 0) | (verified ? 4 : 0) | (attested.length > 0 ? 64 : 0);
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(count);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counted, attested]);
  }

  return {
    id: id.toString("base64url"),
    /** Makes the passkey, as navigator.credentials.create does. */
    make(options: Options & { user: { id: string } }, departure: Departure = {}) {
      userHandle = options.user.id;
      const clientDataJson = clientData("webauthn.create", options, departure);
      const length = Buffer.from([id.length >> 8, id.length & 255]);
      const authData = authenticatorData(departure, Buffer.concat([Buffer.alloc(16), length, id, cose]));
      const { format, statement } = departure.attestation ?? { format: "none", statement: () => new Map() };
      const attestation = new Map<Cbor, Cbor>([
        ["fmt", format],
        ["attStmt", statement(Buffer.concat([authData, sha256(clientDataJson)]))],
        ["authData", authData],
      ]);
      return {
        id: id.toString("base64url"),
        clientDataJson: clientDataJson.toString("base64url"),
        attestationObject: cbor(attestation).toString("base64url"),
        transports: ["internal"],
      };
    },
    /** Signs with it, as navigator.credentials.get does. */
    sign(options: Options, departure: Departure = {}) {
      signCount += 1;
      const clientDataJson = clientData("webauthn.get", options, departure);
      const authData = authenticatorData(departure, Buffer.alloc(0));
      const signed = Buffer.concat([authData, sha256(clientDataJson)]);
      const signature = sign(algorithm === "EdDSA" ? null : "sha256", signed, privateKey);
      if (departure.spoiled) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
      return {
        id: id.toString("base64url"),
        clientDataJson: clientDataJson.toString("base64url"),
        authenticatorData: authData.toString("base64url"),
        signature: signature.toString("base64url"),
        userHandle: departure.userHandle ?? userHandle,
      };
    },
  };
}

export type Authenticator = ReturnType<typeof createAuthenticator>;
