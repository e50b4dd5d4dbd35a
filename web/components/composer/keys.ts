// Idempotency keys made on the device: for a form that is sent again as another thing without a page in between.
export function fresh_key(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('');
}
