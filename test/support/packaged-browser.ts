// Without its own libraries the packaged Chromium starts only where a desktop is installed; it unpacks them for the
// Lambda that this names, and reads the name while it is imported.
process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs24.x";

const comesAlong = process.platform === "linux" && process.arch === "x64";

/** The Chromium of an npm package, unpacked into the temporary folder; undefined where the package has none. */
export const packagedBrowser = async (): Promise<string | undefined> =>
  comesAlong ? (await import("@sparticuz/chromium")).default.executablePath() : undefined;

/** Unpacks it before the first test file: two that do so at the same time get half a browser each. */
export const setup = async (): Promise<void> => {
  await packagedBrowser();
};
