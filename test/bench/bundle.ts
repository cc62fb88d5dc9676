import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { codeBytes } from "../../infra/bundle.ts";
import { bundleOf } from "./portal.ts";
import { atMost, type Ratio } from "./ratio.ts";

const KB = 1_000;
const GOAL_BYTES = 450 * KB;

/** The code of the function that answers with the record, against what it may weigh. */
export const measureBundle = async (): Promise<Ratio[]> => {
  const folder = await bundleOf("RecordFunction");
  const bytes = codeBytes(folder);
  const loaded = statSync(join(folder, "index.mjs")).size;
  const chunks = readdirSync(folder).filter((file) => file.endsWith(".mjs")).length - 1;
  const detail = `${Math.round(bytes / KB)} KB of code: index.mjs ${Math.round(loaded / KB)} KB, and ${chunks} chunks; 100 KB is the goal of later`;
  return [atMost("code of the record's function against 450 KB", bytes / GOAL_BYTES, 1, detail)];
};
