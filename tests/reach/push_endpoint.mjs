// A real push service on this machine: takes what is posted over HTTPS, checks who sends (RFC 8292), opens what was
// sealed (RFC 8291) with the keys of a browser that it plays, and keeps it all. Node's own cryptography, not ours.
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:https';

const base64url = (bytes) => Buffer.from(bytes).toString('base64url');

function opened(body, { keys, secret }) {
  const salt = body.subarray(0, 16);
  const key_bytes = body[20];
  const sender = body.subarray(21, 21 + key_bytes);
  const shared = keys.computeSecret(sender);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]);
  const input = Buffer.from(hkdfSync('sha256', shared, secret, info, 32));
  const key = Buffer.from(hkdfSync('sha256', input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16));
  const nonce = Buffer.from(hkdfSync('sha256', input, salt, Buffer.from('Content-Encoding: nonce\0'), 12));
  const record = body.subarray(21 + key_bytes);
  const cipher = createDecipheriv('aes-128-gcm', key, nonce);
  cipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()]);
  const end = plain.lastIndexOf(2);  // what follows the delimiter is padding
  return plain.subarray(0, end).toString();
}

// The claims of the sender's word, if its own key signed it.
function claims_of(field) {
  const [, token, key] = /^vapid t=(\S+), k=(\S+)$/.exec(field ?? '') ?? [];
  const [head, body, signature] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const public_key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) }, format: 'jwk' });
  const good = verify('sha256', Buffer.from(`${head}.${body}`), { key: public_key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  return good ? { ...JSON.parse(Buffer.from(body, 'base64url')), key } : undefined;
}

export async function push_endpoint({ cert, key }) {
  const browsers = new Map(), messages = [], faults = [];
  const server = createServer({ cert, key }, (request, response) => {
    const pieces = [];
    request.on('data', (bytes) => pieces.push(bytes));
    request.on('end', () => {
      const browser = browsers.get(request.url);
      if (!browser || browser.gone) return response.writeHead(browser ? 410 : 404).end();
      const raw = Buffer.concat(pieces);
      try {
        messages.push({ browser, raw, headers: request.headers, plain: opened(raw, browser), claims: claims_of(request.headers.authorization) });
      } catch (fault) {
        faults.push(fault);
      }
      return response.writeHead(201).end();
    });
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `https://127.0.0.1:${server.address().port}`;
  return {
    origin, messages, faults,
    // What a browser would say of itself after PushManager.subscribe.
    subscribe() {
      const keys = createECDH('prime256v1');
      keys.generateKeys();
      const secret = randomBytes(16);
      const path = `/push/${base64url(randomBytes(16))}`;
      const browser = { keys, secret, path, gone: false };
      browsers.set(path, browser);
      return { browser, fields: { endpoint: origin + path, public_key: base64url(keys.getPublicKey()), secret: base64url(secret) } };
    },
    of: (browser) => messages.filter((message) => message.browser === browser),
    end: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}
