// What the audits need of a browser: fetch, URL and TextDecoder. `http` is the test's client; all of it answers at once.
globalThis.TextDecoder = class {
  decode(body) {
    return body.utf8();
  }
};

globalThis.URL = class {
  constructor(text) {
    this.text = text;
    this.parameters = [];
    this.searchParams = { set: (name, value) => this.parameters.push([name, value]) };
  }

  toString() {
    const query = this.parameters.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
    return query ? this.text + "?" + query : this.text;
  }
};

class Response {
  constructor(answer) {
    this.answer = answer;
    this.status = answer.status();
    this.headers = { get: (name) => answer.header(name) };
  }

  async arrayBuffer() {
    return this.answer;
  }

  async text() {
    return this.answer.utf8();
  }

  clone() {
    return new Response(this.answer);
  }
}

// A text without a content type goes as text/plain, as from a browser.
async function fetchNow(url, options = {}) {
  const headers = { ...options.headers };
  if (options.body != null && !Object.keys(headers).some((name) => name.toLowerCase() === "content-type")) {
    headers["content-type"] = "text/plain;charset=UTF-8";
  }
  return new Response(http.send(String(url), options.method ?? "GET", headers, options.body ?? null));
}

function audits(url) {
  return graphqlHttpAudits.serverAudits({ url, fetchFn: fetchNow });
}

function run(audit, done) {
  audit.fn().then(
    (result) => done.accept(result.status + (result.reason ? ": " + result.reason : "")),
    (error) => done.accept("failed: " + error),
  );
}
