import config from "./regard.config.ts";
import { siteOf } from "./web/build/vite-site.ts";

export default siteOf(config);
