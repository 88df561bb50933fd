/**
 * The box a package runs in. `sandbox` without `allow-same-origin` gives each of its pages an origin that is none: it reads no cookie, no storage, no
 * page around it, and what it asks of this host comes without the session. It may run scripts, and load and fetch what lies at its own address,
 * and nothing else: no other host, no form, no new window, no navigation of the window around it. Scripts within are free to be written as they
 * are (`unsafe-inline`, `unsafe-eval`): it is not the package that is protected.
 */
export const packageHeaders = (base: string): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src ${base} 'unsafe-inline' 'unsafe-eval'`,
    `style-src ${base} 'unsafe-inline'`,
    `img-src ${base} data: blob:`,
    `media-src ${base} data: blob:`,
    `font-src ${base} data:`,
    `connect-src ${base}`,
    `frame-src ${base}`,
    `worker-src ${base} blob:`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; '),
  // Its own pages have no origin, so that whatever they load comes from another one.
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'x-dns-prefetch-control': 'off',
  'x-robots-tag': 'noindex, nofollow, noarchive',
});
