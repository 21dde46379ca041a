/** Not in TypeScript's DOM library; only what is used here. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

let policy: { createScriptURL(url: string): string } | undefined;

/**
 * Makes the address of a worker acceptable to a page with `require-trusted-types-for 'script'`.
 * The address is the host page's own argument, so there is nothing to check about it. A page that
 * also lists its policies has to list `attune-worker`.
 */
export function scriptUrl(url: string | URL): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return String(url);
  policy ??= trustedTypes.createPolicy('attune-worker', { createScriptURL: (given) => given });
  return policy.createScriptURL(String(url));
}
