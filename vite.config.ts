import { defineConfig } from "vite";
import config from "./regard.config.ts";
import { pages } from "./web/build/pages-plugin.ts";

const scripts = ["home", "address", "code", "record", "requests", "desk", "answer", "plain"];
const styles = ["base", "record", "desk"];

export default defineConfig({
  publicDir: false,
  build: {
    outDir: "dist/web",
    target: "es2022",
    // The content security policy allows no inline script; pages name what to preload themselves.
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: Object.fromEntries([
        ...scripts.map((name) => [name, `web/pages/${name}.ts`]),
        ...styles.map((name) => [`${name}-style`, `web/styles/${name}.css`]),
      ]),
    },
  },
  // The desk alone has components; customers' pages carry no framework.
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [pages(config)],
});
