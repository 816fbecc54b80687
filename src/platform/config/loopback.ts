import { isIPv4 } from 'node:net'

/** Whether this host name or address never leaves the machine. Takes an IPv6 address with or without its brackets. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  return bare === 'localhost' || bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'))
}
