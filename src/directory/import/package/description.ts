import { z } from "zod";
import { FileFault } from "../elements.ts";
import type { PackageFile } from "./files.ts";

const largest = 1024 * 1024;

/** A path beneath the package, never a URL: a file outside it is nobody's to name. */
const Path = z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[^\\:]{1,200}$/);

const Description = z.object({
  resources: z
    .array(
      z.object({
        name: z.string().max(200).default(""),
        path: z.union([Path, z.tuple([Path]).transform(([path]) => path)]),
        encoding: z
          .string()
          .regex(/^utf-?8$/i)
          .optional(),
        dialect: z.object({ delimiter: z.enum([",", ";", "\t", "|"]).default(",") }).optional(),
      }),
    )
    .max(200),
});

const reasons: Readonly<Record<string, string>> = {
  path: "names a file by something else than one path beneath it",
  encoding: "names a file that is not UTF-8",
  dialect: "names a file of another delimiter than , ; | or the tab",
};

/** The files that a datapackage.json names. */
export async function descriptionOf(file: PackageFile) {
  const result = Description.safeParse(await readJson(file));
  if (!result.success) {
    const part = result.error.issues[0]?.path[2];
    throw new FileFault(0, reasons[String(part)] ?? "is no description of a package", "datapackage.json");
  }
  return result.data.resources.map(({ name, path, dialect }) => ({
    name,
    path: path.replace(/^\.\//, ""),
    delimiter: dialect?.delimiter ?? ",",
  }));
}

async function readJson(file: PackageFile): Promise<unknown> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  try {
    for await (const chunk of file.read()) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > largest) throw new FileFault(0, "is larger than 1 MiB", "datapackage.json");
    }
    return JSON.parse(text + decoder.decode());
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault(0, "is not JSON", "datapackage.json");
  }
}
