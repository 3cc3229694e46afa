// The official TypeScript client of both eras, in each of its ways to agree on one.
import { Client, StreamableHTTPClientTransport as Transport, UnauthorizedError } from "@modelcontextprotocol/client";
import { Person } from "./person.mjs";
import { withApiKey, withOAuth } from "./sdk.mjs";

const sdk = (mode, revision) => ({
  newClient: () => new Client({ name: "conformance", version: "1.0.0" }, { versionNegotiation: { mode } }),
  Transport,
  UnauthorizedError,
  finish: (transport, callback) => transport.finishAuth(callback),
  revision,
});

const legacy = sdk("legacy", "2025-11-25");
const auto = sdk("auto", "2026-07-28");
const pinned = sdk({ pin: "2026-07-28" }, "2026-07-28");
const person = () => new Person("auditor@acme.example", "acme");

const claudeCode = "https://claude.ai/oauth/claude-code-client-metadata";
export const withDocument = () => withOAuth({ ...auto, person: person(), clientMetadataUrl: claudeCode });

export const client = "@modelcontextprotocol/client";

export const runs = {
  "legacy 2025-11-25, OAuth": () => withOAuth({ ...legacy, person: person() }),
  "auto 2026-07-28, OAuth": () => withOAuth({ ...auto, person: person() }),
  "pinned 2026-07-28, OAuth": () => withOAuth({ ...pinned, person: person() }),
  "legacy 2025-11-25, API key": () => withApiKey(legacy),
  "auto 2026-07-28, API key": () => withApiKey(auto),
  "pinned 2026-07-28, API key": () => withApiKey(pinned),
};
