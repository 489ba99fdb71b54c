/* What of the directory runs on Node only: a Worker's bundle has no part of it. */
export { ExportFault, exportFile } from "./export/export-file.ts";
export { type FileOptions, importFile } from "./import/import-file.ts";
