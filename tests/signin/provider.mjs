// A provider of e-identification, configured as Sweden Connect's profile asks: oidc-provider itself.
//
//     node tests/signin/provider.mjs settings.json
//
// Settings: port, portal (its address), client_id, jwks (the portal's public keys) and persons. Each
// person has a name, claims, and perhaps `userinfo` (claims that are told there alone) and `fault`:
// what the provider does wrong when this person signs in.
//
// The one rule: the protocol is oidc-provider's; only the list of persons and the faults are ours.

import { readFileSync } from "node:fs";
import { SignJWT, decodeJwt, exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";

const { port, portal, client_id, jwks, persons } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const LEVELS = "http://id.elegnamnden.se/loa/1.0/";
const SAID = "https://id.oidc.se/claim/";
const GREETING = "https://id.oidc.se/param/userMessage";
const MINUTE = 60;

const known = await generateKeyPair("RS256", { extractable: true });
const unknown = await generateKeyPair("RS256");
const kid = "known";
const keys = { keys: [{ ...(await exportJWK(known.privateKey)), kid, alg: "RS256", use: "sig" }] };

const provider = new Provider(`http://localhost:${port}`, {
  jwks: keys,
  clientAuthMethods: ["private_key_jwt"],
  clients: [
    {
      client_id,
      jwks,
      redirect_uris: [`${portal}/logga-in/klart/`],
      post_logout_redirect_uris: [`${portal}/sv/utloggad/`, `${portal}/en/utloggad/`],
      backchannel_logout_uri: `${portal}/logga-ut/dar/`,
      backchannel_logout_session_required: true,
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_signing_alg: "ES256",
      request_object_signing_alg: "ES256",
      require_signed_request_object: true,
      userinfo_signed_response_alg: "RS256",
      response_types: ["code"],
      grant_types: ["authorization_code"],
    },
  ],
  pkce: { required: () => true },
  acrValues: ["loa2", "loa3", "loa4"].map((level) => LEVELS + level),
  scopes: ["openid"],
  claims: {
    openid: ["sub"],
    acr: null,
    auth_time: null,
    sid: null,
    "https://id.oidc.se/scope/naturalPersonNumber": [
      `${SAID}personalIdentityNumber`,
      `${SAID}coordinationNumber`,
    ],
    [`${SAID}previousCoordinationNumber`]: null,
  },
  conformIdTokenClaims: false,
  discovery: { "https://id.oidc.se/disco/userMessageSupported": true },
  features: {
    claimsParameter: { enabled: true },
    requestObjects: { enabled: true, requireSignedRequestObject: true },
    jwtUserinfo: { enabled: true },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource },
    devInteractions: { enabled: false },
  },
  ttl: { IdToken: 5 * MINUTE, Session: 60 * MINUTE, Interaction: 10 * MINUTE, Grant: 60 * MINUTE },
  cookies: { keys: ["only for tests"] },
  findAccount: (_, id) => ({ accountId: id, claims: (use) => claimsOf(id, use) }),
  interactions: { url: (_, interaction) => `/persons/${interaction.uid}` },
  // The portal of a test is on this machine, where oidc-provider would rather not call.
  fetch: (url, { dispatcher, ...options }) => globalThis.fetch(url, options),
});

function claimsOf(id, use) {
  const { claims, userinfo = {} } = persons[id];
  return { sub: id, ...claims, ...(use === "userinfo" ? userinfo : {}) };
}

function page(title, body) {
  return `<!DOCTYPE html><html lang="sv"><title>${title}</title><h1>${title}</h1>${body}</html>`;
}

function logoutSource(ctx, form) {
  ctx.body = page(
    "Logga ut överallt?",
    `${form}<button form="op.logoutForm" name="logout" value="yes">Ja, logga ut</button>`,
  );
}

// oidc-provider knows no `userMessage` and makes a text of the object, so it is read beside.
const greetings = new Map();
provider.use(async (ctx, next) => {
  if (ctx.path === "/auth" && ctx.query.request) {
    const asked = decodeJwt(ctx.query.request);
    greetings.set(asked.state, asked[GREETING]);
  }
  return next();
});

// What a provider may answer instead of a person.
const ERRORS = {
  cannot: { error: "unmet_authentication_requirements", error_description: "no such level" },
  busy: { error: "temporarily_unavailable", error_description: "too many of you" },
};

// Who is it? A list to press in; what was pressed is the answer.
provider.use(async (ctx, next) => {
  const uid = /^\/persons\/([\w-]+)$/.exec(ctx.path)?.[1];
  if (!uid) return next();
  const id = ctx.query.person;
  const { params } = await provider.interactionDetails(ctx.req, ctx.res);
  if (id === "nobody") {
    const left = { error: "access_denied", error_description: "cancelled" };
    return provider.interactionFinished(ctx.req, ctx.res, left);
  }
  if (!id) {
    const choices = Object.entries(persons).map(
      ([key, { name }]) => `<p><a href="?person=${encodeURIComponent(key)}">${name}</a></p>`,
    );
    const { message } = greetings.get(params.state);
    const greeting = Buffer.from(message[params.ui_locales], "base64").toString("utf8");
    ctx.body = page(greeting, `${choices.join("")}<p><a href="?person=nobody">Avbryt</a></p>`);
    return;
  }
  const { fault } = persons[id];
  if (fault in ERRORS) return provider.interactionFinished(ctx.req, ctx.res, ERRORS[fault]);
  const grant = new provider.Grant({ accountId: id, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  grant.addOIDCClaims([
    ...["acr", "auth_time", "sid"],
    ...["personalIdentityNumber", "coordinationNumber", "previousCoordinationNumber"].map(
      (claim) => SAID + claim,
    ),
  ]);
  const login = { accountId: id, acr: `${LEVELS}loa3`, amr: ["test"] };
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(ctx.req, ctx.res, { login, consent });
});

// What a provider may do wrong with an ID token: other claims, or another signature.
const now = () => Math.floor(Date.now() / 1000);
const CLAIMS = {
  audience: () => ({ aud: "somebody else" }),
  issuer: () => ({ iss: "http://localhost:1" }),
  nonce: () => ({ nonce: "another" }),
  level: () => ({ acr: `${LEVELS}loa2` }),
  no_level: () => ({ acr: undefined }),
  expired: () => ({ exp: now() - 2 * MINUTE }),
  old: () => ({ iat: now() - 6 * MINUTE }),
  old_sign_in: () => ({ auth_time: now() - 60 * MINUTE }),
};

function signedBy(claims, { privateKey }, name) {
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: name }).sign(privateKey);
}

function encoded(value) {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

async function wronged(token, fault) {
  const said = decodeJwt(token);
  if (fault === "unknown_key") return signedBy(said, unknown, "unknown");
  if (fault === "false_key") return signedBy(said, unknown, kid);
  if (fault === "unsigned") return `${encoded({ alg: "none" })}.${encoded(said)}.`;
  return CLAIMS[fault] ? signedBy({ ...said, ...CLAIMS[fault]() }, known, kid) : token;
}

provider.use(async (ctx, next) => {
  await next();
  const { fault } = persons[ctx.oidc?.account?.accountId ?? ""] ?? {};
  if (!fault) return;
  if (ctx.oidc.route === "token" && ctx.body.id_token) {
    ctx.body.id_token = await wronged(ctx.body.id_token, fault);
  }
  if (ctx.oidc.route === "userinfo" && fault === "userinfo_of_another") {
    ctx.body = await signedBy({ ...decodeJwt(ctx.body), sub: "another" }, known, kid);
  }
  if (ctx.oidc.route === "userinfo" && fault === "userinfo_unsigned") {
    ctx.type = "json";
    ctx.body = decodeJwt(ctx.body);
  }
});

provider.on("server_error", (_, error) => console.error(error));
provider.on("grant.error", (_, error) => console.error(error));
provider.on("authorization.error", (_, error) => console.error(error));
provider.on("backchannel.error", (_, error) => console.error(error));
provider.listen(port, "localhost");
