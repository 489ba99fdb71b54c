import { registerHooks } from "node:module";

/*
 * For `node --import`. At each import between a package's own files Node hands its whole package.json over. That of
 * drizzle-orm has 180 kB: some 80 MB and a second at every start. Such imports need nothing from it.
 */
registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = "" } = context;
    return specifier.startsWith(".") && parentURL.includes("/node_modules/drizzle-orm/")
      ? { url: new URL(specifier, parentURL).href, format: "module", shortCircuit: true }
      : next(specifier, context);
  },
});
