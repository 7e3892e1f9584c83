// A page as a front end of this API would be: the access token lives in memory, the refresh token in a cookie out of reach.
"use strict";

const api = document.body.dataset.api;
let accessToken = null;

function show(id, text) {
  document.getElementById(id).textContent = text;
}

async function call(name, method, path, body) {
  const headers = { "X-Token-Transport": "cookie" };
  if (body) headers["Content-Type"] = "application/json";
  if (accessToken) headers.Authorization = `Bearer ${accessToken}`;
  try {
    const response = await fetch(api + path, {
      method,
      headers,
      credentials: "include",
      body: body && JSON.stringify(body),
    });
    const answer = await response.json();
    show("answer", `${name}: ${response.status}`);
    return { status: response.status, answer };
  } catch (error) {
    show("answer", `${name}: blocked`); // the browser does not tell why
    return { status: 0, answer: {} };
  }
}

async function take(name, tokens) {
  if (tokens.status !== 200) return;
  if (tokens.answer.refresh_token !== undefined) throw new Error("a script can read the refresh token");
  accessToken = tokens.answer.access_token;
  const me = await call(`${name}, me`, "GET", "/api/auth/me");
  show("email", me.answer.email);
}

async function finishSignIn() {
  const query = new URLSearchParams(location.search);
  history.replaceState(null, "", "/");
  const code = query.get("code");
  const state = query.get("state");
  await take("sign in", await call("sign in", "POST", "/api/auth/google/callback", { code, state }));
}

document.getElementById("sign-in").onclick = async () => {
  const started = await call("start", "GET", "/api/auth/google");
  if (started.status === 200) location.assign(started.answer.url);
};

document.getElementById("refresh").onclick = async () => {
  await take("refresh", await call("refresh", "POST", "/api/auth/refresh"));
};

document.getElementById("sign-out").onclick = async () => {
  await call("sign out", "POST", "/api/auth/logout");
  accessToken = null;
  show("email", "nobody");
};

if (location.pathname === "/auth/callback") finishSignIn();
