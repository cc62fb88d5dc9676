/** A mail service that keeps every message in memory and shows it. Started by `mail.ts` with its port. */
import sesLocal from "aws-ses-v2-local";

process.on("SIGINT", () => {});
process.once("disconnect", () => process.exit());
await sesLocal.default({ host: "127.0.0.1", port: Number(process.argv[2]) });
process.send?.("ready");
