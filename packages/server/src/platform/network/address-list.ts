import { BlockList, isIP } from 'node:net';

/** Single addresses and ranges (`10.0.0.0/8`), of both families. */
export type AddressList = {
  /** `false` for what is no address. An IPv4 address in its IPv6 form counts as itself. */
  readonly includes: (address: string) => boolean;
};

/** `null` when one of the entries is neither an address nor a range. */
export function createAddressList(entries: readonly string[]): AddressList | null {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', prefix, ...rest] = entry.split('/');
    const family = isIP(address);
    if (family === 0 || address.includes('%') || rest.length > 0) return null;
    const bits = prefix === undefined ? undefined : prefixOf(prefix, family);
    if (bits === null) return null;
    if (bits === undefined) list.addAddress(address, family === 4 ? 'ipv4' : 'ipv6');
    else list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
  }
  return {
    includes: (text) => {
      const address = text.replace(/^::ffff:(?=\d+\.)/i, '');
      const family = isIP(address);
      return family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6');
    },
  };
}

function prefixOf(text: string, family: number): number | null {
  const bits = Number(text);
  return /^\d{1,3}$/.test(text) && bits <= (family === 4 ? 32 : 128) ? bits : null;
}

const loopback = createAddressList(['127.0.0.0/8', '::1']);

export const isLoopback = (address: string): boolean => loopback?.includes(address) ?? false;

/** Whether a name or address in a setting can only mean this machine. */
export const isLoopbackHost = (host: string): boolean =>
  host === 'localhost' || isLoopback(host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host);
