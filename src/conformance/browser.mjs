// The pages in a real Chromium: every kind of redirect under our content security policy, with and without scripts.
import assert from "node:assert/strict";
import { authorizationUrl, browser, listenForCallbacks, openPage, signIn } from "./chromium.mjs";
import { pageChecks } from "./pages.mjs";

const { port, callbacks } = await listenForCallbacks();
const applications = [
  `http://localhost:${port}/callback`,
  `http://127.0.0.1:${port}/callback`,
  `http://[::1]:${port}/callback`,
  "cursor://anysphere.cursor-mcp/oauth/callback",
  "https://app.example/callback",
];

/** Signs in, chooses an organization and allows; gives back where the browser was sent and what was stopped. */
async function connect(redirectUri, settings, beforeAllowing = () => {}) {
  const { page, stopped, close } = await openPage(settings);
  const targets = [];
  page.on("response", (response) => targets.push(response.headers().location));
  await page.goto(await authorizationUrl(redirectUri));
  await signIn(page, "both@gatehouse.example");
  await page.getByRole("button", { name: "Globex" }).click();
  await beforeAllowing(page);
  await page.getByRole("button", { name: "Allow" }).click();
  await page.waitForTimeout(700);
  await close();
  return { target: targets.find((target) => target?.startsWith(`${redirectUri}?code=`)), stopped };
}

async function leadsTo(redirectUri, settings) {
  const { target, stopped } = await connect(redirectUri, settings);
  assert.deepEqual(stopped, [], "The content security policy must let the browser follow.");
  assert.ok(target, "The browser must be sent to the application with a code.");
  if (redirectUri.startsWith("http:")) {
    assert.ok(callbacks.includes(target), `The application must have been called at ${target}, not at ${callbacks}.`);
  }
}

/** Under a policy that forgets the redirect, Chromium must complain; otherwise its silence above would mean nothing. */
async function noticesAStop(redirectUri) {
  const forgetful = { "content-security-policy": "default-src 'none'; style-src 'self'; form-action 'self'" };
  const { stopped } = await connect(redirectUri, {}, async (page) => {
    await page.getByRole("button", { name: "Allow" }).waitFor();
    await page.route(page.url(), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), ...forgetful } });
    });
    await page.reload();
  });
  assert.notDeepEqual(stopped, [], "A forgetful policy must be noticed, or this file checks nothing.");
}

const checks = {
  ...Object.fromEntries(applications.map((uri) => [`leads to ${uri}`, () => leadsTo(uri)])),
  ...Object.fromEntries(
    applications.map((uri) => [`leads to ${uri} without scripts`, () => leadsTo(uri, { javaScriptEnabled: false })]),
  ),
  ...Object.fromEntries(applications.map((uri) => [`would notice a stop on the way to ${uri}`, () => noticesAStop(uri)])),
  ...pageChecks,
};

let failures = 0;
for (const [what, check] of Object.entries(checks)) {
  const failure = await check().then(
    () => null,
    (error) => error,
  );
  failures += failure ? 1 : 0;
  console.log(failure ? `FAILED  ${what}: ${failure.message}` : `ok      ${what}`);
}
console.log(`Chromium ${browser.version()}: ${failures ? `${failures} failed` : "everything passed"}.`);
await browser.close();
process.exit(failures ? 1 : 0);
