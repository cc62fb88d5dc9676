#!/usr/bin/env node
// Nothing is imported before the version is known: newer syntax would fail first, with a message that helps nobody.
const [major = "0"] = process.versions.node.split(".");
if (Number(major) < 24) {
  process.stderr.write(
    `Regard needs Node 24 or newer; this is Node ${process.versions.node}. Run it as "npx regard": ` +
      "npm ci has installed a Node 24 for that on Linux and Windows. Elsewhere install Node 24 first.\n",
  );
  process.exitCode = 2;
} else {
  // What was compiled once is not compiled again: a command answers in half the time.
  const { enableCompileCache } = await import("node:module");
  enableCompileCache(`${import.meta.dirname}/../../node_modules/.cache/regard`);
  const { main } = await import("./main.ts");
  process.exitCode = await main(process.argv.slice(2));
}
