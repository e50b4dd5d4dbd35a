// The one place where text becomes markup, or the address of a script. Markup comes from the server's own
// templates, which escape by construction; the script is one of our own assets. The page's policy
// (trusted-types kith) lets nobody else do this.
interface Policy { createHTML(text: string): string; createScriptURL(address: string): string }
interface PolicyMaker { createPolicy(name: string, rules: Policy): Policy }

// The app's worker (src/platform/http/cookie.hpp names it too).
const worker_address = '/app/worker.js';

const rules: Policy = {
  createHTML: (text) => text,
  createScriptURL: (address) => {
    if (!address.startsWith('/assets/') && address !== worker_address) throw new TypeError('not one of our own scripts');
    return address;
  },
};
const maker = (globalThis as { trustedTypes?: PolicyMaker }).trustedTypes;
const policy = maker ? maker.createPolicy('kith', rules) : rules;

export function fragment_of(server_markup: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = policy.createHTML(server_markup);
  return template.content;
}

export function page_of(server_markup: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(server_markup), 'text/html');
}

// What it answers is of the type that the policy asks for, whatever TypeScript calls it.
export function app_worker_address(): string {
  return policy.createScriptURL(worker_address);
}

export function worker_at(address: string): Worker {
  return new Worker(policy.createScriptURL(address));
}
