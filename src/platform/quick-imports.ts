import { enableCompileCache, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

// Compiled once, and kept where only who installed us writes: anywhere else somebody could leave us other code.
enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/compiled", import.meta.url)));

/*
 * For `node --import`. At each import of a package, and between a package's own files, Node hands its whole
 * package.json over. That of drizzle-orm has 180 kB, and hundreds of our files import it: 80 MB and more than a second
 * at every start. A package's own files need nothing from it; what ours import by name is the same for all of them.
 */
const resolved = new Map<string, string>();

const isPackage = (specifier: string) => /^(?!node:)[@a-z]/.test(specifier);

registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = "" } = context;
    const within = parentURL.includes("/node_modules/");
    if (specifier.startsWith(".") && parentURL.includes("/node_modules/drizzle-orm/"))
      return { url: new URL(specifier, parentURL).href, format: "module", shortCircuit: true };
    const known = within ? undefined : resolved.get(specifier);
    if (known) return { url: known, shortCircuit: true };
    const found = next(specifier, context);
    if (!within && isPackage(specifier)) resolved.set(specifier, found.url);
    return found;
  },
});
