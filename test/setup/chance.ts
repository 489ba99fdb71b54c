import fc from "fast-check";

// With CHANCE_SEED two runs try the same: a change that did not break a test is not told that it did.
if (process.env.CHANCE_SEED) fc.configureGlobal({ seed: Number(process.env.CHANCE_SEED) });
