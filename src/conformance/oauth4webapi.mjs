// The strict OAuth client: whatever a specification forbids in a response makes it throw.
import assert from "node:assert/strict";
import * as oauth from "oauth4webapi";
import { assertPerson, assertTools, endpoint } from "./gatehouse.mjs";
import { Person } from "./person.mjs";

const resource = new URL(endpoint);
const redirectUri = "http://127.0.0.1:41754/callback";
const options = { [oauth.allowInsecureRequests]: resource.protocol === "http:" };
const owner = new Person("owner@acme.example", "acme");

/** The bare URL is all that is known: its challenge leads to the resource, that to the authorization server. */
async function discover() {
  const challenge = await challengeOf("not-a-token");
  assert.equal(challenge.scheme, "bearer", "The challenge must be of the scheme Bearer.");
  assert.equal(challenge.parameters.error, "invalid_token", "The challenge to a bad token must say invalid_token.");
  assert.ok(challenge.parameters.scope, "The challenge must name the scope to ask for.");

  const described = await oauth.resourceDiscoveryRequest(resource, options);
  assert.equal(described.url, challenge.parameters.resource_metadata, "The challenge must lead to the resource's metadata.");
  const server = await oauth.processResourceDiscoveryResponse(resource, described);

  const issuer = new URL(server.authorization_servers[0]);
  const [as, openid] = await Promise.all(
    ["oauth2", "oidc"].map(async (algorithm) =>
      oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, { ...options, algorithm })),
    ),
  );
  assert.deepEqual({ ...openid, ...as }, openid, "The document of OpenID Connect must contain all that the other says.");
  return { as, scope: challenge.parameters.scope };
}

async function register(as, method) {
  const metadata = { client_name: "Strict client", redirect_uris: [redirectUri], token_endpoint_auth_method: method };
  const client = await oauth.processDynamicClientRegistrationResponse(
    await oauth.dynamicClientRegistrationRequest(as, metadata, options),
  );
  assert.equal(client.token_endpoint_auth_method, method, "The client must be registered with the method it asked for.");
  const authentications = {
    none: () => oauth.None(),
    client_secret_basic: () => oauth.ClientSecretBasic(client.client_secret),
    client_secret_post: () => oauth.ClientSecretPost(client.client_secret),
  };
  return { client, authentication: authentications[method]() };
}

/** Sends a person to the authorization endpoint; validating the answer includes state and iss. */
async function authorize({ as, scope }, client, person) {
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const url = new URL(as.authorization_endpoint);
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: redirectUri,
    scope,
    state,
    resource: resource.href,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  const callback = new URL(await person.authorize(url));
  return { verifier, answer: oauth.validateAuthResponse(as, client, callback, state) };
}

async function fromUrlToRevocation(method) {
  const { as, scope } = await discover();
  const { client, authentication } = await register(as, method);
  const { verifier, answer } = await authorize({ as, scope }, client, owner);

  const withResource = { ...options, additionalParameters: { resource: resource.href } };
  const redeem = () =>
    oauth.authorizationCodeGrantRequest(as, client, authentication, answer, redirectUri, verifier, withResource);
  const first = await oauth.processAuthorizationCodeResponse(as, client, await redeem());
  await assertGoodToken(as, client, first.access_token);

  const refresh = (token) => oauth.refreshTokenGrantRequest(as, client, authentication, token, withResource);
  const second = await oauth.processRefreshTokenResponse(as, client, await refresh(first.refresh_token));
  await assertGoodToken(as, client, second.access_token);

  await oauth.processRevocationResponse(
    await oauth.revocationRequest(as, client, authentication, second.refresh_token, options),
  );
  await assert.rejects(
    async () => oauth.processRefreshTokenResponse(as, client, await refresh(second.refresh_token)),
    { name: "ResponseBodyError", error: "invalid_grant" },
    "A revoked refresh token must be refused with invalid_grant.",
  );
  const challenge = await challengeOf(second.access_token);
  assert.equal(challenge.parameters.error, "invalid_token", "Revoking the refresh token must end the access token, too.");
}

/** RFC 9068 in full, then the tools of the person. */
async function assertGoodToken(as, client, token) {
  const request = new Request(resource, { headers: { authorization: `Bearer ${token}` } });
  const claims = await oauth.validateJwtAccessToken(as, request, resource.href, options);
  assert.equal(claims.client_id, client.client_id, "The access token must name its client.");
  assertTools(await call(token, "tools/list"));
  assertPerson(await call(token, "tools/call", { name: "whoami", arguments: {} }), owner);
}

async function call(token, method, params = {}) {
  const headers = new Headers({ "content-type": "application/json", accept: "application/json, text/event-stream" });
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const response = await oauth.protectedResourceRequest(token, "POST", resource, headers, body, options);
  return (await response.json()).result;
}

async function challengeOf(token) {
  const refusal = await call(token, "tools/list").catch((error) => error);
  assert.ok(
    refusal instanceof oauth.WWWAuthenticateChallengeError && refusal.status === 401,
    `A bad access token must be answered with 401 and a challenge, not ${JSON.stringify(refusal)}.`,
  );
  return refusal.cause[0];
}

async function declined() {
  const found = await discover();
  const { client } = await register(found.as, "none");
  await assert.rejects(
    authorize(found, client, new Person("owner@acme.example", "acme", "deny")),
    { name: "AuthorizationResponseError", error: "access_denied" },
    "A person who declines must be answered with access_denied, and with the state and iss of the request.",
  );
}

export const client = "oauth4webapi";

export const runs = {
  "OAuth 2.1, public client": () => fromUrlToRevocation("none"),
  "OAuth 2.1, client_secret_basic": () => fromUrlToRevocation("client_secret_basic"),
  "OAuth 2.1, client_secret_post": () => fromUrlToRevocation("client_secret_post"),
  "OAuth 2.1, person declines": declined,
};
