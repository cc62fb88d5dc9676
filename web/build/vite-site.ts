import type { UserConfig } from "vite";
import type { RegardConfig } from "../../functions/contract/config.ts";
import { pages } from "./pages-plugin.ts";
import { PAGES, STYLES } from "./site.ts";

const scripts = new Set(Object.values(PAGES).map(({ script }) => script));
const styles = ["base", ...STYLES];

/** How Vite builds the pages of a company. */
export const siteOf = (config: RegardConfig): UserConfig => ({
  publicDir: false,
  build: {
    outDir: "dist/web",
    target: "es2022",
    // The content security policy allows no inline script; pages name what to preload themselves.
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: Object.fromEntries([
        ...[...scripts].map((name) => [name, `web/pages/${name}.ts`]),
        ...styles.map((name) => [`${name}-style`, `web/styles/${name}.css`]),
      ]),
      // A few larger files compress better than many small ones. A file of a group runs wherever any of it is needed:
      // what every page has may not hold what looks for words or a sign-in as soon as it is loaded.
      output: {
        codeSplitting: {
          groups: [
            { name: "every", test: /web\/(leave|place|dom|save)\.ts$/, priority: 2 },
            { name: "shared", test: /\/(web|functions)\/.*\.ts$/, minShareCount: 8, priority: 1 },
          ],
        },
      },
    },
  },
  // The desk alone has components; customers' pages carry no framework.
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [pages(config)],
});
