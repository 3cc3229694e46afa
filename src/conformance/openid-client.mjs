// The certified OpenID Connect relying party, with every check that it has: signatures by the published keys, nonce, at_hash, max_age.
import assert from "node:assert/strict";
import * as openid from "openid-client";
import { endpoint } from "./gatehouse.mjs";
import { Person } from "./person.mjs";

const redirectUri = "http://127.0.0.1:41755/callback";
const scope = "openid profile email mcp:read offline_access";
const person = () => new Person("owner@acme.example", "acme");

const authentications = { none: openid.None(), client_secret_basic: openid.ClientSecretBasic() };

/** RFC 9728 leads from the endpoint to the issuer. */
async function issuer() {
  const { origin, pathname } = new URL(endpoint);
  const response = await fetch(`${origin}/.well-known/oauth-protected-resource${pathname}`);
  const { authorization_servers } = await response.json();
  return new URL(authorization_servers[0]);
}

async function register(metadata) {
  const server = await issuer();
  const execute = [openid.enableNonRepudiationChecks];
  if (server.protocol === "http:") {
    execute.unshift(openid.allowInsecureRequests);
  }
  const config = await openid.dynamicClientRegistration(
    server,
    { client_name: "OpenID client", redirect_uris: [redirectUri], ...metadata },
    authentications[metadata.token_endpoint_auth_method],
    { execute, algorithm: "oidc" },
  );
  assert.equal(config.serverMetadata().issuer, server.href.replace(/\/$/, ""), "The issuer must be the one discovered.");
  return config;
}

/** Authorizes, through a pushed request when the server takes those; gives back the tokens of the answer. */
async function authorize(config, asked = {}) {
  const verifier = openid.randomPKCECodeVerifier();
  const state = openid.randomState();
  const nonce = openid.randomNonce();
  const parameters = {
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...asked,
  };
  const url = config.serverMetadata().pushed_authorization_request_endpoint
    ? await openid.buildAuthorizationUrlWithPAR(config, parameters)
    : openid.buildAuthorizationUrl(config, parameters);
  const callback = new URL(await person().authorize(url));
  return openid.authorizationCodeGrant(config, callback, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
    maxAge: asked.max_age && Number(asked.max_age),
  });
}

/** From registration to revocation; the ID token signed by that algorithm. */
async function fromRegistrationToRevocation(metadata, algorithm) {
  const config = await register(metadata);
  const tokens = await authorize(config, { max_age: "300", resource: endpoint });
  const claims = tokens.claims();
  assert.equal(header(tokens.id_token).alg, algorithm, "The ID token must be signed as the client registered.");
  assert.ok(claims.auth_time, "The ID token must tell when the person signed in.");
  assert.deepEqual(claims.amr, ["pwd"], "The ID token must tell how the person signed in.");

  const told = await openid.fetchUserInfo(config, tokens.access_token, claims.sub);
  assert.equal(told.email, "owner@acme.example", "Userinfo must name the person who signed in.");
  assert.ok(told.name, "Userinfo must tell the name, because profile was granted.");

  const fresh = await openid.refreshTokenGrant(config, tokens.refresh_token);
  assert.equal(fresh.claims().sub, claims.sub, "A refreshed ID token must be about the same person.");
  assert.equal(fresh.claims().auth_time, claims.auth_time, "A refreshed ID token must repeat the sign-in as it was.");
  assert.equal(fresh.claims().nonce, undefined, "A refreshed ID token must have no nonce.");

  await openid.tokenRevocation(config, fresh.refresh_token);
  await assert.rejects(
    openid.refreshTokenGrant(config, fresh.refresh_token),
    { error: "invalid_grant" },
    "A revoked refresh token must be refused with invalid_grant.",
  );
  await assert.rejects(
    openid.fetchUserInfo(config, fresh.access_token, claims.sub),
    (error) => error.status === 401 || error.cause?.status === 401 || error.cause?.[0]?.parameters?.error === "invalid_token",
    "Revoking the refresh token must end the access token, too.",
  );
}

/** Who somebody is, and nothing more: good for userinfo, worthless at the MCP endpoint. */
async function identityAlone() {
  const config = await register({ token_endpoint_auth_method: "none" });
  const tokens = await authorize(config, { scope: "openid email" });
  const told = await openid.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
  assert.equal(told.name, undefined, "Userinfo must not tell the name, because profile was not asked for.");
  const refused = await openid.fetchProtectedResource(config, tokens.access_token, new URL(endpoint), "POST", "{}").catch(
    (error) => error,
  );
  assert.equal(refused.status ?? refused.cause?.status, 401, "A token without a scope of the endpoint must be refused there.");
}

function header(jwt) {
  return JSON.parse(Buffer.from(jwt.split(".")[0], "base64url"));
}

export const client = "openid-client";

export const runs = {
  "OpenID Connect, public client, RS256": () =>
    fromRegistrationToRevocation({ token_endpoint_auth_method: "none" }, "RS256"),
  "OpenID Connect, client_secret_basic, ES256": () =>
    fromRegistrationToRevocation(
      { token_endpoint_auth_method: "client_secret_basic", id_token_signed_response_alg: "ES256" },
      "ES256",
    ),
  "OpenID Connect, openid email alone": identityAlone,
};
