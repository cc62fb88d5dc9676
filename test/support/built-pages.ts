import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import type { RegardConfigInput } from "../../functions/contract/config.ts";
import { defineConfig } from "../../functions/contract/define-config.ts";
import { builtPages } from "../../functions/contract/pages.ts";
import config from "../../regard.config.ts";
import { siteOf } from "../../web/build/vite-site.ts";

/** What is published of one path. */
export interface Published {
  readonly type: string;
  readonly body: Buffer;
}

/** The pages as they are built for the sample company with these changes, by path. */
export const buildPages = async (changes: Partial<RegardConfigInput>): Promise<ReadonlyMap<string, Published>> => {
  const outDir = mkdtempSync(join(tmpdir(), "regard-site-"));
  try {
    const site = siteOf(defineConfig({ ...config, ...changes }));
    await build({
      ...site,
      build: { ...site.build, outDir },
      configFile: false,
      logLevel: "silent",
      mode: "production",
    });
    const listed = builtPages.parse(JSON.parse(readFileSync(join(outDir, "pages.json"), "utf8")));
    return new Map(listed.map(({ path, file, type }) => [path, { type, body: readFileSync(join(outDir, file)) }]));
  } finally {
    rmSync(outDir, { recursive: true });
  }
};
