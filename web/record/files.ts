import type { FileFormat } from "../../functions/contract/customer-api.ts";
import { at, tell } from "../dom.ts";
import { wordsOf } from "../problem-box.ts";
import { save } from "../save.ts";
import { language, say } from "../say.ts";
import { answered } from "../session-watch.ts";
import { downloadRecord } from "./api.ts";

const FORMATS: readonly FileFormat[] = ["pdf", "csv", "json"];
/** Makes the download buttons work; each is its own way to try again. */
export const prepareFiles = (account: () => number): void => {
  for (const format of FORMATS)
    at(`[data-format=${format}]`, HTMLButtonElement).addEventListener("click", async () => {
      tell("#file-status", say("preparing"));
      try {
        const { blob, name } = await downloadRecord(account(), language, format);
        answered();
        save(blob, name);
        tell("#file-status", say("saved", { name }));
      } catch (error) {
        tell("#file-status", wordsOf(error));
      }
    });
};
