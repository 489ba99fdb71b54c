import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { importFile } from "../../../../src/directory/node.ts";
import { sharingTest as test, type World } from "../../../world/world.ts";
import { id, serviceRow } from "../records.ts";
import { asFile, atPath, type Packed, zipOf } from "./zips.ts";

const importZip = async (world: World, ...files: readonly Packed[]) => {
  const zip = await zipOf(...files);
  return asFile(zip, (path) => importFile(world.job(world.operator.id), path));
};

const tables = (serviceId: string, organizationId: string) =>
  [
    ["organizations.csv", `id,name,description\n${organizationId},Haven,Helpt\n`],
    ["services.csv", `id,organization_id,name,status\n${serviceId},${organizationId},Luisterlijn,active\n`],
    [
      "attributes.csv",
      `id,link_id,link_entity,label,value
${id()},${serviceId},service,handreiking:domain,legal
${id()},${serviceId},service,handreiking:channel,phone
${id()},${serviceId},service,handreiking:channel,chat\n`,
    ],
  ] as const;

test("tables become part of the directory, our own columns among the attributes", async ({ world }) => {
  const [serviceId, organizationId] = [id(), id()];
  const report = await importZip(world, ...tables(serviceId, organizationId));
  expect(report).toMatchObject({ outcome: "imported", entries: [], elements: 5, changed: 2 });
  expect(await serviceRow(world, serviceId)).toMatchObject({ domain: "legal", channels: ["phone", "chat"] });
});

test("a report names the file, the record and the field of each repair and refusal", async ({ world }) => {
  const [serviceId, organizationId] = [id(), id()];
  const [organizations, , attributes] = tables(serviceId, organizationId);
  const report = await importZip(
    world,
    organizations,
    [
      "services.csv",
      `id,organization_id,name,url,status\n${serviceId},${organizationId},A,www.example.org,\n${id()},${id()},B,,active\n`,
    ],
    [attributes[0], `${attributes[1]}${id()},${id()},service,handreiking:domain,care\n`],
    ["meta_table_descriptions.csv", "id,name\n"],
  );
  expect(report).toMatchObject({ outcome: "refused", changed: 0, refusals: 2 });
  const told = report.entries.map(({ file, row, field, kind }) => [file, row, field, kind]);
  for (const line of [
    ["meta_table_descriptions.csv", 0, "", "repair"],
    ["services.csv", 1, "url", "repair"],
    ["services.csv", 1, "status", "repair"],
    ["services.csv", 2, "organization_id", "refusal"],
    ["attributes.csv", 4, "link_id", "refusal"],
  ])
    expect(told).toContainEqual(line);
  expect(await serviceRow(world, serviceId)).toBeUndefined();
});

const description = (...resources: unknown[]) =>
  ["hsds/datapackage.json", JSON.stringify({ resources })] as const;

test("a package's description says which file is which table", async ({ world }) => {
  const organizationId = id();
  const report = await importZip(
    world,
    description({ name: "organization", path: "orgs.csv", dialect: { delimiter: ";" } }),
    ["hsds/orgs.csv", `id;name;description\n${organizationId};Haven;Helpt\n`],
    ["hsds/programs.csv", "id\n"],
  );
  expect(report).toMatchObject({ outcome: "imported", elements: 1, repairs: 1 });
  expect(report.entries[0]).toMatchObject({ file: "hsds/programs.csv", kind: "repair" });
});

const refused: [string, readonly Packed[], string | undefined][] = [
  [
    "whose description names a file outside it",
    [description({ name: "service", path: "../services.csv" })],
    "datapackage.json",
  ],
  [
    "whose description names an address",
    [description({ path: "https://example.org/services.csv" })],
    "datapackage.json",
  ],
  [
    "whose description names a file that is not there",
    [description({ path: "services.csv" })],
    "services.csv",
  ],
  ["whose description is none", [["datapackage.json", "[1]"]], "datapackage.json"],
  ["whose description is cut off", [["datapackage.json", "{"]], "datapackage.json"],
  ["of no table", [["readme.csv", "a\n"]], undefined],
  [
    "with a table twice",
    [
      ["service.csv", "id\n"],
      ["services.csv", "id\n"],
    ],
    "services.csv",
  ],
];

for (const [told, files, name] of refused)
  test(`a package ${told} is refused`, async ({ world }) => {
    const report = await importZip(world, ...files);
    expect(report).toMatchObject({ outcome: "refused", refusals: 1, changed: 0 });
    const entry = report.entries.find(({ kind }) => kind === "refusal");
    expect(entry).toMatchObject({ entity: "file", ...(name && { file: name }) });
  });

test("a folder is read as a zip is; a link in it is refused", async ({ world }) => {
  const [serviceId, organizationId] = [id(), id()];
  await atPath(async (folder) => {
    const ctx = world.job(world.operator.id);
    for (const [name, content] of tables(serviceId, organizationId))
      await writeFile(join(folder, name), content);
    const shares: number[] = [];
    const options = { onProgress: (_: number, share: number) => shares.push(share) };
    expect(await importFile(ctx, folder, options)).toMatchObject({ outcome: "imported", entries: [] });
    expect(shares.at(-1)).toBe(1);
    await mkdir(join(folder, "elsewhere"));
    await symlink(join(folder, "services.csv"), join(folder, "units.csv"));
    const report = await importFile(ctx, folder);
    expect(report.entries).toMatchObject([{ file: "units.csv", reason: "is a link or no file" }]);
  });
});
