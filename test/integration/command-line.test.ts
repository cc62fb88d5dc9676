import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createDirectory } from "../../functions/adapters/directory.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION, localPortal } from "../../functions/contract/local-portal.ts";
import { useCli } from "../support/cli.ts";
import { serveHere } from "../support/loopback.ts";

const cli = await useCli();

test.each([[[]], [["--help"]], [["help"]]])("%j shows every command", async (words) => {
  const { code, stdout, stderr } = await cli.run(words);
  expect([code, stderr]).toEqual([0, ""]);
  for (const name of ["import", "facts import", "customers import", "record", "sources", "openapi"])
    expect(stdout).toMatch(new RegExp(`^  ${name} +\\w`, "m"));
});

test.each(["import", "facts import", "customers import", "record", "sources", "openapi"])(
  "%s explains itself with examples",
  async (name) => {
    const { code, stdout, stderr } = await cli.run([...name.split(" "), "--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(new RegExp(`^Usage: regard ${name}\\b`));
    expect(stdout).toContain(`npx regard ${name} `);
  },
);

test.each([
  [["imports"], "--help"],
  [["customers"], "--help"],
  [["import"], "import --help"],
  [["import", "a", "b", "--format", "ndjson"], "import --help"],
  [["import", "a", "--format", "xml"], "import --help"],
  [["import", "a", "--format", "csv"], "import --help"],
  [["import", "a", "--format", "ndjson", "--map", "m.json"], "import --help"],
  [["import", "a", "--format", "ndjson", "--fast"], "import --help"],
  [["customers", "import", "a", "--format", "csv"], "customers import --help"],
  [["facts", "import", "a"], "facts import --help"],
  [["facts", "import", "a", "--format", "csv"], "facts import --help"],
  [["openapi", "a"], "openapi --help"],
])("%j is a wrong command line: exit 2, and where to read on", async (words, hint) => {
  const { code, stdout, stderr } = await cli.run(words);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^COMMAND_INVALID: /);
  expect(stderr).toContain(`See: npx regard ${hint}`);
});

test("openapi writes the contract to standard output, and needs no portal", async () => {
  const { code, stdout, stderr } = await cli.run(["openapi"], { port: 1 });
  expect([code, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toMatchObject({
    openapi: "3.1.0",
    paths: { "/api/record": { post: { operationId: "readRecord" } } },
  });
});

test("a file that cannot be read, or that would be its own quarantine, is refused", async () => {
  const nowhere = await cli.run(["customers", "import", join(cli.directory, "nowhere.csv")]);
  expect([nowhere.code, nowhere.stderr]).toEqual([1, "FILE_UNREADABLE: There is no such file.\n"]);
  const path = join(cli.directory, "list.csv");
  writeFileSync(path, "C-1,ana@example.com\n");
  const own = await cli.run(["customers", "import", path, "--quarantine", path]);
  expect(own.code).toBe(2);
  expect(readFileSync(path, "utf8")).toBe("C-1,ana@example.com\n");
});

test("a file that breaks off leaves what came before it, and says so", async () => {
  const pairs = Array.from({ length: 30_000 }, (_, n) => `C-${n},c-${n}@example.com\n`).join("");
  const path = join(cli.directory, "cut.csv.gz");
  const packed = gzipSync(pairs);
  writeFileSync(path, packed.subarray(0, packed.length / 2));
  const { code, stdout, stderr } = await cli.run(["customers", "import", path]);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/Broken off after [\d,]+ rows.*FILE_UNREADABLE: The compressed file ends too early/s);
  const directory = createDirectory(cli.engine.client, cli.engine.portalTable);
  expect(await directory.customersOf(cli.keyring.addressKey("c-0@example.com"))).toHaveLength(1);
});

test("without a portal on that port it says which port has one, and how to start one", async () => {
  const words = ["customers", "import", "list.csv"];
  const elsewhere = await cli.run(words, { port: 4_999 });
  expect(elsewhere.code).toBe(1);
  expect(elsewhere.stderr).toMatch(/^PORTAL_NOT_FOUND: .*port 4999.*PORT=4000/);
  const nowhere = await cli.run(words, { env: { REGARD_LOCAL_DIR: join(cli.directory, "nothing-here") } });
  expect(nowhere.stderr).toContain("npm start");
});

test("the file of a portal that is gone counts for nothing", async () => {
  const portal = localPortal.parse(JSON.parse(readFileSync(join(cli.directory, "local-4000.json"), "utf8")));
  writeFileSync(join(cli.directory, "local-4100.json"), JSON.stringify({ ...portal, port: 4_100, pid: 2 ** 30 }));
  const { stderr } = await cli.run(["customers", "import", "list.csv"], { port: 4_100 });
  expect(stderr).toMatch(/^PORTAL_NOT_FOUND/);
});

test("--stage finds the portal by the outputs of its stack", async () => {
  const outputs = {
    AccessLogTableName: cli.engine.accessLogTable,
    PortalTableName: cli.engine.portalTable,
    SecretId: "regard-secret",
    PortalOrigin: "https://privacy.example.com",
  };
  const members = Object.entries(outputs).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  const asked: string[] = [];
  const cloudFormation = await serveHere(async (request, response) => {
    const body = (await request.toArray()).join("");
    asked.push(new URLSearchParams(body).get("StackName") ?? "");
    response
      .writeHead(200, { "content-type": "text/xml" })
      .end(
        `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult>` +
          `<Stacks><member><StackName>Regard-trial</StackName><CreationTime>2026-01-01T00:00:00Z</CreationTime>` +
          `<StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${members.join("")}</Outputs></member></Stacks>` +
          "</DescribeStacksResult></DescribeStacksResponse>",
      );
  });
  const local = localPortal.parse(JSON.parse(readFileSync(join(cli.directory, "local-4000.json"), "utf8")));
  const path = join(cli.directory, "stage.csv");
  writeFileSync(path, "C-9,stage@example.com\n");
  const ran = await cli.run(["customers", "import", path, "--json", "--stage", "trial"], {
    env: {
      AWS_REGION: LOCAL_REGION,
      AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
      AWS_ENDPOINT_URL_CLOUDFORMATION: cloudFormation.endpoint,
      AWS_ENDPOINT_URL_DYNAMODB: local.endpoints.dynamodb,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: local.endpoints.secretsManager,
    },
  });
  await cloudFormation.stop();
  expect([ran.code, asked]).toEqual([0, ["Regard-trial"]]);
  const directory = createDirectory(cli.engine.client, cli.engine.portalTable);
  expect(await directory.customersOf(cli.keyring.addressKey("stage@example.com"))).toHaveLength(1);
});

test("due reckons where no portal runs", async () => {
  const words = [
    "due",
    "--received",
    "2026-03-02",
    "--regime",
    "GB-ENG",
    "--paused",
    "2026-03-10/2026-03-17",
    "--json",
  ];
  const { code, stdout, stderr } = await cli.run(words, { env: { REGARD_LOCAL_DIR: join(cli.directory, "nowhere") } });
  expect([code, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toMatchObject({ dueOn: "2026-04-10", extensionNoticeBy: "2026-04-10" });
});
