// The official TypeScript client of the 2025 revisions, for a person of one organization and for one who must choose.
import { UnauthorizedError } from "@modelcontextprotocol/sdk/client/auth.js";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as Transport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { Person } from "./person.mjs";
import { withApiKey, withOAuth } from "./sdk.mjs";

const sdk = {
  newClient: () => new Client({ name: "conformance", version: "1.0.0" }),
  Transport,
  UnauthorizedError,
  finish: (transport, callback) => transport.finishAuth(callback.get("code")),
  revision: "2025-11-25",
};

export const client = "@modelcontextprotocol/sdk";

export const runs = {
  "2025-11-25, OAuth": () => withOAuth({ ...sdk, person: new Person("owner@acme.example", "acme") }),
  "2025-11-25, OAuth, two organizations": () =>
    withOAuth({ ...sdk, person: new Person("both@gatehouse.example", "globex") }),
  "2025-11-25, API key": () => withApiKey(sdk),
};
