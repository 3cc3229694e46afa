// Asks the browser for a passkey and sends its answer as a form, so that everything else works without a script.
const form = document.querySelector("form[data-passkey]");
const button = form.querySelector("button");
const problem = document.querySelector("#passkey-problem");

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

function creation({ challenge, relyingParty, userHandle, email, known }) {
  return {
    challenge: bytes(challenge),
    rp: { id: relyingParty, name: "Gatehouse" },
    user: { id: bytes(userHandle), name: email, displayName: email },
    pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: known ? known.split(",").map((id) => ({ type: "public-key", id: bytes(id) })) : [],
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    attestation: "none",
  };
}

function request({ challenge, relyingParty }) {
  return { challenge: bytes(challenge), rpId: relyingParty, userVerification: "required" };
}

function fill(name, value) {
  form.elements[name].value = value;
}

async function add() {
  const { response } = await navigator.credentials.create({ publicKey: creation(form.dataset) });
  fill("client_data", text(response.clientDataJSON));
  fill("attestation_object", text(response.attestationObject));
}

async function use() {
  const { rawId, response } = await navigator.credentials.get({ publicKey: request(form.dataset) });
  fill("credential_id", text(rawId));
  fill("client_data", text(response.clientDataJSON));
  fill("authenticator_data", text(response.authenticatorData));
  fill("signature", text(response.signature));
  fill("user_handle", response.userHandle ? text(response.userHandle) : "");
}

form.addEventListener("submit", async (submission) => {
  submission.preventDefault();
  problem.hidden = true;
  button.disabled = true;
  try {
    await (form.dataset.passkey === "add" ? add() : use());
    form.submit();
  } catch (error) {
    problem.hidden = false;
    button.disabled = false;
  }
});
button.disabled = !window.PublicKeyCredential;
