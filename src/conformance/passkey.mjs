// Passkeys in a real Chromium, with a virtual authenticator in place of a device (Chrome DevTools Protocol, WebAuthn).
import assert from "node:assert/strict";
import { authorizationUrl, browser, listenForCallbacks, openPage, server, signIn } from "./chromium.mjs";

const person = "auditor@acme.example";
const device = {
  protocol: "ctap2",
  transport: "internal",
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
};

/** A page in a fresh profile on a computer with that authenticator. */
async function openComputer(options = device) {
  const opened = await openPage();
  const devTools = await opened.page.context().newCDPSession(opened.page);
  await devTools.send("WebAuthn.enable");
  const { authenticatorId } = await devTools.send("WebAuthn.addVirtualAuthenticator", { options });
  return { ...opened, devTools, authenticatorId };
}

/** Signs in by password, adds a passkey, and signs out again. */
async function addPasskey({ page }) {
  await page.goto(`${server}/login?return_to=/account/security/passkeys`);
  await signIn(page, person);
  await page.getByLabel("Name").fill("Chromium");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("button", { name: "Remove Chromium" }).first().waitFor();
  await page.goto(`${server}/logout`);
  await page.getByRole("button", { name: "Sign out" }).click();
}

async function removePasskeys({ page }) {
  await page.goto(`${server}/account/security/passkeys`);
  const remove = page.getByRole("button", { name: "Remove Chromium" });
  while (await remove.count()) {
    await remove.first().click();
    await page.waitForLoadState();
  }
}

async function signsIn() {
  const computer = await openComputer();
  const { page, stopped } = computer;
  await addPasskey(computer);
  await page.goto(`${server}/login`);
  await page.getByRole("link", { name: "Sign in with a passkey" }).click();
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.getByText(`Signed in as ${person}`).waitFor();
  await removePasskeys(computer);
  assert.deepEqual(stopped, [], "The content security policy must let our script run.");
  await computer.close();
}

async function connects() {
  const { port, callbacks } = await listenForCallbacks();
  const redirectUri = `http://localhost:${port}/callback`;
  const computer = await openComputer();
  const { page, stopped } = computer;
  await addPasskey(computer);
  await page.goto(await authorizationUrl(redirectUri));
  await page.getByRole("link", { name: "Sign in with a passkey" }).click();
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await page.getByRole("heading", { name: "Connected" }).waitFor();
  await removePasskeys(computer);
  assert.ok(callbacks.some((url) => url.startsWith(`${redirectUri}?code=`)), "The application must have got a code.");
  assert.deepEqual(stopped, []);
  await computer.close();
}

async function saysWhenThereIsNone() {
  const computer = await openComputer();
  const { page } = computer;
  await page.goto(`${server}/login/passkey`);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.getByText("No passkey was used.").waitFor();
  await computer.close();
}

async function refusesADeviceThatDoesNotAskItsOwner() {
  const computer = await openComputer({ ...device, isUserVerified: false });
  const { page } = computer;
  await page.goto(`${server}/login?return_to=/account/security/passkeys`);
  await signIn(page, person);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByText("No passkey was made.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Remove" }).count(), 0);
  await computer.close();
}

const checks = {
  "a passkey is added, signs in and is removed": signsIn,
  "a passkey signs in on the way to an application": connects,
  "whoever has no passkey is told": saysWhenThereIsNone,
  "a device that does not ask its owner is not taken": refusesADeviceThatDoesNotAskItsOwner,
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
