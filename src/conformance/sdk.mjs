// What both official TypeScript clients go through; they differ in how they are made and how they finish.
import assert from "node:assert/strict";
import { apiKey, assertApiKey, assertPerson, assertTools, endpoint } from "./gatehouse.mjs";
import { aRefresh, theFlow, theFlowUnregistered, Wire } from "./wire.mjs";

/** A client that forgets nothing, and whose browser is a person. */
class ClientOfPerson {
  redirectUrl = "http://localhost:41753/callback";
  #client;
  #tokens;
  #verifier;
  #discovery;

  constructor(person, clientMetadataUrl) {
    this.person = person;
    this.clientMetadataUrl = clientMetadataUrl;
  }

  get clientMetadata() {
    return {
      client_name: "Conformance client",
      redirect_uris: [this.redirectUrl],
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      token_endpoint_auth_method: "none",
    };
  }

  state = () => "opaque & strange";
  clientInformation = () => this.#client;
  saveClientInformation = (client) => void (this.#client = client);
  tokens = () => this.#tokens;
  saveTokens = (tokens) => void (this.#tokens = tokens);
  codeVerifier = () => this.#verifier;
  saveCodeVerifier = (verifier) => void (this.#verifier = verifier);
  discoveryState = () => this.#discovery;
  saveDiscoveryState = (state) => void (this.#discovery = state);

  async redirectToAuthorization(url) {
    this.callback = new URL(await this.person.authorize(url));
  }

  spoilAccessToken() {
    this.#tokens = { ...this.#tokens, access_token: `spoiled.${this.#tokens.access_token}` };
  }
}

/** From the bare URL to a tool call and a silent refresh. */
export async function withOAuth({ newClient, Transport, UnauthorizedError, finish, revision, person, clientMetadataUrl }) {
  const wire = new Wire();
  const provider = new ClientOfPerson(person, clientMetadataUrl);
  const open = () => new Transport(new URL(endpoint), { authProvider: provider });
  const first = open();
  await assert.rejects(newClient().connect(first), UnauthorizedError, "The first connection must end at the browser.");
  assert.equal(provider.callback.searchParams.get("state"), "opaque & strange", "The callback must carry the state.");
  await finish(first, provider.callback.searchParams);

  const client = newClient();
  await client.connect(open());
  await callEverything(client, (result) => assertPerson(result, person));
  wire.assertOrder(clientMetadataUrl ? theFlowUnregistered : theFlow, revision, "The first connection");

  const { refresh_token: used } = provider.tokens();
  provider.spoilAccessToken();
  await callEverything(client, (result) => assertPerson(result, person));
  wire.assertOrder(aRefresh, revision, "A call with a refused access token");
  assert.notEqual(provider.tokens().refresh_token, used, "The refresh token of a public client must be rotated.");
  await client.close();
}

/** The same endpoint, with an API key and without OAuth. */
export async function withApiKey({ newClient, Transport, revision }) {
  const wire = new Wire();
  const transport = new Transport(new URL(endpoint), { requestInit: { headers: { "X-API-Key": apiKey.key } } });
  const client = newClient();
  await client.connect(transport);
  await callEverything(client, assertApiKey);
  wire.assertNoChallenge(revision, "A client with an API key");
  await client.close();
}

async function callEverything(client, assertResult) {
  assertTools(await client.listTools());
  assertResult(await client.callTool({ name: "whoami", arguments: {} }));
}
