import { readOnly, type Route, send } from './exchange';

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Newsgraph</title>
<style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem } :root { color-scheme: light dark }</style>
<h1>Newsgraph</h1>
<p>A news backend that keeps who said which number, when, and what was known at any moment.</p>
<ul>
<li><a href="/graphql">The playground</a>: ask the API in this browser. Programs ask it at the same address.</li>
<li><a href="/healthz">/healthz</a>, <a href="/readyz">/readyz</a>, <a href="/metrics">/metrics</a>: for those who run it.</li>
</ul>
`;

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** `/`: where a person who opens the address finds what there is. */
export const frontPageRoute: Route = readOnly(exchange => send(exchange, 200, headers, page));
