import { readFileSync, writeFileSync } from "node:fs";
import {
  type Permission,
  permissionMeanings,
  permissions,
  permissionsOfClient,
  permissionsOfRoles,
  roles,
} from "../../src/permissions.ts";

const [begin, end] = ["<!-- permissions: npm run permissions -->", "<!-- end of permissions -->"];

/** Whoever may do something, by the head of their column. */
const holders: [string, ReadonlySet<Permission>][] = [
  ...roles.map((role): [string, ReadonlySet<Permission>] => [
    role.replace("-", " "),
    permissionsOfRoles([role], false),
  ]),
  ["operator's coordinator", permissionsOfRoles(["coordinator"], true)],
  ["a client alone, at most", permissionsOfClient(permissions, undefined, false)],
];

/** Role by permission, as src/permissions.ts says, in Markdown. */
export function renderPermissions(): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(["Permission", ...holders.map(([name]) => name)]),
    line(["---", ...holders.map(() => ":-:")]),
    ...permissions.map((permission) =>
      line([
        `\`${permission}\` ${permissionMeanings[permission]}`,
        ...holders.map(([, held]) => (held.has(permission) ? "●" : "")),
      ]),
    ),
  ].join("\n");
}

/** Whose table it is. */
export const permissionsReadme = "src/identity/README.md";

/** The README with the table as it should be. */
export function withPermissions(readme: string): string {
  const [before, rest] = readme.split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined)
    throw new Error(`${permissionsReadme} has no place for the permissions`);
  return `${before}${begin}\n${renderPermissions()}\n${end}${after}`;
}

if (import.meta.main)
  writeFileSync(permissionsReadme, withPermissions(readFileSync(permissionsReadme, "utf8")));
