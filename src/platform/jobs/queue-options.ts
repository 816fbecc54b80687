/**
 * How every job is kept. `short`: of one key one waits. A server that died is known by its silence (`heartbeatSeconds`), and the job begins
 * again; a job that fails is tried again after 10 s, 20 s, 40 s … and then lies as failed, for an administrator to look at.
 */
export const QUEUE_OPTIONS = {
  policy: 'short',
  retryLimit: 5,
  retryDelay: 10,
  retryBackoff: true,
  retryDelayMax: 300,
  expireInSeconds: 4 * 3600,
  heartbeatSeconds: 30,
  retentionSeconds: 30 * 86_400,
  deleteAfterSeconds: 30 * 86_400,
} as const
