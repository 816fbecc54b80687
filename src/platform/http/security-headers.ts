import { randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'

declare module 'fastify' {
  interface FastifyReply {
    /** The one-time word that lets this page's own script and style tags run. */
    cspNonce: string
  }
}

export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}

/** Sets the headers every answer carries, and the nonce of this request. */
export function setSecurityHeaders(reply: FastifyReply, options: { https: boolean }): void {
  reply.cspNonce = randomBytes(16).toString('base64')
  reply.headers({
    'content-security-policy': contentSecurityPolicy(reply.cspNonce),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    'x-request-id': reply.request.id,
  })
  if (options.https) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
}
