const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** Sent with everything that is served, so that no page works without it. */
export const SAFETY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': writePolicy(POLICY),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** The policy with the development server's needs added: its preamble, its styles and its socket. */
export function developmentHeaders(serverUrl: string): Readonly<Record<string, string>> {
  const { host } = new URL(serverUrl);
  const policy = {
    ...POLICY,
    'script-src': "'self' 'unsafe-inline'",
    'style-src': "'self' 'unsafe-inline'",
    'connect-src': `'self' ws://${host}`,
  };
  return { ...SAFETY_HEADERS, 'content-security-policy': writePolicy(policy) };
}

function writePolicy(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}
