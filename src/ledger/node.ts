export { createDirectoryTarget } from "./target/directory.ts";
