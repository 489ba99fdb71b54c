import { AwsClient } from "aws4fetch";
import type { Target } from "./target.ts";

export interface Bucket {
  /** Of the bucket itself, with what stands before each name: `https://s3.example.org/bucket/ledger`. */
  url: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const patience = 10_000;

/** A bucket of an S3-compatible store: an object a segment, made only where none is (RFC 9110, If-None-Match). */
export function createS3Target({ url, region, accessKeyId, secretAccessKey }: Bucket): Target {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 0 });
  const { origin, pathname } = new URL(url);
  const [, bucket = "", ...parts] = pathname.split("/");
  const prefix = parts
    .filter(Boolean)
    .map((part) => `${part}/`)
    .join("");
  const address = (name: string) => `${origin}/${bucket}/${prefix}${name}`;
  const ask = async (target: string, init: RequestInit, accepted: readonly number[]) => {
    const response = await client.fetch(target, { ...init, signal: AbortSignal.timeout(patience) });
    if (!accepted.includes(response.status)) {
      await response.body?.cancel();
      throw new StoreFault(response.status);
    }
    return response;
  };
  const page = async (after: string) => {
    const query = new URLSearchParams({ "list-type": "2", prefix, "start-after": after });
    const listed = await (await ask(`${origin}/${bucket}?${query}`, {}, [200])).text();
    const names = [...listed.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = ""]) =>
      key.slice(prefix.length),
    );
    return { names, more: /<IsTruncated>true<\/IsTruncated>/.test(listed) };
  };
  return {
    place: "LEDGER_S3_URL",
    async list(after) {
      const found: string[] = [];
      for (let more = true, from = `${prefix}${after ?? ""}`; more; ) {
        const { names, more: goesOn } = await page(from);
        found.push(...names);
        from = `${prefix}${names.at(-1) ?? ""}`;
        more = goesOn && names.length > 0;
      }
      return found.filter((name) => name.endsWith(".ledger")).sort();
    },
    async read(name) {
      const response = await ask(address(name), {}, [200, 404]);
      if (response.status === 200) return new Uint8Array(await response.arrayBuffer());
      await response.body?.cancel();
      return undefined;
    },
    async create(name, body) {
      const headers = { "if-none-match": "*", "content-type": "text/plain" };
      // 409: another one is just making it (Amazon's answer to conditional writes at once).
      const { status } = await ask(address(name), { method: "PUT", body, headers }, [200, 409, 412]);
      return status === 200 ? "created" : "there";
    },
    async remove(name) {
      await ask(address(name), { method: "DELETE" }, [200, 204, 404]);
    },
  };
}

/** The store's status alone: its answers name buckets and keys. */
class StoreFault extends Error {
  constructor(status: number) {
    super(`the store answers ${status}`);
    this.name = `StoreFault(${status})`;
  }
}
